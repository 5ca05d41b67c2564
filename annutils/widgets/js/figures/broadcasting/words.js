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
  shape: "(4,) has one axis and lies; (4, 1) has two and stands.",
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
 * The loss as Python computes it, from predictions of shape (4, 1) and targets of (4,).
 * @param {number[][]} shapes that both have now
 */
export function codeText([predictions, targets]) {
  const p = predictions.length > 1 ? "predictions" : "predictions[:, 0]";
  const t = targets.length > 1 ? "targets[:, None]" : "targets";
  return `loss = np.mean((${p} - ${t}) ** 2)`;
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
 */
export function verdict({ cells, loss }, right, guess) {
  const [mine, theirs] = [loss, right].map(lossNumber);
  if (cells.length === 4) {
    return (
      "Each prediction meets its own target only. " +
      (loss ? `The loss is ${mine}; right predictions have 0.` : "The loss is 0.")
    );
  }
  const meets = "Every prediction meets every target: 16 differences, not 4.";
  const isRight = cells.every(({ i, j, value }) => i !== j || value === 0);
  if (isRight) {
    const next = guess in GUESSES ? " Now drag one to the middle." : "";
    return `${meets} So right predictions have the loss ${theirs}.${next}`;
  }
  if (loss === LOWEST) return `${mine} is the lowest loss here: ${ALL}`;
  const beside = `The loss is ${mine}; right predictions have ${theirs}.`;
  if (loss >= right)
    return `${beside} The loss cannot tell them apart. Try a value between 0 and 1.`;
  if (guess === "no") return `${mine} is below ${theirs}: ${UNLIKE}`;
  return `${beside} The wrong answer wins: ${NEARER}`;
}

const NEARER = "nearer to 0.5, the mean of all targets, is better.";
const UNLIKE =
  "right is best only where each prediction meets its own target. Here each meets all, " +
  "and nearer to their mean is better.";
const ALL =
  "every prediction is 0.5, the mean of all targets. Right predictions have 0.5.";
