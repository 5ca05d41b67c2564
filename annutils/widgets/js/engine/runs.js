// Runs that were computed beforehand, found by their settings.

import { unpack } from "./compact.js";
import { Network } from "./network.js";

/** @import { Packed } from "./compact.js" */
/** @import { Values } from "./options.js" */

/**
 * @typedef {object} Run
 * @property {number} size units of the hidden layer
 * @property {number} l1
 * @property {number} l2
 * @property {number} dropout
 * @property {number[]} train error on training data: mean and half its 95% interval
 * @property {number[]} test error on new data
 * @property {Packed} network all parameters of the first seed's network
 */

/** @type {("size" | "l1" | "l2" | "dropout")[]} */
export const SETTINGS = ["size", "l1", "l2", "dropout"];

export class Runs {
  /** @param {Run[]} records */
  constructor(records) {
    this.records = records;
    /** The values of each setting, in order. @type {Record<string, number[]>} */
    this.grid = {};
    for (const name of SETTINGS) {
      const values = new Set(records.map((run) => run[name]));
      this.grid[name] = [...values].sort((a, b) => a - b);
    }
  }

  /**
   * The value of the grid that is closest to a number.
   * @param {string} name
   * @param {number} value
   */
  nearest(name, value) {
    const away = (/** @type {number} */ other) => Math.abs(other - value);
    return this.grid[name].reduce((best, other) =>
      away(other) < away(best) ? other : best,
    );
  }

  /** @param {Values} wanted */
  find(wanted) {
    return this.records.find((run) =>
      SETTINGS.every((name) => run[name] === wanted[name]),
    );
  }

  /**
   * The network of a run: two inputs, tanh units, one logit.
   * @param {Run} run
   */
  network({ size, network }) {
    return new Network([2, size, 1], "tanh", unpack(network));
  }
}

/**
 * How often numbers fall into each of n bins between -reach and reach; those outside are
 * counted at the ends.
 * @param {ArrayLike<number>} values
 * @param {number} n
 * @param {number} reach
 * @returns {number[]}
 */
export function histogram(values, n, reach) {
  const counts = new Array(n).fill(0);
  for (const value of Array.from(values)) {
    const bin = Math.floor((n * (value + reach)) / (2 * reach));
    counts[Math.min(n - 1, Math.max(0, bin))] += 1;
  }
  return counts;
}
