// Help and sentences of the figure of broadcasting.

import { minus, rounded } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import { entryOf } from "./model.js";

/** @import { Difference } from "./model.js" */

export const GUESSES = { yes: "yes", no: "no, right is best" };
/** The loss of predictions that are all the mean of all targets: their variance. */
export const LOWEST = 0.25;

export const HELP = {
  guess:
    "About the loss that NumPy computes. Say it before you see it, or drag at once.",
  shape:
    "(4,) is four numbers along one axis, drawn as a row; (4, 1) is four rows of one number, a column.",
  value: `${DRAG}.`,
  cell: "Point at a difference, or move with the arrow keys: the prediction and the target that it is made of light up.",
};

/**
 * As Python writes it.
 * @param {number[]} shape
 */
export const shapeText = (shape) =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

/** @param {number} value */
export const numberText = (value) => minus(rounded(value, 2));

/**
 * The shapes below each other, flush right, as NumPy compares them.
 * @param {number[][]} shapes of predictions and targets
 * @param {number[]} shape of the differences
 */
export function alignedText(shapes, shape) {
  const lines = [...shapes, shape].map((each, k) => [NAMES[k], bare(each)]);
  return lines.map(([name, sizes]) => name.padEnd(13) + sizes.padStart(6)).join("\n");
}

const NAMES = ["predictions", "targets", "differences"];

/** Sizes without the comma that Python adds: it would push the last one to the left. @param {number[]} shape */
const bare = (shape) => shape.join(", ");

/**
 * The loss as Python computes it, and what the shapes become.
 * @param {number[][]} shapes of predictions and targets
 * @param {number[]} shape of the differences
 */
export function codeText(shapes, shape) {
  const met = shapes.map(shapeText).join(" - ");
  return `loss = np.mean((predictions - targets) ** 2)\n# ${met} -> ${shapeText(shape)}`;
}

/**
 * @param {string} name
 * @param {number[]} index
 */
const entry = (name, index) => `${name}[${index.join(", ")}]`;

/**
 * A difference with its sources, as NumPy names them.
 * @param {Difference} cell
 * @param {number[][]} shapes of the predictions and of the targets
 * @param {number[][]} values
 */
export function cellText({ index, i, j, value }, shapes, values) {
  const [prediction, target] = ["predictions", "targets"].map((name, k) =>
    entry(name, entryOf(index, shapes[k])),
  );
  const numbers = `${values[0][i]} − ${values[1][j]} = ${numberText(value)}`;
  return `${entry("differences", index)} = ${prediction} − ${target} = ${numbers}`;
}

/**
 * What both losses are made of.
 * @param {{ cells: Difference[], squares: number, own: number }} found
 */
export const meanTexts = ({ cells, squares, own }) => [
  `computed: mean of all ${cells.length} squares = ${numberText(squares)} / ${cells.length}`,
  `meant: mean of the 4 framed squares = ${numberText(own)} / 4`,
];

/** With three decimals at most, halves up. @param {number} loss */
export const lossNumber = (loss) => minus(Math.round(rounded(1000 * loss, 6)) / 1000);

/**
 * What is compared, and which predictions this favors.
 * @param {{ cells: Difference[], loss: number, meant: number }} found
 * @param {number} right the loss of right predictions
 * @param {string} guess whether wrong ones can have a smaller one
 * @param {boolean} answered whether the reader has seen that they can
 */
export function verdict({ cells, loss, meant }, right, guess, answered) {
  const [mine, theirs, own] = [loss, right, meant].map(lossNumber);
  if (cells.length === 4) {
    const next = answered ? undefined : ELSEWHERE[guess];
    return `${OWN} NumPy computes the loss that was meant: ${own}.${next ? ` ${next}` : ""}`;
  }
  if (!meant) {
    if (answered) return `${REPEATED} So right predictions have the loss ${theirs}.`;
    return guess in GUESSES
      ? `You guessed ${guess}. Now drag a purple number to the middle: watch both bars.`
      : `All four predictions are right: a loss of 0 was meant. NumPy computes ${theirs}.`;
  }
  if (loss === LOWEST) return ALL;
  if (loss >= right) {
    return `Still ${mine}: half of the targets are 0, half are 1, so 0 and 1 do equally well. Try a value between them.`;
  }
  const reason = REASONS[guess];
  return reason
    ? reason(`${mine} is below ${theirs}`)
    : `${mine} is below ${theirs}, though the loss that was meant rose to ${own}: ${NEARER}`;
}

const OWN = "Nothing is repeated: each prediction meets its own target only.";
/** A guess about other shapes. @type {Record<string, string | undefined>} */
const ELSEWHERE = {
  yes: "Here, no wrong one has less. And with (4, 1) and (4,)?",
  no: "Here, right is best. And with (4, 1) and (4,)?",
};
const REPEATED = "The column is repeated across, the row down: 16 differences, not 4.";
const NEARER =
  "each prediction meets all four targets, so nearer to their mean, 0.5, is better.";
/** Why a guess is right or wrong. @type {Record<string, ((found: string) => string) | undefined>} */
const REASONS = {
  yes: (found) => `Yes, as you guessed: ${found}, as ${NEARER}`,
  no: (found) =>
    `Your guess is wrong: ${found}. Right is best against its own target; each meets all four, whose mean is 0.5.`,
};
const ALL =
  "Found: 0.25 is the smallest, half that of right ones: all are 0.5, the mean of all targets. The loss that was meant rose to 0.25.";

/**
 * What there is to find, once it is seen that wrong predictions can win.
 * @param {number} least loss so far, where a column met a row
 * @param {boolean} crossed whether they do now
 */
export function goalText(least, crossed) {
  if (least === LOWEST) return "The smallest blue loss of a column and a row: 0.25.";
  const where = crossed ? "Now make" : "With a column and a row, make";
  return `${where} the blue loss as small as you can. Smallest so far: ${lossNumber(least)}.`;
}
