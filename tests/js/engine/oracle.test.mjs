// Random numbers, data, training and curves are those that Python computes; ink by hand.

import assert from "node:assert/strict";
import test from "node:test";

import {
  fromPoints,
  makeData,
  split,
} from "../../../annutils/widgets/js/engine/datasets.js";
import { Ink, SIDE } from "../../../annutils/widgets/js/engine/ink.js";
import { extent, preprocess } from "../../../annutils/widgets/js/engine/preprocess.js";
import { Random } from "../../../annutils/widgets/js/engine/random.js";
import {
  largestError,
  samples,
  staircase,
  TARGETS,
} from "../../../annutils/widgets/js/engine/staircase.js";
import { Trainer } from "../../../annutils/widgets/js/engine/trainer.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

for (const { seed, uniform, normal, shuffled } of vectors.random) {
  test(`random numbers are Python's: seed ${seed}`, () => {
    const random = new Random(seed);
    close(
      uniform.map(() => random.uniform()),
      uniform,
      0,
    );
    close(
      normal.map(() => random.normal()),
      normal,
      1e-14,
    );
    assert.deepEqual(random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8]), shuffled);
  });
}

for (const [name, points] of Object.entries(vectors.data)) {
  test(`points are Python's: ${name}`, () => {
    const { X, y, m } = makeData(name, { m: 14, noise: 0.2, seed: 3 });
    assert.equal(m, 14);
    close(
      X,
      points.flatMap((point) => point.slice(0, 2)),
      1e-13,
    );
    assert.deepEqual(
      [...y],
      points.map(([, , label]) => label),
    );
  });
}

test("a split has at least one sample to train with, and no more than there are", () => {
  const four = fromPoints([
    [0, 1, 0],
    [2, 3, 1],
    [4, 5, 0],
    [6, 7, 1],
  ]);
  const parts = (share) => split(four, share).map(({ X, y, m }) => [[...X], [...y], m]);
  assert.deepEqual(parts(0), [
    [[0, 1], [0], 1],
    [[2, 3, 4, 5, 6, 7], [1, 0, 1], 3],
  ]);
  assert.deepEqual(
    parts(0.5).map(([, , m]) => m),
    [2, 2],
  );
  assert.deepEqual(
    parts(2).map(([, , m]) => m),
    [4, 0],
  );
  assert.deepEqual(
    split(fromPoints([]), 1).map(({ m }) => m),
    [0, 0],
  );
});

for (const { settings, points, steps, theta, loss, accuracy } of vectors.training) {
  test(`training goes the way that Python computes: ${settings.optimizer}`, () => {
    const data = fromPoints(points);
    const trainer = new Trainer(data, settings);
    for (let step = 0; step < steps; step++) assert.ok(trainer.step());
    close(trainer.network.theta, theta, 1e-11);
    const result = trainer.evaluate(data);
    close([result.loss, result.accuracy], [loss, accuracy], 1e-11);
    const batches = Math.ceil(20 / trainer.batchSize);
    assert.equal(trainer.epoch, Math.floor(steps / batches));
  });
}

for (const [name, values] of Object.entries(vectors.targets)) {
  test(`a curve is Python's: ${name}`, () => {
    close([0, 0.1, 0.381, 0.382, 0.5, 0.8, 1].map(TARGETS[name].value), values, 1e-14);
  });
}

test("errors are measured at 401 places from 0 to 1", () => {
  const { X, y, m } = samples(TARGETS.roof, 1);
  assert.deepEqual([m, X.length, X[0], X[1], X[400]], [401, 401, 0, 0.0025, 1]);
  close(y, Array.from(X, TARGETS.roof.value), 0);
  const flat = staircase(1, { label: "", value: () => 0.25 });
  const two = { X: Float64Array.of(0, 1), y: [0.5, -0.5], m: 2 };
  assert.equal(largestError(flat, two), 0.75);
});

test("a staircase has its parameters from the values in the middles", () => {
  const { sizes, theta } = staircase(4, { label: "", value: (x) => x });
  assert.deepEqual(sizes, [1, 3, 1]);
  const [steep, places] = [
    [4000, 4000, 4000],
    [-1000, -2000, -3000],
  ];
  assert.deepEqual([...theta], [...steep, ...places, 0.25, 0.25, 0.25, 0.125]);
});

test("a stroke is as thick as the pen, full in the middle and gray at its edge", () => {
  const ink = new Ink();
  ink.line([0.5, 0.5], [0.6, 0.5]);
  const at = (column, row) => ink.dots[row * SIDE + column];
  assert.deepEqual(
    [62, 63, 64, 70, 84, 90, 91].map((column) => at(column, 70)),
    [0, 0, 0.5, 1, 1, 0.5, 0],
  );
  assert.deepEqual(
    [63, 64, 75, 76, 77].map((row) => at(77, row)),
    [0, 0.5, 1, 0.5, 0],
  );
  close([at(66, 66)], [6.5 - Math.hypot(4, 4)], 1e-12);
  assert.deepEqual(extent(ink.dots), [64, 64, 91, 77]);
  ink.line([0.5, 0.5], [0.5, 0.5]); // ink that is there stays
  assert.equal(at(84, 70), 1);
  ink.clear();
  assert.ok(ink.dots.every((dot) => dot === 0));
});

test("ink at the edges of the sheet is all there", () => {
  const ink = new Ink();
  ink.line([0, 0], [0, 0]);
  ink.line([1, 1], [1, 1]);
  assert.equal(ink.dots[0], 1);
  assert.deepEqual(extent(ink.dots), [0, 0, SIDE, SIDE]);
  const faint = new Float64Array(SIDE * SIDE);
  faint[3] = 0.05;
  faint[SIDE + 4] = 0.049;
  assert.deepEqual(extent(faint), [3, 0, 4, 1]);
});

test("a square of ink fills the box of 20 pixels in the middle of the image", () => {
  const dots = new Float64Array(SIDE * SIDE);
  for (let row = 20; row < 60; row++) dots.fill(1, row * SIDE + 50, row * SIDE + 90);
  const image = preprocess(dots);
  const expected = image.map((_, k) => {
    const [column, row] = [k % 28, Math.floor(k / 28)];
    return Number(Math.min(column, row) >= 4 && Math.max(column, row) < 24);
  });
  assert.deepEqual(image, expected);
});

test("a pixel is the mean of its samples", () => {
  const dots = new Float64Array(SIDE * SIDE);
  // 30 wide and 60 high: three dots a pixel; the last column of dots is half as strong.
  for (let row = 40; row < 100; row++) {
    dots.fill(1, row * SIDE + 10, row * SIDE + 40);
    dots[row * SIDE + 39] = 0.5;
  }
  const middle = preprocess(dots).slice(14 * 28, 15 * 28);
  const total = middle.reduce((sum, ink) => sum + ink);
  close([total], [29.5 / 3], 0.35);
  assert.equal(middle[14], 1);
  assert.equal(
    middle.findIndex((ink) => ink > 0),
    9,
  );
});
