// Help and sentences of the figure of the weights' gradient.

import { inFormula, minus, rounded } from "../../engine/number_text.js";
import { A, DELTA, entry, LAST, lastOf, total } from "./model.js";

/** @import { Answer } from "./model.js" */

export const HELP = {
  column:
    "Press one of A and one of Δ, or Enter or Space on it: those whose numbers are " +
    "multiplied for the marked entry of dW.",
  entry:
    "Press it, or Enter or Space on it, to mark its weight; again, to add a sample. " +
    "The factor 1/4 of the mean loss is already in the errors.",
  next: "Adds what the next sample gives to the marked entry, in sight.",
  other:
    "Asks for an entry that is still open; you can press one of dW instead. From the " +
    "product, goes back.",
  all: "Asks for the matrix product that fills dW.",
  again: "Empties dW.",
  answer: "Say what you expect before you see it.",
};

const LOW = ["₀", "₁", "₂"];
/** A unit of the layer before. @param {number} j */
export const from = (j) => `a${LOW[j]}`;
/** The error of a unit. @param {number} k */
export const to = (k) => `δ${LOW[k]}`;
/** @param {number} value */
export const numberText = (value) => minus(rounded(value, 2));
/** @param {number} value */
const inside = (value) => inFormula(numberText(value));

/** The numbers of an array, read out. @param {number[][]} rows */
export const readOut = (rows) =>
  rows.map((row, i) => `sample ${i}: ${row.map(numberText).join(", ")}`).join("; ");

/** What to do. */
export const HINTS = {
  pick: "Which two numbers of a row make the marked dW? Press one in A, one in Δ.",
  step: "Each sample adds one product to the marked entry of dW: press Next sample.",
  ask: "Choose what the marked entry of dW is.",
  known: "Find another entry of dW, or all of them at once.",
  all: "Choose the product of the two arrays that is dW.",
  done: "Press an entry of dW to see its row and its column.",
};

/** @typedef {"a" | "delta"} Layer */

/** A column of A or Δ, as its unit is called. @param {Layer} layer @param {number} n */
export const columnName = (layer, n) => (layer === "a" ? from(n) : to(n));

/**
 * The marked weight, and the column that was pressed for it.
 * @param {number} j
 * @param {number} k
 * @param {{ layer: Layer, n: number } | null} pressed
 */
export function pickText(j, k, pressed) {
  const weight = `W[${j}, ${k}]`;
  if (!pressed) {
    return (
      `The marked entry of dW belongs to the thick weight, ${weight}: how does the loss ` +
      "change with it?"
    );
  }
  const { layer, n } = pressed;
  const isStart = layer === "a";
  const name = columnName(layer, n);
  if (n !== (isStart ? j : k)) {
    const why = isStart
      ? `passes through other weights. Where does ${weight} start?`
      : `comes back through other weights. Where does ${weight} end?`;
    return `✗ Not ${name}: it ${why}`;
  }
  return isStart
    ? `✓ ${name}: there the weight starts. Now the error where it ends.`
    : `✓ ${name}: there the weight ends. Now the activation where it starts.`;
}
export const AGAIN = "Try another answer.";

/** @param {number} j @param {number} k */
export const hiddenText = (j, k) =>
  `Find the four products of dW[${j}, ${k}] in A and Δ, and add them.`;

/** @typedef {{ name: string, mistake: string | null }} Product */

/** Products of A and Δ, and what is wrong with them. @type {Product[]} */
export const PRODUCTS = [
  { name: "A · Δ", mistake: "(4, 3) and (4, 2) do not fit, as 3 is not 4" },
  { name: "A · Δᵀ", mistake: "(4, 3) and (2, 4) do not fit, as 3 is not 2" },
  { name: "Aᵀ · Δ", mistake: null },
  {
    name: "Δᵀ · A",
    mistake: "(2, 4) and (4, 3) give the six sums as (2, 3), but W is (3, 2)",
  },
];

export const WHICH = "Which product gives all six at once?";

export const WANTED =
  "Each entry takes a column of A and a column of Δ. " +
  "In a product, a row meets a column.";

/** @param {Product} product */
export const productVerdict = ({ name, mistake }) =>
  mistake === null ? "Right." : `Not quite, ${name}: ${mistake}.`;

export const FULL =
  "Rows of the left matrix meet columns of the right one, so the columns of A must " +
  "become rows: Aᵀ · Δ does all six sums, and dW has the shape of W.";

/** @param {number} i @param {number} j @param {number} k */
export const productText = (i, j, k) =>
  `${inside(A[i][j])} · ${inside(DELTA[i][k])} = ${numberText(A[i][j] * DELTA[i][k])}`.replaceAll(
    " ",
    "\u00a0",
  );

/**
 * A sample has been added.
 * @param {number} i
 * @param {number} j
 * @param {number} k
 */
export function sampleText(i, j, k) {
  const { products } = entry(A, DELTA, j, k);
  const start =
    i === 0
      ? `Sample 0: ${from(j)} = ${numberText(A[i][j])}, where the weight starts, times ` +
        `${to(k)} = ${numberText(DELTA[i][k])}, where it ends: ${productText(i, j, k)}.`
      : `Sample ${i}: ${productText(i, j, k)}.`;
  const nothing =
    A[i][j] === 0 ? " An activation of 0 adds nothing, whatever the error." : "";
  const sum =
    i === 0 ? "" : ` The sum so far: ${numberText(total(products.slice(0, i + 1)))}.`;
  return start + nothing + sum;
}

/**
 * @param {number} j
 * @param {number} k
 * @param {boolean} begun whether the sum of all samples but the last is known
 */
export const question = (j, k, begun) =>
  begun
    ? `Sample ${LAST} is left. What will dW[${j}, ${k}] be?`
    : `What is dW[${j}, ${k}]?`;

/**
 * An entry and its sum.
 * @param {number} j
 * @param {number} k
 */
export function entryText(j, k) {
  const parts = A.map(
    (row, i) => `${inside(row[j])}\u00a0·\u00a0${inside(DELTA[i][k])}`,
  );
  const { sum } = entry(A, DELTA, j, k);
  return `dW[${j}, ${k}] = ${parts.join(" + ")} =\u00a0${numberText(sum)}.`;
}

/**
 * What an answer says of who gave it.
 * @param {Answer} answer
 * @param {number} j
 * @param {number} k
 * @param {boolean} begun whether the sum of all samples but the last was known
 */
export function verdict({ value, mistake }, j, k, begun) {
  if (mistake === null) return "Right.";
  const { products } = entry(A, DELTA, j, k);
  const left = begun ? LAST : lastOf(products);
  const slip = {
    sample: `leaves out sample ${left}`,
    sign: "forgets the minus sign of an error",
    column: `takes ${to(1 - k)}${begun ? ` in sample ${left}` : ""}, the error of the other unit`,
    unit: `takes ${from((j + 1) % A[0].length)}, where another weight starts`,
    activation: "adds an error that an activation of 0 cancels",
  }[mistake];
  return `Not quite: ${numberText(value)} ${slip}.`;
}

export const WHY =
  "All four samples use the same weight, so their four products are added.";

/** @param {{ right: number, asked: number }} score */
export const scoreText = ({ right, asked }) =>
  asked === 0 ? "" : `Right at the first try: ${right} of ${asked}`;
