// Help and status of the figure of trials.

import { percent, written } from "../../engine/number_text.js";
import { different, excess, isGood, TRIES, winner } from "./model.js";

/** @import { Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it reads right.",
  by: "Whose tries are shown. The grid takes three rates with three numbers of units each, random search draws nine places.",
  luck: "Points by which scores are higher than the share of 8,000 new images that the same networks read right. Left, for each of 20 sets of 100 images: the mean over the 38 networks of the map that read 80% of new images or more; nobody chose among them. Right: what the score of the best so far is too high beyond that, on each set (gray), on yours (black or white) and on average (orange). Lines begin where such a network is the best on the set; each set has its own best.",
  images: "The same networks, scored on 100 other images.",
  map: "The scores of all 117 places, and the luck of the best of them.",
  again: "Takes your tries back.",
};

export const SEARCHES = { you: "you", grid: "the grid", random: "random search" };

/** With one decimal, so that scores and differences agree. @param {number} share */
export const percentText = (share) => percent(share, 1);

/** @param {number} rate */
export const rateText = (rate) => String(Number(rate.toPrecision(rate < 0.1 ? 1 : 2)));

/**
 * A place, for those who do not see it.
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
 * What a search has found, and what its score is worth.
 * @param {keyof typeof SEARCHES} by
 * @param {Trial[]} trials
 * @param {number} set
 * @param {number} easy by how many points networks score higher on it
 * @param {number | null} luck of the best, on average over all sets
 */
export function verdict(by, trials, set, easy, luck) {
  const best = winner(trials, set);
  const score = best.scores[set];
  const left = TRIES - trials.length;
  const who = by === "you" ? "Your best" : `The best of ${SEARCHES[by]}`;
  const equal = trials.filter(({ scores }) => scores[set] === score).length;
  const shared = equal > 1 ? ` (the first of ${equal} with this score)` : "";
  const { rates } = shadows(trials);
  const rest = left
    ? `${left} ${left === 1 ? "try" : "tries"} left.`
    : `Nine tries, ${rates} different rates.`;
  const off = excess(best, set);
  const found =
    `${who}${left ? " so far" : ""}: ${score} of 100 images${shared}, and ` +
    `${percentText(best.truth)} of 8,000 new ones. Its score is ${tooHigh(off)}`;
  if (!isGood(best)) {
    return `${found}. ${rest}\nThe lines begin with a network that reads 80% of new images.`;
  }
  return (
    `${found}: ${tooHigh(easy)} because these images are ${easy < 0 ? "hard" : "easy"}, ` +
    `${tooHigh(off - easy)} by its own luck on them. ${rest}\n${onAverage(trials.length, luck)}`
  );
}

/** @param {number} tries @param {number | null} luck */
function onAverage(tries, luck) {
  if (tries === 1) return "Nothing is chosen yet.";
  if (luck === null) return "";
  const way = luck < 0 ? "lowers" : "raises";
  return `On average over 20 sets of images, its own luck ${way} the score of the best of ${tries} by ${written(Math.abs(luck), 1)} points.`;
}

/** @param {number} points */
const tooHigh = (points) =>
  `${written(Math.abs(points), 1)} ${points < 0 ? "too low" : "too high"}`;

/**
 * @param {number} points
 * @param {number} [decimals]
 */
export const signed = (points, decimals = 0) =>
  `${Number(points.toFixed(decimals)) > 0 ? "+" : ""}${written(points, decimals)}`;

/**
 * The best score of the whole map, and what its luck is on average.
 * @param {Trial[]} cells
 * @param {number} set
 * @param {number} luck
 */
export function bestOfAll(cells, set, luck) {
  const { scores, truth } = winner(cells, set);
  return `The best of all ${cells.length}: ${scores[set]} of 100, and ${percentText(truth)} of new images; its own luck is ${written(luck, 1)} points on average.`;
}
