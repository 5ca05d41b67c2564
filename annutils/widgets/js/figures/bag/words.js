// What the figure of the bag of words says.

import { percent, written } from "../../engine/number_text.js";
import { sigmoid } from "./model.js";

/** @import { Counted } from "./model.js" */

export const HELP = {
  tile:
    "Drag a word to another place, or use the arrow keys. Press it, or the space bar, to " +
    "take it out of the bag, and again to put it back. The bar is its weight: blue against the film.",
  text: "Write your own review: at most 12 words.",
  guess:
    "Which review has the larger score? Say it before you see it, or go on without a guess.",
};
export const GUESSES = {
  first: "the first",
  second: "the second",
  same: "neither",
};

/** With all the decimals that weights come with: sums are right as they stand. @param {number} z */
export const exact = (z) => written(z, 3);

/** @param {number} z */
const share = (z) => percent(sigmoid(z), 1);

/** @param {number} z */
export const verdict = (z) => `${exact(z)} (praise: ${share(z)})`;

const LONGEST = 48; // letters of a review that is called by its words

/**
 * What a review is called, where there is room for so much of it.
 * @param {Counted[]} counted
 */
export function heading(counted) {
  const said = there(counted)
    .map(({ word }) => word)
    .join(" ");
  const letters = [...said];
  const isShort = letters.length <= LONGEST;
  return `“${isShort ? said : `${letters.slice(0, LONGEST - 1).join("")}…`}”`;
}

/**
 * What a review is called in a sentence.
 * @param {Counted[]} counted
 * @param {number} k
 */
function called(counted, k) {
  const words = there(counted);
  return words.length && words.length < 4 ? heading(counted) : ORDINALS[k];
}
const ORDINALS = ["the first", "the second"];

/** @param {Counted[]} counted */
const there = (counted) => counted.filter(({ out }) => !out);

/**
 * What cannot be done: whoever tries has understood. Then something that can.
 * @param {Counted[][]} reviews as they were written
 * @param {number[]} scores
 * @param {object} state
 * @param {boolean} [state.answered] whether the reader knows what order does
 * @param {boolean} [state.few] whether a review in sight can be brought below 0, and is not
 * @param {boolean} [state.fooled] whether the reader's own review was taken for praise
 */
export function task(reviews, [first, second], { answered, few, fooled }) {
  if (few) return "How few words must go until a score is below 0? Press them.";
  if (fooled) return "Write another bad review that it takes for praise.";
  if (answered || first === second)
    return "Now write your own bad review that it takes for praise, with a score above 0.";
  const [one, other] = reviews.map(called);
  const [high, low] = first > second ? [one, other] : [other, one];
  return `Now make ${high} score below ${low}, by order alone: drag words.`;
}

/**
 * What the reader has done last: moved a word, taken one out, put one back, written a
 * review, or cleared their own.
 * @typedef {{ k: number, kind: "moved" | "out" | "back" | "written" | "cleared", word: string }} Deed
 */

/**
 * What both scores are, and why.
 * @param {object} state
 * @param {Counted[][]} state.reviews
 * @param {number[]} state.scores
 * @param {boolean} state.same whether both bags hold the same words
 * @param {string} [state.guess]
 * @param {Counted} [state.not] the word, where both have it
 * @param {Deed} [state.deed]
 * @param {boolean} [state.turned] whether the other one scores higher than at first
 * @param {number} [state.fewest] words that must go until the score is below 0, if asked for
 */
export function outcome(state) {
  const { reviews, scores, same, guess = "", not, deed, turned, fewest } = state;
  const [first, second] = scores;
  const adds = not ? `“not” adds ${exact(not.weight)}` : "";
  if (deed?.kind === "moved") {
    const why = adds ? `${adds} wherever it stands` : "a sum has no order";
    return `Another order, the same score, ${exact(scores[deed.k])}: the ring stays, as ${why}.`;
  }
  if (deed?.kind === "written") {
    const said = `Your review scores ${verdict(scores[deed.k])}.`;
    return scores[deed.k] > 0
      ? `${said} If it is a bad one, the bag is fooled.`
      : `${said} So the bag takes it for a bad one.`;
  }
  if (deed?.kind === "cleared")
    return `As it was before, ${ORDINALS[deed.k]} scores ${verdict(scores[deed.k])}.`;
  if (deed) {
    const gone = reviews[deed.k].filter(({ out }) => out).map(quoted);
    const how = gone.length ? `Without ${listed(gone)}` : `With “${deed.word}” again`;
    const score = scores[deed.k];
    const now = `${how}, ${ORDINALS[deed.k]} scores`;
    if (fewest) return `${now} ${exact(score)}: ${enough(score, gone.length, fewest)}`;
    const round = turned ? " That turns them round, but it is no other order." : "";
    return `${now} ${verdict(score)}.${round}`;
  }
  const answer = first === second ? "same" : first > second ? "first" : "second";
  const judged = guess in GUESSES ? (guess === answer ? "Right. " : DENIED[guess]) : "";
  if (same)
    return `${judged}Both have the same words, so both score ${verdict(first)}. Their order does not count.`;
  const [one, other] = reviews.map(called);
  const text = `${one} scores ${exact(first)}, ${other} ${exact(second)}`;
  const reason = adds ? `: ${adds} to both` : "";
  return `${judged}${text[0].toUpperCase()}${text.slice(1)}${reason}.`;
}

/** What is said of a wrong guess. @type {Record<string, string>} */
const DENIED = {
  first: "Not the first. ",
  second: "Not the second. ",
  same: "They are not equal. ",
};

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six"];

/** @param {number} count */
const named = (count) => NUMBERS[count] ?? String(count);

/** @param {string[]} words */
const listed = (words) => words.join(", ").replace(/, (?=[^,]*$)/, " and ");

/**
 * Whether enough words are gone, and whether fewer would do.
 * @param {number} score
 * @param {number} gone
 * @param {number} fewest
 */
function enough(score, gone, fewest) {
  if (score >= 0) return "still above 0.";
  if (gone > fewest) return `below 0, but ${named(fewest)} would do.`;
  if (fewest === 1) return "below 0. This one word tips it.";
  return `${named(gone)} words, and no ${named(gone - 1)} would do.`;
}

/**
 * Words that count for nothing, and why.
 * @param {Counted[]} counted
 * @param {number} known how many words the neuron has an input for
 */
export function uncounted(counted, known) {
  const words = there(counted);
  const unknown = [...new Set(words.filter((each) => !each.known).map(quoted))];
  const again = [
    ...new Set(words.filter((each) => each.again && each.known).map(quoted)),
  ];
  const parts = [];
  if (unknown.length) {
    const number = known.toLocaleString("en-US");
    parts.push(`Not among its ${number} words: ${unknown.join(", ")}.`);
  }
  if (again.length) parts.push(`A second time counts nothing: ${again.join(", ")}.`);
  return parts.join(" ");
}

/**
 * Words for which there is no room.
 * @param {string[]} words
 * @param {number} most
 */
export const cut = (words, most) =>
  words.length ? `Left out, after ${most} words: “${words.join(" ")}”.` : "";

/** @param {Counted} counted */
const quoted = ({ word }) => `“${word}”`;
