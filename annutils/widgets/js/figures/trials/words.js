// Help and status of the figure of trials.

import { percent, rounded, written } from "../../engine/number_text.js";
import { mean, SEARCHES, TRIES } from "./model.js";

/** @import { Many, Search, Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it reads right.",
  guess:
    "After nine tries: what will your best, the orange one, read of 100 other images?",
  gap: "A score minus the mean that the same network reaches on the other sets of images, minus the average of this difference over all 63 networks, which says how easy the set is. A network that nobody chose has a gap of 0 on average, on every set.",
  next: "First shows what your best reads of 100 other images: a ring in the chart. Search again then chooses the best of the same places on those images.",
  nine: "Draws nine places at random, on the next set of images; the earlier best is read there, too.",
  again: "Takes all back but the first try.",
  many: "Draws nine places at random 1,000 times and judges each search on each set of images. Line: the mean gap. Band: the middle half. Gray dots: 120 of the searches; what is more than 9 points off lies at the edge.",
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
 * What became of the best on other images.
 * @param {number} there its score where it was chosen
 * @param {number} here
 * @param {keyof typeof GUESSES | "none"} guess "none" if it was told before
 */
export function kept(there, here, guess) {
  const found = here - there;
  const right = found < -1 ? "fewer" : found > 1 ? "more" : "same";
  const verdict = guess === right ? "Right" : "Not this time";
  const told = guess === "none" ? "" : `You guessed: ${GUESSES[guess]}. ${verdict}. `;
  const rest = found ? `${here}, not ${there}` : `${here} again`;
  return `${told}On other images your best reads ${rest}.`;
}

/** @param {number} tries @param {number} score */
export const chosen = (tries, score) =>
  tries === 1
    ? `One try: it reads ${score} of these 100.`
    : `Chosen anew, the best of ${tries} reads ${score} of 100.`;

/**
 * The gaps of all searches so far.
 * @param {Search[]} searches
 */
export function sofar(searches) {
  const next = searches.flatMap((each) => each.next ?? []);
  const here = signed(mean(searches.map(({ found }) => found[found.length - 1])), 1);
  const there = next.length ? `, ${signed(mean(next), 1)} on the next images` : "";
  return searches.length === 1
    ? `Its gap, the sets' ease taken out: ${here}${next.length ? " where it was chosen" : ""}${there}.`
    : `${searches.length} searches, mean gap of the best: ${here} where chosen${there}.`;
}

/**
 * What many searches say. One try has a mean of 0, up to rounding errors.
 * @param {Many} many
 * @param {number} places of the map
 */
export function onAverage({ means, high }, places) {
  const [one, nine, all] = [0, TRIES - 1, TRIES].map((k) => signed(means[k], 1));
  return `${SEARCHES.toLocaleString("en-US")} random searches, mean gap of the best: ${one} after one try, ${nine} after nine, ${all} after all ${places}.\nAfter nine, ${percent(high)} of the gaps are above 0: one search says little.`;
}

/**
 * @param {number} points
 * @param {number} [decimals]
 */
export const signed = (points, decimals = 0) => {
  const value = rounded(points, decimals);
  return `${value > 0 ? "+" : ""}${written(value, decimals)}`;
};
