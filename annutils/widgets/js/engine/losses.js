// The loss of a batch and its gradient, computed from logits Z and targets Y, m of each.

import { sigmoid } from "./activations.js";

/**
 * log(1 + exp(z)) without overflow.
 * @param {number} z
 */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** Targets are 0 or 1. */
export const binaryCrossentropy = {
  /**
   * @param {Float64Array} Z
   * @param {ArrayLike<number>} Y
   * @param {number} m
   */
  value(Z, Y, m) {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += softplus(Y[i] ? -Z[i] : Z[i]);
    return sum / m;
  },
  /**
   * @param {Float64Array} Z
   * @param {ArrayLike<number>} Y
   * @param {number} m
   * @param {Float64Array} dZ where dL/dZ is written
   */
  gradient(Z, Y, m, dZ) {
    for (let i = 0; i < m; i++) dZ[i] = (sigmoid(Z[i]) - Y[i]) / m;
  },
};
