// Help and status of the figure of the digits.

import { percent } from "../../engine/number_text.js";

export const HELP = {
  sheet:
    "Draw with mouse, finger or pen. By keyboard, the arrow keys move a pen, with Shift " +
    "in larger steps; the space bar puts it down and lifts it. What you draw is scaled " +
    "into a box of 20 by 20 pixels and put so that its center of mass is in the middle " +
    "of 28 by 28, as the images of MNIST are.",
  clear: "An empty sheet.",
  tests: "Images of the test set, with what they are.",
  presets: "A digit drawn with simple strokes.",
  shift: "Move what the network sees, after it was centered.",
  updates: "How many updates of its weights the network has behind it.",
};

/**
 * What the network reads.
 * @param {number} answer
 * @param {number} probability
 * @param {number | null} truth if it is known
 */
export function reading(answer, probability, truth) {
  const right = truth === answer ? " Right." : ` Wrong: it is a ${truth}.`;
  return (
    `The network reads a ${answer}, with probability ${percent(probability, 1)}.` +
    (truth === null ? "" : right)
  );
}
