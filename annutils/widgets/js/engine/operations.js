// Operations of a computational graph: value, derivatives, and how both are written.

import { ACTIVATIONS } from "./activations.js";

/**
 * @typedef {object} Operation
 * @property {(inputs: number[]) => number} value
 * @property {(inputs: number[], value: number) => number[]} derivatives with respect to
 *   each input
 * @property {(names: string[]) => string} formula of the value, in symbols
 * @property {(names: string[], k: number, result: string) => string} derivativeFormula of
 *   the derivative with respect to input k
 */

/**
 * In parentheses, of which a negative number has one pair already.
 * @param {string} text
 */
const grouped = (text) => (text.startsWith("(") ? text : `(${text})`);

/**
 * An activation as an operation of one input.
 * @param {string} name one of ACTIVATIONS
 * @param {string} symbol
 * @param {(input: string, result: string) => string} derivativeFormula
 * @returns {Operation}
 */
function activation(name, symbol, derivativeFormula) {
  const { value, derivative } = ACTIVATIONS[name];
  return {
    value: ([u]) => value(u),
    derivatives: ([u], a) => [derivative(u, a)],
    formula: ([u]) => `${symbol}${grouped(u)}`,
    derivativeFormula: ([u], _, result) => derivativeFormula(u, result),
  };
}

/** @type {Record<string, Operation>} */
export const OPERATIONS = {
  product: {
    value: ([u, v]) => u * v,
    derivatives: ([u, v]) => [v, u],
    formula: ([u, v]) => `${u} · ${v}`,
    derivativeFormula: (names, k) => names[1 - k],
  },
  difference: {
    value: ([u, v]) => u - v,
    derivatives: () => [1, -1],
    formula: ([u, v]) => `${u} − ${v}`,
    derivativeFormula: (_, k) => (k ? "(−1)" : "1"),
  },
  sum: {
    value: ([u, v]) => u + v,
    derivatives: () => [1, 1],
    formula: ([u, v]) => `${u} + ${v}`,
    derivativeFormula: () => "1",
  },
  square: {
    value: ([u]) => u * u,
    derivatives: ([u]) => [2 * u],
    formula: ([u]) => `${u}²`,
    derivativeFormula: ([u]) => `2 ${u}`,
  },
  relu: activation("relu", "relu", (u) => `relu′(${u})`),
  tanh: activation("tanh", "tanh", (_, a) => `(1 − ${a}²)`),
  sigmoid: activation("sigmoid", "σ", (_, a) => `${a} (1 − ${a})`),
  /** w1 x1 + w2 x2 + b, of the inputs w1, x1, w2, x2, b */
  affine: {
    value: ([w1, x1, w2, x2, b]) => w1 * x1 + w2 * x2 + b,
    derivatives: ([w1, x1, w2, x2]) => [x1, w1, x2, w2, 1],
    formula: ([w1, x1, w2, x2, b]) => `${w1} · ${x1} + ${w2} · ${x2} + ${b}`,
    derivativeFormula: ([w1, x1, w2, x2], k) => [x1, w1, x2, w2, "1"][k],
  },
  /** (u - v)^2 */
  error: {
    value: ([u, v]) => (u - v) ** 2,
    derivatives: ([u, v]) => [2 * (u - v), -2 * (u - v)],
    formula: ([u, v]) => `(${u} − ${v})²`,
    derivativeFormula: ([u, v], k) => (k ? `(−2) (${u} − ${v})` : `2 (${u} − ${v})`),
  },
};
