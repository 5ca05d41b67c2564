// The gradient of a layer's weights, sample by sample; it knows no page.

/** Activations of the layer before: four samples, three units. */
export const A = [
  [2, 1, 0],
  [1, 0, 3],
  [0, 2, 1],
  [1, 1, 0],
];
/** Errors of the layer, times 1/m: four samples, two units. */
export const DELTA = [
  [0.5, -0.1],
  [-0.2, 0.3],
  [0.1, 0],
  [0, -0.4],
];

/**
 * A number of A or Δ, of sample i and unit j.
 * @typedef {{ where: "a" | "delta", i: number, j: number }} Place
 */

/**
 * Which entries of dW move with a number: those that it enters with another factor than 0.
 * @param {number[][]} a
 * @param {number[][]} delta
 * @param {Place} place
 * @returns {(j: number, k: number) => boolean}
 */
export const changed = (a, delta, { where, i, j: unit }) =>
  where === "a"
    ? (j, k) => j === unit && delta[i][k] !== 0
    : (j, k) => k === unit && a[i][j] !== 0;

/**
 * What each sample adds to an entry of dW, and the entry.
 * @param {number[][]} a
 * @param {number[][]} delta
 * @param {number} j its row: a unit of the layer before
 * @param {number} k its column: a unit of the layer
 */
export function entry(a, delta, j, k) {
  const products = a.map((row, i) => row[j] * delta[i][k]);
  return { products, sum: products.reduce((one, other) => one + other) };
}
