// Help and sentences of the figure of the weights' gradient.

import { inFormula, minus, rounded } from "../../engine/number_text.js";

/** @import { Place } from "./model.js" */

export const HELP = {
  entry: "Point at an entry of dW, or move with the arrow keys.",
  value: "Drag it sideways, or use the arrow keys.",
};

export const ERRORS =
  "Errors: Δ = ∂L/∂Z, the slope of the loss for each pre-activation. The loss is a mean " +
  "of m samples, and its factor 1/m is already in Δ.";

/** @param {number} value */
export const numberText = (value) => minus(rounded(value, 2));

/**
 * An entry of dW, as NumPy computes it.
 * @param {number[][]} a
 * @param {number[][]} delta
 * @param {number} j
 * @param {number} k
 * @param {number} sum
 */
export function entryText(a, delta, j, k, sum) {
  const number = (/** @type {number} */ value) => inFormula(numberText(value));
  const parts = a.map((row, i) => `${number(row[j])} · ${number(delta[i][k])}`);
  return [
    `dW[${j}, ${k}] = A[:, ${j}] @ Delta[:, ${k}]`,
    `= ${parts.join(" + ")}`,
    `= ${numberText(sum)}`,
  ];
}

/**
 * Which entries of dW move with a number.
 * @param {Place} place
 */
export const changeText = ({ where, i, j }) =>
  where === "a"
    ? `A[${i}, ${j}] enters row ${j} of dW, each time multiplied by an error of sample ${i}. ` +
      "Entries where that error is not 0 change; the other rows stay."
    : `Delta[${i}, ${j}] enters column ${j} of dW, each time multiplied by an activation of ` +
      `sample ${i}. Entries where that activation is not 0 change; the other column stays.`;

/**
 * @param {number} j
 * @param {number} k
 */
export const sentence = (j, k) =>
  `dW[${j}, ${k}] belongs to the weight from unit ${j} to unit ${k}. Each sample adds one ` +
  `product: its activation in column ${j} of A, times its error in column ${k} of Δ.`;
