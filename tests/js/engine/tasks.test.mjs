import assert from "node:assert/strict";
import test from "node:test";

import { TASKS } from "../../../annutils/widgets/js/engine/tasks.js";

/** What a reader has made who is all but done. */
const STATES = [
  { data: "blobs", layers: [] },
  { data: "circles", layers: [3], inputs: ["x1", "x2"] },
  { data: "circles", layers: [], inputs: ["x1x1", "x2x2"] },
  { data: "spiral", layers: [8], inputs: ["x1", "x2"] },
  {},
  { noise: 0.3, train: 0.9, test: 0.8 },
];
const hint = (index, changes = {}) =>
  TASKS[index].hint({
    updates: 1,
    test: 0.95,
    trouble: "",
    ...STATES[index],
    ...changes,
  });

test("the first four tasks want 95% of the test points, after training", () => {
  for (let index = 0; index < 4; index++) {
    assert.equal(hint(index), "");
    assert.equal(hint(index, { updates: 0 }), "Now press Run.");
    const missing = "So far 94% of the test points; 95% are wanted.";
    assert.ok(hint(index, { test: 0.9499 }).startsWith(missing));
    const other = `Choose the data set: ${STATES[index].data}.`;
    assert.ok(hint(index, { data: "moons" }).startsWith(other));
  }
});

test("tasks say what else is missing", () => {
  assert.equal(hint(0, { layers: [1] }), "Take all hidden layers away.");
  assert.equal(hint(1, { layers: [3, 1] }), "One hidden layer, please.");
  assert.equal(hint(1, { inputs: ["x1"] }), "Only x₁ and x₂ as inputs.");
  assert.equal(hint(1, { layers: [4] }), "Right, but fewer units will do.");
  assert.equal(hint(1, { layers: [2] }), "");
  const few = "So far 90% of the test points; 95% are wanted.";
  assert.equal(hint(1, { layers: [3], test: 0.9 }), few);
  const fence = `${few} Each unit is a line: how many close a fence?`;
  assert.equal(hint(1, { layers: [2], test: 0.9 }), fence);
  assert.equal(hint(2, { layers: [1] }), "Take all hidden layers away.");
  assert.match(hint(2, { test: 0.9 }), /Which function .* all along a circle\?$/);
  assert.equal(hint(3, { inputs: ["x2"] }), "Only x₁ and x₂ as inputs.");
  assert.equal(hint(4, { trouble: "Diverged" }), "");
  assert.equal(hint(4, { updates: 0 }), "Choose, then press Run.");
  assert.match(hint(4), /^Still alive/);
});

test("overfitting is a gap of ten points, with noise", () => {
  assert.equal(hint(5), "");
  assert.equal(hint(5, { noise: 0.29 }), "More noise.");
  assert.equal(hint(5, { updates: 0 }), "Now press Run.");
  assert.match(hint(5, { test: 0.8001 }), /^$/); // 9.99, which is written 10.0
  assert.match(hint(5, { test: 0.805 }), /^The gap is 9 points\./);
  assert.match(hint(5, { test: 0.95 }), /^The gap is 0 points\./);
});
