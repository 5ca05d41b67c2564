// Help and status of the approximator's figure.

import { minus, rounded } from "../../engine/number_text.js";

/** @import { Network } from "../../engine/network.js" */

export const HELP = {
  guess:
    "What becomes of the largest error? Your guess doubles the number of pieces, and you see. A dashed line is what the error stays below: it falls by the same factor each time.",
  pieces:
    "How many pieces of equal width. Each number that you try leaves its mark in the lower plot.",
  kind: "What a hidden unit adds: a step, or a hinge at which the line takes another slope.",
  target:
    "The dashed curve, which the network is to follow. Each curve keeps its own marks.",
  unit: "Point at a dot, or move with the arrow keys: purple is the step or hinge that its unit adds to the sum of those before it, for all x to its right. A unit after it adds the next.",
  bend: "Drag one up or down, or use the arrow keys (Shift: faster): the curve bends there.",
};

/**
 * @param {boolean} isFull whether there may be no more pieces
 * @param {number} error
 */
export function question(isFull, error) {
  if (isNone(error)) return "The error is 0: nothing is left.";
  if (isFull) return "No more pieces: move the slider back to guess.";
  return "Twice the pieces: what is left of the error?";
}

/** What twice as many pieces may leave of the error, by how often they halve it. */
/** @type {Record<number, string>} */
export const SHARES = { 0: "the same", 1: "half", 2: "a quarter" };

/**
 * Whether an error is less than any plot can show.
 * @param {number} error
 */
export const isNone = (error) => error < 5e-4;

/** @param {number} error */
export const amount = (error) => (isNone(error) ? "0" : error.toPrecision(2));

/**
 * @param {number} count
 * @param {string} noun
 */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {number} units */
export const unitText = (units) => counted(units, "hidden unit");

/**
 * What a unit adds, and where.
 * @param {string} kind
 * @param {number} unit from 0
 * @param {number[]} places of all of them
 * @param {Network} network
 */
export function addedText(kind, unit, places, { parameters: { W } }) {
  const [what, decimals] = kind === "steps" ? ["step", 2] : ["slope", 1];
  const weight = rounded(W[2][unit], Number(decimals));
  return (
    `unit ${unit + 1} of ${places.length}: ${what} ${weight < 0 ? "" : "+"}` +
    `${minus(weight)} from x = ${rounded(places[unit], 2)} on`
  );
}

/**
 * @param {string} kind
 * @param {number} pieces
 */
const pieceText = (kind, pieces) =>
  counted(pieces, kind === "steps" ? "level piece" : "straight piece");

/**
 * @param {{ kind?: string, pieces?: number, target?: string }} values
 * @param {number} units
 * @param {number} error
 * @param {number} least error that any network has
 */
export function state({ kind = "", pieces = 0, target }, units, error, least) {
  const made = `${pieceText(kind, pieces)}, made by ${unitText(units)}`;
  const limit = least
    ? ` No number of pieces gets below half of the jump: ${amount(least)}.`
    : "";
  const next = target === "own" ? " Drag the white points." : "";
  return `${made}: largest error ${amount(error)}.${limit}${next}`;
}

/** Why pieces of half the width leave so much. @type {Record<string, [number, string]>} */
const WHY = {
  steps: [1, "on half the width, a curve climbs half as far"],
  hinges: [2, "on half the width, a curve bends a quarter as far"],
};

/**
 * What twice as many pieces have done, beside what was guessed.
 * @param {string} kind
 * @param {number} pieces now
 * @param {number[]} errors before and now
 * @param {number} guess which of SHARES
 * @param {number} least error that any network has
 */
export function outcome(kind, pieces, [before, now], guess, least) {
  const found = Math.round(Math.log2(before / now));
  const share = SHARES[found] ? `about ${SHARES[found]}` : strange(found);
  const [usual, why] = WHY[kind];
  const reason = found === usual ? `: ${why}` : "";
  const judged = found === guess ? "as you guessed" : `not ${SHARES[guess]}${reason}`;
  const limit = least
    ? ` No number of pieces gets below half of the jump: ${amount(least)}.`
    : "";
  return (
    `${pieceText(kind, pieces)}: error from ${amount(before)} to ` +
    `${amount(now)}, ${share}, ${judged}.${limit}`
  );
}

/** @param {number} halved how often, and neither never, once nor twice */
const strange = (halved) => (halved < 0 ? "more than before" : "less than a quarter");
