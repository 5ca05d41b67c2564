// Trainings that were made once, and what different searches find among them.

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
 * @property {number[][]} scores of each place, row by row, then of the random ones
 * @property {number[]} truth
 * @property {number[][]} random rate and number of units of the trials outside the map
 */

import { rounded } from "../../engine/number_text.js";

export const TRIES = 9;
const SIDE = 3; // of the grid
/** The space that is searched, as in the chapter. */
export const SPACE = { rates: [0.001, 3], units: [8, 64] };

/**
 * How far a value lies within an interval, by its logarithm.
 * @param {number} value
 * @param {number[]} interval
 */
export const logShare = (value, [low, high]) =>
  Math.log(value / low) / Math.log(high / low);

export class Trials {
  /** @param {Runs} runs */
  constructor({ rates, units, scores, truth, random }) {
    this.columns = rates.length;
    this.rows = units.length;
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
    /** @type {Trial[]} */
    this.random = random.map(([rate, count], k) => ({
      rate,
      units: count,
      at: [
        this.columns * logShare(rate, SPACE.rates),
        this.rows * logShare(count, SPACE.units),
      ],
      scores: scores[cells + k],
      truth: truth[cells + k],
    }));
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
}

/**
 * The trial with the best score on one set of images; the first of several.
 * @param {Trial[]} trials one or more
 * @param {number} set
 */
export const winner = (trials, set) =>
  trials.reduce((best, each) => (each.scores[set] > best.scores[set] ? each : best));

/**
 * Points by which a trial's score on a set is higher than its truth; as they are written,
 * so that sums agree.
 * @param {Trial} trial
 * @param {number} set
 */
export const excess = ({ scores, truth }, set) => rounded(scores[set] - 100 * truth, 1);

const GOOD = 0.8; // of new images

/** Whether a network is one of those that a search is about. @param {Trial} trial */
export const isGood = ({ truth }) => truth >= GOOD;

/**
 * By how many points a set of images is easier than others: the mean over good networks,
 * among which nobody has chosen.
 * @param {Trial[]} cells
 * @param {number} set
 */
export const ease = (cells, set) =>
  rounded(mean(cells.filter(isGood).map((cell) => excess(cell, set))), 1);

/**
 * The winner's own luck after the first, the second and each further try: what its score
 * is too high beyond the ease of the set. Null as long as no good network has won.
 * @param {Trial[]} tried
 * @param {number} set
 * @param {number} easy the ease of the set
 */
export const lucks = (tried, set, easy) =>
  tried.map((_, k) => {
    const best = winner(tried.slice(0, k + 1), set);
    return isGood(best) ? excess(best, set) - easy : null;
  });

/**
 * The mean luck after each try over all sets, null where one of them has none.
 * @param {(number | null)[][]} lines by set, equally long
 */
export const meanLucks = (lines) =>
  lines[0].map((_, k) => {
    const column = lines.map((line) => line[k]).filter((luck) => luck !== null);
    return column.length < lines.length ? null : mean(column);
  });

/** @param {number[]} values */
const mean = (values) => values.reduce((a, b) => a + b) / values.length;

/**
 * How many different values there are.
 * @param {number[]} values
 */
export const different = (values) => new Set(values).size;
