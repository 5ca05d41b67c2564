// Trainings that were made once, and what the best of some promises and keeps.
//
// On a set of images, a network's gap is its score minus the mean of its scores on the other
// sets. The mean gap of all networks is the ease of the set; what is left of a best score's
// gap is the luck of choosing it.

import { Random } from "../../engine/random.js";

/**
 * @typedef {object} Trial
 * @property {number} rate
 * @property {number} units
 * @property {number[]} at where it lies in the map: columns to the right, rows up
 * @property {number[]} scores how many of 100 images it has right, by the set of images
 * @property {number[]} gaps points by which each score is higher than the mean of the others
 */

/**
 * @typedef {object} Runs
 * @property {number[]} rates of the map's columns
 * @property {number[]} units of its rows
 * @property {number[][]} scores of each place, row by row
 */

/**
 * What many searches find, each on all sets of images; by the number of tries, from one to
 * nine, and for the whole map.
 * @typedef {object} Many
 * @property {number[]} means of the luck of choosing
 * @property {number[][]} middle the quarter and three quarters of this luck
 * @property {number[]} nine luck after nine tries
 * @property {number[]} sample of these, one a search
 */

export const TRIES = 9;
export const SEARCHES = 1000;
const SAMPLE = 120; // of the searches

export class Trials {
  /** @param {Runs} runs */
  constructor({ rates, units, scores }) {
    this.columns = rates.length;
    this.rows = units.length;
    this.rates = rates;
    this.units = units;
    /** @type {Trial[]} */
    this.cells = scores.map((own, k) => {
      const [row, column] = [Math.floor(k / this.columns), k % this.columns];
      return {
        rate: rates[column],
        units: units[row],
        at: [column + 0.5, row + 0.5],
        scores: own,
        gaps: fromOthers(own),
      };
    });
    this.sets = scores[0].length;
    /** How much easier each set is than the others, in points for all networks. */
    this.ease = scores[0].map((_, set) =>
      mean(this.cells.map(({ gaps }) => gaps[set])),
    );
  }

  /**
   * The luck of choosing the best, after the first and each further try.
   * @param {Trial[]} trials
   * @param {number} set
   */
  lucks(trials, set) {
    return gaps(trials, set).map((gap) => gap - this.ease[set]);
  }

  /**
   * The numbers, from 1 on, of all places in an order by chance.
   * @param {Random} random
   */
  shuffled(random) {
    return random.shuffle(this.cells.map((_, k) => k + 1));
  }

  /** @returns {Many} */
  many() {
    const random = new Random(0);
    const shown = [...Array(TRIES).keys(), this.cells.length - 1];
    const all = shown.map(() => /** @type {number[]} */ ([]));
    const sample = [];
    for (let n = 0; n < SEARCHES; n++) {
      const order = this.shuffled(random).map((place) => this.cells[place - 1]);
      for (let set = 0; set < this.sets; set++) {
        const found = this.lucks(order, set);
        shown.forEach((tries, k) => {
          all[k].push(found[tries]);
        });
        if (n < SAMPLE && set === n % this.sets) sample.push(found[TRIES - 1]);
      }
    }
    return {
      means: all.map(mean),
      middle: all.map(quarters),
      nine: all[TRIES - 1],
      sample,
    };
  }
}

/** @param {number[]} values */
export const mean = (values) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The share of values below one.
 * @param {number[]} values
 * @param {number} value
 */
export const below = (values, value) =>
  values.filter((each) => each < value).length / values.length;

/** @param {number[]} values */
function quarters(values) {
  const sorted = Float64Array.from(values).sort();
  return [0.25, 0.75].map((share) => sorted[Math.floor(share * sorted.length)]);
}

/**
 * The trial with the best score on one set of images; the first of several.
 * @param {Trial[]} trials one or more
 * @param {number} set
 */
export const winner = (trials, set) =>
  trials.reduce((best, each) => (each.scores[set] > best.scores[set] ? each : best));

/**
 * Each score minus the mean of the others.
 * @param {number[]} scores
 */
function fromOthers(scores) {
  const middle = mean(scores);
  return scores.map(
    (score) => ((score - middle) * scores.length) / (scores.length - 1),
  );
}

/**
 * The best's gap after the first, the second and each further try.
 * @param {Trial[]} trials
 * @param {number} set
 */
export const gaps = (trials, set) => bests(trials, set).map((best) => best.gaps[set]);

/**
 * The best after the first, the second and each further try.
 * @param {Trial[]} trials
 * @param {number} set
 */
export function bests(trials, set) {
  let best = trials[0];
  return trials.map((each) => {
    if (each.scores[set] > best.scores[set]) best = each;
    return best;
  });
}
