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
  [0.1, 0.2],
  [-0.3, -0.4],
];

/**
 * A number of A or Δ, of sample i and unit j.
 * @typedef {{ where: "a" | "delta", i: number, j: number }} Place
 */

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

/**
 * All entries of dW.
 * @param {number[][]} a
 * @param {number[][]} delta
 */
export const gradient = (a, delta) =>
  a[0].map((_, j) => delta[0].map((_, k) => entry(a, delta, j, k).sum));
