// Help and sentences of the figure of the softmax.

import { rounded, written } from "../../engine/number_text.js";

const SUBSCRIPTS = "₀₁₂";
const SURE = 0.9;
const EVEN = 0.5; // below it, no class is likelier than all others

/** @param {number} k */
export const logit = (k) => `z${SUBSCRIPTS[k]}`;

/**
 * A change, with its sign; of what is less than half a hundredth, 0.00.
 * @param {number} value
 */
export function signed(value) {
  const number = rounded(value, 2);
  return `${number > 0 ? "+" : ""}${written(number)}`;
}

export const HELP = {
  logit:
    "Drag it up or down, or use the arrow keys (Shift: faster): the score of this class.",
  target: "Press a 0 to make it the 1: the class that the sample belongs to.",
  state: "Sets the three scores; class 1 is true.",
  step: "Each score goes to the tip of its arrow: a step against the gradient ŷ − y, with the learning rate η = 1. Training moves the scores through the weights.",
};

export const OUT_OF_SCALE =
  "A step would leave the scale: move all points toward the middle, as only their differences count.";

/**
 * Which score is pulled up, how hard, and why so hard.
 * @param {Float64Array} p
 * @param {number} target
 */
export function sentence(p, target) {
  const missing = written(1 - rounded(p[target], 2)); // so that the sum is right to the eye
  const size = `ŷ${SUBSCRIPTS[target]} = ${written(p[target])}`;
  const pulled = `Class ${target} is pulled up by 1 − ${written(p[target])} = ${missing}`;
  if (p[target] >= SURE) return `Sure and right, ${size}: ${still(missing)}`;
  return `${state(p, target)}${pulled}, as much as the two others are pushed down together.`;
}

/**
 * @param {Float64Array} p
 * @param {number} target which is not sure
 */
function state(p, target) {
  const most = Math.max(...p);
  if (most >= SURE) return "Sure and wrong. ";
  if (p[target] <= 1 - SURE) return "Undecided between the two others. ";
  return most < EVEN ? "Undecided. " : "";
}

/** @param {string} missing */
const still = (missing) =>
  `the scores hardly move, that of the true class by ${missing}.`;
