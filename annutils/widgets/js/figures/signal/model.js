// How large a signal is after each layer, and a gradient on its way back: on average over
// all networks, and in one that is drawn.

import { ACTIVATIONS } from "../../engine/activations.js";
import { Random } from "../../engine/random.js";

export const LAYERS = 30;
export const UNITS = 100;

/**
 * The activations that it offers, each with the rule for its weights: `share` is the
 * variance of a weight times the number of inputs.
 * @type {Record<string, { label: string, rule: string, share: number }>}
 */
export const RULES = {
  relu: { label: "ReLU, He's rule", rule: "He's", share: 2 },
  tanh: { label: "tanh, Glorot's rule", rule: "Glorot's", share: 1 },
  linear: { label: "identity, Glorot's rule", rule: "Glorot's", share: 1 },
};

/** @typedef {{ signal: number[], gradient: number[] }} Sizes by layer, the input first */

/**
 * The mean squares of a tanh unit's outputs and slopes, where what comes in is normal: the
 * trapezoidal rule, which is exact to rounding for functions as smooth as these.
 * @param {number} spread the standard deviation of what comes in
 */
function tanhMeans(spread) {
  const step = 0.2;
  let [outputs, slopes] = [0, 0];
  for (let z = -8; z < 8.1; z += step) {
    const share = (step * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    const square = Math.tanh(spread * z) ** 2;
    outputs += share * square;
    slopes += share * (1 - square) ** 2;
  }
  return { outputs, slopes };
}

/**
 * Root mean squares in wide layers, as a share of what came in.
 * @param {string} activation
 * @param {number} scale by which all weights are larger than the rule says
 * @returns {Sizes}
 */
export function onAverage(activation, scale) {
  const signal = [1];
  const kept = [];
  for (let l = 1; l <= LAYERS; l++) {
    const spread = scale * signal[l - 1];
    if (activation === "tanh") {
      const { outputs, slopes } = tanhMeans(spread);
      signal.push(Math.sqrt(outputs));
      kept.push(scale * Math.sqrt(slopes));
    } else {
      signal.push(spread);
      kept.push(scale);
    }
  }
  const gradient = [1];
  for (const factor of kept.reverse()) gradient.unshift(gradient[0] * factor);
  return { signal, gradient };
}

/** @param {Float64Array} vector */
const size = (vector) =>
  Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0) / vector.length);

/** Normal numbers for one network: its weights, its input, and a gradient at its end. */
export class Drawn {
  /** @param {number} seed */
  constructor(seed) {
    const random = new Random(seed);
    const draw = (/** @type {number} */ count) =>
      Float64Array.from({ length: count }, () => random.normal());
    this.input = draw(UNITS);
    this.back = draw(UNITS);
    this.weights = Array.from({ length: LAYERS }, () => draw(UNITS * UNITS));
  }

  /**
   * Root mean squares in this network, as a share of what came in.
   * @param {string} activation
   * @param {number} scale
   * @returns {Sizes}
   */
  sizes(activation, scale) {
    const { value, derivative } = ACTIVATIONS[activation];
    const spread = scale * Math.sqrt(RULES[activation].share / UNITS);
    const signal = [size(this.input)];
    /** @type {Float64Array[]} */
    const slopes = [];
    let a = this.input;
    for (const W of this.weights) {
      const z = new Float64Array(UNITS);
      for (let j = 0; j < UNITS; j++)
        for (let k = 0; k < UNITS; k++) z[k] += spread * a[j] * W[j * UNITS + k];
      a = z.map((x) => value(x));
      const outputs = a;
      slopes.push(z.map((x, k) => derivative(x, outputs[k])));
      signal.push(size(a));
    }
    let d = this.back;
    const gradient = [size(d)];
    for (let l = LAYERS - 1; l >= 0; l--) {
      const delta = d.map((x, k) => x * slopes[l][k]);
      const W = this.weights[l];
      d = new Float64Array(UNITS);
      for (let j = 0; j < UNITS; j++)
        for (let k = 0; k < UNITS; k++) d[j] += spread * W[j * UNITS + k] * delta[k];
      gradient.unshift(size(d));
    }
    return {
      signal: signal.map((x) => x / signal[0]),
      gradient: gradient.map((x) => x / gradient[LAYERS]),
    };
  }
}
