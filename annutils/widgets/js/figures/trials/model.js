// Trainings that were made once, and what different searches find among them.

import { rounded } from "../../engine/number_text.js";
import { Random } from "../../engine/random.js";

/**
 * @typedef {object} Trial
 * @property {number} rate
 * @property {number} units
 * @property {number[]} at where it lies in the map: columns to the right, rows up
 * @property {number[]} scores how many of 100 images it has right, by the set of images
 * @property {number} truth its share of right answers on others
 */

/**
 * @typedef {object} Runs
 * @property {number[]} rates of the map's columns
 * @property {number[]} units of its rows
 * @property {number[][]} scores of each place, row by row
 * @property {number[]} truth
 */

export const TRIES = 9;
const SIDE = 3; // of the grid
export const SEARCHES = 1000; // at once

export class Trials {
  /** @param {Runs} runs */
  constructor({ rates, units, scores, truth }) {
    this.columns = rates.length;
    this.rows = units.length;
    this.rates = rates;
    this.units = units;
    const cells = this.columns * this.rows;
    /** @type {Trial[]} */
    this.cells = Array.from({ length: cells }, (_, k) => {
      const [row, column] = [Math.floor(k / this.columns), k % this.columns];
      return {
        rate: rates[column],
        units: units[row],
        at: [column + 0.5, row + 0.5],
        scores: scores[k],
        truth: truth[k],
      };
    });
    this.sets = scores[0].length;
  }

  /** A grid of three rates and three numbers of units, evenly within the map. */
  get grid() {
    const places = (/** @type {number} */ count) =>
      Array.from({ length: SIDE }, (_, i) => Math.floor(((i + 0.5) * count) / SIDE));
    return places(this.rows).flatMap((row) =>
      places(this.columns).map((column) => this.cells[row * this.columns + column]),
    );
  }

  /**
   * Nine different places at random.
   * @param {Random} random
   */
  drawn(random) {
    return random.shuffle([...this.cells]).slice(0, TRIES);
  }

  /**
   * By how many points the winner's score is too high after each try: the mean over many
   * random searches, each on the next set of images.
   * @param {number} thousands of searches
   */
  meanGaps(thousands) {
    const random = new Random(0);
    const sums = new Array(TRIES).fill(0);
    for (let n = 0; n < SEARCHES * thousands; n++) {
      const found = gaps(this.drawn(random), n % this.sets);
      found.forEach((gap, k) => {
        sums[k] += gap;
      });
    }
    return sums.map((sum) => sum / (SEARCHES * thousands));
  }
}

/**
 * The trial with the best score on one set of images; the first of several.
 * @param {Trial[]} trials one or more
 * @param {number} set
 */
export const winner = (trials, set) =>
  trials.reduce((best, each) => (each.scores[set] > best.scores[set] ? each : best));

/**
 * The winner after the first, the second and each further try.
 * @param {Trial[]} trials
 * @param {number} set
 */
export const winners = (trials, set) =>
  trials.map((_, k) => winner(trials.slice(0, k + 1), set));

/**
 * Points by which a trial's score on a set is higher than on new images; as they are
 * written, so that differences agree.
 * @param {Trial} trial
 * @param {number} set
 */
export const excess = ({ scores, truth }, set) => rounded(scores[set] - 100 * truth, 1);

/**
 * By how many points the winner's score is too high after each try.
 * @param {Trial[]} trials
 * @param {number} set
 */
const gaps = (trials, set) => winners(trials, set).map((best) => excess(best, set));

/**
 * How many different values there are.
 * @param {number[]} values
 */
export const different = (values) => new Set(values).size;
