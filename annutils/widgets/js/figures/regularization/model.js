// Networks that were trained beforehand with one remedy each, in ever larger strength.

import { contours } from "../../engine/contour.js";
import { densities, trueProbability } from "../../engine/moons.js";
import { Network } from "../../engine/network.js";
import { rounded } from "../../engine/number_text.js";
import { unpack } from "../../engine/packed.js";

/**
 * @import { Packed } from "../../engine/packed.js"
 */

/**
 * One strength of a remedy: errors are means over all training sets, in percent.
 * @typedef {object} Try
 * @property {number} strength
 * @property {number} seen error on the training samples
 * @property {number[]} new error on new samples: mean, and its 95% interval
 * @property {number[]} each the errors on new samples, one for each training set
 * @property {boolean} open whether the runs cannot tell it from the lowest
 * @property {Packed} network the parameters of the first training set's network
 */

/**
 * @typedef {object} Data
 * @property {number[][]} points
 * @property {number} noise of their source
 * @property {number} units
 * @property {Record<string, Try[]>} tries
 */

/** So many points above the lowest mean error are enough. */
export const NEAR = 1;
const SPECK = 5; // places of a line that nobody sees

/** What the figure knows of each remedy. */
export const REMEDIES = {
  l2: { label: "L2", axis: "regularization rate λ of L2" },
  dropout: { label: "Dropout", axis: "share p of units dropped" },
  stop: { label: "Early stopping", axis: "stopped after so many updates" },
};

/** The place of the lowest mean error. @param {Try[]} tries */
export function lowest(tries) {
  const means = tries.map((one) => one.new[0]);
  return means.indexOf(Math.min(...means));
}

/**
 * How many points above the lowest mean error a strength is, as both are shown.
 * @param {Try[]} tries
 * @param {number} k
 */
export function above(tries, k) {
  const [here, least] = [k, lowest(tries)].map((each) =>
    rounded(tries[each].new[0], 1),
  );
  return rounded(here - least, 1);
}

/**
 * The place of the strength that is closest.
 * @param {Try[]} tries
 * @param {number} wanted
 */
export function nearest(tries, wanted) {
  const gaps = tries.map(({ strength }) => Math.abs(strength - wanted));
  return gaps.indexOf(Math.min(...gaps));
}

/**
 * Whether a strength is too little (-1), enough (0) or too much (1): enough goes from the
 * lowest error to both sides, as far as it is near.
 * @param {Try[]} tries
 * @param {number} k
 */
export function verdict(tries, k) {
  const best = lowest(tries);
  const way = Math.sign(k - best);
  for (let i = best; i !== k; i += way) if (above(tries, i + way) > NEAR) return way;
  return 0;
}

/**
 * The numbers that a network gives at places of the plane, and its boundary among them.
 * @param {Try} one
 * @param {number} units
 * @param {Float64Array} places n * n, as `grid` makes them
 * @param {number} n
 */
export function seenBy({ network }, units, places, n) {
  const z = new Network([2, units, 1], "tanh", unpack(network)).forward(places, n * n);
  return { z, lines: contours(z, n).filter((line) => line.length > SPECK) };
}

/**
 * The true boundary, along which both classes are as likely.
 * @param {Data} data
 * @param {Float64Array} places n * n, as `grid` makes them
 * @param {number} n
 */
export const truth = ({ noise }, places, n) =>
  contours(
    trueProbability(places, noise).map((p) => p - 0.5),
    n,
  );

/**
 * The share of points that even the true boundary puts on the wrong side.
 * @param {number} noise
 */
export function leastError(noise) {
  const [step, far] = [noise / 2, 5 * noise]; // to a hundredth of a percent
  let [wrong, all] = [0, 0];
  for (let x = -1 - far; x < 2 + far; x += step) {
    for (let y = -0.5 - far; y < 1 + far; y += step) {
      const both = densities(x, y, noise);
      wrong += Math.min(...both);
      all += both[0] + both[1];
    }
  }
  return wrong / all;
}
