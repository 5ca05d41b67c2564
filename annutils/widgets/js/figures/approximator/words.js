// Help and status of the approximator's figure.

import { minus, rounded } from "../../engine/number_text.js";

/** @import { Network } from "../../engine/network.js" */

export const HELP = {
  guess:
    "What becomes of the largest error? Your guess doubles the number of pieces, and you see: pale is the error before. A dashed line is what the error stays below: it falls by the same factor each time.",
  again: "There is room for 40 pieces: from 10 on, you can guess twice.",
  pieces:
    "How many pieces of equal width. Each number that you try leaves its mark in the lower plot.",
  kind: "What a hidden unit adds from its place on: a step, or another slope. Steps stand between two pieces; a hinge begins each piece.",
  target:
    "The dashed curve, which the network is to follow. Each curve keeps its own marks.",
  unit: "At first, the unit that adds most. Point at a dot, or move with the arrow keys. Dotted: the output without this unit. Purple: what the unit adds, from its place on to the right.",
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
  const amount = weight ? `${what}${weight < 0 ? "" : "+"}${minus(weight)}` : "nothing";
  const place = rounded(places[unit], 2);
  return (
    `unit ${unit + 1} of ${places.length} adds ${amount}` +
    (kind === "steps" ? ` from x = ${place} on` : ` at x = ${place}`)
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
  if (least) {
    return `${counted(pieces, "piece")}: largest error ${amount(error)}, as ${across(kind, least)}`;
  }
  const where = isSteepest && !isNone(error) ? `, where the curve ${WHERE[kind]}` : "";
  const next = where ? " Bend it there." : " Drag the white points.";
  return (
    `${counted(pieces, "piece")}, ${MADE[kind](units)}: largest error ` +
    `${amount(error)}${where}.${target === "own" ? next : ""}`
  );
}

/** @type {Record<string, string>} */
const ACROSS = {
  steps: "the level across the jump is on one side",
  hinges: "the line across the jump passes closer to one side",
};

/**
 * Why a jump's error stays, and what would be least.
 * @param {string} kind
 * @param {number} least error that any network has
 */
const across = (kind, least) => `${ACROSS[kind]}. Halfway is best: ${amount(least)}.`;

/** Why pieces of half the width leave so much. @type {Record<string, [number, string]>} */
const WHY = {
  steps: [1, "slope × half the width (shaded) has halved"],
  hinges: [2, "half the bend on half the width"],
};
/** How many halvings may be missing to call an error the same, half or a quarter. */
const CLOSE = [0.1, 0.25, 0.25];

/**
 * What twice as many pieces have done, beside what was guessed.
 * @param {string} kind
 * @param {number} pieces now
 * @param {number[]} errors before and now
 * @param {number} guess which of SHARES
 * @param {number} least error that any network has
 */
export function outcome(kind, pieces, [before, now], guess, least) {
  const halved = Math.log2(before / now);
  const found = Math.round(halved);
  const isClose = Math.abs(halved - found) < CLOSE[found];
  const share = isClose ? `about ${SHARES[found]}` : between(halved);
  const [usual, why] = WHY[kind];
  const judged = isClose && found === guess ? "as you guessed" : `not ${SHARES[guess]}`;
  const reason = least ? across(kind, least) : isClose && found === usual ? why : "";
  return (
    `${counted(pieces, "piece")}: error from ${amount(before)} to ${amount(now)}, ` +
    `${share}, ${judged}${reason && `: ${reason}`}${least ? "" : "."}`
  );
}

/** @param {number} halved how often, and not close to never, once or twice */
function between(halved) {
  if (halved < 0) return "more than before";
  if (halved > 2) return "less than a quarter";
  return halved < 1 ? "between the same and half" : "between half and a quarter";
}
