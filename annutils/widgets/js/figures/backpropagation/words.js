// Help and sentences of the backpropagation's figure.

import { inFormula, minus, rounded } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import { AT_START, brought, PATHS, SHARES, SLOPES, STEPS, SUM } from "./model.js";

/** @import { Edge, Leaf, Name } from "./model.js" */

export const HELP = {
  next: "Take the slope back along one more edge; first put back what was dragged.",
  back: "Take the last step back.",
  guess: "Say what the slope at u is, before it is shown.",
  value: `${DRAG}; it can move when its slope is known.`,
};

const [first, second] = SHARES;
const [one, other] = PATHS;

/** The answers, and what is wrong with them. @type {Record<string, [number, string]>} */
const ANSWERS = {
  behind: [SLOPES.a, "That is the slope at a, and a moves 5 times as far as u."],
  difference: [
    Math.abs(one - other),
    "Both paths move ℓ the same way, so neither takes anything from the other.",
  ],
  first: [one, `${one} comes through v₁ alone, but a moves v₂ as well.`],
  sum: [SLOPES.u, ""],
  product: [
    first * other,
    "Slopes multiply along one path. From a, there are two paths side by side.",
  ],
};

/** @type {Record<string, string>} */
export const GUESSES = Object.fromEntries(
  Object.entries(ANSWERS).map(([name, [number]]) => [name, String(number)]),
);

export const QUESTION = "What is the slope at u?";

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
 */
export function told(step, guess) {
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
    const verdict = guess === "sum" ? `✓ Right. At a: ${sum}. At u: ` : "From a to u: ";
    return (
      `${verdict}${SLOPES.a} · 5 = ${SLOPES.u}. Path by path it is the same, with one ` +
      `product more: ${first} · 5 + ${second} · 5.\nCheck it: drag the ${AT_START.u} in the box u.`
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
 * Whether it is the slope within a hundredth.
 * @param {number} ratio
 * @param {number} slope
 */
const agrees = (ratio, slope) => Math.abs(ratio - slope) <= Math.abs(slope) / 100;

/**
 * How many times as far: a whole number where that is the slope.
 * @param {number} ratio
 * @param {number} slope
 */
const times = (ratio, slope) =>
  agrees(ratio, slope)
    ? `about ${Math.abs(slope)}`
    : String(rounded(Math.abs(ratio), 1));

/**
 * What became of the loss when one value was moved.
 * @param {Leaf} name
 * @param {Record<Name, number>} now
 */
export function checked(name, now) {
  const by = now[name] - AT_START[name];
  const ratio = (now.ℓ - AT_START.ℓ) / by;
  const slope = SLOPES[name];
  const [upper, lower, sum] = brought(now).map(minus);
  const far = times(ratio, slope);
  const paths = /** @type {Name[]} */ (["v₁", "v₂"]).map((each, k) =>
    times((now[each] ** 2 - AT_START[each] ** 2) / by, PATHS[k]),
  );
  const parts =
    name === "u"
      ? `${upper} through v₁ (${paths[0]} times as far), ${lower} through v₂ (${paths[1]}): ` +
        `together ${sum}, ${far} times.`
      : `${sum}: ${far} times as far${ratio < 0 ? ", the other way" : ""}.`;
  const verdict = agrees(ratio, slope)
    ? `That is the slope, ${minus(slope)}.`
    : `The slope, ${minus(slope)}, holds at ${name} = ${minus(AT_START[name])} itself; ` +
      "the smaller the move, the closer.";
  return `${name} moved by ${minus(rounded(by, 3))}, ℓ by ${parts}\n${verdict}`;
}
