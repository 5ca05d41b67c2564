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
export const verdict = (z) => `${exact(z)}, probability ${percent(sigmoid(z))}`;

/**
 * What both scores are, and why.
 * @param {number[]} scores
 * @param {boolean} same whether both bags hold the same words
 * @param {string} guess
 * @param {Counted | undefined} not the word, where both have it
 */
export function outcome([first, second], same, guess, not) {
  const answer = first === second ? "same" : first > second ? "first" : "second";
  const judged = guess in GUESSES ? (guess === answer ? "Right. " : "Not so. ") : "";
  const adds = not ? `“not” adds ${exact(not.weight)}` : "";
  if (same) {
    const reason = not ? `: ${adds} wherever it stands` : "";
    return (
      `${judged}Both have the same words, so both have the score ${verdict(first)}. ` +
      `Their order does not count${reason}.`
    );
  }
  const reason = not ? ` In both, ${adds}, whatever stands beside it.` : "";
  return `${judged}The first scores ${verdict(first)}; the second ${verdict(second)}.${reason}`;
}

/**
 * Words that count for nothing, and why.
 * @param {Counted[]} counted
 * @param {number} known how many words the neuron has an input for
 */
export function uncounted(counted, known) {
  const there = counted.filter(({ out }) => !out);
  const unknown = [...new Set(there.filter((each) => !each.known).map(quoted))];
  const again = [
    ...new Set(there.filter((each) => each.again && each.known).map(quoted)),
  ];
  const parts = [];
  if (unknown.length) {
    const number = known.toLocaleString("en-US");
    parts.push(`Not among its ${number} words: ${unknown.join(", ")}.`);
  }
  if (again.length) parts.push(`A second time counts nothing: ${again.join(", ")}.`);
  return parts.join(" ");
}

/** @param {Counted} counted */
const quoted = ({ word }) => `“${word}”`;
