// What the figure of ten units in a row says.

import { minus, superscript, written } from "../../engine/number_text.js";
import { UNITS } from "./model.js";

export const HELP = {
  input:
    "Drag the white point along the curve, or use the arrow keys (Shift: faster): it is " +
    "the input of unit 1. The output of each unit, times the weight, is the input of the " +
    "next; all biases are 0.",
  weight: "Of the nine connections between the units.",
  curve: "The activation function of all ten units.",
};

const SMALL = 0.0995; // below this, a slope is written as a fraction

/** Two digits, with commas. @param {number} value */
const large = (value) => Number(value.toPrecision(2)).toLocaleString("en");

/**
 * A slope of the row: 0.49, 1/2,400,000.
 * @param {number} slope
 */
export function amount(slope) {
  const size = Math.abs(slope);
  if (size === 0) return "0";
  if (size >= 100) return minus(large(slope));
  if (size >= SMALL) return written(slope);
  if (size < 1e-9)
    return `${slope < 0 ? "−" : ""}1/10${superscript(Math.round(-Math.log10(size)))}`;
  return `${slope < 0 ? "−" : ""}1/${large(1 / size)}`;
}

/**
 * Why the row keeps what it keeps, by its curve.
 * @type {Record<string, (slopes: number[], best: number, isReached: boolean) => string>}
 */
const WHY = {
  sigmoid: (_, best, isReached) =>
    isReached
      ? `You have found it: ${amount(best)}, and no input gets noticeably more through. Each output is above 0 and pushes the next unit off 0, where the sigmoid is steepest.`
      : `${best ? `Your best so far is ${amount(best)}. ` : ""}The dashed line is the most that an input can get through.`,
  tanh: (slopes) =>
    slopes.every((slope) => slope > 0.99)
      ? "At 0 all ten slopes are 1, the steepest that tanh has."
      : "The farther from 0, the flatter is tanh.",
  relu: (slopes) =>
    slopes[0]
      ? "All ten slopes are 1, however large the input is. Now drag it below 0."
      : "The first slope is 0, and 0 times anything is 0.",
  leaky_relu: (slopes) =>
    slopes[0] === 1
      ? "All ten slopes are 1."
      : "All ten slopes are 0.2, and none is 0.",
  gelu: (slopes) =>
    slopes.some((slope) => slope > 1)
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
 * @param {number[]} slopes of the ten units
 * @param {number} product of slopes and weights: the slope of the whole row
 * @param {{ weight?: number, best?: number, isReached?: boolean }} [found] `best` slope
 *   that the reader has found, 0 before a first move; whether it is the most
 */
export function verdict(
  curve,
  slopes,
  product,
  { weight = 1, best = 0, isReached = false } = {},
) {
  const between = UNITS - 1;
  const weights =
    weight === 1
      ? ""
      : ` The nine weights multiply by ${minus(weight)}${superscript(between)}, about ${amount(weight ** between)}.`;
  return (
    `If the input changes a little, the output of unit ${UNITS} ${change(product)}.\n` +
    WHY[curve](slopes, best, isReached) +
    weights
  );
}
