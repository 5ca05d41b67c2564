// What the figure of the signal says.

import { minus, rounded, written } from "../../engine/number_text.js";
import { LAYERS, sizes, spreadOf } from "./model.js";

export const HELP = {
  lever:
    "Drag it up and down, or use the arrow keys: all weights of all layers become " +
    "larger or smaller. The dots are the weights into one unit. Sizes are root mean " +
    "squares, on average over all networks with such weights.",
  units:
    "How many units each layer has, and so how many weights lead into each unit. The " +
    "factor of a layer stays; the weights follow.",
};

/**
 * A share in words that stay short: 4.2%, 1/24,000, 17-fold.
 * @param {number} share
 */
export function amount(share) {
  if (share >= 1.995) return `${digits(share)}-fold`;
  if (share >= 0.0995) return `${Math.round(100 * share)}%`;
  if (share >= 0.00995) return `${(100 * share).toPrecision(2)}%`;
  return `1/${digits(1 / share)}`;
}

/**
 * Two digits, with commas.
 * @param {number} value
 */
const digits = (value) =>
  Number(value.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 1 });

/**
 * The size of a weight: 0.085.
 * @param {number} factor
 * @param {number} units
 */
export const weight = (factor, units) =>
  minus(rounded(spreadOf(factor, units), units > 100 ? 4 : 3));

/**
 * What one layer does, and what thirty do.
 * @param {number} factor
 * @param {number} units
 */
export function verdict(factor, units) {
  const layer =
    `The weights have standard deviation ${weight(factor, units)}: a layer of ${units} units ` +
    `multiplies by ${weight(factor, units)} · √${units} = ${written(factor)}.`;
  const { signal } = sizes(spreadOf(factor, units), units);
  const end = amount(signal[LAYERS]);
  if (factor === 1)
    return `${layer}\nNothing is lost: these weights are 1/√${units}, and signal and gradient arrive as they left.`;
  const becomes =
    factor < 1
      ? `${end} of the signal is left, and as much of the gradient on its way back`
      : `the signal has grown ${end}, and so has the gradient on its way back`;
  return `${layer}\nAfter ${LAYERS} layers ${becomes}.`;
}

/**
 * The spreads that the reader has found to keep a signal alive.
 * @param {number[]} found numbers of units
 */
export const findings = (found) =>
  found.length
    ? `You found: ${found
        .map((units) => `${weight(1, units)} for ${units} units`)
        .join(", ")}.`
    : "";
