// Help and status of the figure of the softmax.

import { inFormula, rounded, written } from "../../engine/number_text.js";

const SUBSCRIPTS = "₀₁₂";

/** @param {number} k */
export const logit = (k) => `z${SUBSCRIPTS[k]}`;

export const HELP = {
  logit:
    "Drag it up or down, or use the arrow keys (Shift: faster): the score of this class.",
  target:
    "The class that the sample belongs to. The dashed frame is its target, 1; that of " +
    "the others is 0.",
  step: "Move each logit to the tip of its arrow: one step with the learning rate 2.",
};

/**
 * What the curve of the loss shows.
 * @param {Float64Array} gradient
 * @param {number} along the logit that it is drawn for
 */
export function slope(gradient, along) {
  const sub = SUBSCRIPTS[along];
  const error = written(rounded(gradient[along], 2));
  return `The loss while ${logit(along)} alone moves. Its slope: ŷ${sub} − y${sub} = ${error}.`;
}

/**
 * The loss, and the errors with their sum.
 * @param {number} loss
 * @param {Float64Array} gradient
 * @param {number} target
 */
export function sentence(loss, gradient, target) {
  const parts = [...gradient].map((each) => inFormula(written(rounded(each, 2))));
  return (
    `Loss: −log ŷ${SUBSCRIPTS[target]} = ${written(loss)}.\n` +
    `The errors ŷ − y add up to 0. Rounded: ${parts.join(" + ")}.`
  );
}

export const OUT_OF_SCALE =
  "A step would leave the scale: move the points to the middle first.";
