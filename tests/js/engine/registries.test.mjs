// What readers see and may choose, and with which numbers.

import assert from "node:assert/strict";
import test from "node:test";

import { ACTIVATIONS } from "../../../annutils/widgets/js/engine/activations.js";
import {
  Adam,
  OPTIMIZERS,
  RMSprop,
  SGD,
} from "../../../annutils/widgets/js/engine/optimizers.js";
import { steps } from "../../../annutils/widgets/js/engine/options.js";
import { OPTIONS } from "../../../annutils/widgets/js/engine/playground.js";

test("activations have their values and derivatives at and beside the kink", () => {
  const at = (name, z) => {
    const { value, derivative } = ACTIVATIONS[name];
    return [value(z), derivative(z, value(z))];
  };
  assert.deepEqual(
    [-1, 0, 2].map((z) => at("step", z)),
    [
      [0, 0],
      [1, 0],
      [1, 0],
    ],
  );
  assert.deepEqual(
    [-1, 0, 2].map((z) => at("relu", z)),
    [
      [0, 0],
      [0, 0],
      [2, 1],
    ],
  );
  assert.deepEqual(
    [-1, 0, 2].map((z) => at("leaky_relu", z)),
    [
      [-0.2, 0.2],
      [0, 0.2],
      [2, 1],
    ],
  );
  assert.deepEqual(
    [-1, 0, 2].map((z) => at("linear", z)),
    [
      [-1, 1],
      [0, 1],
      [2, 1],
    ],
  );
});

test("blue and orange stand for these outputs", () => {
  const ranges = Object.entries(ACTIVATIONS).map(([name, { range }]) => [
    name,
    ...range,
  ]);
  assert.deepEqual(ranges, [
    ["step", 0, 1],
    ["sigmoid", 0, 1],
    ["tanh", -1, 1],
    ["relu", 0, 4],
    ["leaky_relu", -4, 4],
    ["linear", -4, 4],
  ]);
  const levels = Object.values(ACTIVATIONS).map(({ level }) => [level(0), level(1)]);
  assert.deepEqual(levels, [
    [-1, 1],
    [-1, 1],
    [0, 1],
    [0, 0.5],
    [0, 0.5],
    [0, 0.5],
  ]);
});

test("optimizers have Keras's defaults", () => {
  const { learningRate, momentum } = new SGD();
  assert.deepEqual([learningRate, momentum], [0.01, 0]);
  const rmsprop = new RMSprop();
  assert.deepEqual(
    [rmsprop.learningRate, rmsprop.rho, rmsprop.epsilon],
    [0.001, 0.9, 1e-7],
  );
  const adam = new Adam();
  assert.deepEqual(
    [adam.learningRate, adam.beta1, adam.beta2, adam.epsilon],
    [0.001, 0.9, 0.999, 1e-7],
  );
});

test("an optimizer is made, and written in Keras, with its learning rate", () => {
  const made = Object.values(OPTIMIZERS).map(({ make }) => make(0.5));
  assert.deepEqual(
    made.map((each) => each.constructor),
    [SGD, SGD, RMSprop, Adam],
  );
  assert.deepEqual(
    made.map((each) => each.learningRate),
    [0.5, 0.5, 0.5, 0.5],
  );
  assert.deepEqual(
    made.slice(0, 2).map((each) => each.momentum),
    [0, 0.9],
  );
  assert.equal(OPTIMIZERS.momentum.make(0.5, 0.3).momentum, 0.3);
  assert.deepEqual(
    Object.values(OPTIMIZERS).map(({ keras }) => keras(0.5)),
    [
      "keras.optimizers.SGD(0.5)",
      "keras.optimizers.SGD(0.5, momentum=0.9)",
      "keras.optimizers.RMSprop(0.5)",
      "keras.optimizers.Adam(0.5)",
    ],
  );
});

test("an optimizer's epsilon keeps a step from a gradient of zero finite", () => {
  for (const optimizer of [new RMSprop(), new Adam()]) {
    const theta = Float64Array.of(1);
    optimizer.update(theta, [0]);
    assert.equal(theta[0], 1);
  }
  const small = Float64Array.of(0);
  new RMSprop({ learningRate: 1, rho: 0, epsilon: 3 }).update(small, [1]);
  assert.equal(small[0], -0.5); // 1 / sqrt(1 + 3)
});

test("the playground offers these numbers", () => {
  const offered = Object.entries(OPTIONS).filter(([, { values }]) => values);
  const written = offered.map(([name, { fallback, range, values }]) => {
    const shown =
      values.length > 12
        ? `${values[0]} ${values[1]} .. ${values.at(-1)}`
        : values.join(" ");
    return `${name} ${fallback} in ${range.join("..")}: ${shown}`;
  });
  assert.deepEqual(written, [
    "rate 0.03 in 0.0001..10: 0.0001 0.0003 0.001 0.003 0.01 0.03 0.1 0.3 1 3 10",
    "batch 10 in 1..400: 1 2 5 10 20 50 100 200 400",
    "l1 0 in 0..1: 0 0.0001 0.001 0.003 0.01 0.03 0.1",
    "l2 0 in 0..1: 0 0.0001 0.001 0.003 0.01 0.03 0.1",
    "dropout 0 in 0..0.8: 0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8",
    "noise 0.1 in 0..1: 0 0.05 .. 1",
    "share 0.5 in 0.1..0.9: 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9",
    "seed 0 in 0..9999: 0 1 .. 99",
  ]);
  assert.equal(OPTIONS.seed.read("1.5"), undefined);
  assert.deepEqual(OPTIONS.layers.read("8-8-8-8-8-8"), [8, 8, 8, 8, 8, 8]);
  assert.equal(OPTIONS.layers.read("8-8-8-8-8-8-8"), undefined);
  assert.equal(OPTIONS.layers.read("9"), undefined);
  assert.deepEqual(
    [OPTIONS.layers.fallback, OPTIONS.inputs.fallback],
    [
      [4, 2],
      ["x1", "x2"],
    ],
  );
});

test("steps are equally spaced, without rounding errors", () => {
  assert.deepEqual(steps(0.1, 0.5, 0.2), [0.1, 0.3, 0.5]);
  assert.deepEqual(steps(-1, 1, 1), [-1, 0, 1]);
  assert.deepEqual(steps(0, 0.3, 0.1), [0, 0.1, 0.2, 0.3]);
});
