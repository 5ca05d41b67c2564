// Two spirals, a network that learns to tell them apart, and the boundary that it draws.

import { makeData } from "../../engine/datasets.js";
import { Trainer } from "../../engine/trainer.js";

const POINTS = { m: 160, noise: 0.06, seed: 1 };
const NETWORK = {
  layers: [16, 16],
  activation: "tanh",
  optimizer: "adam",
  learningRate: 0.007,
  batchSize: POINTS.m, // one update an epoch: the boundary moves without trembling
};
const LEARNED = 0.05; // the loss at which the boundary hardly moves any more
const MOST = 400; // epochs; it takes 100 to 170
export const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

/** Those of the first layer, from 1; 0 is none of them. */
export const UNITS = Array.from({ length: NETWORK.layers[0] + 1 }, (_, unit) => unit);

export class Learner {
  data = makeData("spiral", POINTS);

  /** @param {number} seed of the first weights */
  constructor(seed) {
    this.trainer = new Trainer(this.data, { ...NETWORK, seed });
    this.result = this.trainer.evaluate(this.data);
  }

  get epoch() {
    return this.trainer.epoch;
  }

  get learned() {
    return this.result.accuracy === 1 && this.result.loss <= LEARNED;
  }

  get ended() {
    return this.learned || this.epoch >= MOST;
  }

  /** Where each unit of the first layer is undecided: w x + b = 0. */
  lines() {
    const { parameters } = this.trainer.network;
    const [W, b] = [parameters.W[1], parameters.b[1]]; // (2, 16) and (16)
    return Array.from(b, (bias, unit) => ({
      w: [W[unit], W[b.length + unit]],
      b: bias,
    }));
  }

  /** @param {number} epochs at most */
  advance(epochs) {
    for (let count = 0; count < epochs && !this.ended; count++) {
      this.trainer.step();
      this.result = this.trainer.evaluate(this.data);
    }
  }
}

/**
 * The line on which a function of the plane is 0, in pieces: one or two for each square of
 * four neighboring places between which its sign changes.
 * @param {ArrayLike<number>} values at the n * n places, row by row
 * @param {ArrayLike<number>} places their coordinates, x and y in turn
 * @param {number} n
 */
export function zeroLine(values, places, n) {
  const pieces = [];
  for (let row = 0; row + 1 < n; row++) {
    for (let column = 0; column + 1 < n; column++) {
      const k = row * n + column;
      const around = [k, k + 1, k + n + 1, k + n];
      const ends = around.flatMap((from, side) => {
        const to = around[(side + 1) % 4];
        if (values[from] > 0 === values[to] > 0) return [];
        const t = values[from] / (values[from] - values[to]);
        const between = (/** @type {number} */ axis) =>
          places[2 * from + axis] +
          t * (places[2 * to + axis] - places[2 * from + axis]);
        return [[between(0), between(1)]];
      });
      for (let end = 0; end < ends.length; end += 2) {
        pieces.push(ends.slice(end, end + 2));
      }
    }
  }
  return pieces;
}
