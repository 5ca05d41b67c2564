// What the figure of the signal says.

import { minus, rounded, superscript, written } from "../../engine/number_text.js";
import { LAYERS, sizes, spreadOf } from "./model.js";

export const HELP = {
  lever:
    "Drag it up and down, or use the arrow keys: all weights of all layers become " +
    "larger or smaller. The dots are the weights into one unit. Sizes are root mean " +
    "squares, on average over all networks with such weights.",
  units:
    "How many units each layer has, and so how many weights lead into each unit. The " +
    "standard deviation of the weights stays as it is.",
};

const SMALL = 0.0995; // below this, a share is written as a fraction

/**
 * A share in words that stay short: 0.74, 1/24, 17-fold, 1.1 billion-fold.
 * @param {number} share
 */
export function amount(share) {
  if (share >= 1) return `${digits(share)}-fold`;
  return share >= SMALL ? written(share) : `1/${digits(1 / share)}`;
}

/**
 * Two digits, with commas, in millions or billions, or by the power of 10.
 * @param {number} value
 */
function digits(value) {
  const two = Number(value.toPrecision(2));
  if (two < 1e6) return two.toLocaleString("en", { maximumFractionDigits: 1 });
  if (two < 1e9) return `${rounded(two / 1e6, 1)} million`;
  if (two < 1e12) return `${rounded(two / 1e9, 1)} billion`;
  return `10${superscript(Math.round(Math.log10(value)))}`;
}

/**
 * The standard deviation of the weights: 0.085.
 * @param {number} factor
 * @param {number} units
 */
export const weight = (factor, units) => minus(rounded(spreadOf(factor, units), 4));

/** By what a layer multiplies. @param {number} factor */
export const times = (factor) => minus(rounded(factor, 3));

/**
 * What one layer does, and what thirty do.
 * @param {number} factor
 * @param {number} units
 */
export function verdict(factor, units) {
  const layer = `A layer of ${units} units multiplies by ${weight(factor, units)} · √${units} = ${times(factor)}`;
  if (factor === 1)
    return (
      `${layer}: nothing is lost.\nOn average, signal and gradient arrive as they left. ` +
      `With a ReLU in each unit, which halves the mean square, ${amount(2 ** (-LAYERS / 2))} would be left.`
    );
  const { signal } = sizes(spreadOf(factor, units), units);
  const end = amount(signal[LAYERS]);
  const becomes =
    factor < 1
      ? `${end} of the signal is left at the end, and as much of the gradient at the beginning`
      : `the signal has grown ${end} at the end, and so has the gradient at the beginning`;
  return `${layer}, ${LAYERS} layers by ${times(factor)}${superscript(LAYERS)}:\n${becomes}.`;
}

/**
 * Said when the lines of the scale mean something else than before.
 * @param {number} decades from one to the next
 */
export const rescaled = (decades) =>
  `Another scale: from line to line, a factor of ${decades > 3 ? `10${superscript(decades)}` : (10 ** decades).toLocaleString("en")}.`;

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
