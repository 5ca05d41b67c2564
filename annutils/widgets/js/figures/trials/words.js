// Help and status of the figure of trials.

import { percent, rounded, written } from "../../engine/number_text.js";
import { below, mean, SEARCHES, TRIES } from "./model.js";

/** @import { Many, Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it reads right.",
  guess:
    "After nine tries: what will your best, the orange one, read of 100 images on average over the 39 other sets? About as many: within one point.",
  gap: "A score minus the mean of the same network's scores on the other sets of images. A network that nobody chose has a gap of 0 on average over all sets.",
  search:
    "Nine tries more, on the next set of images. Earlier searches stay as pale dots.",
  nine: "Draws nine places at random, on the next set of images, so that scores are others.",
  again: "Takes all back but the first try.",
  many: "Draws nine places at random 1,000 times and judges each search on each set of images. Line: the mean gap. Band: the middle half. Gray dots: 120 of the searches after nine tries; what is more than 9 points off lies at the edge.",
  map: "The scores of all places on these images.",
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

/** What is said of a guess, by what came true. */
const REASONS = {
  fewer: "part of a best score is luck, which other images do not repeat",
  same: "this time its score held hardly any luck, good or bad",
  more: "this time it had bad luck on these 100",
};

/**
 * What the reader has pressed, what is left, and what is best.
 * @param {Trial} trial
 * @param {number | null} score null where no try was left for it
 * @param {number} tries made so far
 * @param {number} best
 */
export function pressed(trial, score, tries, best) {
  const place = `Learning${placeText(trial, score).slice("learning".length)}`;
  const left = TRIES - tries;
  const rest = left ? `${left} ${left === 1 ? "try" : "tries"} left` : "no try is left";
  return `${place}; ${rest}.\nYour best reads ${best} of these 100 images.`;
}

/**
 * A new search begins, with the first place on other images.
 * @param {Trial} trial
 * @param {number} score
 */
export const anew = (trial, score) =>
  `Other images, other scores: ${placeText(trial, score)}; ${TRIES - 1} tries left.`;

/** Before what is said of nine places drawn by chance. */
export const BY_CHANCE = "Nine random tries on 100 other images. ";

/**
 * What a network reads of 100 images on average over the other sets.
 * @param {Trial} trial
 * @param {number} images the set of those where it was tried
 */
export const keptOf = ({ scores, gaps }, images) =>
  written(scores[images] - gaps[images], 1);

/**
 * What became of the best on other images.
 * @param {Trial} best
 * @param {number} images the set of those where it was chosen
 * @param {keyof typeof GUESSES | "none"} guess "none" if nobody guessed
 */
export function kept(best, images, guess) {
  const gap = best.gaps[images];
  const right = gap > 1 ? "fewer" : gap < -1 ? "more" : "same";
  const told =
    guess === "none"
      ? "The best"
      : `${guess === right ? "Right," : "Not"} ${GUESSES[guess]}: ${REASONS[right]}. It`;
  return `${told} reads ${keptOf(best, images)} of 100 others on average, not ${best.scores[images]}: a gap of ${signed(gap, 1)}.`;
}

/**
 * The gaps of all searches so far, where there are several.
 * @param {number[][]} searches
 */
export const sofar = (searches) =>
  searches.length === 1
    ? ""
    : `\n${searches.length} searches, mean gap of the best: ${signed(mean(searches.map((found) => found[found.length - 1])), 1)}.`;

/**
 * What many searches say; a place that nobody chose has no gap on average.
 * @param {Many} many
 * @param {number} places of the map
 * @param {number | null} gap of the reader's best of nine, once it is known
 */
export function onAverage({ means, nine }, places, gap) {
  const [some, all] = [TRIES - 1, TRIES].map((k) => written(means[k], 1));
  const above = mean(nine.map((each) => Number(each > 0)));
  const share = percent(gap === null ? above : below(nine, gap));
  const one =
    gap === null
      ? `One search says little: after nine tries, ${share} of the gaps are above 0.`
      : `Your gap, ${signed(gap, 1)}, is above ${share} of theirs after nine tries.`;
  return `${SEARCHES.toLocaleString("en-US")} random searches, on average: one try keeps its score, the best of nine loses ${some} points, and the best of all ${places} loses ${all}.\n${one}`;
}

/**
 * @param {number} points
 * @param {number} [decimals]
 */
export const signed = (points, decimals = 0) => {
  const value = rounded(points, decimals);
  return `${value > 0 ? "+" : ""}${written(value, decimals)}`;
};
