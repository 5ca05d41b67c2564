import assert from "node:assert/strict";
import test from "node:test";

import { TASKS } from "../../../annutils/widgets/js/engine/tasks.js";

/** What a reader has made who is all but done. */
const STATES = {
  line: { data: "blobs", layers: [] },
  fence: { data: "circles", layers: [3], off: [], inputs: ["x1", "x2"] },
  input: { data: "circles", layers: [], inputs: ["x1x1", "x2x2"] },
  spiral: { data: "spiral", layers: [8], inputs: ["x1", "x2"] },
  diverge: {},
  noise: { noise: 0.3, train: 0.9, test: 0.8 },
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
    const missing = "95% of the test points; so far it is 94.9%.";
    assert.ok(hint(name, { test: 0.9499 }).startsWith(missing));
    const other = `Choose the data: ${STATES[name].data}.`;
    assert.ok(hint(name, { data: "moons" }).startsWith(other));
  }
});

test("sealed points give the verdict", () => {
  for (const name of BY_TEST) {
    assert.equal(TASKS[name].short(0.95), "");
    assert.match(TASKS[name].short(0.9499), /^95% are wanted/);
  }
  assert.equal(TASKS.diverge.short, undefined);
  assert.equal(TASKS.noise.short(0.8, { train: 0.9 }), "");
  assert.match(TASKS.noise.short(0.81, { train: 0.9 }), /^The gap is 9 points/);
});

test("tasks say what else is missing", () => {
  assert.equal(hint("line", { layers: [1] }), "Take all hidden layers away.");
  assert.equal(hint("fence", { layers: [3, 1] }), "One hidden layer, please.");
  assert.equal(hint("fence", { inputs: ["x1"] }), "Only x₁ and x₂ as inputs.");
  const fewer = "Right, but fewer units will do.";
  assert.equal(hint("fence", { layers: [4] }), fewer);
  assert.equal(hint("fence", { layers: [4], off: ["1.2"] }), "");
  assert.equal(hint("fence", { layers: [2] }), "");
  const fence = "Each unit is a line: how many close a fence?";
  assert.ok(!hint("fence", { layers: [3], test: 0.9 }).includes(fence));
  assert.ok(hint("fence", { layers: [2], test: 0.9 }).endsWith(fence));
  assert.equal(hint("fence", { layers: [2], updates: 0 }), "Now press Run.");
  assert.equal(hint("input", { layers: [1] }), "Take all hidden layers away.");
  assert.match(hint("input", { test: 0.9 }), /Which function .* all along a circle\?$/);
  assert.equal(hint("spiral", { inputs: ["x2"] }), "Only x₁ and x₂ as inputs.");
  assert.equal(hint("diverge", { trouble: "Diverged" }), "");
  assert.equal(hint("diverge", { updates: 0 }), "Choose, then press Run.");
  assert.match(hint("diverge"), /^Still alive/);
});

test("overfitting is a gap of ten points, with noise, on points that others are of", () => {
  assert.equal(hint("noise"), "");
  assert.match(hint("noise", { noise: 0.29 }), /^More noise/);
  assert.equal(hint("noise", { updates: 0 }), "Now press Run.");
  assert.equal(hint("noise", { test: 0.8001 }), ""); // 9.99, which is written 10.0
  assert.match(hint("noise", { test: 0.805 }), /^The gap is 9 points\./);
  assert.match(hint("noise", { test: 0.95 }), /^The gap is 0 points\./);
  assert.match(hint("noise", { data: "own", train: 1, test: 0 }), /^Take one of/);
});
