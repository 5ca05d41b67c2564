// What the figure of other training sets says.

import { written } from "../../engine/number_text.js";
import { COUNT } from "./model.js";

/** @import { Ten } from "./model.js" */

/**
 * What networks say at the ring.
 * @typedef {object} Place
 * @property {number[]} said
 * @property {number} truth
 * @property {number} middle their mean
 * @property {number} spread
 */

export const UNITS = { 1: "1 unit", 5: "5 units", 20: "20 units" };
export const SAMPLES = { 25: "25 points", 200: "200 points", 800: "800 points" };
export const GUESSES = { 1: UNITS[1], 20: UNITS[20] };
export const NEXT = "The same with 1 unit";
export const QUESTION = "Over ten sets, which will repeat itself more?";

/** What to do next. */
export const HINTS = {
  first: "Guess, then draw ten sets.",
  guessed: "Now draw ten sets.",
  drawn: "Now the same with 1 unit.",
  task: "Drag the ring along the dashed line, to where 1 unit is right.",
  solved: "Choose other networks in the table.",
};
const NEAR = 0.06; // an offset that counts as right,
const NEARLY = 0.12; // and one that nearly does,
const UNSURE = 0.15; // where the truth is so near 0.5 that it is no matter of course
const CLEARLY = 3; // times the other one
const LITTLE = 0.005; // of both parts together

export const HELP = {
  another:
    "Draws other points from the same source, and shows what a new network learns from them.",
  all: "Draws the rest of the ten training sets.",
  same: "Draws what networks with 1 unit learn from the same ten training sets.",
  again: "Goes back to the first training set.",
  cells:
    "Chooses networks: how many hidden units they have, and how many points each learned from. Each number is an error: how far a network’s probability of orange is from the true one, squared, on average over 10,000 new points.",
  guess:
    "Say which of the two will draw more nearly the same boundary ten times; then draw ten sets.",
  ring: "Drag it, or use the arrow keys (Shift: faster): what each network says at this place stands below the picture. Even without bias, the mean of ten is off by about a third of their spread.",
};

/** @param {Ten} ten */
const unitsOf = ({ units }) => UNITS[/** @type {1} */ (units)];

/** @param {Ten} ten */
export const nameOf = (ten) =>
  `${unitsOf(ten)}, ${SAMPLES[/** @type {25} */ (ten.samples)]}`;

/**
 * While training sets are being drawn.
 * @param {Ten} ten
 * @param {number} drawn
 * @param {number} said what the last network says at the ring
 */
export const soFar = (ten, drawn, said) =>
  `Training set ${drawn} of ${COUNT}: ${ten.samples} points, learned by ${unitsOf(ten)}. ` +
  `At the ring this network says ${written(said)}.`;

/**
 * Before the first networks are compared with a guess.
 * @param {keyof typeof GUESSES} guess
 */
export const guessed = (guess) =>
  `You say ${GUESSES[guess]}. Draw ten sets with 20 units, then the same with 1 unit.`;

/**
 * What the first ten networks show at the ring.
 * @param {Ten} ten
 * @param {Place} place
 */
export const many = (ten, { middle, truth, spread }) =>
  `${unitsOf(ten)}, ten sets: at the ring, their mean is off the truth by ` +
  `${written(Math.abs(middle - truth))} (offset), and they scatter by ${written(spread)} (spread).`;

/**
 * What ten networks show on average over new points; the greater part also at the ring.
 * @param {Ten} ten
 * @param {Ten[]} tens all of them: more units should vary more
 * @param {Place} place
 */
export function verdict(ten, tens, place) {
  const { bias2, variance } = ten;
  const calmer = tens.find(
    ({ units, samples, variance }) =>
      samples === ten.samples && units > ten.units && variance < ten.variance,
  );
  if (calmer)
    return (
      `${nameOf(ten)}: bias² ${size(bias2)}, variance ${size(variance)}. ` +
      `${unitsOf(calmer)} vary no more (${size(calmer.variance)}): both follow each set.`
    );
  const [bias, spread] =
    bias2 > variance
      ? [` on average (${squared(Math.abs(place.middle - place.truth))})`, ""]
      : ["", ` on average (${squared(place.spread)})`];
  return (
    `${nameOf(ten)}: bias² ${size(bias2)}${bias}, ` +
    `variance ${size(variance)}${spread}; ${reason(ten)}.`
  );
}

/** A length at the ring, as it is written there. @param {number} length */
function squared(length) {
  const here = written(length);
  return `at the ring ${here}² = ${written(Number(here) ** 2, 3)}`;
}

/** What is said of a guess. */
const SAID = {
  none: "1 unit repeats itself",
  1: "Right, 1 unit repeats itself",
  20: "Not 20 units: they follow each set. 1 unit repeats itself",
};

/**
 * Which of two repeats itself, and what it repeats: with the words for it, where the ring
 * shows them.
 * @param {keyof typeof SAID} guess
 * @param {Place} one with 1 unit
 * @param {Place} twenty with 20 units
 */
export function compared(guess, one, twenty) {
  const offsets = [one, twenty].map(({ middle, truth }) => Math.abs(middle - truth));
  const isSeen = one.spread < twenty.spread && offsets[0] > offsets[1];
  const named = (/** @type {string} */ words) => (isSeen ? ` (${words})` : "");
  return (
    `${SAID[guess]}${named("small spread")}, ` +
    `but also its error${named("large offset")}.`
  );
}

/**
 * Whether networks are right where that is no matter of course.
 * @param {Place} place
 */
export const isRight = ({ truth, middle }) =>
  Math.abs(truth - 0.5) < UNSURE && Math.abs(middle - truth) < NEAR;

/**
 * Whether they are nearly right there.
 * @param {Place} place
 */
export const isNearlyRight = ({ truth, middle }) =>
  Math.abs(truth - 0.5) < UNSURE && Math.abs(middle - truth) < NEARLY;

/**
 * The ring is where networks with 1 unit are right.
 * @param {Place} one
 */
export const solved = ({ middle, truth }) =>
  `Found: 1 unit is right here (offset ${written(Math.abs(middle - truth))}): its line ` +
  "crosses the truth, but misses every bend.";

/**
 * What ten networks say at the ring.
 * @param {Place} place
 * @param {boolean} isNear whether it is nearly where it was to be dragged
 */
export const atRing = ({ truth, middle, spread }, isNear) =>
  `At the ring, orange has the probability ${written(truth)}. The ten say ` +
  `${written(middle)} on average; their spread is ${written(spread)}.` +
  (isNear ? " You are near." : "");

/** @param {Ten} ten */
export const sumOf = ({ bias2, variance }) => written(bias2 + variance, 3);

/** @param {number} part of the error */
const size = (part) => (part < 0.001 ? "below 0.001" : written(part, 3));

/** @param {Ten} ten */
function reason({ bias2, variance }) {
  if (bias2 + variance < LITTLE) return "none is far off";
  if (bias2 > CLEARLY * variance) return "all miss alike";
  if (variance > CLEARLY * bias2) return "all differ";
  return "all miss, and all differ";
}
