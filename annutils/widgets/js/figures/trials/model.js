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
 * By how many points the winner's score is higher than its truth, on average over all
 * sets of images.
 * @param {Trial[]} trials
 */
export function excess(trials) {
  const sets = trials[0].scores.length;
  const points = Array.from({ length: sets }, (_, set) => {
    const best = winner(trials, set);
    return best.scores[set] - 100 * best.truth;
  });
  return points.reduce((a, b) => a + b) / sets;
}

/**
 * The standard error of a score, in points of 100.
 * @param {number} score how many of 100 images are right
 */
export const standardError = (score) => Math.sqrt((score * (100 - score)) / 100);

/**
 * How many different values there are.
 * @param {number[]} values
 */
export const different = (values) => new Set(values).size;
