// Help and sentences of the backpropagation's figure.

import { inFormula, minus, plain, rounded } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import { AT_START, SHARES, SLOPES, STEPS, SUM } from "./model.js";

/** @import { Edge, Leaf, Name } from "./model.js" */

const CLOSE = 0.0095; // so near to the slope a ratio is the same in two digits

export const HELP = {
  next: "Take the slope back along one edge more.",
  back: "Take the last step back.",
  guess: "Say what the slope at a is, before it is shown.",
  value: `${DRAG}; it can move when its slope is known.`,
};

const [first, second] = SHARES;

/** The answers, and what is wrong with them. */
const ANSWERS = {
  difference: [
    Math.abs(first - second),
    "Not so. Both paths move ℓ the same way, so neither takes anything from the other.",
  ],
  first: [first, `Not so. ${first} comes through v₁ alone, but a moves v₂ as well.`],
  second: [second, `Not so. ${second} comes through v₂ alone, but a moves v₁ as well.`],
  sum: [first + second, "Right."],
  product: [
    first * second,
    "Not so. Slopes multiply along one path. These are two paths side by side.",
  ],
};

/** @type {Record<string, string>} */
export const GUESSES = Object.fromEntries(
  Object.entries(ANSWERS).map(([name, [number]]) => [name, String(number)]),
);

export const QUESTION = "Two slopes meet. What is the slope at a?";

/** @param {number} value */
const inserted = (value) => inFormula(minus(value));

/** What each edge back has to say. @param {Edge} edge */
function along({ from, to, factor, why }) {
  const slope = SLOPES[from];
  const product = `${inserted(slope)} · ${inserted(factor)} = ${minus(slope * factor)}`;
  const by = `From ${from} to ${to}: ${why.replace("?", minus(factor))}.`;
  return to === "a"
    ? `${by}\n${product} arrives at the +.`
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
      "A slope (orange) says: when this value (blue) moves a little, ℓ moves so many " +
      "times as far. At ℓ itself it is 1."
    );
  }
  if (step === SUM) {
    const verdict = guess === "none" ? "" : `${Object(ANSWERS)[guess][1]} `;
    return (
      `${verdict}When a moves, v₁ and v₂ both move, and each moves ℓ: ` +
      `${first} + ${second} = ${SLOPES.a}.\nProve it: drag the ${AT_START.a} in the box a.`
    );
  }
  const text = along(/** @type {Edge} */ (STEPS[step - 1]));
  if (step < SUM) return text;
  return step < STEPS.length
    ? `${text} It is used once: there is nothing to add.`
    : `${text}\nAll slopes, and each edge walked once. Drag w₁ or w₂ to prove theirs.`;
}

/** @param {number} value */
const brief = (value) => plain(rounded(value, 2));

/** In two digits. @param {number} ratio */
const times = (ratio) => minus(Number(ratio.toPrecision(2)));

/**
 * What became of the loss when one value was moved.
 * @param {Leaf} name
 * @param {Record<Name, number>} now
 */
export function proven(name, now) {
  const by = now[name] - AT_START[name];
  const change = now.ℓ - AT_START.ℓ;
  const ratio = change / by;
  const slope = SLOPES[name];
  const [upper, lower] = /** @type {Name[]} */ (["v₁", "v₂"]).map(
    (each) => now[each] ** 2 - AT_START[each] ** 2,
  );
  const parts =
    name === "a"
      ? `, v₁² by ${brief(upper)} (${times(upper / by)} times as far) and ` +
        `v₂² by ${brief(lower)} (${times(lower / by)} times).\nTogether, ℓ moved`
      : ", and ℓ";
  const way = ratio < 0 ? ", the other way" : "";
  const moved =
    `${name} moved by ${brief(by)}${parts} by ${brief(change)}: ` +
    `${times(Math.abs(ratio))} times as far${way}.`;
  if (Math.abs(ratio / slope - 1) > CLOSE) {
    const home = minus(AT_START[name]);
    return `${moved}\nThe slope, ${minus(slope)}, is for small moves: go back toward ${home}.`;
  }
  return `${moved} That is the ${name === "a" ? "sum" : "slope"}.`;
}
