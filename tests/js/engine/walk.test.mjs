import assert from "node:assert/strict";
import test from "node:test";

import { SURFACES } from "../../../annutils/widgets/js/engine/surfaces.js";
import { WALKERS, Walk } from "../../../annutils/widgets/js/engine/walk.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

test("the gradient of every surface is that of finite differences", () => {
  const h = 1e-6;
  for (const {
    value,
    gradient,
    start: [u, v],
  } of Object.values(SURFACES)) {
    const slopes = [
      value(u + h, v) - value(u - h, v),
      value(u, v + h) - value(u, v - h),
    ];
    close(
      gradient(u, v),
      slopes.map((slope) => slope / (2 * h)),
      1e-6,
    );
  }
});

test("every surface is flat at its minima, and nowhere below zero", () => {
  for (const { gradient, minima, value, x, y } of Object.values(SURFACES)) {
    for (const place of minima) close(gradient(...place), [0, 0], 1e-3);
    for (let i = 0; i <= 20; i++) {
      for (let j = 0; j <= 20; j++) {
        const place = [
          x[0] + (i / 20) * (x[1] - x[0]),
          y[0] + (j / 20) * (y[1] - y[0]),
        ];
        assert.ok(value(...place) >= 0);
      }
    }
  }
});

test("plain descent converges below the rate 2/L and diverges above it", () => {
  const walk = (rate) => new Walk(SURFACES.bowl, [-8, 1.5], "plain", rate, 0);
  const [below, above] = [walk(0.199), walk(0.201)];
  for (let step = 0; step < 3000; step++) {
    below.step();
    above.step();
  }
  assert.ok(below.loss < 1e-9);
  assert.ok(above.diverged);
  assert.ok(above.theta.every(Number.isFinite));
});

test("every optimizer walks down the bowl", () => {
  for (const name of Object.keys(WALKERS)) {
    const walk = new Walk(SURFACES.bowl, [-8, 1.5], name, 0.02, 0.9);
    const before = walk.loss;
    for (let step = 0; step < 100; step++) walk.step();
    assert.ok(walk.loss < before, name);
  }
});

for (const [name, expected] of Object.entries(vectors.surfaces)) {
  test(`a surface has the values, the part that is shown and the start: ${name}`, () => {
    const { start, value, x, y } = SURFACES[name];
    const places = [[0, 0], [1, 0.5], [-1.2, 2], start];
    close(
      places.map(([u, v]) => value(u, v)),
      expected.values,
      1e-12,
    );
    assert.deepEqual([...x, ...y], expected.shown);
    assert.deepEqual(start, expected.start);
  });
}

for (const [name, path] of Object.entries(vectors.walks)) {
  test(`a walk goes the way that Python computes: ${name}`, () => {
    const walk = new Walk(SURFACES.bowl, [-8, 1.5], name, 0.02, 0.8);
    for (let step = 1; step < path.length; step++) walk.step();
    close(walk.path.flat(), path.flat(), 1e-12);
    assert.equal(walk.steps, path.length - 1);
    assert.equal(walk.loss, SURFACES.bowl.value(...walk.theta));
  });
}

test("a walk has diverged where a parameter is a million, and stays before that", () => {
  const line = { ...SURFACES.bowl, gradient: () => [-1, 0] };
  const walk = new Walk(line, [0, 0], "plain", 999_999, 0);
  walk.step();
  assert.equal(walk.diverged, false);
  walk.optimizer.learningRate = 1;
  walk.step();
  assert.equal(walk.diverged, true);
  assert.deepEqual([...walk.theta], [999_999, 0]);
  walk.step();
  assert.equal(walk.steps, 1);
});
