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
  guess: "Say what you expect, and see the arrows. Whatever you move shows them, too.",
  step: "Each score goes to the tip of its arrow: a step against the gradient ŷ − y, with the learning rate η = 1. Training moves the scores through the weights.",
  again: "Sets the first scores, with class 1 true.",
};

export const QUESTION = "Your prediction:";
export const GUESSES = { 0: "class 0", 1: "class 1", 2: "class 2" };
/** What there is to do, one after the other. */
export const NEXT = {
  lift: "Next: lift class 2 as high as class 0.",
  step: "Next: take steps, until the true class leads.",
  turn: "Next: press a 0, to make its class the true one.",
};
export const FARTHEST = "Sure and right: from here on, no step changes what you see.";

/**
 * Where the sample is, and nothing yet of the step.
 * @param {number} target
 * @param {Told} now
 */
export const asked = (target, { p }) =>
  `Class ${target} is the true one, and its probability is ${p[target]}.`;

/** What the others sink by, together. @param {number} target @param {Told} now */
const sunk = (target, { p, missing }) =>
  `${p.filter((_, k) => k !== target).join(" + ")} = ${missing}`;

/**
 * What became of the guess. The true class always moves most.
 * @param {number} guess
 * @param {number} target
 * @param {Told} now
 */
export const verdict = (guess, target, now) =>
  guess === target
    ? `Right: class ${target} rises as far as both others sink together, ${sunk(target, now)}.`
    : `Not class ${guess}, which sinks by ${now.p[guess]}: class ${target} rises as far as both others sink together, ${sunk(target, now)}.`;

/**
 * What has become of class 0, now that class 2 is as high.
 * @param {Told} before
 * @param {Told} now
 */
export const lifted = (before, now) =>
  `${now.p[0]} and ${now.p[2]}, equal: class 0 kept its ${now.powers[0]}, ` +
  `but the sum grew from ${before.sum} to ${now.sum}.`;

/** @param {number} target @param {Told} now */
const rise = (target, { p, missing }) =>
  `a step raises class ${target} by 1 − ${p[target]} = ${missing}`;

/**
 * Which score would go up, how far, and why so far.
 * @param {Float64Array} p
 * @param {number} target
 * @param {Told} now
 */
export function sentence(p, target, now) {
  const up = rise(target, now);
  if (p[target] >= SURE) return `Sure and right, little is left to do: ${up}.`;
  return `${state(p, target)}: ${up} and lowers the others by ${sunk(target, now)}.`;
}

/** @param {Float64Array} p of which that of the true class is not sure @param {number} target */
function state(p, target) {
  const most = Math.max(...p);
  if (most >= SURE) return "Sure and wrong";
  if (most < HALF) return "Undecided, as no class has half";
  return p[target] === most ? "Right, but not sure" : "Wrong, but not sure";
}

/**
 * What a step has done, and what the next one would.
 * @param {number[]} losses before and after
 * @param {number} target
 * @param {Told} now
 * @param {number} shift of all scores, to keep them in the picture
 */
export function stepped(losses, target, now, shift) {
  const [before, after] = losses.map((loss) => written(loss, 3));
  const way = shift > 0 ? "up" : "down";
  const next = shift
    ? `To fit the picture, all three then moved ${way} by ${written(Math.abs(shift))}: only differences count.`
    : `The next ${rise(target, now).replace("a ", "")}.`;
  return `The loss fell from ${before} to ${after}. ${next}`;
}
