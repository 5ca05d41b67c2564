// Help and status of the figure of the digits.

import { percent, written } from "../../engine/number_text.js";

export const HELP = {
  sheet:
    "Draw or erase with mouse, finger or pen. By keyboard, the arrow keys move a pen, with " +
    "Shift in larger steps; the space bar puts it down and lifts it. With Move, drag the " +
    "ink, or use the arrow keys, pixel by pixel.",
  clear: "An empty sheet.",
  show: "What is on the sheet: a scribble, a digit drawn with simple strokes, or an image of MNIST, with what it is.",
  tool: "What the pen does: draw, erase, or move all the ink.",
  answers:
    "The network's ten probabilities; the mark on a bar is where it was before the last " +
    "stroke. Touch an answer: orange ink speaks for it rather than for the most probable " +
    "other one, blue ink for that one, gray ink for neither; hatched ink is erased. " +
    "Exactly: what a pixel adds to the difference of the two sums, its ink times the " +
    "gradient. Biases do the rest; empty paper adds nothing.",
  updates: "How many updates of its weights the network has behind it.",
};

/**
 * A probability as readers say it: none is 0 or 1.
 * @param {number} p
 */
export function share(p) {
  if (p >= 0.995) return ">99%";
  return p < 0.005 ? "<1%" : percent(p);
}

/** @param {number} digit */
const article = (digit) => (digit === 8 ? "an" : "a");
/** @param {number} digit */
const named = (digit) => `${article(digit)} ${digit}`;

/**
 * What the network says, and whether that is so.
 * @param {object} state
 * @param {number} state.answer
 * @param {number} state.probability
 * @param {number} state.first what it said before the ink was changed
 * @param {number | null} state.truth what somebody wrote, if it is known
 */
export function reading({ answer, probability, first, truth }) {
  const turned = first !== answer && first >= 0;
  const says = turned
    ? `It said ${named(first)}; now it says ${named(answer)}, with ${share(probability)}.`
    : `It says ${named(answer)}, with ${share(probability)}.`;
  if (truth === null) return says;
  return truth === answer ? `${says} Right.` : `${says} It is ${named(truth)}.`;
}

/**
 * The most probable of the other answers.
 * @param {ArrayLike<number>} probabilities
 * @param {number} answer
 */
export function rivalOf(probabilities, answer) {
  const others = Array.from(probabilities, (p, k) => (k === answer ? -1 : p));
  return others.indexOf(Math.max(...others));
}

/**
 * What the ink adds to an answer's lead.
 * @param {string} answer
 * @param {number} rival
 * @param {Float64Array} reasons of each pixel
 */
export function balance(answer, rival, reasons) {
  let [pro, con] = [0, 0];
  for (const reason of reasons) {
    if (reason > 0) pro += reason;
    else con -= reason;
  }
  return (
    `Orange ink adds ${written(pro, 1)} to the lead of ${answer} over ${rival}, ` +
    `blue ink takes ${written(con, 1)} from it.`
  );
}
