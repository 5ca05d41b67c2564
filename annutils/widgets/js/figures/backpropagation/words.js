// Help and sentences of the backpropagation's figure.

import { inFormula, minus, rounded } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import {
  AT_START,
  brought,
  NUDGED,
  PATHS,
  SHARES,
  SLOPES,
  START,
  STEPS,
  SUM,
} from "./model.js";

/** @import { Edge, Leaf, Name } from "./model.js" */

export const HELP = {
  next: "Take the slope back along one more edge; first put back what was dragged.",
  back: "Take the last step back.",
  guess: "Say what comes, before it is shown.",
  value: `${DRAG}; it can move when its slope is known.`,
};

const [first, second] = SHARES;
const [one, other] = PATHS;

/** The answers, and what is wrong with them. @type {Record<string, [number, string]>} */
const ANSWERS = {
  behind: [SLOPES.a, "That is the slope at a, and a moves 5 times as far as u."],
  difference: [
    Math.abs(one - other),
    `That is ${second} · 5 − ${first} · 5. But both paths move ℓ the same way, so neither ` +
      "takes anything from the other.",
  ],
  first: [one, `${first} · 5 comes through v₁ alone, but a moves v₂ as well.`],
  sum: [SLOPES.u, ""],
  product: [
    first * other,
    `That is ${first} · ${second} · 5. Slopes multiply along one path, but from a there are ` +
      "two, side by side.",
  ],
};

const NUDGE = rounded(NUDGED - START.u, 3);
/** Those to how far ℓ goes when u is nudged. @type {Record<string, [number, string]>} */
const PROMISES = {
  behind: [
    rounded(SLOPES.a * NUDGE, 2),
    `That is ${SLOPES.a} · ${NUDGE}. But a, whose slope is ${SLOPES.a}, goes 5 times as far as u.`,
  ],
  right: [rounded(SLOPES.u * NUDGE, 2), ""],
  slope: [
    SLOPES.u,
    `ℓ goes about ${SLOPES.u} times as far as u, and u goes only ${NUDGE}.`,
  ],
};

/**
 * What is offered.
 * @param {typeof ANSWERS} answers
 * @returns {Record<string, string>}
 */
const offered = (answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, [number]]) => [name, String(number)]),
  );
export const GUESSES = offered(ANSWERS);
export const NUDGES = offered(PROMISES);

export const QUESTION = "What is the slope at u?";
export const NUDGE_QUESTION = `u goes to ${NUDGED}. About how far does ℓ go?`;

/**
 * What to do.
 * @param {number} step
 * @param {Leaf | null} moved
 * @param {string} nudge what was answered
 */
export function hinted(step, moved, nudge) {
  if (moved) return `Drag ${moved} farther: how long does the promise hold?`;
  if (step < SUM - 1) return "Press Next edge: slopes go back, from right to left.";
  if (step === SUM - 1) {
    return "Two slopes have come back to a. What comes to u? Choose an answer.";
  }
  if (step === SUM) return "Press Next edge: the slope goes on to u.";
  if (step === STEPS.length) return "Drag a value to check its slope.";
  if (step > SUM + 1) return "Drag a value to check its slope, or press Next edge.";
  return nudge === "right"
    ? "Drag the value of u, or go on to the weights by Next edge."
    : "Choose an answer, or drag the value of u to see.";
}

/** @param {number} value */
const inserted = (value) => inFormula(minus(value));

/** What each edge back has to say. @param {Edge} edge */
function along({ from, to, factor, why }) {
  const slope = SLOPES[from];
  const product = `${inserted(slope)} · ${inserted(factor)} = ${minus(slope * factor)}`;
  const by = `From ${from} to ${to}: ${why.replace("?", minus(factor))}.`;
  return to === "a"
    ? `${by}\n${product} comes back to a.`
    : `${by}\n${product} is the slope at ${to}.`;
}

/**
 * What the last step did, and what to do next.
 * @param {number} step
 * @param {string} guess
 * @param {string} [nudge] what was answered to how far ℓ goes
 */
export function told(step, guess, nudge = "none") {
  if (step === 0) {
    return (
      "When a value (blue) moves a little, how many times as far does ℓ move? That is its " +
      "slope (orange). ℓ itself has the slope 1."
    );
  }
  const sum = `${first} + ${second} = ${SLOPES.a}`;
  if (step === SUM) {
    return `When a moves, v₁ and v₂ both move, and each moves ℓ: ${sum} is the slope at a.`;
  }
  if (step === SUM + 1) {
    const [number, reason] = PROMISES[nudge] ?? [];
    if (reason) return `✗ Not ${number}. ${reason}\nTry another answer.`;
    const verdict = guess === "sum" ? `✓ Right. At a: ${sum}. At u: ` : "From a to u: ";
    return (
      `${verdict}${SLOPES.a} · 5 = ${SLOPES.u}.\nPath by path it is the same, with one ` +
      `product more: ${first} · 5 + ${second} · 5.`
    );
  }
  const [number, reason] = ANSWERS[guess] ?? [];
  if (step === SUM - 1 && reason) {
    return `✗ Not ${number}. ${reason}\nTry another answer.`;
  }
  const text = along(/** @type {Edge} */ (STEPS[step - 1]));
  if (step < SUM) return text;
  return step < STEPS.length
    ? `${text} w₁ is used once: there is nothing to add.`
    : `${text}\nEvery box has its slope now. Drag w₁ or w₂ to check theirs.`;
}

/**
 * By how far ℓ moves if it follows the slope of what was moved.
 * @param {Leaf} name
 * @param {Record<Name, number>} now
 */
export function promised(name, now) {
  const [slope, by] = [SLOPES[name], rounded(now[name] - AT_START[name], 3)];
  return `${minus(slope)} · ${inserted(by)} = ${minus(rounded(slope * by, 2))}`;
}

/**
 * What the slope promised when one value was moved, and what became of the loss.
 * @param {Leaf} name
 * @param {Record<Name, number>} now
 */
export function checked(name, now) {
  const slope = SLOPES[name];
  const ratio = (now.ℓ - AT_START.ℓ) / (now[name] - AT_START[name]);
  const [upper, lower, sum] = brought(now).map(minus);
  const came =
    name === "u" ? `${upper} through v₁ and ${lower} through v₂: together ${sum}` : sum;
  const verdict =
    Math.abs(ratio - slope) <= Math.abs(slope) / 100
      ? "The promise holds within 1%."
      : `The slope holds at ${name} = ${minus(AT_START[name])} itself: the smaller the ` +
        "move, the better its promise.";
  return `Promised: ${promised(name, now)}. ℓ moved by ${came}.\n${verdict}`;
}
