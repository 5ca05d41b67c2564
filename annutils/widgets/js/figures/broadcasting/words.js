// Help and sentences of the figure of broadcasting.

import { minus, rounded } from "../../engine/number_text.js";
import { entryOf } from "./model.js";

/** @import { Difference } from "./model.js" */

export const HELP = {
  shape:
    "Press it, or drag it sideways, to change this shape: (4,) has one axis and lies, (4, 1) has two and stands. With keys: the arrow keys.",
  value: "Press to turn 0 into 1, and 1 into 0.",
  cell: "Point at a difference, or move with the arrow keys: the prediction and the target that it is made of light up.",
};

export const FRAMED = "Thick frames: a prediction and its own target.";
export const LINED_UP = "NumPy lines the axes up from the right:";

/**
 * As Python writes it.
 * @param {number[]} shape
 */
export const shapeText = (shape) =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

/** @param {number} value */
export const numberText = (value) => minus(rounded(value, 2));

/**
 * The size of an array along an axis of the result, and what becomes of it.
 * @param {number | undefined} size
 * @param {number} wanted
 */
export function sizeText(size, wanted) {
  if (size === wanted) return String(size);
  return `${size ?? "missing, taken as 1"}, stretched to ${wanted}`;
}

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
 * A difference with its sources, as NumPy names them, and whose they are.
 * @param {Difference} cell
 * @param {number[][]} shapes of the predictions and of the targets
 * @param {number[][]} values
 */
export function cellText({ index, i, j, value }, shapes, values) {
  const [prediction, target] = ["predictions", "targets"].map((name, k) =>
    entry(name, entryOf(index, shapes[k])),
  );
  const numbers = `${values[0][i]} − ${values[1][j]} = ${numberText(value)}`;
  return [
    `${entry("differences", index)}`,
    `= ${prediction} − ${target}`,
    `= ${numbers}:`,
    i === j
      ? `sample ${i} and its own target.`
      : `the prediction for sample ${i}, the target of sample ${j}.`,
  ];
}

/**
 * @param {{ cells: Difference[], squares: number, loss: number }} found
 */
export const lossText = ({ cells, squares, loss }) =>
  `loss = mean of ${cells.length} squares = ${squares} / ${cells.length} = ${numberText(loss)}`;

/**
 * Why the loss is what it is.
 * @param {{ cells: Difference[], loss: number }} found
 */
export function verdict({ cells, loss }) {
  const off = cells.filter(({ value }) => value).length;
  if (cells.length > 4) {
    return (
      "Every prediction is compared with every target: 16 differences, not 4. " +
      `Of these, ${off} are not 0, so the loss is ${numberText(loss)}.`
    );
  }
  const zeros = off ? `Of these, ${off} ${off > 1 ? "are" : "is"} not 0` : "All are 0";
  return (
    "Each prediction is compared with its own target: 4 differences. " +
    `${zeros}, so the loss is ${numberText(loss)}.`
  );
}
