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
export const LAST = A.length - 1;

/**
 * What each sample adds to an entry of dW, and the entry.
 * @param {number[][]} a
 * @param {number[][]} delta
 * @param {number} j its row: a unit of the layer before
 * @param {number} k its column: a unit of the layer
 */
export function entry(a, delta, j, k) {
  const products = a.map((row, i) => row[j] * delta[i][k]);
  return { products, sum: total(products) };
}

/** @param {number[]} numbers */
export const total = (numbers) => numbers.reduce((one, other) => one + other, 0);

/**
 * An answer, and the mistake that leads to it, if it is one.
 * @typedef {{ value: number, mistake: string | null }} Answer
 */

/**
 * Four answers to the question for an entry, in order: the right one, and what usual
 * mistakes make of it.
 * @param {number} j
 * @param {number} k
 * @param {boolean} begun whether the sum of all samples but the last is known
 * @returns {Answer[]}
 */
export function answers(j, k, begun) {
  const { products, sum } = entry(A, DELTA, j, k);
  /** @type {Answer[]} */
  const found = [{ value: sum, mistake: null }];
  for (const [mistake, value] of begun ? lastSlips(j, k) : slips(j, k, products)) {
    const isNew = found.every((other) => Math.abs(other.value - value) > 1e-9);
    if (isNew && found.length < 4) found.push({ value, mistake });
  }
  return found.sort((one, other) => one.value - other.value);
}

/**
 * Mistakes with the last sample alone.
 * @param {number} j
 * @param {number} k
 * @returns {[string, number][]}
 */
function lastSlips(j, k) {
  const before = total(entry(A, DELTA, j, k).products.slice(0, LAST));
  const activation = A[LAST][j];
  const [error, other] = [DELTA[LAST][k], DELTA[LAST][1 - k]];
  return [
    ["sample", before],
    ["sign", before + activation * Math.abs(error)],
    ["column", before + activation * other],
    ["activation", before + error],
    ["activation", before - error],
    ["activation", before + other],
  ];
}

/**
 * Mistakes with the whole sum.
 * @param {number} j
 * @param {number} k
 * @param {number[]} products
 * @returns {[string, number][]}
 */
function slips(j, k, products) {
  const sizes = DELTA.map((row) => row.map(Math.abs));
  return [
    ["column", entry(A, DELTA, j, 1 - k).sum],
    ["sample", total(products.slice(0, lastOf(products)))],
    ["sign", entry(A, sizes, j, k).sum],
    ["unit", entry(A, DELTA, (j + 1) % A[0].length, k).sum],
  ];
}

/**
 * The last sample that adds something to an entry.
 * @param {number[]} products
 */
export const lastOf = (products) =>
  Math.max(...products.map((product, i) => (product === 0 ? 0 : i)));
