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
  units: "The units of the hidden layer of all ten networks.",
  samples: "How many points each network learned from; at most 200 of them are drawn.",
  ring: "Drag it, or use the arrow keys (Shift: faster): what each network says at this place stands beside the picture. The bar around the mean has two of its standard errors on each side; as long as it meets the dashed line, the ten show no bias at this place. By chance it misses it in about one place in thirteen without any.",
};

/**
 * While training sets are being drawn.
 * @param {Ten} ten
 * @param {number} drawn
 * @param {number} said what the last network says at the ring
 */
export const soFar = ({ units, samples }, drawn, said) =>
  `Training set ${drawn} of ${COUNT}: ${samples} points, learned by ${UNITS[/** @type {1} */ (units)]}. ` +
  `At the ring this network says ${written(said)}.`;

/**
 * What ten networks show.
 * @param {Ten} ten
 */
export function verdict({ units, samples, bias2, variance }) {
  return (
    `Ten training sets of ${samples} points, ${UNITS[/** @type {1} */ (units)]}: averaged over new points, ` +
    `bias² is ${size(bias2)} and the variance ${size(variance)}. ${reason(bias2, variance)}`
  );
}

/** @param {number} part of the error */
const size = (part) => (part < 0.001 ? "below 0.001" : written(part, 3));

/**
 * @param {number} bias2
 * @param {number} variance
 */
function reason(bias2, variance) {
  if (bias2 + variance < LITTLE) return "None is far off.";
  if (bias2 > CLEARLY * variance) return "All are wrong alike.";
  if (variance > CLEARLY * bias2) return "Each is wrong in its own way.";
  return "They are wrong in both ways.";
}
