// Help and status of the figure of trials.

import { percent, rounded, written } from "../../engine/number_text.js";
import { elsewhere, gap, mean, SEARCHES, TRIES, winner } from "./model.js";

/** @import { Many, Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it reads right.",
  guess:
    "The network with the best score so far reads the images of the other sets, too. The answer uncovers how much too high its score was.",
  gap: "For the best after each try: its score on the 100 images that chose it, minus the percentage that it reads of the other images. A network that nobody chose has a gap of 0 on average, since each set is compared with the others in turn; but some sets are easy and others hard, so single gaps are large.",
  images:
    "The same tries, scored on 100 other images; the gaps on earlier ones stay as small dots.",
  nine: "Draws nine places at random, others each time; earlier gaps stay, too.",
  again: "Takes all back but the first try.",
  many: "Draws nine places at random 1,000 times and judges each search on each set of images. Line: the mean. Band: the middle half. Gray dots: one of each of 120 searches; what is more than 12 points off lies at the edge.",
  map: "The scores of all places.",
};

export const GUESSES = { fewer: "fewer", same: "about as many", more: "more" };

/** @param {number} rate */
export const rateText = (rate) => String(Number(rate.toPrecision(2)));

/**
 * A place and what is known of it.
 * @param {Trial} trial
 * @param {number | null} score null if it was not tried
 */
export const placeText = ({ rate, units }, score) =>
  `learning rate ${rateText(rate)}, ${units} units: ${score === null ? "not tried" : `${score} of 100`}`;

/**
 * How much too high a score is.
 * @param {number} points
 */
export const tooHigh = (points) =>
  `${written(Math.abs(points), 1)} ${points < 0 ? "too low" : "too high"}`;

/**
 * The best of some trials, and what it is worth if that is uncovered.
 * @param {Trial[]} trials
 * @param {number} set
 * @param {boolean} uncovered
 */
export function worth(trials, set, uncovered) {
  const best = winner(trials, set);
  const here = `${best.scores[set]} of these 100 images`;
  const who = trials.length === 1 ? "It" : `The best of ${trials.length}`;
  if (!uncovered) return `${who} reads ${here}.`;
  const others = (100 * (best.scores.length - 1)).toLocaleString("en-US");
  return `${who} reads ${here} and ${percent(elsewhere(best, set) / 100, 1)} of the ${others} others: ${tooHigh(gap(best, set))}.`;
}

/**
 * What the reader has pressed, and what is left.
 * @param {Trial} trial
 * @param {number | null} score null where no try was left for it
 * @param {number} tries made so far
 */
export function pressed(trial, score, tries) {
  const place = `Learning${placeText(trial, score).slice("learning".length)}`;
  const left = TRIES - tries;
  if (left) return `${place}; ${left} ${left === 1 ? "try" : "tries"} left.`;
  return score === null ? `${place}, as no try is left.` : `${place}; no try is left.`;
}

/** @param {keyof typeof GUESSES} guess */
export const guessed = (guess) => `You guessed: ${GUESSES[guess]}.`;

/**
 * The gaps that were seen, of as many tries as the last one.
 * @param {number[][]} seen after each try
 */
export function sofar(seen) {
  const count = seen[seen.length - 1].length;
  const found = seen
    .filter((each) => each.length === count)
    .map((each) => each[count - 1]);
  const high = found.filter((points) => points > 0).length;
  return `${found.length} best scores so far: ${high} too high; on average ${tooHigh(mean(found))}.`;
}

/**
 * What many searches say. One try has a mean of 0, up to rounding errors.
 * @param {Many} many
 * @param {number} places of the map
 */
export function onAverage({ means, high }, places) {
  const [nine, all] = [means[TRIES - 1], means[TRIES]].map(tooHigh);
  return `${SEARCHES.toLocaleString("en-US")} random searches, on average: ${written(Math.abs(means[0]), 1)} after one try, ${nine} after nine, ${all} after all ${places}.\nAfter nine, ${percent(high)} were too high, so one search says little.`;
}

/**
 * @param {number} points
 * @param {number} [decimals]
 */
export const signed = (points, decimals = 0) => {
  const value = rounded(points, decimals);
  return `${value > 0 ? "+" : ""}${written(value, decimals)}`;
};
