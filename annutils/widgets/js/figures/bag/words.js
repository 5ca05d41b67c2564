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
 * @param {boolean} answered whether the reader knows what order does
 * @param {boolean} fooled whether a review in sight is taken for praise
 */
export function task(reviews, [first, second], answered, fooled) {
  if (fooled)
    return first === second
      ? "How few words must go until a score is below 0? Press them."
      : "Which word tips it? Press words to take them out.";
  if (answered || first === second)
    return "Now write your own bad review that it takes for praise, with a score above 0.";
  const [one, other] = reviews.map(called);
  const [high, low] = first > second ? [one, other] : [other, one];
  return `Now make ${high} score below ${low}, by order alone: drag words.`;
}

/**
 * What the reader has done last: moved a word, taken one out, put one back, or written.
 * @typedef {{ k: number, kind: "moved" | "out" | "back" | "written", word: string }} Deed
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
 */
export function outcome({ reviews, scores, same, guess = "", not, deed, turned }) {
  const [first, second] = scores;
  const adds = not ? `“not” adds ${exact(not.weight)}` : "";
  if (deed?.kind === "moved") {
    const why = adds ? `${adds} wherever it stands` : "a sum has no order";
    return `Another order, the same score, ${exact(scores[deed.k])}: the ring stays. No order moves it, as ${why}.`;
  }
  if (deed?.kind === "written") {
    const said = `Your review scores ${verdict(scores[deed.k])}.`;
    return scores[deed.k] > 0
      ? `${said} If it is a bad one, the bag is fooled.`
      : `${said} So the bag takes it for a bad one.`;
  }
  if (deed) {
    const word = `“${deed.word}”`;
    const how = deed.kind === "out" ? `Without ${word}` : `With ${word} again`;
    const now = `${how}, ${ORDINALS[deed.k]} scores ${verdict(scores[deed.k])}.`;
    return turned ? `${now} That turns them round, but it is no other order.` : now;
  }
  const answer = first === second ? "same" : first > second ? "first" : "second";
  const judged = guess in GUESSES ? (guess === answer ? "Right. " : "Not so. ") : "";
  if (same)
    return `${judged}Both have the same words, so both score ${verdict(first)}. Their order does not count.`;
  const [one, other] = reviews.map(called);
  const text = `${one} scores ${exact(first)}, ${other} ${exact(second)}.`;
  const reason = adds ? ` In both, ${adds}, whatever stands beside it.` : "";
  return `${judged}${text[0].toUpperCase()}${text.slice(1)}${reason}`;
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
