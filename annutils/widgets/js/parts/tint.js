// The color of ink that says how much it speaks for something.

import { ENDS } from "./palette.js";

const NEUTRAL = 205;

/**
 * Red, green and blue of ink that says a number from -1 (blue) to 1 (orange), by way of
 * gray.
 * @param {number} t
 */
export function tint(t) {
  const end = ENDS[t < 0 ? 0 : 1];
  const far = Math.min(1, Math.abs(t));
  return end.map((channel) => NEUTRAL + far * (channel - NEUTRAL));
}
