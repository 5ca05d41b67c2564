import assert from "node:assert/strict";
import test from "node:test";

import { TASKS } from "../../../annutils/widgets/js/engine/tasks.js";

/** What a reader has made who is all but done. */
const STATES = {
  line: { data: "blobs", layers: [] },
  fence: { data: "circles", layers: [3], off: [], inputs: ["x1", "x2"] },
  input: { data: "circles", layers: [], inputs: ["x1x1", "x2x2"] },
  spiral: { data: "spiral", layers: [8], inputs: ["x1", "x2"] },
  pair: {
    ...{ data: "blobs", layers: [2], off: ["1.1"], cut: false },
    ...{ tried: ["1.2", "1.1"] },
  },
  less: { data: "spiral", layers: [4, 2], off: ["1.3"], cut: true, tried: [] },
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
    const missing = "95% of the test points; so far 94.7%.";
    assert.ok(hint(name, { test: 341 / 360 }).startsWith(missing));
    assert.match(hint(name, { data: "moons" }), /Not the task’s/);
  }
});

test("those four are judged on sealed points", () => {
  const judged = Object.keys(TASKS).filter((name) => TASKS[name].judged);
  assert.deepEqual(judged, BY_TEST);
});

test("what rises is told with its numbers", () => {
  const { reply } = TASKS.few;
  assert.match(
    reply({ best: 0.4, last: 0.7 }),
    /^It fell to 0\.40, then rose to 0\.70:/,
  );
  assert.match(reply({ best: 0.4, last: 0.41 }), /did not rise/);
});

test("questions wait for what they ask about", () => {
  for (const name of Object.keys(STATES)) assert.equal(hint(name), "");
  for (const changes of [{ data: "xor" }, { layers: [2, 2] }]) {
    assert.match(hint("pair", changes), /Not the task’s/);
  }
  assert.match(hint("deep", { layers: [8, 8, 8, 8, 8] }), /Not the task’s/);
  assert.equal(hint("pair", { updates: 0 }), "Now press Run.");
  const alone = { tried: [] };
  assert.match(hint("pair", { ...alone, off: [] }), /a unit to switch it off/);
  assert.match(hint("pair", alone), /^Run on/);
  assert.match(hint("pair", { tried: ["1.1"] }), /press the other/);
  assert.match(hint("pair", { tried: ["1.2"] }), /^Run on/);
  assert.match(hint("pair", { tried: null }), /wait until it stops/);
  for (const changes of [{ off: [] }, { off: ["2.1"] }, { off: ["1.1", "1.2"] }]) {
    assert.match(hint("less", changes), /a unit of layer 1/);
  }
  assert.match(hint("less", { cut: false }), /a unit of layer 1/);
  for (const name of ["xor", "few"]) {
    assert.match(hint(name, { over: false }), /wait until it stops/);
  }
  assert.match(hint("deep", { fell: 0 }), /wait until it stops/);
});

test("tasks say what else is missing", () => {
  assert.match(hint("line", { layers: [1] }), /Not the task’s/);
  assert.match(hint("fence", { layers: [3, 1] }), /Not the task’s/);
  assert.equal(hint("fence", { inputs: ["x1"] }), "Only x₁ and x₂ as inputs.");
  const reply = (changes) => TASKS.fence.reply({ ...STATES.fence, ...changes });
  assert.equal(reply({ layers: [4] }), "Right, but fewer units will do.");
  assert.match(reply({ layers: [4], off: ["1.2"] }), /three close a triangle/);
  assert.equal(hint("fence", { layers: [2] }), "");
  assert.match(
    hint("fence", { layers: [3], test: 0.9, over: true }),
    /so far 90.0%\.$/,
  );
  assert.match(hint("fence", { layers: [2], test: 0.9, over: true }), /add a unit/);
  assert.equal(hint("fence", { layers: [2], updates: 0 }), "Now press Run.");
  assert.match(hint("input", { layers: [1] }), /Not the task’s/);
  assert.equal(hint("spiral", { inputs: ["x2"] }), "Only x₁ and x₂ as inputs.");
});
