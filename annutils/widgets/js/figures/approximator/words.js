// Help and status of the approximator's figure.

import { minus, rounded } from "../../engine/number_text.js";

/** @import { Network } from "../../engine/network.js" */

export const HELP = {
  guess:
    "What becomes of the largest error? Your guess doubles the number of pieces, and you see. A dashed line is what the error stays below: it falls by the same factor each time.",
  again: "There is room for 40 pieces: from 10 on, you can guess twice.",
  pieces:
    "How many pieces of equal width. Each number that you try leaves its mark in the lower plot.",
  kind: "What a hidden unit adds from its place on: a step, or another slope. Steps stand between two pieces; a hinge begins each piece.",
  target:
    "The dashed curve, which the network is to follow. Each curve keeps its own marks.",
  unit: "Point at a dot, or move with the arrow keys. Dotted: the output without this unit. Purple: what the unit adds, from its place on to the right.",
  bend: "Drag one up or down, or use the arrow keys (Shift: faster): the curve bends there.",
};

export const QUESTION = "Twice the pieces: what is left of the error?";
export const FULL = "Twice as many would be more than 40.";
export const AGAIN = "Back to 10 pieces";

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

/**
 * What a unit adds, and where.
 * @param {string} kind
 * @param {number} unit from 0
 * @param {number[]} places of all of them
 * @param {Network} network
 */
export function addedText(kind, unit, places, { parameters: { W } }) {
  const [what, decimals] = kind === "steps" ? ["", 2] : ["slope ", 1];
  const weight = rounded(W[2][unit], Number(decimals));
  return (
    `unit ${unit + 1} of ${places.length} adds ${what}${weight < 0 ? "" : "+"}` +
    `${minus(weight)} from x = ${rounded(places[unit], 2)} on`
  );
}

/** @type {Record<string, (units: number) => string>} */
const MADE = {
  steps: (units) => (units ? `${counted(units, "unit")} between them` : "no unit"),
  hinges: () => "a unit where each begins",
};
/** @type {Record<string, string>} */
const WHERE = { steps: "is steepest", hinges: "bends most" };

/**
 * @param {{ kind?: string, pieces?: number, target?: string }} values
 * @param {number} units
 * @param {number} error
 * @param {boolean} isSteepest whether it is where the curve decides how large it is
 * @param {number} least error that any network has
 */
export function state(values, units, error, isSteepest, least) {
  const { kind = "", pieces = 0, target } = values;
  const where = isSteepest && !isNone(error) ? `, where the curve ${WHERE[kind]}` : "";
  const next = where ? " Bend it there." : " Drag the white points.";
  return (
    `${counted(pieces, "piece")}, ${MADE[kind](units)}: largest error ` +
    `${amount(error)}${where}.${limit(least)}${target === "own" ? next : ""}`
  );
}

/** @param {number} least error that any network has */
const limit = (least) =>
  least ? ` No network gets below half of the jump: ${amount(least)}.` : "";

/** Why pieces of half the width leave so much. @type {Record<string, [number, string]>} */
const WHY = {
  steps: [1, "on half the width, each step is half as high"],
  hinges: [2, "half the bend on half the width"],
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
  const judged = found === guess ? "as you guessed" : `not ${SHARES[guess]}`;
  return (
    `${counted(pieces, "piece")}: error from ${amount(before)} to ${amount(now)}, ` +
    `${share}, ${judged}${found === usual ? `: ${why}` : ""}.${limit(least)}`
  );
}

/** @param {number} halved how often, and neither never, once nor twice */
const strange = (halved) => (halved < 0 ? "more than before" : "less than a quarter");
