// Help and numbers of the figure of a step.

import { rounded, written } from "../../engine/number_text.js";
import { lossAt, markOf, partnerOf } from "./model.js";

/** @import { Values } from "../../engine/options.js" */

export const HELP = {
  tip: "Drag the tip of the step, or move it with the arrow keys (Shift: faster). A longer step means a larger learning rate.",
  start: "Drag the white point, or move it with the arrow keys: descent starts there.",
  curvature:
    "The second derivative of the loss: how steep the parabola is. The rate stays.",
};

/** What the limit of the rate may be for another L. */
export const GUESSES = { half: "Half", same: "The same", twice: "Twice as large" };

/**
 * A rate, with its name where it has one.
 * @param {Values} values
 */
export function rateText(values) {
  const name = ["", " = 1/L", " = 2/L"][markOf(/** @type {any} */ (values))];
  return `η = ${written(values.rate)}${name}`;
}

/**
 * How long the step is, and at which rate; the arms of the parabola leave no room for more.
 * @param {Values} values
 */
export function tipText({ rate, curvature, theta }) {
  const name = ["", "1/L", "2/L"][markOf({ rate, curvature })] || written(rate);
  return `step ${written(Math.abs(rate * curvature * theta))}, rate ${name}`;
}

/**
 * @param {number} curvature whose limit is found
 */
export const question = (curvature) =>
  `${curvature > 2 ? "Halve" : "Double"} L: what becomes of the largest rate?`;

export const ELSEWHERE =
  "Does the limit depend on the start? Drag the white point, and see.";

/**
 * A guess waits for the tip to come to the new limit.
 * @param {keyof typeof GUESSES} guess
 * @param {Values} values
 */
export function onward(guess, { rate, curvature }) {
  const way = rate * curvature > 2 ? "back" : "on";
  return (
    `You expect: ${GUESSES[guess].toLowerCase()}. To see, drag the tip ${way} to where the ` +
    `loss neither falls nor rises: the limit at L\u00a0=\u00a0${written(curvature, 1)}.`
  );
}

/**
 * The limits for two curvatures, and what the reader expected of the second one.
 * @param {number} one
 * @param {number} other
 * @param {keyof typeof GUESSES | ""} guess
 */
export function verdict(one, other, guess) {
  const [low, high] = [one, other]
    .sort((a, b) => a - b)
    .map((curvature) => `${written(2 / curvature)} at L = ${written(curvature, 1)}`);
  const limits = `${low}, ${high}`;
  if (!guess || other !== partnerOf(one)) return `The limit 2/L is ${limits}.`;
  const [truth, slopes] = other > one ? ["half", "twice"] : ["twice", "half"];
  const said = guess === "same" ? "the same" : guess;
  const reply = guess === truth ? "Right" : `Not ${said}, but ${truth}`;
  return `${reply}: ${limits}, as slopes are ${slopes} as steep.`;
}

/**
 * What the step means, and what becomes of further ones.
 * @param {Values} values
 * @param {object} [told]
 * @param {string | null} [told.ends] what to say instead of that
 * @param {boolean} [told.isMoved] whether the start was
 * @param {boolean} [told.isSought] whether no limit was found yet
 */
export function outcome(values, { ends, isMoved = false, isSought = false } = {}) {
  const { theta, rate, curvature } = values;
  const slope = curvature * theta;
  const factor = 1 - rate * curvature;
  const before = lossAt(curvature, theta);
  const after = lossAt(curvature, factor * theta);
  const mark = markOf(/** @type {any} */ (values));
  const [first, second] = [rate, -slope].map((factor) => rounded(factor, 2));
  const step = written(-rate * slope);
  const sign = written(first * second) === step ? "=" : "≈"; // as the numbers are shown
  const change =
    mark === 2 ? `stays ${written(before)}` : `${written(before)} → ${written(after)}`;
  return (
    `Step ${written(first)} × ${written(second)} ${sign} ${step}; loss ${change}.\n` +
    `${ends ?? further(values, mark, { isMoved, isSought })}`
  );
}

/**
 * @param {Values} values
 * @param {number} mark
 * @param {{ isMoved: boolean, isSought: boolean }} told as above
 */
function further({ theta, rate, curvature }, mark, { isMoved, isSought }) {
  const factor = 1 - rate * curvature;
  const from = isMoved ? ", from any start" : "";
  if (mark === 1 && isMoved) return `One step reaches the minimum${from}.`;
  if (mark === 1) {
    const [slope, L] = [written(-curvature * theta), written(curvature, 1)];
    return `One step reaches the minimum: slope / curvature, ${slope} / ${L}, is the way to it.`;
  }
  if (mark === 2 && isMoved)
    return "From any start, 2/L is the limit: a step to the mirror point multiplies θ by −1.";
  if (mark === 2)
    return "2/L is the limit: twice the way to the minimum; then to and fro forever.";
  const times = `Each step multiplies θ by 1 − ηL = ${written(factor)}${from}`;
  if (factor > 0) return `${times}: θ nears 0 from one side.`;
  if (factor > -1) return `${times}: descent swings, and still settles.`;
  return isSought
    ? "Each step climbs. Where does the loss neither fall nor rise?"
    : `${times}: descent climbs out of the bowl.`;
}
