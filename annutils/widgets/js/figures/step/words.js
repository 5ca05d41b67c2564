// Help and numbers of the figure of a step.

import { written } from "../../engine/number_text.js";
import { lossAt, markOf } from "./model.js";

/** @import { Values } from "../../engine/options.js" */

export const HELP = {
  tip: "Drag the tip of the step, or move it with the arrow keys (Shift: faster). How far it reaches says which learning rate it means.",
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
 * How long the step is, and of what it is the product.
 * @param {Values} values
 */
export function tipText({ rate, curvature, theta }) {
  const size = Math.abs(curvature * theta);
  const name = ["", "1/L", "2/L"][markOf({ rate, curvature })] || written(rate);
  return `step ${written(rate * size)} = rate ${name} × ${written(size, 1)}`;
}

/**
 * @param {number} curvature whose limit is found
 */
export const question = (curvature) =>
  `You found the limit. Now ${curvature > 2 ? "halve" : "double"} L: what becomes of the largest rate?`;

/**
 * A guess waits for the tip to cross the new limit.
 * @param {keyof typeof GUESSES} guess
 * @param {Values} values
 */
export function onward(guess, { rate, curvature }) {
  const way = rate * curvature > 2 ? "rises" : "falls";
  return (
    `Your guess: ${GUESSES[guess].toLowerCase()}. Not judged yet: at L = ${written(curvature, 1)} ` +
    `and the rate ${written(rate)}, the loss ${way}. Drag the tip until that changes.`
  );
}

/**
 * The limits for two curvatures, and what the reader expected.
 * @param {number} one
 * @param {number} other
 * @param {keyof typeof GUESSES | ""} guess
 */
export function verdict(one, other, guess) {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const limit = (/** @type {number} */ curvature) =>
    `${written(2 / curvature)} at L = ${written(curvature, 1)}`;
  const doubled = high === 2 * low;
  const rule = doubled
    ? "twice the curvature, half the rate"
    : "the larger L, the less";
  const right = guess === (other > one ? "half" : "twice");
  const reply = right
    ? "Right. The"
    : `Not ${GUESSES[guess || "same"].toLowerCase()}: the`;
  return `${doubled && guess ? reply : "The"} limit 2/L is ${limit(low)}, ${limit(high)}: ${rule}.`;
}

/**
 * What the step means, and what becomes of further ones.
 * @param {Values} values
 * @param {string | null} [ends] what to say instead of that
 */
export function outcome(values, ends) {
  const { theta, rate, curvature } = values;
  const slope = curvature * theta;
  const factor = 1 - rate * curvature;
  const before = lossAt(curvature, theta);
  const after = lossAt(curvature, factor * theta);
  const mark = markOf(/** @type {any} */ (values));
  const way = mark === 2 ? "stays at" : after < before ? "falls from" : "rises from";
  const change = mark === 2 ? "" : ` to ${written(after)}`;
  return (
    `${rateText(values)}: the step is ${written(-rate * slope)}, and the loss ` +
    `${way} ${written(before)}${change}.\n${ends ?? further(factor, mark)}`
  );
}

/**
 * @param {number} factor of each step
 * @param {number} mark
 */
function further(factor, mark) {
  if (mark === 1) return "One step reaches the minimum.";
  if (mark === 2)
    return "2/L is the limit: further steps go to and fro at this height forever.";
  const times = `Each step multiplies the distance from the minimum by 1 − ηL = ${written(factor)}`;
  if (factor > 0) return `${times}: descent approaches it from one side.`;
  if (factor > -1) return `${times}: descent swings, and still settles.`;
  return `${times}: descent climbs out of the bowl.`;
}
