// A neuron that reads a bag of words: its inputs say which words occur, and no more.

/**
 * @typedef {{ word: string, out: boolean }} Tile a word of a review, or one taken out
 * @typedef {{ word: string, weight: number, known: boolean, again: boolean, out: boolean }}
 *   Counted what a tile adds to the sum
 */

export class Bag {
  /**
   * @param {{ words: string, weights: number[], bias: number }} carried
   */
  constructor({ words, weights, bias }) {
    this.bias = bias;
    this.weights = new Map(words.split(" ").map((word, k) => [word, weights[k]]));
  }

  /**
   * What each tile adds: nothing if it is out, unknown, or there before.
   * @param {Tile[]} tiles
   * @returns {Counted[]}
   */
  count(tiles) {
    const before = new Set();
    return tiles.map(({ word, out }) => {
      const known = this.weights.has(word);
      const again = before.has(word);
      if (!out) before.add(word);
      const weight = known && !again ? (this.weights.get(word) ?? 0) : 0;
      return { word, weight, known, again, out };
    });
  }

  /**
   * Where the sum is at first and after each word that has a part in it.
   * @param {Counted[]} counted
   */
  walk(counted) {
    const sums = [this.bias];
    for (const { weight } of adding(counted)) {
      sums.push(sums[sums.length - 1] + weight);
    }
    return sums;
  }

  /**
   * The sum that the order of the words cannot change, rounding included.
   * @param {Counted[]} counted
   */
  score(counted) {
    const parts = counted.map(({ weight, out }) => (out ? 0 : weight));
    return parts.sort((one, other) => one - other).reduce((a, b) => a + b, this.bias);
  }

  /**
   * How few words must go until the score is below 0; a repeated one goes with all its
   * copies.
   * @param {Counted[]} counted none of them out
   * @returns {number} Infinity if the bias alone is above 0
   */
  fewest(counted) {
    const gains = adding(counted).filter(({ weight }) => weight > 0);
    const copies = gains.map(
      ({ word }) => counted.filter((each) => each.word === word).length,
    );
    /** @type {(k: number, score: number) => number} */
    const least = (k, score) => {
      if (score < 0) return 0;
      if (k === gains.length) return Number.POSITIVE_INFINITY;
      const without = copies[k] + least(k + 1, score - gains[k].weight);
      return Math.min(least(k + 1, score), without);
    };
    return least(0, this.score(counted));
  }
}

/**
 * Those words that have a part in the sum.
 * @param {Counted[]} counted
 */
export const adding = (counted) =>
  counted.filter(({ out, known, again }) => !out && known && !again);

/**
 * The words of a text, in small letters.
 * @param {string} text
 */
export const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

/** @param {number} z */
export const sigmoid = (z) => 1 / (1 + Math.exp(-z));
