import assert from "node:assert/strict";
import test from "node:test";

import { Perceptron, PRESETS } from "../../../annutils/widgets/js/engine/perceptron.js";
import {
  outcome,
  sentence,
} from "../../../annutils/widgets/js/figures/perceptron/words.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

function run(points, rate = 1, most = 5000) {
  const model = new Perceptron(rate);
  for (let i = 0; i < most && !model.solved && !model.cycle; i++) model.step(points);
  return model;
}

test("the perceptron separates what a line separates", () => {
  for (const name of ["separable", "narrow", "and"]) {
    const model = run(PRESETS[name].points);
    assert.ok(model.solved, name);
    assert.equal(model.mistakes(PRESETS[name].points), 0);
  }
});

test("on the corners of XOR the weights soon come back, on other places long not", () => {
  const corners = [
    [-1, -1, 0],
    [-1, 1, 1],
    [1, -1, 1],
    [1, 1, 0],
  ];
  const model = run(corners);
  assert.ok(model.cycle > 0);
  assert.ok(model.updates < 10);
  assert.equal(model.solved, false);
  const wandering = run(PRESETS.xor.points, 1, 400);
  assert.deepEqual([wandering.cycle, wandering.solved], [0, false]);
  assert.ok(wandering.updates > 200);
});

test("it begins where it is told to", () => {
  const { w, b } = new Perceptron(1, [0.2, 1], -1);
  assert.deepEqual([...w, b], [0.2, 1, -1]);
});

test("after many epochs it is said that perhaps no line is right", () => {
  const crossed = [
    [-1, -1, 0],
    [-1, 1, 1],
    [1, -1, 1],
    [1.03, 0.91, 0],
  ];
  const said = (points, most) => outcome(run(points, 1, most), points);
  assert.match(said(crossed, 400), /perhaps no line/);
  assert.doesNotMatch(said(crossed, 40), /perhaps no line/);
  assert.match(said(PRESETS.narrow.points), /done/);
});

test("the learning rate changes no answer where decimals are rounded, too", () => {
  const moved = PRESETS.separable.points.map((point) => [...point]);
  moved[6][0] = 0.4;
  const [one, tenth] = [run(moved, 1), run(moved, 0.1)];
  assert.deepEqual([tenth.updates, tenth.epoch], [one.updates, one.epoch]);
});

test("the learning rate scales the weights and changes no answer", () => {
  const [one, half] = [
    run(PRESETS.separable.points, 1),
    run(PRESETS.separable.points, 0.5),
  ];
  assert.equal(one.updates, half.updates);
  close(
    one.w.map((value) => value / 2),
    half.w,
    1e-12,
  );
});

test("a step on a wrong sample adds it to the weights, one on a right sample nothing", () => {
  const model = new Perceptron(0.5);
  assert.deepEqual(model.step([[2, -1, 0]]), { index: 0, z: 0, error: -1 });
  assert.deepEqual([...model.w, model.b], [-1, 0.5, -0.5]);
  assert.equal(model.step([[2, -1, 0]]).error, 0);
  assert.deepEqual([...model.w, model.b], [-1, 0.5, -0.5]);
});

for (const [name, expected] of Object.entries(vectors.perceptron)) {
  test(`the rule goes the way that Python computes: ${name}`, () => {
    const model = run(expected.points);
    close([...model.w, model.b], expected.theta, 1e-9);
    const { cycle, epoch, updates } = model;
    assert.deepEqual(
      [cycle, epoch, updates],
      [expected.cycle, expected.epochs, expected.updates],
    );
    assert.equal(model.solved, expected.cycle === 0);
    assert.ok(model.ended);
  });
}

test("other points begin the epoch anew, and what was learned stays", () => {
  const model = new Perceptron();
  assert.equal(model.learningRate, 1);
  const points = [
    [1, 2, 0],
    [-3, 1, 1],
  ];
  model.step(points);
  assert.deepEqual([model.next, model.wrong, model.w, model.b], [1, 1, [-1, -2], -1]);
  model.forget();
  assert.deepEqual(
    [model.next, model.wrong, model.solved, model.cycle],
    [0, 0, false, 0],
  );
  assert.deepEqual([...model.seen], [["-1,-2,-1", 0]]);
  assert.equal(model.mistakes(points), 0);
  assert.equal(model.predict([0, -0.5]), 1); // z = 0
});

test("a step is told with its numbers", () => {
  const model = new Perceptron();
  assert.equal(
    sentence(null, model),
    "The line is that of w = (0.00, 0.00), b = 0.00.",
  );
  const wrong = sentence(
    model.step([
      [2, -1, 0],
      [0, 1, 1],
    ]),
    model,
  );
  assert.equal(
    wrong,
    "Sample 1: z = 0.00, predicted 1, wrong: w ← w − η x, b ← b − η. " +
      "Now w = (−2.00, 1.00), b = −1.00.",
  );
  const right = sentence(
    model.step([
      [2, -1, 0],
      [0, 1, 1],
    ]),
    model,
  );
  assert.equal(right, "Sample 2: z = 0.00, predicted 1, right. Nothing changes.");
});
