// What the figure of ten units in a row says.

import { counted, superscript, written } from "../../engine/number_text.js";
import { MOST, pass, UNITS } from "./model.js";

/** @typedef {ReturnType<typeof pass>} Row */

export const HELP = {
  input:
    "Drag the white point along the curve, or use the arrow keys (Shift: faster): it is " +
    "the input of unit 1. The output of each unit is the input of the next: all weights " +
    "are 1, and all biases 0. The orange bar below it is a change of the input, drawn so " +
    "large that one sees it; what follows goes by the slope, as for a small one. The thin " +
    "line walks from unit to unit; point at one in the row to see where it is.",
  guess:
    "Say what you think; then the rest is shown. You may also drag the point at once.",
  curve:
    "The activation function of all ten units. With each, the input begins at 2.5 again.",
  way: "Forward, a change of the input goes through unit 1 first. Backward, an error behind unit 10 meets the same slopes on its way to unit 1.",
};

export const WAYS = { forward: "Forward →", back: "← Backward" };

const SMALL = 0.0995; // below this, a slope is written as a fraction

const NEAR = 0.0005; // from 1: that is all of it

/**
 * Three characters or fewer, or four: .20, 1, −.09; slopes above 1 as they multiply, 1.04.
 * @param {number} value
 */
export const brief = (value) =>
  written(value, value > 0.995 && value < 1.005 ? 0 : 2).replace(/^(−?)0\./, "$1.");

/** What is left, where that is said in a word. @param {number} share */
export const wordOf = (share) =>
  share === 0 ? "nothing" : Math.abs(share - 1) < NEAR ? "all" : amount(share);

/**
 * A slope of the row: .49, 1/2.4 million; near 1, more decimals.
 * @param {number} slope
 */
export function amount(slope) {
  const size = Math.abs(slope);
  if (size === 0) return "0";
  if (size >= 9.95) return counted(size);
  if (Math.abs(size - 1) < 0.05) return written(slope, 3).replace("0.", ".");
  if (size >= SMALL) return written(slope, size > 1 ? 1 : 2).replace("0.", ".");
  const sign = slope < 0 ? "−" : "";
  const parts = 1 / size;
  const text =
    parts < 1e12 ? counted(parts) : `10${superscript(Math.round(Math.log10(parts)))}`;
  return `${sign}1/${text.replace(/^1 /, "")}`;
}

/**
 * What ten sigmoids might leave at best.
 * @type {Record<string, { label: string, share: number }>}
 */
export const GUESSES = {
  quarter: { label: "1/4", share: 1 / 4 },
  fortieth: { label: "1/40", share: 1 / 40 },
  millionth: { label: "1/million", share: 1e-6 },
};

/**
 * What to say of it: with each, the reader may have thought of something.
 * @type {Record<string, string>}
 */
const JUDGED = {
  quarter: "1/4 is the most of one sigmoid; here are ten.",
  fortieth: "1/40 is 1/4 divided by 10, but slopes multiply.",
  millionth: "Right, less than a millionth: ten factors of at most 1/4.",
};

/** Before the guess. @param {Row} row */
export const question = ({ slopes }) =>
  `Orange: a small change of the input, drawn large. Unit 1 leaves ${amount(slopes[0])} of it. And all ten?`;

/**
 * Why the row keeps what it keeps, by its curve.
 * @type {Record<string, (row: Row, guess: string) => string>}
 */
const WHY = {
  sigmoid: ({ products }, guess) =>
    isMost(products[UNITS - 1])
      ? "The best, to two digits: units 2 to 10 are never at 0. Next: ReLU."
      : `${JUDGED[guess] ?? ""} Drag to the best.`.trim(),
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
  leaky_relu: ({ slopes, inputs }) => {
    if (slopes[0] === 1) return "All ten slopes are 1. Now drag it below 0.";
    return inputs[0]
      ? "Ten slopes of .20: none is 0, yet ten sigmoids can keep more."
      : "At its corner leaky ReLU has no slope; this book takes the one on the left, .20.";
  },
  gelu: ({ slopes }) => {
    const [least, most] = [Math.min(...slopes), Math.max(...slopes)];
    if (least > 1 && brief(least) !== brief(most))
      return `Ten slopes of ${brief(least)} to ${brief(most)}, multiplied.`;
    return most > 1
      ? "Some slopes are a little above 1."
      : "Near 0 its slope is ½; to the left it is less, or below 0.";
  },
};

/** Whether it is the most that ten sigmoids leave, as far as a reader can see. @param {number} slope */
export const isMost = (slope) => amount(slope) === amount(MOST);

/**
 * What is left of a small change, or of an error.
 * @param {string} curve
 * @param {number} slope of the whole row
 * @param {string} [what]
 */
function change(curve, slope, what = "a small change") {
  const size = Math.abs(slope);
  const sign = slope < 0 ? ", with the other sign" : "";
  if (size > 1 + NEAR)
    return `${what.replace("a", "A")} becomes ${amount(size)} times as large${sign}.`;
  const best =
    curve === "sigmoid" && !isMost(slope) ? `; at best, ${amount(MOST)}` : "";
  return `Of ${what}, ${wordOf(size)} is left${sign}${best}.`;
}

/**
 * What becomes of an error on its way back.
 * @param {string} curve
 * @param {Row} row
 */
export const back = (curve, { products }) =>
  `${change(curve, products[UNITS - 1], "an error behind unit 10")}\n` +
  "The same ten slopes, from the last to the first: the same product.";

/**
 * What becomes of a small change of the input.
 * @param {string} curve
 * @param {Row} row
 * @param {string} [guess] that nothing was said of yet
 */
export const verdict = (curve, row, guess = "none") =>
  `${change(curve, row.products[UNITS - 1])}\n${WHY[curve](row, guess)}`;
