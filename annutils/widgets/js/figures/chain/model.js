// Ten units in a row, each fed by the one before, with weights 1 and biases 0.

import { ACTIVATIONS } from "../../engine/activations.js";

export const UNITS = 10;

const FAR = 8; // what is missing there is less than 1e-15
const ROOT = Math.sqrt(2 * Math.PI);

/** The density of the standard normal distribution. @param {number} z */
const density = (z) => Math.exp((-z * z) / 2) / ROOT;

/**
 * Its distribution function, by the series of Marsaglia (2004); far from 0, where that
 * does not end, the limits.
 * @param {number} z
 */
function distribution(z) {
  if (Math.abs(z) > FAR) return z > 0 ? 1 : 0;
  let [sum, term] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

/**
 * @typedef {object} Curve
 * @property {string} label
 * @property {(z: number) => number} value
 * @property {(z: number, a: number) => number} derivative
 */

/** @type {Record<string, Curve>} */
export const CURVES = {
  sigmoid: ACTIVATIONS.sigmoid,
  tanh: ACTIVATIONS.tanh,
  relu: ACTIVATIONS.relu,
  leaky_relu: ACTIVATIONS.leaky_relu,
  gelu: {
    label: "GELU",
    value: (z) => z * distribution(z),
    derivative: (z) => distribution(z) + z * density(z),
  },
};

/**
 * Inputs and slopes of the ten units, and the slope of the row up to each: the product
 * of the slopes so far.
 * @param {string} curve
 * @param {number} x the first input
 */
export function pass(curve, x) {
  const { value, derivative } = CURVES[curve];
  /** @type {{ inputs: number[], slopes: number[], products: number[] }} */
  const { inputs, slopes, products } = { inputs: [], slopes: [], products: [] };
  let [z, product] = [x, 1];
  for (let k = 0; k < UNITS; k++) {
    const a = value(z);
    const slope = derivative(z, a);
    product *= slope;
    inputs.push(z);
    slopes.push(slope);
    products.push(product);
    z = a;
  }
  return { inputs, slopes, products };
}

/**
 * What is left of 1 after each slope.
 * @param {number[]} slopes
 */
export function kept(slopes) {
  const left = [1];
  for (const slope of slopes) left.push(slope * left[left.length - 1]);
  return left;
}

export const RANGE = [-4, 4]; // of the first input
const FINE = 100; // inputs within 1

/** The largest slope of ten sigmoids in a row that any input gives. */
export const MOST = Math.max(
  ...Array.from({ length: FINE * (RANGE[1] - RANGE[0]) + 1 }, (_, k) => {
    const { products } = pass("sigmoid", RANGE[0] + k / FINE);
    return products[UNITS - 1];
  }),
);
