// What the figure of paired runs says.

import { rounded, written } from "../../engine/number_text.js";
import { holdsZero, length } from "./model.js";

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
  pairs: "Drag a line, or pair other strangers.",
};

/** With a decimal, or two so near zero that its side could not be seen. @param {number} points */
export function signed(points) {
  const decimals = Math.abs(points) < 0.05 ? 2 : 1;
  const value = rounded(points, decimals);
  return `${value > 0 ? "+" : ""}${written(value, decimals)}`;
}

/** @param {Interval} interval */
export const ends = ({ low, high }) => `${signed(low)} to ${signed(high)}`;

/** What an interval of changes says. @param {Interval} change */
export function verdict(change) {
  if (holdsZero(change)) return "the question is open";
  return change.high < 0 ? "the error falls" : "the error rises";
}

/** The same, in a picture. @param {Interval} change */
export const short = (change) => verdict(change).replace(/^the | is/g, "");

/** Ends of a method's own interval. @param {Interval} interval */
export const own = ({ low, high }) => `${written(low, 1)} to ${written(high, 1)}%`;

/** @param {string} text */
export const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {Interval} change */
const found = (change) => `${ends(change)} points, so ${verdict(change)}`;

/** @param {Interval} interval */
const long = (interval) => written(length(interval), 1);

/**
 * While the change in pairs is covered.
 * @param {Interval} apart the change as if nothing were shared
 */
export const covered = (apart) =>
  `As if the two rows had nothing in common, the change is ${found(apart)}.`;

/** @type {Record<string, string>} */
const REASONS = {
  shorter: "Right",
  same: "Only the mean stays",
  longer: "Fewer numbers, but they vary less",
  seen: "Each line joins the two networks of a seed",
};

/**
 * What becomes of a guess.
 * @param {string} guess
 * @param {Interval} change
 * @param {Interval} apart the change as if nothing were shared
 */
export function answer(guess, change, apart) {
  const lengths = `${long(change)} points long instead of ${long(apart)}`;
  if (length(change) < length(apart))
    return `${REASONS[guess]}: ${lengths}. Luck that both networks of a seed share cancels.`;
  return `With these errors, it is ${lengths}: the networks of a seed share too little luck.`;
}

/** @param {Interval} change */
export const bySeed = (change) => `Paired by seed: ${found(change)}.`;

/**
 * Each with a stranger.
 * @param {Interval} change
 * @param {Interval} paired the same by seed
 */
export const estranged = (change, paired) =>
  `Strangers share no seed: ${found(change)}. The same networks, paired by seed: ${ends(paired)}.`;

/**
 * Both runs of a pair have moved alike.
 * @param {Interval} change
 * @param {Interval} apart
 */
export const shared = (change, apart) =>
  `What both share cancels in a pair: still ${ends(change)} points. The other bars change: unpaired now ${ends(apart)}.`;

/**
 * One run has moved.
 * @param {Interval} change
 */
export const alone = (change) =>
  `One network alone has moved, and the change with it: now ${found(change)}.`;
