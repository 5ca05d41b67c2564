// Help and status of the figure of trials.

import { percent, written } from "../../engine/number_text.js";
import { different, excess, SEARCHES, TRIES, winner } from "./model.js";

/** @import { Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it reads right.",
  by: "Whose tries are shown. The grid takes three rates with three numbers of units each, random search draws nine places, others each time.",
  gap: "For the best so far after each try: its score on the 100 images that chose it, its score on 8,000 new images, and between them how much too high the first one is. An arrow: below 70.",
  images: "The same tries, scored on 100 other images.",
  again: "Takes your tries back; random search draws nine other places.",
  many: "Draws nine places and one of 20 sets of images 1,000 times, and shows how much too high the score of the best so far is on average. One try is about 0.3 too low: together, the 20 sets are a little harder than the new images.",
  map: "The scores of all 117 places.",
};

export const PLAYERS = { you: "you", grid: "the grid", random: "random search" };

/** With one decimal, so that scores and differences agree. @param {number} share */
export const percentText = (share) => percent(share, 1);

/** @param {number} rate */
export const rateText = (rate) => String(Number(rate.toPrecision(2)));

/**
 * A place and what is known of it.
 * @param {Trial} trial
 * @param {number | null} score null if it was not tried
 */
export const placeText = ({ rate, units }, score) =>
  `learning rate ${rateText(rate)}, ${units} units: ${score === null ? "not tried" : `${score} of 100`}`;

/** How many rates and numbers of units were tried. @param {Trial[]} trials */
export const shadows = (trials) => ({
  rates: different(trials.map(({ rate }) => rate)),
  units: different(trials.map(({ units }) => units)),
});

/**
 * How much too high a score is.
 * @param {number} points
 */
export const tooHigh = (points) =>
  `${written(Math.abs(points), 1)} ${points < 0 ? "too low" : "too high"}`;

/**
 * What the best of some trials is worth.
 * @param {Trial[]} trials
 * @param {number} set
 */
export function worth(trials, set) {
  const best = winner(trials, set);
  const count = trials.length;
  const who = count === 1 ? "It reads" : `The best of ${count} reads`;
  return `${who} ${best.scores[set]} of these 100 images and ${percentText(best.truth)} of 8,000 new ones: ${tooHigh(excess(best, set))}.`;
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

/** The tries of a search. @param {"grid" | "random"} by @param {Trial[]} trials */
export function searched(by, trials) {
  const { rates } = shadows(trials);
  return by === "grid"
    ? `The grid: nine tries, ${rates} different rates.`
    : `Nine places at random: ${rates} different rates.`;
}

/**
 * What many searches say.
 * @param {number[]} means points by which scores are too high, by number of tries
 * @param {number} thousands of searches
 */
export const onAverage = (means, thousands) =>
  `${(SEARCHES * thousands).toLocaleString("en-US")} random searches: on average ${tooHigh(means[0])} after one try, ${tooHigh(means[TRIES - 1])} after nine.`;

/**
 * @param {number} points
 * @param {number} [decimals]
 */
export const signed = (points, decimals = 0) =>
  `${Number(points.toFixed(decimals)) > 0 ? "+" : ""}${written(points, decimals)}`;
