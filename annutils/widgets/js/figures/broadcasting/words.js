// Help and sentences of the figure of broadcasting.

import { minus, rounded } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import { entryOf } from "./model.js";

/** @import { Difference } from "./model.js" */

export const GUESSES = { yes: "yes", no: "no, right is best" };
/** The loss of predictions that are all the mean of all targets: their variance. */
export const LOWEST = 0.25;

export const HELP = {
  guess: "Say it before you see it, or drag at once.",
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
 * @param {{ cells: Difference[], squares: number, loss: number }} found
 */
export const lossText = ({ cells, squares, loss }) =>
  `loss = mean of ${cells.length} squares = ${numberText(squares)} / ${cells.length} = ${lossNumber(loss)}`;

/** @param {number} loss */
const lossNumber = (loss) => minus(Math.round(rounded(1000 * loss, 6)) / 1000); // halves up

/**
 * What is compared, and which predictions this favors.
 * @param {{ cells: Difference[], loss: number }} found
 * @param {number} right the loss of right predictions
 * @param {string} guess whether wrong ones can have a smaller one
 * @param {boolean} answered whether the reader has seen that they can
 */
export function verdict({ cells, loss }, right, guess, answered) {
  const [mine, theirs] = [loss, right].map(lossNumber);
  if (cells.length === 4) {
    const beside = loss ? `The loss is ${mine}; right predictions have 0.` : LEAST;
    const next = answered ? undefined : ELSEWHERE[guess];
    return `Nothing is repeated: ${OWN} ${beside}${next ? ` ${next}` : ""}`;
  }
  const isRight = cells.every(({ i, j, value }) => i !== j || value === 0);
  if (isRight) {
    const next = guess in GUESSES ? "Now drag a purple number to the middle." : "";
    return `${REPEATED} Right predictions have the loss ${theirs}. ${next}`.trim();
  }
  if (loss === LOWEST) return `${mine} is the lowest loss here: ${ALL}`;
  if (loss >= right) {
    return (
      `The loss is ${mine}; right predictions have ${theirs}. ` +
      "The loss cannot tell them apart. Try a value between 0 and 1."
    );
  }
  if (guess in GUESSES) {
    const judged = guess === "yes" ? ", as you guessed" : "";
    return `${mine} is below ${theirs}${judged}: ${NEARER}`;
  }
  return `The wrong answer wins, ${mine} against ${theirs}: ${NEARER}`;
}

const OWN = "each prediction meets its own target only.";
const LEAST = "The loss is 0.";
/** A guess about other shapes. @type {Record<string, string | undefined>} */
const ELSEWHERE = {
  yes: "Here, no wrong one has less. And with (4, 1) and (4,)?",
  no: "Here, right is best. And with (4, 1) and (4,)?",
};
const REPEATED = "The column is repeated across, the row down: 16 differences, not 4.";
const NEARER =
  "each prediction meets all four targets, so nearer to their mean, 0.5, is better.";
const ALL =
  "every prediction is 0.5, the mean of all targets. Right predictions have 0.5.";
