// The multilayer perceptron: all parameters in one typed array, batches in others.

import { ACTIVATIONS } from "./activations.js";
import { affine, inputGradient, parameterGradient } from "./layer.js";

/**
 * Parameters, or their gradients, by layer from 1 on: W[l] is (n_{l-1}, n_l), b[l] (n_l).
 * @typedef {{ W: Float64Array[], b: Float64Array[] }} Parameters
 */

/**
 * Cut theta into W and b of each layer, one after the other.
 * @param {Float64Array} theta
 * @param {number[]} sizes
 * @returns {Parameters}
 */
function views(theta, sizes) {
  const W = [theta.subarray(0, 0)]; // the inputs have none
  const b = [theta.subarray(0, 0)];
  let start = 0;
  const next = (/** @type {number} */ count) => {
    start += count;
    return theta.subarray(start - count, start);
  };
  for (let l = 1; l < sizes.length; l++) {
    W.push(next(sizes[l - 1] * sizes[l]));
    b.push(next(sizes[l]));
  }
  return { W, b };
}

export class Network {
  /** Pre-activations of the last batch, by layer. @type {Float64Array[]} */
  Z = [];
  /** Activations. @type {Float64Array[]} */
  A = [];
  /** Gradients with respect to Z. @type {Float64Array[]} */
  dZ = [];
  reserved = 0; // samples that there is room for
  /** Units that are switched off, by layer: they answer 0, and learn nothing. @type {number[][]} */
  off = [];

  /**
   * @param {number[]} sizes units of each layer, inputs first
   * @param {string} activation of the hidden layers; the output is left as logits
   * @param {Float64Array} [theta] parameters; zeros by default
   */
  constructor(sizes, activation, theta) {
    this.sizes = sizes;
    this.depth = sizes.length - 1;
    this.activation = ACTIVATIONS[activation];
    let count = 0;
    for (let l = 1; l < sizes.length; l++) count += (sizes[l - 1] + 1) * sizes[l];
    this.theta = theta ?? new Float64Array(count);
    this.gradient = new Float64Array(count);
    this.parameters = views(this.theta, sizes);
    this.gradients = views(this.gradient, sizes);
  }

  /**
   * Make room for the activations of m samples.
   * @param {number} m
   */
  reserve(m) {
    if (m <= this.reserved) return;
    this.reserved = m;
    const arrays = () => this.sizes.map((n) => new Float64Array(m * n));
    [this.Z, this.A, this.dZ] = [arrays(), arrays(), arrays()];
  }

  /**
   * Fill Z and A for m samples and return the logits Z^[L].
   * @param {Float64Array} X (m, n_0)
   * @param {number} m
   * @param {Float64Array[]} [masks] of dropout: factors for the hidden layers
   */
  forward(X, m, masks) {
    this.reserve(m);
    const { sizes, depth, parameters, Z, A } = this;
    const { value } = this.activation;
    A[0] = X;
    for (let l = 1; l <= depth; l++) {
      const n = sizes[l];
      affine(A[l - 1], parameters.W[l], parameters.b[l], Z[l], m, sizes[l - 1], n);
      if (l === depth) break;
      const [z, a] = [Z[l], A[l]];
      for (let k = 0; k < m * n; k++) a[k] = value(z[k]);
      if (masks) for (let k = 0; k < m * n; k++) a[k] *= masks[l][k];
      this.silence(a, l, m);
    }
    return Z[depth];
  }

  /**
   * Fill the gradient after a forward pass; `dZ[L]` must hold dL/dZ^[L].
   * @param {number} m
   * @param {Float64Array[]} [masks] those of the forward pass
   * @returns {Float64Array} dL/dtheta, used again by the next call
   */
  backward(m, masks) {
    const { sizes, depth, parameters, gradients, A, dZ } = this;
    for (let l = depth; l >= 1; l--) {
      const [p, n] = [sizes[l - 1], sizes[l]];
      parameterGradient(A[l - 1], dZ[l], gradients.W[l], gradients.b[l], m, p, n);
      if (l === 1) break;
      inputGradient(dZ[l], parameters.W[l], dZ[l - 1], m, p, n);
      this.throughActivation(l - 1, m, masks?.[l - 1]);
    }
    return this.gradient;
  }

  /**
   * Multiply dA by the derivatives of the activation, and by the dropout's factors.
   * @param {number} l
   * @param {number} m
   * @param {Float64Array} [mask]
   */
  throughActivation(l, m, mask) {
    const { derivative, value } = this.activation;
    const [z, a, dz] = [this.Z[l], this.A[l], this.dZ[l]];
    const count = m * this.sizes[l];
    if (!mask) for (let k = 0; k < count; k++) dz[k] *= derivative(z[k], a[k]);
    else {
      for (let k = 0; k < count; k++) dz[k] *= derivative(z[k], value(z[k])) * mask[k];
    }
    this.silence(dz, l, m);
  }

  /**
   * Let what belongs to units that are switched off be 0.
   * @param {Float64Array} values (m, n_l)
   * @param {number} l
   * @param {number} m
   */
  silence(values, l, m) {
    const n = this.sizes[l];
    for (const unit of this.off[l] ?? []) {
      for (let k = unit; k < m * n; k += n) values[k] = 0;
    }
  }
}
