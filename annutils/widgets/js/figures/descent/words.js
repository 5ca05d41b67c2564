// Help and status of the descent's figure.

import { minus } from "../../engine/number_text.js";
import { WALKERS } from "../../engine/walk.js";

/** @import { Walk } from "../../engine/walk.js" */

export const HELP = {
  start:
    "Drag the white point, or move it with the arrow keys (Shift: faster). All walks " +
    "begin there.",
  run: "Let all walk, step after step.",
  step: "One update of each.",
  rewind: "Back to the start.",
  surface:
    "The loss. Blue is low; from shade to shade the root of the loss changes by the " +
    "same amount. Crosses mark the lowest places.",
  beta: "How much of its last step momentum keeps.",
};

/**
 * Where a walk is.
 * @param {string} name one of WALKERS
 * @param {Walk} walk
 */
export function whereabouts(name, { diverged, loss, steps }) {
  const state = diverged
    ? `diverged after ${steps} steps, the rate is too large`
    : `loss ${minus(loss.toPrecision(3))}`;
  return `${WALKERS[name].label}: ${state}`;
}
