// What the figure of ten units in a row says.

import { counted, minus, superscript, written } from "../../engine/number_text.js";
import { most, mostOfAll, UNITS } from "./model.js";

/** @import { pass } from "./model.js" */
/** @typedef {ReturnType<typeof pass>} Row */

export const HELP = {
  input:
    "Drag the white point along the curve, or use the arrow keys (Shift: faster): it is " +
    "the input of unit 1. The output of each unit, times the weight, is the input of the " +
    "next; all biases are 0.",
  weight:
    "Of the nine connections between the units. The hollow dot is where unit 10 stands " +
    "with weight 1; the dotted line is the most at any weight.",
  guess:
    "Say what you think; then the bars are shown. You may also drag the point at once.",
  curve:
    "The activation function of all ten units. With each, the input begins at 2.5 again.",
};

const SMALL = 0.0995; // below this, a slope is written as a fraction

/**
 * Three characters, or four, so that ten stand side by side: .20, 1.0, −.09.
 * @param {number} value
 */
export const brief = (value) =>
  written(value, value > 0.995 ? 1 : 2).replace(/^(−?)0\./, "$1.");

/**
 * A slope of the row: 0.49, 1/2.4 million.
 * @param {number} slope
 */
export function amount(slope) {
  const size = Math.abs(slope);
  if (size === 0) return "0";
  if (size >= 9.95) return counted(size);
  if (size >= SMALL) return brief(slope);
  const sign = slope < 0 ? "−" : "";
  const parts = 1 / size;
  return `${sign}1/${parts < 1e12 ? counted(parts) : `10${superscript(Math.round(Math.log10(parts)))}`}`;
}

/** What is left in the end, as a few words. @param {number} slope */
export function left(slope) {
  if (slope === 0) return "nothing left";
  if (slope === 1) return "all left";
  return Math.abs(slope) > 1 ? `${amount(slope)} times` : `${amount(slope)} left`;
}

/**
 * What ten sigmoids might let through at most, and what to say of it. With each, the reader
 * may have thought of something.
 * @type {Record<string, string>}
 */
export const GUESSES = {
  "1/4": "Not 1/4: a single sigmoid lets that through at most, and there are ten.",
  "1/40": "Not 1/40: that is 1/4 divided by ten, but slopes in a row are multiplied.",
  "1/million": "Yes, or less: ten factors, each at most 1/4, make at most 1/million.",
};

export const GUESS =
  "How much can ten sigmoids let through, at best? The bars follow your guess.";

/**
 * @typedef {object} Found
 * @property {number} weight
 * @property {number} best slope that the reader has found, 0 before a first move
 * @property {boolean} isFound whether that is the most at this weight
 * @property {boolean} isReached whether the slope here is
 * @property {string} said about the reader's guess
 */

/**
 * What is the most of ten sigmoids, and why it is no more.
 * @param {number} weight
 */
function limit(weight) {
  if (weight === 1)
    return `This is the most: units 2 to ${UNITS} never stand at 0, where the slope is .25, as no output is 0. Now try other weights.`;
  const here = most("sigmoid", weight);
  const share = here / most("sigmoid", 1);
  const where = `This is the most at ${amount(here) === amount(mostOfAll()) ? "any weight" : `weight ${minus(weight)}`}`;
  return share > 1
    ? `${where}: ${amount(share)} times as much as at weight 1, and still tiny.`
    : `${where}, and less than at weight 1.`;
}

/**
 * Why the row keeps what it keeps, by its curve.
 * @type {Record<string, (row: Row, found: Found) => string>}
 */
const WHY = {
  sigmoid: (_, { weight, best, isFound, isReached, said }) => {
    if (isReached) return `${best ? "You have found it. " : ""}${limit(weight)}`;
    if (isFound) return `Your best, ${amount(best)}, is the most at this weight.`;
    return `${said || (best ? `Your best so far is ${amount(best)}.` : "")} Can you reach the dashed line?`.trim();
  },
  tanh: ({ slopes }) =>
    slopes.every((slope) => slope > 0.99)
      ? "At 0 all ten slopes are 1, the steepest that tanh has."
      : "Tanh is steepest at 0. How much is left from there?",
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
  return (
    `Weight ${minus(weight)} moves unit ${UNITS} to where the curve is ` +
    `${now < was ? "flatter" : "steeper"}: slope ${brief(now)}, not ${brief(was)}.`
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
  {
    weight = 1,
    plain = row,
    best = 0,
    isFound = false,
    isReached = false,
    said = "",
  } = {},
) {
  const why = WHY[curve](row, { weight, best, isFound, isReached, said });
  const weights = weight === 1 || isReached ? "" : `${moved(row, plain, weight)} `;
  return `${change(row.products[UNITS - 1])}\n${weights}${why}`;
}
