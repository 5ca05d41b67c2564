import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { Learner, nearest, SEEDS, UNITS } = await import(
  `${js}/figures/learner/model.js`
);
const { zeroLine } = await import(`${js}/engine/zero_line.js`);

test("the spirals are learned from each of the first weights, within some seconds", () => {
  for (const seed of SEEDS) {
    const learner = new Learner(seed);
    assert.ok(learner.result.accuracy < 0.7, "it knows them before it has learned");
    learner.advance(60);
    assert.equal(learner.ended, false, `seed ${seed} leaves nothing to watch`);
    learner.advance(140);
    assert.equal(learner.learned, true, `seed ${seed}: ${learner.result.accuracy}`);
    const { epoch } = learner;
    learner.advance(5);
    assert.equal(learner.epoch, epoch);
  }
});

test("a unit of the first layer is undecided on its line, and only there", () => {
  const learner = new Learner(2);
  learner.advance(10);
  const { network } = learner.trainer;
  const lines = learner.lines();
  assert.equal(lines.length, UNITS.length - 1);
  for (const [unit, { w, b }] of lines.entries()) {
    const foot = w.map((weight) => (-b * weight) / (w[0] ** 2 + w[1] ** 2));
    network.forward(Float64Array.from([...foot, foot[0] + w[0], foot[1] + w[1]]), 2);
    assert.ok(Math.abs(network.Z[1][unit]) < 1e-12);
    assert.ok(network.Z[1][8 + unit] > 0);
  }
});

test("alone, a unit answers as the network's first layer does", () => {
  const learner = new Learner(1);
  const places = Float64Array.from([0.5, -1, 2, 1.5, 0, 0]);
  const { network } = learner.trainer;
  network.forward(places, 3);
  const third = [0, 1, 2].map((k) => network.A[1][8 * k + 2]);
  close([...learner.alone(3, places)], third, 1e-12);
});

test("a unit counts by its weights to the next layer, the strongest one whole", () => {
  const learner = new Learner(0);
  const strengths = learner.lines().map(({ strength }) => strength);
  assert.equal(Math.max(...strengths), 1);
  learner.trainer.network.parameters.W[2].fill(0, 8, 16);
  const [first, second] = learner.lines();
  assert.equal(second.strength, 0);
  assert.ok(first.strength > 0);
});

test("without a unit, points are wrong, and the network is whole again afterwards", () => {
  const learner = new Learner(0);
  learner.advance(200);
  const wrong = UNITS.slice(1).map((unit) => learner.wrongWithout(unit).length);
  assert.ok(wrong.some((count) => count > 40) && wrong.some((count) => count < 10));
  const { network } = learner.trainer;
  const { X, y, m } = learner.data;
  network.parameters.W[2].fill(0, 8, 16); // what the next layer hears of the second
  const logits = network.forward(X, m);
  const counted = y.filter((label, i) => logits[i] > 0 !== (label === 1)).length;
  assert.equal(counted, wrong[1]);
});

test("the nearest line is found, if one is near enough", () => {
  const lines = [
    { w: [2, 0], b: -2 }, // x = 1
    { w: [0, 1], b: 1 }, // y = -1
  ];
  assert.equal(nearest(lines, [1.1, 3], 0.2), 1);
  assert.equal(nearest(lines, [-2, -0.9], 0.2), 2);
  assert.equal(nearest(lines, [0, 0], 0.2), 0);
});

test("the same seed learns in the same way", () => {
  const [one, other] = [new Learner(3), new Learner(3)];
  one.advance(20);
  for (let count = 0; count < 20; count++) other.advance(1);
  assert.deepEqual(one.result, other.result);
});

test("where a function changes its sign, there is a line, and nowhere else", () => {
  const places = [0, 1, 1, 1, 0, 0, 1, 0]; // a square, from the upper left corner on
  assert.deepEqual(zeroLine([1, 1, 1, 1], places, 2), []);
  assert.deepEqual(zeroLine([-1, 3, -1, 3], places, 2), [
    [
      [0.25, 1],
      [0.25, 0],
    ],
  ]);
  assert.equal(zeroLine([1, -1, -1, 1], places, 2).length, 2);
});
