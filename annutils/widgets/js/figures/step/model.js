// Steps of gradient descent on a parabola; it knows no page, so that Node can test it.

import { rounded } from "../../engine/number_text.js";

/** The rates that can be chosen. */
export const RATES = [0.01, 2.4];
const MAGNET = 0.06; // how close to its place a tip is taken to mean 1/L or 2/L
const SAME = 0.005;

/**
 * @param {number} curvature
 * @param {number} theta
 */
export const lossAt = (curvature, theta) => (curvature * theta * theta) / 2;

/**
 * The places that descent visits, the start included.
 * @param {{ theta: number, rate: number, curvature: number }} values
 * @param {number} count of steps
 */
export function descend({ theta, rate, curvature }, count) {
  const places = [theta];
  for (let k = 0; k < count; k++) places.push(places[k] - rate * curvature * places[k]);
  return places;
}

/**
 * The rate of a step that ends at a tip.
 * @param {number} tip
 * @param {{ theta: number, curvature: number }} values
 */
export function rateOf(tip, { theta, curvature }) {
  const times = (theta - tip) / theta;
  const mark = [1, 2].find((each) => Math.abs((times - each) * theta) < MAGNET);
  const rate = mark ? rounded(mark / curvature, 4) : rounded(times / curvature, 2);
  return Math.min(RATES[1], Math.max(RATES[0], rate));
}

/**
 * Which mark a rate is at: 1 for 1/L, 2 for 2/L, 0 for none.
 * @param {{ rate: number, curvature: number }} values
 */
export const markOf = ({ rate, curvature }) =>
  [1, 2].find((each) => Math.abs(rate * curvature - each) < SAME) ?? 0;

/**
 * A curvature twice as large, or half where that is too large.
 * @param {number} curvature
 */
export const partnerOf = (curvature) => (curvature > 2 ? curvature / 2 : 2 * curvature);
