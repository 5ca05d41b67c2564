// Losses of a batch and their gradients, computed from logits Z and targets Y, m of each.

import { sigmoid } from "./activations.js";

/**
 * @typedef {object} Loss
 * @property {(Z: Float64Array, Y: ArrayLike<number>, m: number) => number} value
 * @property {(Z: Float64Array, Y: ArrayLike<number>, m: number,
 *   dZ: Float64Array) => void} gradient writes dL/dZ into dZ
 */

/**
 * log(1 + exp(z)) without overflow.
 * @param {number} z
 */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/**
 * By name, as in Keras; targets of the cross-entropy are 0 or 1.
 * @type {Record<string, Loss>}
 */
export const LOSSES = {
  binary_crossentropy: {
    value(Z, Y, m) {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += softplus(Y[i] ? -Z[i] : Z[i]);
      return sum / m;
    },
    gradient(Z, Y, m, dZ) {
      for (let i = 0; i < m; i++) dZ[i] = (sigmoid(Z[i]) - Y[i]) / m;
    },
  },
  mean_squared_error: {
    value(Z, Y, m) {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += (Z[i] - Y[i]) ** 2;
      return sum / m;
    },
    gradient(Z, Y, m, dZ) {
      for (let i = 0; i < m; i++) dZ[i] = (2 * (Z[i] - Y[i])) / m;
    },
  },
};
