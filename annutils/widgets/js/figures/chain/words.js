// What the figure of ten units in a row says.

import { written } from "../../engine/number_text.js";
import { UNITS } from "./model.js";

export const HELP = {
  input:
    "Drag the white point along the curve, or use the arrow keys (Shift: faster): it is " +
    "the input of unit 1. The output of each unit is the input of the next; all weights " +
    "are 1, all biases 0.",
  curve: "The activation function of all ten units.",
};

const SMALL = 0.0995; // below this, a slope is written as a fraction

/** The steepest slope of the sigmoid, ten times: no input gets above it. */
export const LIMIT = 0.25 ** UNITS;

/** Two digits, with commas. @param {number} value */
const large = (value) => Number(value.toPrecision(2)).toLocaleString("en");

/**
 * A slope of the row: 0.49, 1/2,400,000.
 * @param {number} slope
 */
export function amount(slope) {
  const size = Math.abs(slope);
  if (size === 0) return "0";
  if (size >= SMALL) return written(slope);
  if (size < 1e-9) return "almost 0";
  return `${slope < 0 ? "−" : ""}1/${large(1 / size)}`;
}

/**
 * Why the row keeps what it keeps, by its curve.
 * @type {Record<string, (slope: number, best: number) => string>}
 */
const WHY = {
  sigmoid: (_, best) =>
    (best ? `Your best so far is ${amount(best)}. ` : "") +
    `With weights of 1, no input gets above 0.25¹⁰, about one in a million.`,
  tanh: (slope) =>
    slope > 0.99
      ? "At 0 all ten slopes are 1, the steepest that tanh has."
      : "The farther from 0, the flatter is tanh.",
  relu: (slope) =>
    slope
      ? "All ten slopes are 1, however large the input is. Now drag it below 0."
      : "The first slope is 0, and 0 times anything is 0.",
  leaky_relu: (slope) =>
    slope === 1 ? "All ten slopes are 1." : "All ten slopes are 0.2, and none is 0.",
  gelu: (slope) =>
    slope > 1
      ? "Some slopes are a little above 1."
      : "Near 0 its slope is ½; to the left it is less, or below 0.",
};

/** @param {number} slope of the whole row */
function change(slope) {
  if (slope === 0) return "does not change at all";
  if (slope === 1) return "changes just as much";
  const way = slope < 0 ? ", the other way" : "";
  const size = Math.abs(slope);
  return size < SMALL
    ? `changes by ${amount(size)} of that${way}`
    : `changes ${amount(size)} times as much${way}`;
}

/**
 * What becomes of a small change of the input.
 * @param {string} curve
 * @param {number} slope of the whole row
 * @param {number} best slope that the reader has found for this curve, 0 before
 *   a first move
 */
export const verdict = (curve, slope, best) =>
  `If the input changes a little, the output of unit ${UNITS} ${change(slope)}.\n` +
  WHY[curve](slope, best);
