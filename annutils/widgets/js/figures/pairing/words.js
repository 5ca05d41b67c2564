// What the figure of paired runs says.

import { percent, rounded, written } from "../../engine/number_text.js";
import { holdsZero, SHUFFLES } from "./model.js";

/** @import { Interval } from "./model.js" */

export const GUESSES = { yes: "yes", no: "no: the bars overlap" };

/** @param {string} name of the second method */
export const question = (name) => `Guess: do these runs show that ${name} helps?`;

export const HELP = {
  guess:
    "Each bar is the 95% interval of a method's mean over the seeds. After your guess, lines join the two networks of the same seed: same samples, same initial weights. Gray: the interval of the change as if they shared nothing (Welch).",
  line: "Drag a line sideways, or use the arrow keys: both its networks err more, or less. Up and down arrows go to other pairs.",
  end: "Drag a dot sideways, or use the arrow keys: this network alone errs more, or less.",
  others: `Pairs each network with one of another seed, by chance. Pale: the changes of earlier pairs. The share comes from ${SHUFFLES.toLocaleString("en-US")} such shuffles.`,
  seed: "Pairs the networks of the same seed again.",
  again: "Puts all errors and pairs back, and covers the change.",
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

/** Ends of a method's own interval. @param {Interval} interval */
const own = ({ low, high }) => `${written(low, 1)} to ${written(high, 1)}%`;

/** @param {string} text */
export const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * While the change is covered.
 * @param {string[]} names
 * @param {Interval[]} both
 */
export function covered(names, [one, other]) {
  const overlap = Math.max(one.low, other.low) <= Math.min(one.high, other.high);
  const said = overlap ? "The bars overlap." : "The bars do not overlap.";
  return `Mean error, ${names[0]}: ${own(one)}. ${capital(names[1])}: ${own(other)}. ${said}`;
}

/** @param {Interval} change */
const found = (change) => `${ends(change)} points, so ${verdict(change)}`;

const JOINED = "Each line joins two runs that share much of their luck.";

/**
 * By the guess, what is said where the error falls, and else.
 * @type {Record<string, string[]>}
 */
const ANSWERS = {
  yes: [
    "Right: bars may overlap and the means still differ.",
    "Not with these errors.",
  ],
  no: [
    "Overlap is no test: the means may still differ.",
    "Right, but overlap is no test.",
  ],
  seen: [JOINED, JOINED],
};

/**
 * What becomes of a guess.
 * @param {string} guess
 * @param {Interval} change
 * @param {Interval} apart the change as if nothing were shared
 */
export const answer = (guess, change, apart) =>
  `${ANSWERS[guess][change.high < 0 ? 0 : 1]} Unpaired (gray): ${ends(apart)}. In pairs, shared luck cancels: ${found(change)}.`;

/** @param {Interval} change */
export const bySeed = (change) =>
  `Paired by seed, what both share cancels: ${found(change)}.`;

/**
 * Each with another partner.
 * @param {Interval} change
 * @param {number} share of shuffles that leave the question open
 */
export function shuffled(change, share) {
  const often = `in about ${percent(share)} of shuffles`;
  const rest = holdsZero(change) ? `, as ${often}` : `; ${often}, the question is open`;
  return `Strangers share no seed; its luck cancels only by chance: ${found(change)}${rest}.`;
}

/** @param {Interval} interval */
const length = ({ low, high }) => written(high - low, 1);

/**
 * Both runs of a pair have moved alike.
 * @param {Interval[]} both
 * @param {Interval} change
 */
export const shared = (both, change) =>
  `What both runs share moves the bars, now ${length(both[0])} and ${length(both[1])} points long, but cancels in the change: still ${ends(change)} points.`;

/**
 * One run has moved.
 * @param {Interval} change
 */
export const alone = (change) =>
  `One run alone has moved, and the change with it: now ${found(change)}.`;
