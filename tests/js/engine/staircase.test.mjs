import assert from "node:assert/strict";
import test from "node:test";

import {
  equalPlaces,
  errors,
  middles,
  randomStart,
  samples,
  staircase,
  TARGETS,
} from "../../../annutils/widgets/js/engine/staircase.js";
import { Trainer } from "../../../annutils/widgets/js/engine/trainer.js";
import { close } from "../close.mjs";

const matched = (target, n) => {
  const places = equalPlaces(n);
  return staircase(places, middles(places).map(target.value), 500 * n);
};

test("a staircase takes the values of the curve in the middle of each piece", () => {
  const network = matched(TARGETS.wave, 8);
  const X = Float64Array.from(middles(equalPlaces(8)));
  close(network.forward(X, 8), Array.from(X, TARGETS.wave.value), 1e-9);
});

test("the error of equal pieces stays below its bound, S / 2N", () => {
  for (const n of [4, 8, 16]) {
    const { largest } = errors(matched(TARGETS.wave, n), samples(TARGETS.wave));
    assert.ok(largest < (6 * Math.PI) / (2 * n), `${n}: ${largest}`);
  }
});

test("the middles of equal pieces are equally spaced", () => {
  close(middles(equalPlaces(4)), [0.125, 0.375, 0.625, 0.875], 1e-12);
});

for (const [name, start] of [
  [
    "a staircase",
    () => staircase(equalPlaces(6), [-0.8, -0.5, 0.6, 0.5, -0.6, -0.8], 30),
  ],
  ["a random start", () => randomStart(6, 20, 0)],
]) {
  test(`gradient descent lowers the error of ${name}`, () => {
    const network = start();
    const data = samples(TARGETS.hill);
    const settings = {
      layers: [network.sizes[1]],
      activation: "sigmoid",
      batchSize: 1000,
    };
    Object.assign(settings, { loss: "mean_squared_error", optimizer: "adam" });
    const trainer = new Trainer(data, { ...settings, learningRate: 0.02, seed: 0 });
    trainer.network.theta.set(network.theta);
    for (let step = 0; step < 2000; step++) trainer.step();
    assert.ok(
      errors(trainer.network, data).meanSquared <
        0.5 * errors(network, data).meanSquared,
    );
  });
}
