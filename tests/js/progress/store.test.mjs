import assert from "node:assert/strict";
import test from "node:test";

import {
  answer,
  day,
  deck,
  firstUnread,
  isDue,
  kept,
  merged,
  nothing,
  parsed,
  update,
} from "../../../book/_ext/annbook/site/progress/js/store.js";

const KEY = "progress /book/";
const storage = (text) => ({
  text,
  getItem: (key) => (key === KEY ? text : null),
  setItem(_, given) {
    this.text = given;
  },
});
const answers = (...given) => {
  const progress = nothing();
  for (const [isRight, today] of given) answer(progress, "q-a", isRight, today);
  return progress.answered["q-a"];
};

test("a day is that of the reader's clock", () => {
  assert.equal(day(new Date(2030, 0, 31, 23, 59)), "2030-01-31");
});

test("an answer counts its tries until it is right", () => {
  const found = answers([false, "2030-01-01"], [true, "2030-01-01"]);
  assert.deepEqual(found, { tries: 2, right: "2030-01-01", repeated: 0 });
});

test("a question comes back after 1, 7 and 30 days, and then no more", () => {
  const days = ["2030-01-01", "2030-01-02", "2030-01-09", "2030-02-08"];
  const early = ["2030-01-01", "2030-01-08", "2030-02-07"];
  for (const [i, soon] of early.entries()) {
    const known = answers(...days.slice(0, i + 1).map((each) => [true, each]));
    assert.equal(isDue(known, soon), false);
    assert.equal(isDue(known, days[i + 1]), true);
  }
  assert.equal(
    isDue(answers(...days.map((each) => [true, each])), "2031-01-01"),
    false,
  );
});

test("who tries again before that day changes nothing", () => {
  const found = answers([true, "2030-01-01"], [false, "2030-01-01"]);
  assert.deepEqual(found, answers([true, "2030-01-01"]));
});

test("a question that comes back and is answered wrongly begins anew", () => {
  const first = [
    [true, "2030-01-01"],
    [true, "2030-01-02"],
    [false, "2030-01-10"],
  ];
  assert.equal(answers(...first).right, "");
  const found = answers(...first, [true, "2030-01-10"]);
  assert.deepEqual([found.right, found.repeated], ["2030-01-10", 0]);
});

const GOOD = {
  version: 1,
  read: { "book/history/xor.html#summary": "2030-01-01" },
  answered: { "q-a": { tries: 1, right: "2030-01-01", repeated: 0 } },
  solved: { "ex-a": "2030-01-01" },
  next: { address: "book/history/xor.html#exercises", title: "3.9 <b>Exercises</b>" },
};

test("what was exported is read as it was", () => {
  const { progress } = parsed(JSON.stringify(GOOD));
  assert.equal(JSON.stringify(progress), JSON.stringify(GOOD));
});

test("other files are refused, with the reason", () => {
  const refused = (given) =>
    parsed(typeof given === "string" ? given : JSON.stringify(given)).refused;
  assert.equal(refused("no JSON"), "foreign");
  assert.equal(refused("null"), "foreign");
  assert.equal(refused({ cells: [] }), "foreign");
  assert.equal(refused(" ".repeat(1_000_001)), "large");
  assert.equal(refused({ ...GOOD, version: 2 }), "newer");
  const damaged = [
    { read: { "javascript:alert(1)": "2030-01-01" } },
    { read: { "../elsewhere.html": "2030-01-01" } },
    { read: { "//elsewhere.org/a.html": "2030-01-01" } },
    { read: { "book/history/xor.html#a": "yesterday" } },
    { answered: { "q-a": { tries: -1, right: "", repeated: 0 } } },
    { answered: null },
    { solved: { "<b>": "2030-01-01" } },
    { next: { address: "javascript:alert(1)", title: "" } },
    { next: { address: "book/history/xor.html", title: {} } },
  ];
  for (const part of damaged) {
    assert.equal(refused({ ...GOOD, ...part }), "damaged", JSON.stringify(part));
  }
});

test("names of a file mean nothing else", () => {
  const text = JSON.stringify({ ...GOOD, solved: {} });
  const given = text.replace('"solved":{}', '"solved":{"__proto__":"2030-01-01"}');
  const { solved } = parsed(given).progress;
  assert.equal(Object.keys(solved).length, 1);
  assert.equal("constructor" in solved, false);
});

test("nothing is kept unless the reader has asked for it", () => {
  for (const text of [null, "off", "{}"]) {
    const place = storage(text);
    update(place, KEY, () => assert.fail());
    assert.equal(kept(place, KEY), null);
    assert.equal(place.text, text);
  }
  const place = storage(JSON.stringify(nothing()));
  update(place, KEY, ({ solved }) => {
    solved["ex-a"] = "2030-01-01";
  });
  assert.deepEqual(JSON.parse(place.text).solved, { "ex-a": "2030-01-01" });
});

test("one goes on at the first section not read, never at what is aside", () => {
  const titles = ["2.1 Exercises for two", "2.2 Summary", "2.3 Exercises", "Deeper"];
  const sections = titles.map((title, i) => ({ address: `a.html#s${i}`, title }));
  const found = (...read) =>
    firstUnread(
      sections,
      Object.fromEntries(read.map((i) => [`a.html#s${i}`, "2030-01-01"])),
      ["Deeper", "Exercises"],
    );
  assert.equal(found(3), sections[0]);
  assert.equal(found(0, 3), sections[1]);
  assert.equal(found(0, 1), undefined);
});

test("two devices know together what each knew, and the later answer", () => {
  const [here, there] = [nothing(), parsed(JSON.stringify(GOOD)).progress];
  answer(here, "q-a", true, "2030-01-05");
  answer(here, "q-b", false, "2030-01-05");
  const { read, answered, solved, next } = merged(here, there);
  assert.deepEqual(Object.keys(read), Object.keys(GOOD.read));
  assert.deepEqual(Object.keys(solved), ["ex-a"]);
  assert.equal(answered["q-a"].right, "2030-01-05");
  assert.equal(answered["q-b"].tries, 1);
  assert.deepEqual(next, GOOD.next);
});

test("a deck has a line a card, however its fields are written", () => {
  const card = { id: "q-a", chapter: "2 The perceptron", front: "a\tb\nc", back: "d" };
  const lines = deck([card], "The\nbook").split("\n");
  assert.deepEqual(lines.slice(0, 3), [
    "#separator:tab",
    "#html:true",
    "#deck:The book",
  ]);
  assert.deepEqual(lines.slice(5), ["q-a\ta b c\td\t2_The_perceptron", ""]);
});
