// Runs that were computed beforehand, found by their settings.

import { unpack } from "./compact.js";
import { Network } from "./network.js";

export const SETTINGS = ["size", "l1", "l2", "dropout"];

export class Runs {
  /** @param {object[]} records size, l1, l2, dropout, train, test and network of each */
  constructor(records) {
    this.records = records;
    this.grid = Object.fromEntries(
      SETTINGS.map((name) => [name, [...new Set(records.map((run) => run[name]))].sort((a, b) => a - b)]),
    );
  }

  /** The value of the grid that is closest to a number. */
  nearest(name, value) {
    const away = (other) => Math.abs(other - value);
    return this.grid[name].reduce((best, other) => (away(other) < away(best) ? other : best));
  }

  find(wanted) {
    return this.records.find((run) => SETTINGS.every((name) => run[name] === wanted[name]));
  }

  /** The network of a run: two inputs, tanh units, one logit. */
  network({ size, network }) {
    return new Network([2, size, 1], "tanh", unpack(network));
  }
}

/** How often numbers fall into each of n bins between -reach and reach; the rest at the ends. */
export function histogram(values, n, reach) {
  const counts = new Array(n).fill(0);
  for (const value of values) {
    const bin = Math.floor((n * (value + reach)) / (2 * reach));
    counts[Math.min(n - 1, Math.max(0, bin))] += 1;
  }
  return counts;
}
