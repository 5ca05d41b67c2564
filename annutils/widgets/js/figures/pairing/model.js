// Errors of two methods on the same seeds, their means and intervals, and who is paired
// with whom.

import { rounded } from "../../engine/number_text.js";
import { Random } from "../../engine/random.js";

/**
 * @typedef {object} Runs
 * @property {string[]} names of the two methods
 * @property {number[][]} errors of each method, in percent, one a seed
 * @property {number} t a 95% interval of the mean reaches so many standard errors
 * @typedef {{ mean: number, low: number, high: number }} Interval
 * @typedef {{ k: number, by: number[] }} Move of a seed: points added to each method
 */

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number[]} values */
function variance(values) {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return squares / (values.length - 1);
}

/**
 * The mean and its 95% interval.
 * @param {number[]} values
 * @param {number} t
 * @returns {Interval}
 */
export function interval(values, t) {
  const middle = mean(values);
  const reach = t * Math.sqrt(variance(values) / values.length);
  return { mean: middle, low: middle - reach, high: middle + reach };
}

const SLICES = 400; // even, for Simpson's rule

/**
 * The area from 0 to an end.
 * @param {(x: number) => number} height
 * @param {number} end
 */
function area(height, end) {
  const step = end / SLICES;
  let sum = height(0) - height(end);
  for (let k = 1; k <= SLICES; k++) sum += (k % 2 ? 4 : 2) * height(k * step);
  return (sum * step) / 3;
}

/**
 * How far 95% of the t distribution reach: with t = √df tan φ, its density becomes a power
 * of cos φ. Newton's method comes from the left, as the area is concave.
 * @param {number} df degrees of freedom, at least 1
 */
export function quantile(df) {
  const height = (/** @type {number} */ phi) => Math.max(0, Math.cos(phi)) ** (df - 1);
  const wanted = 0.95 * area(height, Math.PI / 2);
  let phi = 0;
  for (let k = 0; k < 20; k++) phi += (wanted - area(height, phi)) / height(phi);
  return Math.sqrt(df) * Math.tan(phi);
}

/**
 * The difference of the means and its 95% interval, as if no run had a partner (Welch).
 * @param {number[][]} errors
 * @returns {Interval}
 */
export function unpaired(errors) {
  const n = errors[0].length;
  const [before, after] = errors.map(mean);
  const [v, w] = errors.map((own) => variance(own) / n);
  const df = ((n - 1) * (v + w) ** 2) / (v * v + w * w);
  const reach = v + w ? quantile(df) * Math.sqrt(v + w) : 0;
  const middle = after - before;
  return { mean: middle, low: middle - reach, high: middle + reach };
}

/**
 * Whom each run without the remedy is paired with: a shuffle in which nobody keeps the
 * partner of the same seed, another for each number; 0 is no shuffle.
 * @param {number} n
 * @param {number} number
 */
export function partners(n, number) {
  const own = Array.from({ length: n }, (_, k) => k);
  return number ? others(n, new Random(number)) : own;
}

/**
 * @param {number} n
 * @param {Random} random
 */
function others(n, random) {
  const order = Array.from({ length: n }, (_, k) => k);
  do random.shuffle(order);
  while (order.some((partner, k) => partner === k));
  return order;
}

/**
 * The change in error within each pair.
 * @param {number[][]} errors
 * @param {number[]} order
 */
export const changes = ([before, after], order) =>
  before.map((error, k) => after[order[k]] - error);

/** @param {Interval} interval */
export const holdsZero = ({ low, high }) => low <= 0 && high >= 0;

/** Decimals of a number of points: one more so near zero that its side could not be seen. @param {number} points */
export const decimals = (points) => (Math.abs(points) < 0.05 ? 2 : 1);

/** How long an interval is: from end to end, as they are told. @param {Interval} interval */
export function length({ low, high }) {
  const [from, to] = [low, high].map((end) => rounded(end, decimals(end)));
  return rounded(to - from, 1);
}

/**
 * The changes in pairs of strangers, shuffle after shuffle.
 * @param {number[][]} errors
 * @param {number} t
 * @param {number} count of shuffles
 */
export const shuffles = (errors, t, count) =>
  Array.from({ length: count }, (_, k) =>
    interval(changes(errors, partners(errors[0].length, k + 1)), t),
  );

/**
 * The errors after what the reader has moved.
 * @param {number[][]} errors
 * @param {Move[]} moves
 */
export const moved = (errors, moves) =>
  errors.map((own, method) =>
    own.map((error, k) => {
      const by = moves.find((move) => move.k === k)?.by[method] ?? 0;
      return rounded(error + by, 2);
    }),
  );

/**
 * Moves with one more of a run.
 * @param {Move[]} moves
 * @param {number} k the seed
 * @param {number} method
 * @param {number} points
 * @returns {Move[]}
 */
export function added(moves, k, method, points) {
  const by = [...(moves.find((move) => move.k === k)?.by ?? [0, 0])];
  by[method] = rounded(by[method] + points, 2);
  return [...moves.filter((move) => move.k !== k), { k, by }];
}

/**
 * Moves as a setting: "seed,points,points", counted from 1, joined by "_".
 * @param {number} most points
 * @returns {import("../../engine/options.js").Option}
 */
export const moveList = (most) => ({
  fallback: [],
  expected: `moves "pair,points,points", joined by "_"`,
  read(text) {
    const found = (text ? text.split("_") : []).map((each) =>
      each.split(",").map(Number),
    );
    const fits = found.every(
      (each) =>
        each.length === 3 &&
        Number.isInteger(each[0]) &&
        each[0] >= 1 &&
        Math.abs(each[1]) <= most &&
        Math.abs(each[2]) <= most,
    );
    return fits ? found.map(([place, ...by]) => ({ k: place - 1, by })) : undefined;
  },
  write: (/** @type {Move[]} */ moves) =>
    moves.map(({ k, by }) => [k + 1, ...by].join(",")).join("_"),
});
