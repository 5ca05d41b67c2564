// Two spirals, a network that learns to tell them apart, and the boundary that it draws.

import { makeData } from "../../engine/datasets.js";
import { Trainer } from "../../engine/trainer.js";

const POINTS = { m: 160, noise: 0.06, seed: 3 };
const NETWORK = {
  layers: [8, 8],
  activation: "tanh",
  optimizer: "adam",
  learningRate: 0.014,
  batchSize: POINTS.m, // one update an epoch: the boundary moves without trembling
};
const MOST = 400; // epochs; it takes 70 to 160
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
    return this.result.accuracy === 1;
  }

  get ended() {
    return this.learned || this.epoch >= MOST;
  }

  /**
   * Where each unit of the first layer is undecided, w x + b = 0, and how much it counts:
   * the length of its weights to the next layer, as a share of the longest.
   */
  lines() {
    const { sizes, parameters } = this.trainer.network;
    const [W, b] = [parameters.W[1], parameters.b[1]]; // (2, 8) and (8)
    const n = sizes[2];
    const lengths = Array.from(b, (_, unit) =>
      Math.hypot(...parameters.W[2].subarray(unit * n, (unit + 1) * n)),
    );
    return Array.from(b, (bias, unit) => ({
      w: [W[unit], W[b.length + unit]],
      b: bias,
      strength: lengths[unit] / Math.max(...lengths),
    }));
  }

  /**
   * What a unit of the first layer itself answers at each place, from -1 to 1.
   * @param {number} unit from 1
   * @param {Float64Array} places
   */
  alone(unit, places) {
    const { w, b } = this.lines()[unit - 1];
    return Float64Array.from({ length: places.length / 2 }, (_, k) =>
      Math.tanh(w[0] * places[2 * k] + w[1] * places[2 * k + 1] + b),
    );
  }

  /**
   * Ask something while a unit of the first layer answers 0 everywhere.
   * @template T
   * @param {number} unit from 1, or 0 for none of them
   * @param {() => T} ask
   */
  without(unit, ask) {
    const { network } = this.trainer;
    network.off[1] = unit ? [unit - 1] : [];
    const answer = ask();
    network.off[1] = [];
    return answer;
  }

  /**
   * The points that are wrong without a unit.
   * @param {number} unit from 1
   */
  wrongWithout(unit) {
    const { X, y, m } = this.data;
    const logits = this.without(unit, () => this.trainer.network.forward(X, m));
    const all = Array.from({ length: m }, (_, i) => i);
    return all.filter((i) => logits[i] > 0 !== (y[i] === 1));
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
 * The unit, from 1, whose line is nearest to a place, or 0 if none is near.
 * @param {{ w: number[], b: number }[]} lines
 * @param {number[]} place
 * @param {number} reach how far away a line may be
 */
export function nearest(lines, [x, y], reach) {
  const away = lines.map(({ w, b }) =>
    Math.abs((w[0] * x + w[1] * y + b) / Math.hypot(...w)),
  );
  const least = Math.min(...away);
  return least <= reach ? away.indexOf(least) + 1 : 0;
}
