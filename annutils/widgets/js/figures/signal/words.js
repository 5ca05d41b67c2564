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
  guess: "Say what you think; then the line is shown.",
  lever:
    "Drag it up and down, or use the arrow keys (Page up and Page down: faster; Home and " +
    "End: as far as it goes): all weights of all layers become larger or smaller. The " +
    "size of a layer is the root of the mean square of its activations. For the thick " +
    "line, the mean is over all networks with such weights, too: a few large signals " +
    "carry it, and most networks end below.",
  spread:
    "How far the random weights lie from 0: their standard deviation. The line follows.",
  units:
    "How many units each layer has, and so how many weights lead into each unit. The " +
    "standard deviation of the weights stays as it is.",
  activation: "Whether a ReLU follows each layer. The weights stay as they are.",
  draw: `Draw the weights of all ${NETWORKS} networks anew, as widely spread.`,
  again: "Say what you think, then find it. Or press what you like at once.",
};

/**
 * What thirty layers may leave where each takes a tenth.
 * @type {Record<string, { label: string, layers: number, said: string }>} `layers` that do
 */
export const GUESSES = {
  quarter: {
    label: "1/4",
    layers: 13,
    said: `1/4 is left after 13 layers, not ${LAYERS}.`,
  },
  right: { label: "1/24", layers: LAYERS, said: "Right." },
  thousandth: {
    label: "1/1,000",
    layers: 66,
    said: `1/1,000 is left after 66 layers, not ${LAYERS}.`,
  },
  skip: { label: "just show it", layers: 0, said: "" },
};

/**
 * Where four times the units are level.
 * @type {Record<string, { label: string, said: string }>}
 */
export const AGAIN = {
  same: {
    label: "0.1",
    said: "Not 0.1: 400 units there double the size in each layer. Where is it level?",
  },
  half: {
    label: "0.05",
    said: "Right: four times the units double the size. Now make it level.",
  },
  quarter: {
    label: "0.025",
    said: "Not 0.025: four times the units only double the size. Where is it level?",
  },
};

const SMALL = 0.0995; // below this, a share is written as a fraction
const MOST = 1e12; // from here on, and below its inverse, by the power of 10 alone

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
  const form = ends.some(isFar)
    ? power
    : ends[1] < SMALL
      ? fraction
      : ends[0] < 0.0001
        ? size
        : decimal;
  const [least, most] = ends.map(form);
  return least === most ? `about ${least}` : `${least} to ${most}`;
}

/** Not as a fraction, either. @param {number} share */
const decimal = (share) =>
  share < SMALL ? String(Number(share.toPrecision(2))) : size(share);

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
  `The weights are random, and each layer multiplies the size by ${times(factor)}.`;

/**
 * What one layer does, and what thirty do: on average, and in the networks drawn. By what
 * the units multiply is for the reader to find.
 * @param {object} state
 * @param {number} state.factor
 * @param {Kind} state.kind
 * @param {boolean} state.isKnown whether the line was level for these layers
 * @param {number[]} state.ends of the signals in the networks drawn, as a share of what
 *   came in
 * @param {string} [state.news] what else there is to say, instead of the networks
 */
export function verdict({ factor, kind, isKnown, ends, news }) {
  const sign = kind.activation === "relu" ? "≈" : "=";
  const spread = weight(factor, kind);
  const layer = isKnown
    ? `${spread} · ${root(kind)} ${sign} ${times(factor)} in each layer`
    : `At spread ${spread}, each layer multiplies by ${times(factor)}`;
  const share = factor ** LAYERS;
  const all =
    factor === 1
      ? "level on average"
      : `${times(factor)}${superscript(LAYERS)} ≈ ${size(share)}`;
  return `${layer}: ${all}.\n${news || scattered(ends, share)}`;
}

/**
 * What to find next.
 * @param {Kind | null} kind by its place in the table; none if it is what is shown
 */
export const next = (kind) =>
  kind
    ? `Next in the table: ${kind.units} units${kind.activation === "relu" ? " with ReLU" : ", linear"}.`
    : "Make the line level for these layers, too.";

/**
 * What to do, after the first guess.
 * @param {boolean} asks whether a second guess is asked for
 * @param {boolean} isOpen whether the table is seen
 * @param {string} next what to find in it, or nothing
 * @param {boolean} isLevel
 */
export function task(asks, isOpen, next, isLevel) {
  if (asks) return `${isLevel ? "Level. " : ""}Now guess for 400 units.`;
  if (!isOpen) return "Make the line level: drag its end.";
  return next || "The table is full: 1/√n without ReLU, √(2/n) with it, for n units.";
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
      ? "all below: rare large ones lift the average"
      : `${below} of them below the average`;
  return `${NETWORKS} networks end at ${between(ends)}, ${where}.`;
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
