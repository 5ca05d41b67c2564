// What the figure of ten units in a row says.

import { minus, superscript, written } from "../../engine/number_text.js";
import { most, UNITS } from "./model.js";

/** @import { pass } from "./model.js" */
/** @typedef {ReturnType<typeof pass>} Row */

export const HELP = {
  input:
    "Drag the white point along the curve, or use the arrow keys (Shift: faster): it is " +
    "the input of unit 1. The output of each unit, times the weight, is the input of the " +
    "next; all biases are 0.",
  weight:
    "Of the nine connections between the units. The hollow dot is where unit 10 stands " +
    "with weight 1.",
  curve:
    "The activation function of all ten units. With each, the input begins at 2.5 again.",
};

const SMALL = 0.0995; // below this, a slope is written as a fraction

/**
 * Three characters, or four, so that ten stand side by side: .20, 1.0, −.09.
 * @param {number} value
 */
export const brief = (value) =>
  written(value, value > 0.995 ? 1 : 2).replace("0.", ".");

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
  if (size >= SMALL) return brief(slope);
  if (size < 1e-9)
    return `${slope < 0 ? "−" : ""}1/10${superscript(Math.round(-Math.log10(size)))}`;
  return `${slope < 0 ? "−" : ""}1/${large(1 / size)}`;
}

/**
 * @typedef {object} Found
 * @property {number} weight
 * @property {number} best slope that the reader has found, 0 before a first move
 * @property {boolean} isFound whether that is the most of any input
 * @property {boolean} isReached whether the slope here is
 */

/**
 * Why the row keeps what it keeps, by its curve.
 * @type {Record<string, (row: Row, found: Found) => string>}
 */
const WHY = {
  sigmoid: ({ products }, { best, isFound, isReached }) => {
    if (isReached)
      return `${best ? "You have found it" : "It is the most"}: ${amount(products[UNITS - 1])}, and no input keeps noticeably more. No output is 0, so units 2 to ${UNITS} never stand at 0, where the slope is .25.`;
    if (isFound) return `Your best, ${amount(best)}, is the most of any input.`;
    return `${best ? `Your best so far is ${amount(best)}. ` : ""}Can you reach the dashed line?`;
  },
  tanh: ({ slopes }) =>
    slopes.every((slope) => slope > 0.99)
      ? "At 0 all ten slopes are 1, the steepest that tanh has."
      : "The farther from 0, the flatter is tanh.",
  relu: ({ slopes, inputs }) =>
    slopes[0]
      ? "All ten slopes are 1, however large the input is. Now drag it below 0."
      : inputs[0]
        ? "The first slope is 0, and 0 times anything is 0."
        : "At its corner ReLU has no slope; this book takes the one on the left, 0. To the right it is 1.",
  leaky_relu: ({ slopes, inputs, products }, { weight }) => {
    if (slopes[0] === 1) return "All ten slopes are 1. Now drag it below 0.";
    if (!inputs[0])
      return "At its corner leaky ReLU has no slope; this book takes the one on the left, .20.";
    const sigmoids = most("sigmoid", weight);
    return `All ten slopes are .20: none is 0${products[UNITS - 1] < sigmoids ? `, but ten sigmoids can keep more, ${amount(sigmoids)}` : ""}.`;
  },
  gelu: ({ slopes }) =>
    slopes.some((slope) => slope > 1)
      ? "Some slopes are a little above 1."
      : "Near 0 its slope is ½; to the left it is less, or below 0.",
};

/** @param {number} slope of the whole row */
function change(slope) {
  const size = Math.abs(slope);
  const sign = slope < 0 ? ", with the other sign" : "";
  const after = `after unit ${UNITS}${sign}.`;
  if (size > 1)
    return `A small change of the input is ${amount(size)} times as large ${after}`;
  const left = slope === 0 ? "nothing" : size === 1 ? "all" : amount(size);
  return `Of a small change of the input, ${left} is left ${after}`;
}

/**
 * What the weights do to the slopes: they multiply, but move the units, too.
 * @param {Row} row
 * @param {Row} plain the same with weights of 1
 * @param {number} weight
 */
function moved(row, plain, weight) {
  const last = UNITS - 1;
  const [now, was] = [row, plain].map(({ slopes }) => slopes[last]);
  if (brief(now) === brief(was))
    return `The nine weights multiply by ${minus(weight)}${superscript(last)}, about ${amount(weight ** last)}.`;
  const [here, there] = [row, plain].map(({ inputs }) => Math.abs(inputs[last]));
  const where = here > there ? "away from" : "toward";
  return (
    `Weight ${minus(weight)} moves unit ${UNITS} ${where} 0: there its slope is ` +
    `${brief(now)}, not ${brief(was)} as with weight 1, and weight times slope is ` +
    `${brief(weight * now)}, not ${brief(was)}.`
  );
}

/**
 * What becomes of a small change of the input.
 * @param {string} curve
 * @param {Row} row
 * @param {Partial<Found> & { plain?: Row }} [found] `plain`: the row with weights of 1
 */
export function verdict(
  curve,
  row,
  { weight = 1, plain = row, best = 0, isFound = false, isReached = false } = {},
) {
  const next = isReached ? " Now try other weights." : "";
  const weights = weight === 1 ? next : ` ${moved(row, plain, weight)}`;
  const slope = row.products[UNITS - 1];
  const why = WHY[curve](row, { weight, best, isFound, isReached });
  return `${change(slope)}\n${why}${weights}`;
}
