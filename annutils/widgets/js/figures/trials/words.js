// Help and status of the figure of trials.

import { percent, rounded, written } from "../../engine/number_text.js";
import { below, mean, SEARCHES, TRIES } from "./model.js";

/** @import { Many, Trial } from "./model.js" */

export const HELP = {
  place:
    "Press a place of the map, or move there with the arrow keys and press Enter: the network of this learning rate and number of units, trained once from one seed, shows how many of 100 images it has right.",
  guess:
    "After nine tries: how many of 100 images will your best network, the orange one, have right on average over the 39 other sets? About as many: within one point.",
  high: "A score minus the mean of the same network's scores on the other sets of images. Easy or hard images: the mean of this over all networks of the map. Luck: the rest. It is 0 on average for a network that nobody chose.",
  search:
    "Nine tries more, on the next set of images. Earlier searches stay as pale dots.",
  nine: "Draws nine places at random, on the next set of images, so that scores are others.",
  again: "Takes all back but the first try.",
  many: "Draws nine places at random 1,000 times and judges each search on each set of images. Line: the mean luck. Band: the middle half. Gray dots: 120 of the searches after nine tries; what is more than 9 points off lies at the edge.",
  map: "The scores of all places on these images.",
};

const CLEARLY = 1; // points

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
  return `${place}; ${left ? `${triesOf(left)} left` : "no try is left"}.\nBest so far: ${best} of these 100 images right.`;
}

/** @param {number} tries */
const triesOf = (tries) => `${tries} ${tries === 1 ? "try" : "tries"}`;

/**
 * The question, and what to do: to search, to guess, to see how much was luck.
 * @param {number} left tries
 * @param {boolean} judged
 * @param {boolean} many whether the luck of many searches is seen
 */
export const asked = (left, judged, many) =>
  left && !judged
    ? ["Which network is best?", "Find it in nine tries: press cells."]
    : [
        "Does the best keep its score?",
        !judged
          ? "Guess, then see it on other images."
          : many
            ? "Search again: other images bring other luck."
            : "How much luck is usual? See 1,000 searches.",
      ];

/**
 * What is to be guessed.
 * @param {number} best
 */
export const question = (best) =>
  `Guess: your best network has ${best} of these 100 images right. Of 100 others, on average:`;

/**
 * The whole map is seen.
 * @param {number[]} scores of its places
 * @param {number | null} left tries, until a guess was made
 */
export function uncovered(scores, left) {
  const [low, most] = [Math.min(...scores), Math.max(...scores)];
  const rest = left ? ` You still have ${triesOf(left)}.` : "";
  return `All ${scores.length} networks, judged on the same 100 images: ${low} to ${most} right. They differ most by learning rate, from left to right.${rest}`;
}

/**
 * A new search begins, with the first place on other images.
 * @param {Trial} trial
 * @param {number} score
 */
export const anew = (trial, score) =>
  `Other images, other scores: ${placeText(trial, score)}; ${TRIES - 1} tries left.`;

/** Before what is said of nine places drawn by chance. */
export const BY_CHANCE = "Nine random tries. ";

/**
 * What a network reads of 100 images on average over the other sets.
 * @param {Trial} trial
 * @param {number} images the set of those where it was tried
 */
export const keptOf = ({ scores, gaps }, images) =>
  written(scores[images] - gaps[images], 1);

/**
 * The parts of a gap as they are shown, so that they add up.
 * @param {number} gap
 * @param {number} ease of the images, in points
 */
export function parts(gap, ease) {
  const [whole, easy] = [gap, ease].map((points) => rounded(points, 1));
  return { gap: whole, ease: easy, luck: rounded(whole - easy, 1) };
}

/** Whether images are easy for all, or hard. @param {number} ease */
export const images = (ease) =>
  `${ease < 0 ? "hard" : "easy"} images ${signed(ease, 1)}`;

/**
 * What became of the best on other images.
 * @param {Trial} best
 * @param {number} set the images where it was chosen
 * @param {number} eased how much easier these are, in points
 * @param {keyof typeof GUESSES | "none"} guess "none" if nobody guessed
 * @param {Trial[]} tried
 */
export function kept(best, set, eased, guess, tried) {
  const { gap, ease, luck } = parts(best.gaps[set], eased);
  const right = gap > CLEARLY ? "fewer" : gap < -CLEARLY ? "more" : "same";
  const came = GUESSES[right];
  const told =
    guess === "none"
      ? "The best"
      : guess === right
        ? `Right, ${came}`
        : `${came[0].toUpperCase()}${came.slice(1)}, not ${GUESSES[guess]}`;
  return `${told}: ${best.scores[set]} here, ${keptOf(best, set)} on others. Luck ${signed(luck, 1)}, ${images(ease)}.${better(best, set, tried)}`;
}

/**
 * A network that was passed over and reads others clearly better than the best.
 * @param {Trial} best
 * @param {number} set the images where it was chosen
 * @param {Trial[]} tried
 */
function better(best, set, tried) {
  const keeps = (/** @type {Trial} */ { scores, gaps }) => scores[set] - gaps[set];
  const other = tried.reduce((top, each) => (keeps(each) > keeps(top) ? each : top));
  return keeps(other) < keeps(best) + CLEARLY
    ? ""
    : ` Another try: ${other.scores[set]} here, ${keptOf(other, set)} on others.`;
}

/**
 * The luck of all searches so far, where there are several.
 * @param {number[][]} searches
 */
export const sofar = (searches) =>
  searches.length === 1
    ? ""
    : `\nMean luck in ${searches.length} searches: ${signed(mean(searches.map((found) => found[found.length - 1])), 1)}.`;

/**
 * What many searches say; a place that nobody chose has no luck on average.
 * @param {Many} many
 * @param {number} places of the map
 * @param {number | null} luck of the reader's best of nine, once it is known
 */
export function onAverage({ means, nine }, places, luck) {
  const [some, all] = [TRIES - 1, TRIES].map((k) => written(means[k], 1));
  const above = mean(nine.map((each) => Number(each > 0)));
  const share = percent(luck === null ? above : below(nine, luck));
  const one =
    luck === null
      ? `One search says little: of the best of nine, ${share} had good luck.`
      : `Your luck, ${signed(luck, 1)}, is above ${share} of theirs.`;
  return `${SEARCHES.toLocaleString("en-US")} random searches, mean luck: none with one try, ${some} points with nine, ${all} with all ${places}.\n${one}`;
}

/**
 * @param {number} points
 * @param {number} [decimals]
 */
export const signed = (points, decimals = 0) => {
  const value = rounded(points, decimals);
  return `${value > 0 ? "+" : ""}${written(value, decimals)}`;
};
