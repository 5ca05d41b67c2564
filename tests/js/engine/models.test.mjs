import assert from "node:assert/strict";
import test from "node:test";

import { boundary, cut, rectangle } from "../../../annutils/widgets/js/engine/halfplane.js";
import { History } from "../../../annutils/widgets/js/engine/history.js";
import { Perceptron, PRESETS } from "../../../annutils/widgets/js/engine/perceptron.js";
import { SURFACES } from "../../../annutils/widgets/js/engine/surfaces.js";
import { Walk, WALKERS } from "../../../annutils/widgets/js/engine/walk.js";
import { outcome } from "../../../annutils/widgets/js/figures/perceptron/words.js";
import { close } from "../close.mjs";

function run(points, rate = 1, most = 5000) {
  const model = new Perceptron(rate);
  for (let i = 0; i < most && !model.solved && !model.cycle; i++) model.step(points);
  return model;
}

test("the perceptron separates what a line separates", () => {
  for (const name of ["separable", "narrow", "and"]) {
    const model = run(PRESETS[name]);
    assert.ok(model.solved, name);
    assert.equal(model.mistakes(PRESETS[name]), 0);
  }
});

test("on XOR the weights come back: the perceptron goes in circles", () => {
  const model = run(PRESETS.xor);
  assert.ok(model.cycle > 0);
  assert.equal(model.solved, false);
});

test("after many epochs it is said that perhaps no line is right", () => {
  const crossed = [[-1, -1, 0], [-1, 1, 1], [1, -1, 1], [1.03, 0.91, 0]];
  const said = (points, most) => outcome(run(points, 1, most), points);
  assert.match(said(crossed, 400), /perhaps no line/);
  assert.doesNotMatch(said(crossed, 40), /perhaps no line/);
  assert.match(said(PRESETS.narrow), /done/);
});

test("the learning rate changes no answer where decimals are rounded, too", () => {
  const moved = PRESETS.separable.map((point) => [...point]);
  moved[6][0] = 0.4;
  const [one, tenth] = [run(moved, 1), run(moved, 0.1)];
  assert.deepEqual([tenth.updates, tenth.epoch], [one.updates, one.epoch]);
});

test("the learning rate scales the weights and changes no answer", () => {
  const [one, half] = [run(PRESETS.separable, 1), run(PRESETS.separable, 0.5)];
  assert.equal(one.updates, half.updates);
  close(one.w.map((value) => value / 2), half.w, 1e-12);
});

test("a step on a wrong sample adds it to the weights, one on a right sample nothing", () => {
  const model = new Perceptron(0.5);
  assert.deepEqual(model.step([[2, -1, 0]]), { index: 0, z: 0, error: -1 });
  assert.deepEqual([...model.w, model.b], [-1, 0.5, -0.5]);
  assert.equal(model.step([[2, -1, 0]]).error, 0);
  assert.deepEqual([...model.w, model.b], [-1, 0.5, -0.5]);
});

test("a square cut by its middle line leaves two halves", () => {
  const square = rectangle([0, 2], [0, 2]);
  assert.deepEqual(cut(square, ([x]) => x - 1), [[1, 0], [2, 0], [2, 2], [1, 2]]);
  assert.deepEqual(boundary([0, 2], [0, 2], ([x]) => x - 1), [[1, 0], [1, 2]]);
  assert.deepEqual(cut(square, () => -1), []);
});

test("the gradient of every surface is that of finite differences", () => {
  const h = 1e-6;
  for (const { value, gradient, start: [u, v] } of Object.values(SURFACES)) {
    const slopes = [value(u + h, v) - value(u - h, v), value(u, v + h) - value(u, v - h)];
    close(gradient(u, v), slopes.map((slope) => slope / (2 * h)), 1e-6);
  }
});

test("every surface is flat at its minima, and nowhere below zero", () => {
  for (const { gradient, minima, value, x, y } of Object.values(SURFACES)) {
    for (const place of minima) close(gradient(...place), [0, 0], 1e-3);
    for (let i = 0; i <= 20; i++) {
      for (let j = 0; j <= 20; j++) {
        const place = [x[0] + (i / 20) * (x[1] - x[0]), y[0] + (j / 20) * (y[1] - y[0])];
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
  for (const name of WALKERS) {
    const walk = new Walk(SURFACES.bowl, [-8, 1.5], name, 0.02, 0.9);
    const before = walk.loss;
    for (let step = 0; step < 100; step++) walk.step();
    assert.ok(walk.loss < before, name);
  }
});

test("a history without test losses has no test curve", () => {
  const history = new History();
  history.add([0, 0.7]);
  assert.deepEqual(history.curve(1), [[0, 0.7]]);
  assert.deepEqual(history.curve(2), []);
});

test("a long history is thinned out and keeps its beginning and its course", () => {
  const history = new History();
  for (let epoch = 0; epoch < 10000; epoch++) history.add([epoch, 1 / (epoch + 1), 1]);
  const curve = history.curve(1);
  assert.ok(curve.length < 400);
  assert.equal(curve[0][0], 0);
  assert.ok(curve[curve.length - 1][0] > 9900);
});
