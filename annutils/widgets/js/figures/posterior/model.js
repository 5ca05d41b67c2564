// Two classes that are normally distributed along one axis, and what they make of a place.

import { sigmoid } from "../../engine/activations.js";

/**
 * @typedef {object} Classes
 * @property {number[]} mu the centers
 * @property {number[]} s the spreads, standard deviations
 * @property {number} share of class 1 among all samples
 */

/**
 * How frequent the samples of a class are at x: its share of all, times its density.
 * @param {Classes} classes
 * @param {number} k
 * @param {number} x
 */
export function frequency({ mu, s, share }, k, x) {
  const part = k === 1 ? share : 1 - share;
  const far = (x - mu[k]) / s[k];
  return (part * Math.exp((-far * far) / 2)) / (s[k] * Math.sqrt(2 * Math.PI));
}

/**
 * The logarithm of the odds of class 1 at x, as a x² + w x + b. It is never computed from
 * the frequencies, both of which are 0 far out.
 * @param {Classes} classes
 */
export function logOdds({ mu, s, share }) {
  const [v0, v1] = s.map((each) => each * each);
  return {
    a: (1 / v0 - 1 / v1) / 2,
    w: mu[1] / v1 - mu[0] / v0,
    b:
      (mu[0] * mu[0]) / (2 * v0) -
      (mu[1] * mu[1]) / (2 * v1) +
      Math.log(s[0] / s[1]) +
      Math.log(share / (1 - share)),
  };
}

/** @typedef {ReturnType<typeof logOdds>} Parabola */

/**
 * At a place, a curve like the parabola that goes on as another guess has it: straight, if
 * the class that rises there is to win, or to 0, if neither is.
 * @param {Parabola} z
 * @param {number} from
 * @param {boolean} isStraight
 * @returns {(x: number) => number}
 */
export function guessed(z, from, isStraight) {
  const [start, slope] = [valueAt(z, from), 2 * z.a * from + z.w];
  return isStraight
    ? (x) => start + slope * (x - from)
    : (x) => start * Math.exp((from - x) * Math.abs(slope));
}

/**
 * @param {Parabola} z
 * @param {number} x
 */
export const valueAt = ({ a, w, b }, x) => (a * x + w) * x + b;

/**
 * The share of class 1 among the samples at x.
 * @param {Parabola} z
 * @param {number} x
 */
export const posterior = (z, x) => sigmoid(valueAt(z, x));

/**
 * Where both classes are equally frequent, from left to right.
 * @param {Parabola} z
 */
export function crossings({ a, w, b }) {
  if (!a) return w ? [-b / w] : [];
  const under = w * w - 4 * a * b;
  if (under < 0) return [];
  // Of the two forms of each root, the one that subtracts no equal numbers.
  const q = -(w + (w < 0 ? -1 : 1) * Math.sqrt(under)) / 2;
  return [q / a, q ? b / q : 0].sort((one, other) => one - other);
}
