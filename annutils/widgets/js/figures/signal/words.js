// What the figure of the signal says.

import {
  counted,
  minus,
  rounded,
  superscript,
  written,
} from "../../engine/number_text.js";
import { LAYERS, NETWORKS, spreadOf } from "./model.js";

/** @import { Kind } from "./model.js" */

export const HELP = {
  lever:
    "Drag it up and down, or use the arrow keys (Page up and Page down: faster; Home and " +
    "End: as far as it goes): at first, your guess; then all weights of all layers become " +
    "larger or smaller. The size of a layer is the root of the mean square of its " +
    "activations. For the thick line, the mean is over all networks with such weights, " +
    "too: a few large signals carry it, and most networks end below.",
  show: "Show where the line ends; your guess stays beside it.",
  spread:
    "How far the random weights lie from 0: their standard deviation. The dots are the weights into one unit; the " +
    "line follows.",
  units:
    "How many units each layer has, and so how many weights lead into each unit. The " +
    "standard deviation of the weights stays as it is.",
  activation: "Whether a ReLU follows each layer. The weights stay as they are.",
  draw: `Draw the weights of all ${NETWORKS} networks anew, as widely spread.`,
};

const SMALL = 0.0995; // below this, a share is written as a fraction
const MOST = 1e12; // from here on, and below its inverse, by the power of 10 alone
const CLOSE = 2; // times too much is a good guess

/** By the power of 10: 10⁻¹⁶. @param {number} share */
function power(share) {
  const decades = Math.round(Math.log10(share));
  return `10${decades < 0 ? "⁻" : ""}${superscript(Math.abs(decades))}`;
}

/** As one part of so many: 1/24. @param {number} share */
const fraction = (share) => `1/${counted(1 / share)}`;

/** @param {number} share */
const isFar = (share) => share < 1 / MOST || share >= MOST;

/**
 * A share in words that stay short: 0.74, 1/24, 17, 1.1 billion, 10⁻¹⁶.
 * @param {number} share
 */
function size(share) {
  if (isFar(share)) return power(share);
  if (share >= 1) return counted(share);
  return share >= SMALL ? written(share) : fraction(share);
}

/** The same, for what stands alone: 17-fold. @param {number} share */
export const amount = (share) => `${size(share)}${share >= 1 ? "-fold" : ""}`;

/**
 * From the least to the most of some shares, both written in one way.
 * @param {number[]} shares
 */
export function between(shares) {
  const ends = [Math.min(...shares), Math.max(...shares)];
  const isSmall = ends[0] < SMALL && ends[1] < 1;
  const [least, most] = ends.map(ends.some(isFar) ? power : isSmall ? fraction : size);
  return least === most ? `near ${least}` : `between ${least} and ${most}`;
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
 * What is asked, before the line is shown.
 * @param {number} factor
 */
export const question = (factor) =>
  `Each layer multiplies the size by ${times(factor)}. And all ${LAYERS}?\nSet the ring, then press “Show it”.`;

/**
 * A share as it is written, for whoever checks what follows from it.
 * @param {number} share
 */
function legible(share) {
  if (share >= SMALL && share < 1) return rounded(share, 2);
  const two = (/** @type {number} */ value) => Number(value.toPrecision(2));
  return share < 1 ? 1 / two(1 / share) : two(share);
}

/**
 * How good the guess was.
 * @param {number} guess as a share of what came in
 * @param {number} share what it is
 */
export function judged(guess, share) {
  const times = legible(guess) / legible(share);
  const off = Math.max(times, 1 / times);
  const far = `${size(off)} times too ${guess > share ? "much" : "little"}`;
  return `You guessed ${size(guess)}: ${off < CLOSE ? "close" : far}.`;
}

/**
 * What one layer does, and what thirty do: on average, and in the networks drawn.
 * @param {number} factor
 * @param {Kind} kind
 * @param {number[]} ends of the signals in the networks drawn, as a share of what came in
 * @param {string} [news] what else there is to say, instead of the networks
 */
export function verdict(factor, kind, ends, news) {
  const sign = kind.activation === "relu" ? "≈" : "=";
  const layer = `Each layer multiplies by ${weight(factor, kind)} · ${root(kind)} ${sign} ${times(factor)}`;
  const share = factor ** LAYERS;
  const all =
    factor === 1
      ? ": level"
      : `, all ${LAYERS} by ${times(factor)}${superscript(LAYERS)} ≈ ${size(share)}`;
  return `${layer}${all}, on average.\n${news || scattered(ends, share)}`;
}

/**
 * Where the networks drawn end, and how many of them below the average.
 * @param {number[]} ends
 * @param {number} average
 */
function scattered(ends, average) {
  const below = ends.filter((end) => end < average).length;
  const where =
    below === ends.length
      ? "all below average, which rare large signals carry"
      : `${below} below average`;
  return `The ${NETWORKS} networks end ${between(ends)}, ${where}.`;
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
