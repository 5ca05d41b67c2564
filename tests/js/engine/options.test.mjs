import assert from "node:assert/strict";
import test from "node:test";

import { readAddress, writeAddress } from "../../../annutils/widgets/js/engine/address.js";
import { choice, number, readOptions, several, sizes } from "../../../annutils/widgets/js/engine/options.js";

const OPTIONS = {
  rate: number(0.1, 0, 10),
  seed: number(0, 0, 99, { whole: true }),
  data: choice("xor", ["xor", "spiral"]),
  inputs: several(["x1", "x2"], ["x1", "x2", "x1x2"]),
  layers: sizes([4], { longest: 3, most: 8 }),
};
const read = (texts, base) => readOptions(OPTIONS, (name) => texts[name] ?? null, base);

test("settings that are not given have their defaults", () => {
  const { values, complaints } = read({});
  assert.deepEqual(values.hidden, [4]);
  assert.equal(values.rate, 0.1);
  assert.deepEqual(complaints, []);
});

test("settings are read from text", () => {
  const texts = { rate: "0.5", seed: "7", data: "spiral", inputs: "x1-x1x2", layers: "" };
  const { values, complaints } = read(texts);
  assert.deepEqual(values, {
    ...{ rate: 0.5, seed: 7, data: "spiral", inputs: ["x1", "x1x2"], layers: [] },
  });
  assert.deepEqual(complaints, []);
});

const NONSENSE = {
  rate: ["", "abc", "-1", "1e9", "NaN", "Infinity"],
  seed: ["1.5", "-1"],
  data: ["", "donut", "__proto__", "constructor"],
  inputs: ["", "x3", "x1-", "x1,x2"],
  layers: ["0", "9", "1-2-3-4", "a", "-", "2--2"],
};
for (const [name, texts] of Object.entries(NONSENSE)) {
  test(`nonsense for ${name} falls back to the default with a message`, () => {
    for (const text of texts) {
      const { values, complaints } = read({ [name]: text });
      assert.deepEqual(values[name], OPTIONS[name].fallback, text);
      assert.match(complaints[0], new RegExp(`^${name}=".*" is not .*; using ".*"\\.$`));
    }
  });
}

test("a long text is cut in the message", () => {
  assert.ok(read({ data: "x".repeat(5000) }).complaints[0].length < 150);
});

test("an address holds what differs from the page's settings, and is read back", () => {
  const values = { ...read({}).values, rate: 0.5, layers: [8, 8] };
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
  assert.equal(readAddress("#spiral:rate=%E0%A4%A&&=", "spiral").get("rate"), "%E0%A4%A");
});
