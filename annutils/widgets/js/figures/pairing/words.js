// What the figure of paired runs says.

import { rounded, written } from "../../engine/number_text.js";
import { decimals, holdsZero, length } from "./model.js";

/** @import { Interval } from "./model.js" */

export const GUESSES = { shorter: "shorter", same: "as long", longer: "longer" };
export const QUESTION = "Guess: paired by seed, this interval will be";

export const HELP = {
  guess:
    "Each bar is a 95% interval of a mean over the seeds. Unpaired: of the change as if no two networks shared anything (Welch). After your guess, lines join the two networks of the same seed: same samples, same initial weights.",
  line: "Drag a line sideways, or use the arrow keys: both its networks err more, or less. Up and down arrows go to other pairs.",
  end: "Drag a dot sideways, or use the arrow keys: this network alone errs more, or less.",
  strangers: "Pairs each network with a stranger, one of another seed, by chance.",
  seed: "Pairs the networks of the same seed again.",
  again: "Puts all errors and pairs back, and covers the change in pairs.",
};

/** What to do next, by what was done last. */
export const HINTS = {
  covered: "Guess. Then lines will join the pairs.",
  guess: "Drag a line sideways, and watch the bars.",
  shared: "Now pair strangers.",
  alone: "Drag a line, or pair strangers.",
  seed: "Drag a line, or pair strangers.",
  strangers: "Press again: does chance pair as well?",
  unrelated: "Pair by seed, then drag a line.",
};

/** @param {number} points */
export function signed(points) {
  const value = rounded(points, decimals(points));
  return `${value > 0 ? "+" : ""}${written(value, decimals(points))}`;
}

/** @param {Interval} interval */
export const ends = ({ low, high }) => `${signed(low)} to ${signed(high)}`;

/** What an interval of changes says. @param {Interval} change */
export function verdict(change) {
  if (holdsZero(change)) return "the question is open";
  return change.high < 0 ? "the error falls" : "the error rises";
}

/** Ends of a method's own interval. @param {Interval} interval */
export const own = ({ low, high }) => `${written(low, 1)} to ${written(high, 1)}%`;

/** @param {string} text */
export const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {Interval} change */
const found = (change) => `${ends(change)} points, so ${verdict(change)}`;

/** @param {Interval} interval */
export const long = (interval) => written(length(interval), 1);

/**
 * While the change in pairs is covered.
 * @param {Interval} apart the change as if nothing were shared
 */
export const covered = (apart) =>
  `As if the two rows had nothing in common, the 95% interval of the change is ${ends(apart)} points: ${long(apart)} long.`;

/** @type {Record<string, string>} */
const REASONS = {
  shorter: "Right",
  same: "Not as long, only its middle stays",
  longer: "Not longer, though these are fewer numbers",
  seen: "Each line joins the two networks of a seed",
};

/**
 * What becomes of a guess.
 * @param {string} guess
 * @param {Interval} change
 * @param {Interval} apart the change as if nothing were shared
 */
export function answer(guess, change, apart) {
  const lengths = `by seed ${long(change)} points, unpaired ${long(apart)}`;
  if (length(change) < length(apart))
    return `${REASONS[guess]}: ${lengths}. Luck that both networks of a seed share cancels.`;
  return `With these errors, it is not shorter: ${lengths}. The networks of a seed share too little luck.`;
}

/** @param {Interval} change */
export const bySeed = (change) => `Paired by seed: ${found(change)}.`;

/**
 * Each with a stranger, in every way that was drawn so far.
 * @param {Interval[]} drawn
 * @param {Interval} paired the same by seed
 */
export function estranged(drawn, paired) {
  const all = drawn.map(length).sort((one, other) => one - other);
  const [least, most] = [all[0], all[all.length - 1]].map((each) => written(each, 1));
  const lengths = least === most ? least : `${least} to ${most}`;
  const draws = drawn.length === 1 ? "" : `, ${drawn.length} draws`;
  const short = all.filter((each) => each <= length(paired)).length;
  const compared =
    drawn.length === 1
      ? `By seed: ${long(paired)}`
      : `${short ? `${short} as short` : "None is as short"} as by seed (${long(paired)})`;
  return `Strangers share no luck${draws}: ${lengths} points long. ${compared}.`;
}

/**
 * What an interval has become, if that is to be seen.
 * @param {string} name
 * @param {Interval} now
 * @param {Interval} first before anything was moved
 */
const become = (name, now, first) =>
  ends(now) === ends(first)
    ? `${name}, too little to see yet: still ${ends(now)}. Pull on`
    : `${name}, ${ends(first)} has become ${ends(now)}`;

/**
 * Both runs of a seed have moved alike.
 * @param {Interval} change
 * @param {Interval} apart
 * @param {Interval} first `apart` before anything was moved
 */
export const shared = (change, apart, first) =>
  `What both share cancels in a pair: still ${ends(change)} points. ${become("Unpaired", apart, first)}.`;

/**
 * The runs of two seeds have moved alike.
 * @param {Interval} paired the change by seed
 * @param {Interval} first the same before anything was moved
 */
export const unrelated = (paired, first) =>
  `These two share nothing, so you have moved two seeds. ${become("By seed", paired, first)}.`;

/**
 * One run has moved.
 * @param {Interval} change
 * @param {Interval} first the same before anything was moved
 */
export const alone = (change, first) =>
  ends(change) === ends(first)
    ? `One network alone has moved, too little to see yet: still ${found(change)}.`
    : `One network alone has moved, and the change with it: now ${found(change)}.`;
