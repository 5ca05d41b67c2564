// Losses of a batch and their gradients, computed from the logits Z (m rows of n).

import { sigmoid } from "./activations.js";

/** log(1 + exp(z)) without overflow. */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** Write softmax of n logits from `start` on into P; return the log of their sum. */
export function softmax(Z, P, start, n) {
  let top = -Infinity;
  for (let k = start; k < start + n; k++) top = Math.max(top, Z[k]);
  let sum = 0;
  for (let k = start; k < start + n; k++) sum += P[k] = Math.exp(Z[k] - top);
  for (let k = start; k < start + n; k++) P[k] /= sum;
  return top + Math.log(sum);
}

const binary = {
  output: "sigmoid",
  /** Targets Y: m numbers 0 or 1. */
  value(Z, Y, m) {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += softplus(Y[i] ? -Z[i] : Z[i]);
    return sum / m;
  },
  gradient(Z, Y, m, n, D) {
    for (let i = 0; i < m; i++) D[i] = (sigmoid(Z[i]) - Y[i]) / m;
  },
};

const categorical = {
  output: "softmax",
  /** Targets Y: m labels from 0 to n - 1. */
  value(Z, Y, m, n) {
    const P = new Float64Array(m * n);
    let sum = 0;
    for (let i = 0; i < m; i++) sum += softmax(Z, P, i * n, n) - Z[i * n + Y[i]];
    return sum / m;
  },
  gradient(Z, Y, m, n, D) {
    for (let i = 0; i < m; i++) {
      softmax(Z, D, i * n, n);
      D[i * n + Y[i]] -= 1;
    }
    for (let k = 0; k < m * n; k++) D[k] /= m;
  },
};

const squared = {
  output: "linear",
  /** Targets Y: m rows of n numbers. */
  value(Z, Y, m, n) {
    let sum = 0;
    for (let k = 0; k < m * n; k++) sum += (Z[k] - Y[k]) ** 2;
    return sum / (m * n);
  },
  gradient(Z, Y, m, n, D) {
    for (let k = 0; k < m * n; k++) D[k] = (2 * (Z[k] - Y[k])) / (m * n);
  },
};

/** By name, as in Keras; `output` is the activation that belongs to the loss. */
export const LOSSES = {
  binary_crossentropy: binary,
  categorical_crossentropy: categorical,
  mean_squared_error: squared,
};
