// Ten networks from ten training sets of two noisy arcs, their mean, and the truth.

import { unpack } from "../../engine/packed.js";

/** @import { Packed } from "../../engine/packed.js" */

/**
 * Networks of one width from training sets of one size, and what they have on average
 * over new points.
 * @typedef {object} Ten
 * @property {number} units
 * @property {number} samples
 * @property {number} bias2 squared bias, less what the chance of ten samples adds to it
 * @property {number} variance
 * @property {Packed[]} networks
 */

/** @typedef {{ xy: Packed, zeros: number }} Drawn the points of class 0 come first */

/** @typedef {{ noise: number, tens: Ten[], sets: Record<string, Drawn[]> }} Data */

export const COUNT = 10;

/**
 * The parameters of a record's networks: tanh units between two inputs and one output.
 * @param {Ten} ten
 */
export const networksOf = ({ networks }) => networks.map(unpack);

/**
 * What a network says at places of the plane, from 0 to 1. `engine/network.js` could say
 * it, but it also learns, which makes it too heavy for this page.
 * @param {ArrayLike<number>} theta of both weights, the biases and the way out, unit by
 *   unit, and the bias of the output
 * @param {Float64Array} places
 */
export function probabilities(theta, places) {
  const units = (theta.length - 1) / 4;
  return Float64Array.from({ length: places.length / 2 }, (_, k) => {
    const [x, y] = [places[2 * k], places[2 * k + 1]];
    let z = theta[4 * units];
    for (let u = 0; u < units; u++) {
      const inner = theta[u] * x + theta[units + u] * y + theta[2 * units + u];
      z += theta[3 * units + u] * Math.tanh(inner);
    }
    return 1 / (1 + Math.exp(-z));
  });
}

/** @param {number[]} values */
export const mean = (values) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far values are from their mean, as a rule. @param {number[]} values */
export function deviation(values) {
  const middle = mean(values);
  const squares = values.map((value) => (value - middle) ** 2);
  return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / (values.length - 1));
}

/**
 * The means of several networks, place by place.
 * @param {Float64Array[]} said
 */
export const meanOf = (said) =>
  said[0].map((_, k) => mean(said.map((values) => values[k])));

/**
 * The points of a training set, as [x1, x2, class].
 * @param {Drawn} drawn
 */
export function pointsOf({ xy, zeros }) {
  const flat = unpack(xy);
  return Array.from({ length: flat.length / 2 }, (_, k) => [
    flat[2 * k],
    flat[2 * k + 1],
    k < zeros ? 0 : 1,
  ]);
}
