// What the figure of other training sets says.

import { written } from "../../engine/number_text.js";
import { COUNT } from "./model.js";

/** @import { Ten } from "./model.js" */

export const UNITS = { 1: "1 unit", 5: "5 units", 20: "20 units" };
export const SAMPLES = { 25: "25 points", 200: "200 points", 800: "800 points" };
const CLEARLY = 3; // times the other one
const LITTLE = 0.005; // of both parts together

export const HELP = {
  another:
    "Draws other points from the same source, and shows what a new network learns from them.",
  all: "Draws the rest of the ten training sets.",
  again:
    "Goes back to the first training set of these networks. The bars that you found stay.",
  cells:
    "Chooses networks: how many hidden units they have, and how many points each learned from; at most 200 of these are drawn. The bars come with the tenth training set. They measure from the true probability of orange to the one that a network says.",
  ring: "Drag it, or use the arrow keys (Shift: faster): what each network says at this place stands beside the picture. Even without bias, the mean of ten is off by about a third of their spread.",
};

/** @param {Ten} ten */
const unitsOf = ({ units }) => UNITS[/** @type {1} */ (units)];

/** @param {Ten} ten */
export const nameOf = (ten) =>
  `${unitsOf(ten)}, ${SAMPLES[/** @type {25} */ (ten.samples)]}`;

/**
 * While training sets are being drawn.
 * @param {Ten} ten
 * @param {number} drawn
 * @param {number} said what the last network says at the ring
 */
export const soFar = (ten, drawn, said) =>
  `Training set ${drawn} of ${COUNT}: ${ten.samples} points, learned by ${unitsOf(ten)}. ` +
  `At the ring this network says ${written(said)}.`;

/**
 * What ten networks show; and which others are as wrong as they are, for another reason.
 * @param {Ten} ten
 * @param {Ten[]} known those that were seen
 */
export function verdict(ten, known) {
  const sum = sumOf(ten);
  const rival = known.find(
    (other) =>
      other.samples === ten.samples &&
      sumOf(other) === sum &&
      reason(other) !== reason(ten),
  );
  const parts = `bias² ${size(ten.bias2)}, variance ${size(ten.variance)}`;
  const as = rival
    ? ` With ${unitsOf(rival)}, the sum is ${sum}, too, but ${reason(rival)}.`
    : "";
  return `${nameOf(ten)}: ${parts}; ${reason(ten)}.${as}`;
}

/**
 * What ten networks say at the ring.
 * @param {number} truth
 * @param {number} middle their mean
 * @param {number} spread
 */
export const atRing = (truth, middle, spread) =>
  `At the ring, orange has the probability ${written(truth)}. The ten say ` +
  `${written(middle)} on average; their spread is ${written(spread)}.`;

/** @param {Ten} ten */
export const sumOf = ({ bias2, variance }) => written(bias2 + variance, 3);

/** @param {number} part of the error */
const size = (part) => (part < 0.001 ? "below 0.001" : written(part, 3));

/** @param {Ten} ten */
function reason({ bias2, variance }) {
  if (bias2 + variance < LITTLE) return "none is far off";
  if (bias2 > CLEARLY * variance) return "all are wrong alike";
  if (variance > CLEARLY * bias2) return "each is wrong in its own way";
  return "they are wrong in both ways";
}
