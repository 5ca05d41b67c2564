// Help and numbers of the figure of a step.

import { inFormula, written } from "../../engine/number_text.js";
import { lossAt, markOf } from "./model.js";

/** @import { Values } from "../../engine/options.js" */

export const HELP = {
  tip: "Drag the tip of the step, or move it with the arrow keys (Shift: faster). How far it reaches says which learning rate it means.",
  start:
    "Drag the white point along the parabola, or use the arrow keys: descent starts there, and the rate stays.",
  curvature: "The second derivative of the loss: how steep the parabola is.",
};

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
 * What the step means, and what becomes of further ones.
 * @param {Values} values
 */
export function outcome(values) {
  const { theta, rate, curvature } = values;
  const slope = curvature * theta;
  const factor = 1 - rate * curvature;
  const before = lossAt(curvature, theta);
  const after = lossAt(curvature, factor * theta);
  const mark = markOf(/** @type {any} */ (values));
  const way = mark === 2 ? "stays at" : after < before ? "falls from" : "rises from";
  const change = mark === 2 ? "" : ` to ${written(after)}`;
  return (
    `${rateText(values)}: the slope is ${written(slope, 1)}, the step ` +
    `−η · ${inFormula(written(slope, 1))} = ${written(-rate * slope)}. ` +
    `The loss ${way} ${written(before)}${change}.\n${further(factor, mark)}`
  );
}

/**
 * @param {number} factor of each step
 * @param {number} mark
 */
function further(factor, mark) {
  if (mark === 1) return "One step reaches the minimum.";
  if (mark === 2) return "Further steps go to and fro at this height for ever.";
  const times = `Each step multiplies the distance from the minimum by 1 − ηL = ${written(factor)}`;
  if (factor > 0) return `${times}: descent approaches it from one side.`;
  if (factor > -1) return `${times}: descent swings, and still settles.`;
  return `${times}: descent climbs out of the bowl.`;
}
