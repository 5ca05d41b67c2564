// How large a signal is after each layer, where all weights are random numbers of mean 0 and
// one spread: on average over all networks, and in some that are drawn.

import { rounded } from "../../engine/number_text.js";
import { Random } from "../../engine/random.js";

export const LAYERS = 30;

/** How many units a layer may have. */
export const UNITS = { 25: "25 units", 100: "100 units", 400: "400 units" };

/** What follows each layer. */
export const ACTIVATIONS = { none: "Linear", relu: "ReLU" };

/**
 * Networks with as many units in each layer, and one activation function.
 * @typedef {{ units: number, activation: string }} Kind
 */

/** What an activation function keeps of the mean square. @param {string} activation */
const kept = (activation) => (activation === "relu" ? 0.5 : 1);

/**
 * By what a layer multiplies the size of a signal, in units of the weights' spread.
 * @param {Kind} kind
 */
const gain = ({ units, activation }) => Math.sqrt(units * kept(activation));

/**
 * The standard deviation of weights that multiply the size of a signal by a factor.
 * @param {number} factor
 * @param {Kind} kind
 */
export const spreadOf = (factor, kind) => factor / gain(kind);

/** The least and the largest standard deviation of weights. */
export const SPREADS = [0.03, 0.3];

/** Factors that weights of any width can have. @type {[number, number]} */
export const RANGE = [0.15, 6];

/**
 * The least and the largest factor of a kind of networks.
 * @param {Kind} kind
 */
export function limits(kind) {
  const [least, most] = SPREADS.map((spread) => spread * gain(kind));
  return [Math.max(RANGE[0], least), Math.min(RANGE[1], most)];
}

/**
 * A factor, as far as it can be had.
 * @param {number} factor
 * @param {Kind} kind
 */
export function within(factor, kind) {
  const [least, most] = limits(kind);
  return Math.min(most, Math.max(least, factor));
}

/**
 * By what a layer multiplies in other networks that have the same weights.
 * @param {number} factor
 * @param {Kind} kind before
 * @param {Kind} next
 */
export const moved = (factor, kind, next) =>
  within(rounded((factor * gain(next)) / gain(kind), 6), next);

/**
 * Root mean squares on average over all networks, as a share of what came in.
 * @param {number} spread
 * @param {Kind} kind
 */
export function sizes(spread, kind) {
  const signal = [1];
  for (let l = 0; l < LAYERS; l++) signal.push(signal[l] * spread * gain(kind));
  return signal;
}

export const NETWORKS = 10;

/**
 * The decades by which the signals of random networks lie above the average, layer by layer.
 *
 * Weights are normal numbers, so that all sums of a layer, too, are independent and normal,
 * and as widely spread as its input is large, whatever its direction. Drawing the sums
 * instead of the weights gives the same distribution with far fewer numbers.
 * @param {Kind} kind
 * @param {number} seed
 * @param {number} [count] of networks
 */
export function networks({ units, activation }, seed, count = NETWORKS) {
  const random = new Random(seed);
  const bend =
    activation === "relu" ? (/** @type {number} */ z) => Math.max(0, z) : Number;
  return Array.from({ length: count }, () => {
    const decades = [0];
    for (let l = 0; l < LAYERS; l++) {
      let square = 0;
      for (let k = 0; k < units; k++) square += bend(random.normal()) ** 2;
      const share = square / (units * kept(activation));
      decades.push(decades[l] + Math.log10(share) / 2);
    }
    return decades;
  });
}

/**
 * Weights into one unit, as spread as normal numbers are: quantiles at equal distances.
 * @param {number} spread
 * @param {number} units
 */
export const weights = (spread, units) =>
  Array.from({ length: units }, (_, k) => spread * quantile((k + 0.5) / units));

/**
 * The quantile of the standard normal distribution to three digits (Abramowitz and Stegun
 * 26.2.23), which is enough to draw dots.
 * @param {number} share from 0 to 1
 */
function quantile(share) {
  const t = Math.sqrt(-2 * Math.log(Math.min(share, 1 - share)));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return Math.sign(share - 0.5) * (t - above / below);
}
