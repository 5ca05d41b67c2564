import assert from "node:assert/strict";
import test from "node:test";

import { OTHER, TASKS } from "../../../annutils/widgets/js/engine/tasks.js";

/** What a reader has made who is all but done. */
const STATES = {
  line: { data: "blobs", layers: [] },
  fence: { data: "circles", layers: [3], off: [], inputs: ["x1", "x2"] },
  input: { data: "circles", layers: [], inputs: ["x1x1", "x2x2"] },
  spiral: { data: "spiral", layers: [8], inputs: ["x1", "x2"] },
  pair: {
    ...{ data: "blobs", layers: [2], off: ["1.1"], whole: null },
    ...{ tried: ["1.2", "1.1"] },
  },
  less: {
    ...{ data: "spiral", layers: [4, 2], off: ["1.3"], tried: [] },
    lost: [0.51, 0.58, 0.17, 0.31],
  },
  xor: { data: "xor", layers: [2], over: true },
  deep: { data: "circles", layers: [8, 8, 8, 8, 8, 8], fell: 7 },
  few: { data: "moons", layers: [8, 8, 8], over: true },
};
const BY_TEST = ["line", "fence", "input", "spiral"];
const hint = (name, changes = {}) =>
  TASKS[name].hint({
    updates: 1,
    test: 0.95,
    trouble: "",
    ...STATES[name],
    ...changes,
  });

test("four tasks want 95% of the test points, after training", () => {
  for (const name of BY_TEST) {
    assert.equal(hint(name), "");
    assert.equal(hint(name, { updates: 0 }), "Now press Run.");
    const missing = "So far, 94.7% of the test points are right.";
    assert.ok(hint(name, { test: 341 / 360 }).startsWith(missing));
    assert.equal(hint(name, { data: "moons" }), OTHER);
  }
});

test("those four are judged on sealed points", () => {
  const judged = Object.keys(TASKS).filter((name) => TASKS[name].judged);
  assert.deepEqual(judged, BY_TEST);
});

test("what rises is told with its numbers", () => {
  const { reply } = TASKS.few;
  assert.match(
    reply({ best: 0.4, last: 0.7 }).join(),
    /^3,It fell to 0\.40, then rose to 0\.70:/,
  );
  assert.match(reply({ best: 0.4, last: 0.41 }).join(), /^1,.* did not rise/);
});

test("each guess is answered by the outcome, also at the borders", () => {
  const answer = (name, state) => TASKS[name].reply(state)[0];
  const spared = (...lost) => answer("less", { lost, guess: "4" });
  assert.equal(spared(0.5, 0.2, 0.1, 0.3), 3);
  assert.equal(spared(0.5, 0.1, 0.2, 0.1), 4); // as good as unit 2
  const xor = [0.5, 0.745, 1].map((train) => answer("xor", { train }));
  assert.deepEqual(xor, [1, 2, 3]);
  const deep = [19.9, 20, 50.9, 51].map((fell) => answer("deep", { fell }));
  assert.deepEqual(deep, [1, 2, 2, 3]);
});

test("questions wait for what they ask about", () => {
  for (const name of Object.keys(STATES)) assert.equal(hint(name), "");
  for (const changes of [{ data: "xor" }, { layers: [2, 2] }]) {
    assert.equal(hint("pair", changes), OTHER);
  }
  assert.equal(hint("deep", { layers: [8, 8, 8, 8, 8] }), OTHER);
  assert.equal(hint("pair", { updates: 0 }), "Now press Run.");
  const alone = { tried: [] };
  assert.match(hint("pair", { ...alone, off: [] }), /a unit to switch it off/);
  assert.match(hint("pair", alone), /^Run on/);
  assert.match(hint("pair", { tried: ["1.1"] }), /press the other/);
  assert.match(hint("pair", { tried: ["1.2"] }), /^Run on/);
  assert.match(hint("pair", { tried: null }), /wait until it stops/);
  assert.match(hint("less", { lost: [] }), /^Now press a unit of layer 1/);
  assert.equal(
    hint("less", { lost: [0.51, 0.58] }),
    "Lost in 100: 51.0 (unit 1), 58.0 (unit 2). Now press another.",
  );
  assert.match(hint("less", { tried: null }), /^Switch all units on/);
  for (const name of ["xor", "few"]) {
    assert.match(hint(name, { over: false }), /wait until it stops/);
  }
  assert.match(hint("deep", { fell: 0 }), /wait until it stops/);
});

test("tasks say what else is missing", () => {
  assert.equal(hint("line", { layers: [1] }), OTHER);
  assert.equal(hint("fence", { layers: [3, 1] }), OTHER);
  assert.equal(hint("fence", { inputs: ["x1"] }), "Only x₁ and x₂ may go in.");
  const reply = (changes) => TASKS.fence.reply({ ...STATES.fence, ...changes });
  assert.deepEqual(reply({ layers: [4] }), [0, "Fewer units will do."]);
  assert.match(
    reply({ layers: [4], off: ["1.2"] }).join(),
    /^2,.* three close a triangle/,
  );
  assert.equal(hint("fence", { layers: [2] }), "");
  assert.match(
    hint("fence", { layers: [3], test: 0.9, over: true }),
    /^So far, 90\.0% .* right\.$/,
  );
  assert.match(hint("fence", { layers: [2], test: 0.9, over: true }), /add a unit/);
  assert.equal(hint("fence", { layers: [2], updates: 0 }), "Now press Run.");
  assert.equal(hint("input", { layers: [1] }), OTHER);
  assert.equal(hint("spiral", { inputs: ["x2"] }), "Only x₁ and x₂ may go in.");
});
