// Losses of a batch and their gradients, computed from the logits Z (m rows of n).

import { sigmoid } from "./activations.js";

/**
 * @typedef {object} Loss
 * @property {(Z: Float64Array, Y: ArrayLike<number>, m: number, n: number) => number} value
 * @property {(Z: Float64Array, Y: ArrayLike<number>, m: number, n: number,
 *   dZ: Float64Array) => void} gradient writes dL/dZ into dZ
 */

/**
 * log(1 + exp(z)) without overflow.
 * @param {number} z
 */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/**
 * Write softmax of n logits from `start` on into P; return the log of their sum.
 * @param {Float64Array} Z
 * @param {Float64Array} P
 * @param {number} start
 * @param {number} n
 */
export function softmax(Z, P, start, n) {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = start; k < start + n; k++) largest = Math.max(largest, Z[k]);
  let sum = 0;
  for (let k = start; k < start + n; k++) {
    P[k] = Math.exp(Z[k] - largest);
    sum += P[k];
  }
  for (let k = start; k < start + n; k++) P[k] /= sum;
  return largest + Math.log(sum);
}

/**
 * Targets Y: m numbers 0 or 1.
 * @type {Loss}
 */
const binary = {
  value(Z, Y, m) {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += softplus(Y[i] ? -Z[i] : Z[i]);
    return sum / m;
  },
  gradient(Z, Y, m, _, dZ) {
    for (let i = 0; i < m; i++) dZ[i] = (sigmoid(Z[i]) - Y[i]) / m;
  },
};

/**
 * Targets Y: m labels from 0 to n - 1.
 * @type {Loss}
 */
const categorical = {
  value(Z, Y, m, n) {
    const P = new Float64Array(m * n);
    let sum = 0;
    for (let i = 0; i < m; i++) sum += softmax(Z, P, i * n, n) - Z[i * n + Y[i]];
    return sum / m;
  },
  gradient(Z, Y, m, n, dZ) {
    for (let i = 0; i < m; i++) {
      softmax(Z, dZ, i * n, n);
      dZ[i * n + Y[i]] -= 1;
    }
    for (let k = 0; k < m * n; k++) dZ[k] /= m;
  },
};

/**
 * Targets Y: m rows of n numbers.
 * @type {Loss}
 */
const squared = {
  value(Z, Y, m, n) {
    let sum = 0;
    for (let k = 0; k < m * n; k++) sum += (Z[k] - Y[k]) ** 2;
    return sum / (m * n);
  },
  gradient(Z, Y, m, n, dZ) {
    for (let k = 0; k < m * n; k++) dZ[k] = (2 * (Z[k] - Y[k])) / (m * n);
  },
};

/**
 * By name, as in Keras.
 * @type {Record<string, Loss>}
 */
export const LOSSES = {
  binary_crossentropy: binary,
  categorical_crossentropy: categorical,
  mean_squared_error: squared,
};
