// The perceptron's learning rule in the plane, one sample at a time.

import { rounded } from "./number_text.js";

const GATE = [-1.4, 2.4]; // what is shown around the corners of the unit square

/**
 * Points [x1, x2, label] to begin with, and what is shown around them of either axis.
 * @type {Record<string, { label: string, points: number[][], range?: number[] }>}
 */
export const PRESETS = {
  separable: {
    label: "Eight points",
    points: [
      [0.8, 1.4, 1],
      [-1.2, 0.6, 0],
      [1.5, 0.3, 1],
      [-0.6, -0.9, 0],
      [-0.5, 1.1, 1],
      [-1.5, -0.7, 0],
      [0.6, -0.6, 1],
      [0.3, -1.5, 0],
    ],
  },
  narrow: {
    label: "Narrow gap",
    points: [
      [-1.4, -0.4, 1],
      [-1.2, -0.9, 0],
      [-0.3, 0.5, 1],
      [-0.1, 0.1, 0],
      [0.6, 1.1, 1],
      [0.8, 0.7, 0],
      [1.4, 1.8, 1],
      [1.5, 1.2, 0],
    ],
  },
  and: {
    label: "AND",
    range: GATE,
    points: [
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ],
  },
  xor: {
    label: "XOR",
    range: GATE,
    points: [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ],
  },
};

/**
 * What a step saw: the error is 0 where the prediction was right, else 1 or -1.
 * @typedef {{ index: number, z: number, error: number }} Step
 */

/**
 * Sums of decimals without their rounding errors.
 * @param {number} value
 */
const exact = (value) => rounded(value, 9);

export class Perceptron {
  epoch = 0;
  updates = 0;
  next = 0; // index of the sample that comes next
  wrong = 0; // mistakes of this epoch
  solved = false;
  cycle = 0; // epochs after which the parameters come back; 0 while they do not
  /** The epochs at whose ends parameters were seen. @type {Map<string, number>} */
  seen = new Map();

  /**
   * @param {number} [learningRate]
   * @param {number[]} [w] the first weights
   * @param {number} [b] the first bias
   */
  constructor(learningRate = 1, w = [0, 0], b = 0) {
    this.learningRate = learningRate;
    this.w = w;
    this.b = b;
    this.forget();
  }

  /** The points are others now: begin the epoch anew and forget what was found. */
  forget() {
    this.next = 0;
    this.wrong = 0;
    this.solved = false;
    this.cycle = 0;
    this.seen = new Map([[this.state, this.epoch]]);
  }

  /** Whether going on would find nothing new. */
  get ended() {
    return this.solved || this.cycle > 0;
  }

  /** All parameters, as a text that can be compared. */
  get state() {
    return [...this.w, this.b].join();
  }

  /**
   * The pre-activation z = w . x + b.
   * @param {number[]} point
   */
  z([x, y]) {
    return exact(this.w[0] * x + this.w[1] * y + this.b);
  }

  /**
   * The class that it predicts: 1 where z is at least 0.
   * @param {number[]} point
   */
  predict(point) {
    return this.z(point) >= 0 ? 1 : 0;
  }

  /**
   * How many of the points [x, y, label] it gets wrong.
   * @param {number[][]} points
   */
  mistakes(points) {
    return points.filter((point) => this.predict(point) !== point[2]).length;
  }

  /**
   * Look at the next sample and, if it is predicted wrong, update.
   * @param {number[][]} points
   * @returns {Step}
   */
  step(points) {
    const index = this.next % points.length;
    const [x, y, label] = points[index];
    const z = this.z(points[index]);
    const error = label - (z >= 0 ? 1 : 0);
    if (error) {
      const change = this.learningRate * error;
      this.w = [x, y].map((value, k) => exact(this.w[k] + change * value));
      this.b = exact(this.b + change);
      this.updates += 1;
      this.wrong += 1;
    }
    this.next = index + 1;
    if (this.next === points.length) this.endEpoch();
    return { index, z, error };
  }

  /** An epoch without mistake is the last; weights that come back come back for ever. */
  endEpoch() {
    this.next = 0;
    this.epoch += 1;
    this.solved = this.wrong === 0;
    this.wrong = 0;
    const before = this.seen.get(this.state);
    if (!this.solved && before !== undefined) this.cycle = this.epoch - before;
    this.seen.set(this.state, this.epoch);
  }
}
