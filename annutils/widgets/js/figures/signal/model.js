// How large a signal is after each layer, and a gradient on its way back, where all weights
// are random numbers of mean 0 and one spread, and nothing bends between the layers.

import { rounded } from "../../engine/number_text.js";

export const LAYERS = 30;

/** How many units a layer may have. */
export const UNITS = { 25: "25 units", 100: "100 units", 400: "400 units" };

/**
 * The standard deviation of weights that multiply the size of a signal by a factor.
 * @param {number} factor
 * @param {number} units
 */
export const spreadOf = (factor, units) => factor / Math.sqrt(units);

/** The least and the largest standard deviation of weights. */
export const SPREADS = [0.03, 0.3];

/**
 * A factor of a size, as far as weights of such a standard deviation make one.
 * @param {number} factor
 * @param {number} units
 */
export function within(factor, units) {
  const [least, most] = SPREADS.map((spread) => spread * Math.sqrt(units));
  return Math.min(most, Math.max(least, factor));
}

/**
 * By what a layer multiplies when it has another number of units and the same weights.
 * @param {number} factor
 * @param {number} units before
 * @param {number} next
 */
export const widened = (factor, units, next) =>
  rounded(factor * Math.sqrt(next / units), 6);

/**
 * Root mean squares on average over all networks, as a share of what came in: of the
 * signal from the input on, of the gradient from the input on, where it ends.
 * @param {number} spread
 * @param {number} units
 */
export function sizes(spread, units) {
  const signal = [1];
  for (let l = 0; l < LAYERS; l++) signal.push(signal[l] * spread * Math.sqrt(units));
  return { signal, gradient: [...signal].reverse() };
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
