// What the figure of the signal says.

import { minus, rounded, superscript, written } from "../../engine/number_text.js";
import { LAYERS, NETWORKS, spreadOf } from "./model.js";

/** @import { Kind } from "./model.js" */

export const HELP = {
  lever:
    "Drag it up and down, or use the arrow keys (Page up and Page down: faster; Home and " +
    "End: as far as it goes): all weights of all layers become larger or smaller. The " +
    "size of a layer is the root of the mean square of its activations. For the thick " +
    "line, the mean is over all networks with such weights, too: a few large signals " +
    "carry it, and most networks end below.",
  spread:
    "How far the random weights lie from 0. The dots are the weights into one unit; the " +
    "line follows.",
  units:
    "How many units each layer has, and so how many weights lead into each unit. The " +
    "standard deviation of the weights stays as it is.",
  activation: "Whether a ReLU follows each layer. The weights stay as they are.",
  draw: `Draw the weights of all ${NETWORKS} networks anew, as widely spread.`,
};

const SMALL = 0.0995; // below this, a share is written as a fraction

const TINY = 1e-6; // below this, a share is written as a power of 10

/**
 * A share in words that stay short: 0.74, 1/24, 10⁻⁹, 17-fold, 1.1 billion-fold.
 * @param {number} share
 */
export function amount(share) {
  if (share >= 1) return `${digits(share)}-fold`;
  if (share < TINY) return `10⁻${superscript(Math.round(-Math.log10(share)))}`;
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
 * @param {Kind} kind
 */
export const weight = (factor, kind) =>
  minus(Number(spreadOf(factor, kind).toPrecision(3)));

/** By what a layer multiplies. @param {number} factor */
export const times = (factor) => minus(rounded(factor, 3));

/**
 * What weights of the right spread are multiplied by, as a formula.
 * @param {Kind} kind
 */
const root = ({ units, activation }) =>
  activation === "relu" ? `√(${units}/2)` : `√${units}`;

/**
 * What one layer does, and what thirty do: on average, and in the networks drawn.
 * @param {number} factor
 * @param {Kind} kind
 * @param {number[]} ends of the signals in the networks drawn, as a share of what came in
 */
export function verdict(factor, kind, ends) {
  const sign = kind.activation === "relu" ? "≈" : "=";
  const layer = `A layer of ${kind.units} units multiplies by ${weight(factor, kind)} · ${root(kind)} ${sign} ${times(factor)}`;
  const [least, most] = [Math.min(...ends), Math.max(...ends)].map(amount);
  const drawn = `the ${NETWORKS} networks drawn end between ${least} and ${most}`;
  const below = ends.filter((end) => end < factor ** LAYERS).length;
  const all =
    below === NETWORKS
      ? ", all of them below the average, which rare large signals carry"
      : "";
  if (factor === 1) {
    return (
      `${layer}: on average, the signal arrives as it left.\n` +
      `But ${drawn}${all || `, ${below} of them below 1`}. On its way back, the gradient arrives as large as it left, on average.`
    );
  }
  const end = amount(factor ** LAYERS);
  const becomes =
    factor < 1 ? `${end} of the signal is left` : `the signal grows ${end}`;
  return (
    `${layer}, ${LAYERS} layers by ${times(factor)}${superscript(LAYERS)}:\n` +
    `on average ${becomes}; ${drawn}${all}. The gradient ${factor < 1 ? "shrinks" : "grows"} as much on its way back.`
  );
}

/**
 * Said when the lines of the scale mean something else than before.
 * @param {number} decades from one to the next
 */
export const rescaled = (decades) =>
  `Another scale: from line to line, a factor of ${decades > 3 ? `10${superscript(decades)}` : (10 ** decades).toLocaleString("en")}.`;

/**
 * The spread that keeps a signal alive, and what it is in general, once it is found.
 * @param {Kind} kind
 */
export const finding = (kind) =>
  kind.activation === "relu"
    ? `${weight(1, kind)} ≈ √(2/${kind.units})`
    : `${weight(1, kind)} = 1/√${kind.units}`;
