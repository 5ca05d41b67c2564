// The multilayer perceptron: all parameters in one typed array, batches in others.

import { ACTIVATIONS } from "./activations.js";
import { affine, inputGradient, parameterGradient } from "./layer.js";

/** Cut theta into W^[l] (n_{l-1}, n_l) and b^[l] (n_l), one after the other. */
function views(theta, sizes) {
  const W = [null];
  const b = [null];
  for (let l = 1, at = 0; l < sizes.length; l++) {
    W.push(theta.subarray(at, (at += sizes[l - 1] * sizes[l])));
    b.push(theta.subarray(at, (at += sizes[l])));
  }
  return { W, b };
}

export class Network {
  /**
   * @param {number[]} sizes units of each layer, inputs first
   * @param {string} activation of the hidden layers; the output is left as logits
   * @param {Float64Array} [theta] parameters; zeros by default
   */
  constructor(sizes, activation, theta) {
    this.sizes = sizes;
    this.depth = sizes.length - 1;
    this.g = ACTIVATIONS[activation];
    let count = 0;
    for (let l = 1; l < sizes.length; l++) count += (sizes[l - 1] + 1) * sizes[l];
    this.theta = theta ?? new Float64Array(count);
    this.gradient = new Float64Array(count);
    this.parameters = views(this.theta, sizes);
    this.slopes = views(this.gradient, sizes);
    this.room = 0;
  }

  /** Make room for the activations of m samples. */
  reserve(m) {
    if (m <= this.room) return;
    this.room = m;
    const arrays = () => this.sizes.map((n) => new Float64Array(m * n));
    [this.Z, this.A, this.D] = [arrays(), arrays(), arrays()];
  }

  /**
   * Fill Z and A for m samples and return the logits Z^[L].
   * @param {Float64Array} X (m, n_0)
   * @param {Float64Array[]} [masks] of dropout: factors for the hidden layers
   */
  forward(X, m, masks) {
    this.reserve(m);
    const { sizes, depth, parameters, Z, A } = this;
    const { value } = this.g;
    A[0] = X;
    for (let l = 1; l <= depth; l++) {
      const n = sizes[l];
      affine(A[l - 1], parameters.W[l], parameters.b[l], Z[l], m, sizes[l - 1], n);
      if (l === depth) break;
      const [z, a] = [Z[l], A[l]];
      for (let k = 0; k < m * n; k++) a[k] = value(z[k]);
      if (masks) for (let k = 0; k < m * n; k++) a[k] *= masks[l][k];
    }
    return Z[depth];
  }

  /**
   * Fill the gradient after a forward pass; `D[L]` must hold dL/dZ^[L].
   * @returns {Float64Array} dL/dtheta, used again by the next call
   */
  backward(m, masks) {
    const { sizes, depth, parameters, slopes, A, D } = this;
    for (let l = depth; l >= 1; l--) {
      const [p, n] = [sizes[l - 1], sizes[l]];
      parameterGradient(A[l - 1], D[l], slopes.W[l], slopes.b[l], m, p, n);
      if (l === 1) break;
      inputGradient(D[l], parameters.W[l], D[l - 1], m, p, n);
      this.throughActivation(l - 1, m, masks?.[l - 1]);
    }
    return this.gradient;
  }

  /** Multiply D^[l] by the slopes of the activation, and by the dropout's factors. */
  throughActivation(l, m, mask) {
    const { slope, value } = this.g;
    const [z, a, d] = [this.Z[l], this.A[l], this.D[l]];
    const count = m * this.sizes[l];
    if (!mask) {
      for (let k = 0; k < count; k++) d[k] *= slope(z[k], a[k]);
      return;
    }
    for (let k = 0; k < count; k++) d[k] *= slope(z[k], value(z[k])) * mask[k];
  }
}
