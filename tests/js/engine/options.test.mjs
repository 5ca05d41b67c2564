import assert from "node:assert/strict";
import test from "node:test";

import {
  readAddress,
  writeAddress,
} from "../../../annutils/widgets/js/engine/address.js";
import {
  choice,
  labelsOf,
  number,
  pointList,
  readOptions,
  several,
  sizes,
  unitList,
} from "../../../annutils/widgets/js/engine/options.js";

const OPTIONS = {
  rate: number(0.1, [0, 10]),
  seed: number(0, [0, 99], { whole: true }),
  data: choice("xor", { xor: "XOR", spiral: "Spiral" }),
  inputs: several(["x1", "x2"], { x1: "x₁", x2: "x₂", x1x2: "x₁x₂" }),
  hidden: sizes([4], { longest: 3, most: 8 }),
};
const read = (texts, base) => readOptions(OPTIONS, (name) => texts[name] ?? null, base);

test("settings that are not given have their defaults", () => {
  const { values, complaints } = read({});
  assert.deepEqual(values.hidden, [4]);
  assert.equal(values.rate, 0.1);
  assert.deepEqual(complaints, []);
});

test("settings are read from text", () => {
  const texts = {
    rate: "0.5",
    seed: "7",
    data: "spiral",
    inputs: "x1-x1x2",
    hidden: "",
  };
  const { values, complaints } = read(texts);
  assert.deepEqual(values, {
    rate: 0.5,
    seed: 7,
    data: "spiral",
    inputs: ["x1", "x1x2"],
    hidden: [],
  });
  assert.deepEqual(complaints, []);
});

const NONSENSE = {
  rate: ["", "abc", "-1", "1e9", "NaN", "Infinity"],
  seed: ["1.5", "-1"],
  data: ["", "donut", "__proto__", "constructor"],
  inputs: ["", "x3", "x1-", "x1,x2"],
  hidden: ["0", "9", "1-2-3-4", "a", "-", "2--2"],
};
for (const [name, texts] of Object.entries(NONSENSE)) {
  test(`nonsense for ${name} falls back to the default with a message`, () => {
    for (const text of texts) {
      const { values, complaints } = read({ [name]: text });
      assert.deepEqual(values[name], OPTIONS[name].fallback, text);
      assert.match(
        complaints[0],
        new RegExp(`^${name}=".*" is not .*; using ".*"\\.$`),
      );
    }
  });
}

test("a long text is cut in the message", () => {
  const [complaint] = read({ data: "x".repeat(5000) }).complaints;
  assert.ok(complaint.startsWith(`data="${"x".repeat(40)}" is not`));
});

test("an address holds what differs from the page's settings, and is read back", () => {
  const values = { ...read({}).values, rate: 0.5, hidden: [8, 8] };
  const address = writeAddress("spiral", OPTIONS, values, read({}).values);
  assert.equal(address, "#spiral:rate=0.5&hidden=8-8");
  const texts = readAddress(address, "spiral");
  assert.deepEqual(read(Object.fromEntries(texts)).values, values);
});

test("the address of another figure, or of a heading, is none of ours", () => {
  assert.equal(readAddress("#other:rate=1", "spiral"), null);
  assert.equal(readAddress("#summary", "spiral"), null);
});

test("a broken address is read without an error", () => {
  assert.equal(
    readAddress("#spiral:rate=%E0%A4%A&&=", "spiral").get("rate"),
    "%E0%A4%A",
  );
  assert.equal(readAddress("#spiral:rate=1=2&a", "spiral").get("rate"), "1=2");
});

test("the ends of a range are within it, and what is expected is said", () => {
  const { expected, range, read, values } = number(5, [1, 5, 9]);
  assert.deepEqual(["1", "9", " 9 ", "0.999", "9.001"].map(read), [
    1,
    9,
    9,
    undefined,
    undefined,
  ]);
  assert.equal(expected, "a number from 1 to 9");
  assert.deepEqual(
    [range, values],
    [
      [1, 9],
      [1, 5, 9],
    ],
  );
  const wide = number(0, [0, 2], { range: [-1, 3], whole: true });
  assert.deepEqual(["-1", "3", "-2", "4", "0.5"].map(wide.read), [
    -1,
    3,
    undefined,
    undefined,
    undefined,
  ]);
  assert.equal(wide.expected, "a whole number from -1 to 3");
  assert.equal(OPTIONS.data.expected, "one of xor, spiral");
  assert.equal(OPTIONS.inputs.expected, 'some of x1, x2, x1x2, joined by "-"');
  assert.equal(OPTIONS.hidden.expected, 'at most 3 numbers from 1 to 8, joined by "-"');
});

test("words that are given twice count once, and lists are written as they are read", () => {
  assert.deepEqual(OPTIONS.inputs.read("x2-x1-x2"), ["x2", "x1"]);
  assert.equal(OPTIONS.inputs.write(["x2", "x1"]), "x2-x1");
  assert.deepEqual(OPTIONS.hidden.read("1-8-2"), [1, 8, 2]);
  assert.equal(OPTIONS.hidden.read("1-8-2-1"), undefined);
});

test("points are read within their reach, with labels 0 and 1", () => {
  const { expected, read, write } = pointList({ longest: 2, reach: 3 });
  assert.deepEqual(read("3,-3,1_0.5,0,0"), [
    [3, -3, 1],
    [0.5, 0, 0],
  ]);
  assert.deepEqual(read(""), []);
  const nonsense = ["3.1,0,1", "0,-3.1,1", "0,0,2", "0,0", "0,0,1,1", "a,0,1"];
  for (const text of [...nonsense, "0,0,0_0,0,0_0,0,0"])
    assert.equal(read(text), undefined, text);
  assert.equal(
    write([
      [1, 2, 0],
      [3, 0.5, 1],
    ]),
    "1,2,0_3,0.5,1",
  );
  assert.equal(expected, 'at most 2 points "x,y,0" or "x,y,1", joined by "_"');
});

test("a label is what readers see of a word", () => {
  const registry = { one: { label: "One" }, two: { label: "Two" } };
  assert.deepEqual(labelsOf(registry), { one: "One", two: "Two" });
  assert.deepEqual(labelsOf(registry, ["two"]), { two: "Two" });
});

test("what was given before is kept where a text is nonsense", () => {
  const { values, complaints } = read({ rate: "11", seed: "100" }, { rate: 2 });
  assert.equal(values.rate, 2);
  assert.deepEqual(complaints, [
    'rate="11" is not a number from 0 to 10; using "2".',
    'seed="100" is not a whole number from 0 to 99; using "0".',
  ]);
});

test("units are a list, each of a layer and a place that there may be", () => {
  const { expected, read, write } = unitList({ layers: 6, units: 8 });
  assert.deepEqual(read(""), []);
  assert.deepEqual(read("1.2-6.8-1.2"), ["1.2", "6.8"]);
  for (const text of ["0.1", "1.0", "7.1", "1.9", "1", "1.2-", "1.23", "a.b"]) {
    assert.equal(read(text), undefined, text);
  }
  assert.equal(write(["1.2", "6.8"]), "1.2-6.8");
  assert.match(expected, /^units "layer\.unit"/);
});
