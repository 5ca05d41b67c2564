// Help and sentences of the figure of the softmax.

import { written } from "../../engine/number_text.js";

/** @import { Told } from "./model.js" */

const SUBSCRIPTS = "₀₁₂";
const SURE = 0.9;
const HALF = 0.5;

/** @param {number} k */
export const logit = (k) => `z${SUBSCRIPTS[k]}`;
/** @param {number} k */
export const probability = (k) => `ŷ${SUBSCRIPTS[k]}`;

export const HELP = {
  logit:
    "Drag it up or down, or use the arrow keys (Shift: faster): the score of this class.",
  target: "Press a 0 to make it the 1: the class that the sample belongs to.",
  guess: "Sets the first scores. Say what you expect, then lift the point of class 2.",
  step: "Each score goes to the tip of its arrow: a step against the gradient ŷ − y, with the learning rate η = 1. Training moves the scores through the weights.",
  again: "Sets the first scores, with class 1 true.",
};

export const QUESTION =
  "Predict: with class 2 as high as class 0, the arrow of class 0 will";
export const GUESSES = { grow: "grow", stay: "stay", shrink: "shrink" };
export const LIFT = "Now lift the point of class 2 as high as that of class 0.";
export const LOWER = "Too high: bring the point of class 2 down to that of class 0.";
export const NEXT =
  "Next: take steps, drag other points, or press a 0 among the targets.";
const RIGHT = "shrink";

export const OUT_OF_SCALE =
  "A step would leave the scale: move all points toward the middle, as only their differences count.";

/**
 * What became of the arrow that was asked for, once both points are equally high.
 * @param {string} guess
 * @param {Told} before
 * @param {Told} now
 */
export function verdict(guess, before, now) {
  const reply = { none: "", [RIGHT]: "Right: " }[guess] ?? `Not ${guess}, but shrink: `;
  return (
    `${reply}${now.p[0]} and ${now.p[2]}, equal. Class 0 kept its ${now.powers[0]}; ` +
    `the sum grew from ${before.sum} to ${now.sum}.`
  );
}

/** @param {number} target @param {Told} now */
const rise = (target, { p, missing }) =>
  `class ${target} rises by 1 − ${p[target]} = ${missing}`;

/**
 * Which score goes up, how far, and why so far.
 * @param {Float64Array} p
 * @param {number} target
 * @param {Told} now
 */
export function sentence(p, target, now) {
  const up = rise(target, now);
  if (p[target] >= SURE) return `Sure and right, so the scores hardly move: ${up}.`;
  const others = [0, 1, 2].filter((k) => k !== target).map((k) => now.p[k]);
  return `${state(p)}: ${up}, the others sink by ${others.join(" + ")} = ${now.missing}.`;
}

/** @param {Float64Array} p of which that of the true class is not sure */
function state(p) {
  const most = Math.max(...p);
  if (most >= SURE) return "Sure and wrong";
  return most < HALF ? "Undecided, as no class has half" : "One step";
}

/**
 * What a step has done, and what the next one would.
 * @param {number[]} losses before and after
 * @param {number} target
 * @param {Told} now
 */
export function stepped(losses, target, now) {
  const [before, after] = losses.map((loss) => written(loss, 3));
  return `The loss fell from ${before} to ${after}. Next, ${rise(target, now)}.`;
}
