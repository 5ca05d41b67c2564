// Help and sentences of the figure of the weights' gradient.

import { inFormula, minus, rounded } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";

/** @import { Place } from "./model.js" */

export const HELP = {
  entry:
    "After your guess, press an entry of dW or a connection, or move with the arrow keys.",
  value: `${DRAG}. Activations go from 0 to 3, errors from −0.5 to 0.5; the errors do not follow the activations, as they would in a network.`,
  guess: "Say what you expect before you see it, or go on without a guess.",
};

export const GUESSES = {
  row: "row and column",
  column: "two columns",
  all: "all",
};
export const SHOW = "just show";

export const ARRANGED =
  "Rows of A and Δ are samples, columns are units. The errors of this batch are taken as " +
  "given; the factor 1/4 of the mean loss is already in each.";

const LOW = ["₀", "₁", "₂"];
/** A unit of the layer before. @param {number} j */
export const from = (j) => `a${LOW[j]}`;
/** A unit of the layer. @param {number} k */
export const to = (k) => `z${LOW[k]}`;

/** @param {number} value */
export const numberText = (value) => minus(rounded(value, 2));

/** @param {number} j @param {number} k */
export const question = (j, k) =>
  `Which parts of A and Δ make dW[${j}, ${k}], the slope from ${from(j)} to ${to(k)}?`;

/** What comes before other entries. @param {number} j @param {number} k */
export const first = (j, k) =>
  `First say what makes dW[${j}, ${k}], or choose “${SHOW}”.`;

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
 * Which entries of dW move with a number, and how far.
 * @param {Place} place
 * @param {number} before
 * @param {number} now
 * @param {boolean} answered if not, dW stays covered
 */
export function changeText({ where, i, j }, before, now, answered) {
  const name = `${where === "a" ? "A" : "Δ"}[${i}, ${j}]`;
  const by = numberText(now - before);
  if (!answered) {
    return `${name} is ${numberText(now)} now, and was ${numberText(before)}. Guess, and you see what that does to dW.`;
  }
  if (before === now) return `${name} is ${numberText(now)}, as before, and so is dW.`;
  const goes = `${name} goes from ${numberText(before)} to ${numberText(now)}:`;
  return where === "a"
    ? `${goes} row ${j} of dW moves, each entry by ${by} times its error in sample ${i}. ` +
        "The other rows stay. In a network the errors would change, too; here Δ is held fixed."
    : `${goes} column ${j} of dW moves, each entry by ${by} times its activation in sample ${i}: ` +
        "not at all where that is 0.";
}

/**
 * Where an entry comes from, and what that says of a guess.
 * @param {string} guess
 * @param {number} j
 * @param {number} k
 */
export function sentence(guess, j, k) {
  const [a, z] = [from(j), to(k)];
  const judged =
    {
      row: `Not so: row ${j} of A is one sample. `,
      column: "Right. ",
      all: `Not so: other columns belong to other connections. `,
    }[guess] ?? "";
  return (
    `${judged}Each sample multiplies its activation ${a} by its error of ${z}: column ${j} of A ` +
    `meets column ${k} of Δ. A product takes rows on the left, so A is transposed: column ${j} becomes row ${j} of Aᵀ.`
  );
}
