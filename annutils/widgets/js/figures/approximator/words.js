// Help and status of the approximator's figure.

import { written } from "../../engine/number_text.js";

export const HELP = {
  level: "Drag it up and down, or use the arrow keys (Shift: faster).",
  place: "Drag it sideways, or use the arrow keys (Shift: faster).",
  run: "Train all weights and biases with Adam.",
  back: "Forget what was trained.",
  match:
    "Give each piece the value of the curve in its middle: the construction of the " +
    "proof.",
  reset: "Begin by hand again.",
};

/** Name and help of each setting. */
export const SETTINGS = {
  target: ["Curve", "The dashed curve, which the network is to follow."],
  kind: ["Kind", "Bumps of equal width, or steps that you can move sideways, too."],
  start: ["Descent starts from", "Your steps, or random ones."],
  pieces: ["Pieces", "One step, that is one hidden unit, between each two."],
  steepness: ["Steepness k", "The weight of the input: how steep each step is."],
};

/**
 * @param {number} units
 * @param {{ meanSquared: number, largest: number }} errors
 * @param {number} [updates] if it was trained
 */
export function state(units, { meanSquared, largest }, updates) {
  const by = updates === undefined ? "By hand" : `Gradient descent, ${updates} updates`;
  return (
    `${by}: ${units} hidden units, mean squared error ${written(meanSquared, 4)}, ` +
    `largest error ${written(largest)}.`
  );
}
