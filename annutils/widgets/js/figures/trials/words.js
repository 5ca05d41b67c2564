// Help and status of the figure of trials.

import { percent, written } from "../../engine/number_text.js";
import { different, excess, TRIES, winner } from "./model.js";

/** @import { Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it reads right.",
  by: "Whose tries are shown. The grid takes three rates with three numbers of units each, random search draws nine places.",
  judge:
    "How many of 8,000 other images, which chose nothing, the best networks read right. The orange bars have one standard error on each side, that of a single network; the best of nine was also lucky. With your own tries, when all nine are made.",
  images: "The same networks, scored on 100 other images.",
  map: "The scores of all places.",
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

/**
 * How many of one kind, with its name.
 * @param {number} count
 * @param {string} name
 */
const some = (count, name) => `${count} ${name}${count === 1 ? "" : "s"}`;

/** How many rates and numbers of units were tried. @param {Trial[]} trials */
export const shadows = (trials) => ({
  rates: different(trials.map(({ rate }) => rate)),
  units: different(trials.map(({ units }) => units)),
});

/**
 * What a search has found.
 * @param {keyof typeof SEARCHES} by
 * @param {Trial[]} trials
 * @param {number} set
 * @param {boolean} judged
 */
export function verdict(by, trials, set, judged) {
  const best = winner(trials, set);
  const score = best.scores[set];
  const left = TRIES - trials.length;
  const who = by === "you" ? "Your best" : `The best of ${SEARCHES[by]}`;
  const equal = trials.filter(({ scores }) => scores[set] === score).length;
  const shared = equal > 1 ? ` (${equal} tries share it; the first counts)` : "";
  const found = `${who}${left ? " so far" : ""}: ${score} of 100 images right${shared}.`;
  const { rates, units } = shadows(trials);
  const rest = left
    ? `${left} ${left === 1 ? "try" : "tries"} left.`
    : `Nine tries: ${some(rates, "different rate")}, ${some(units, "number")} of units.`;
  if (!judged) return `${found} ${rest}`;
  const truth = 100 * best.truth;
  const off = score - truth;
  const side = off > 0 ? "too high" : "too low";
  const mean = excess(trials);
  return (
    `${found} Of 8,000 others it has ${percentText(best.truth)} right: its score was ` +
    `${written(Math.abs(off), 1)} points ${side}.\nChosen anew on each of ${best.scores.length} sets of ` +
    `100 images, the best of these tries scores ${written(Math.abs(mean), 1)} points too ` +
    `${mean > 0 ? "high" : "low"} on average.`
  );
}

/**
 * The best score of the whole map, and what it is worth.
 * @param {Trial[]} cells
 * @param {number} set
 */
export function bestOfAll(cells, set) {
  const { scores, truth } = winner(cells, set);
  return `The best of all ${cells.length}: ${scores[set]} of 100, and ${percentText(truth)} of 8,000 others.`;
}
