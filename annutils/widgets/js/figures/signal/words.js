// What the figure of the signal says.

import { written } from "../../engine/number_text.js";
import { LAYERS, RULES } from "./model.js";

/** @import { Sizes } from "./model.js" */

export const HELP = {
  guess: "Your guess; the answer is drawn then.",
  skip: "Shows the answer without a guess.",
  lever:
    "Drag it up and down, or use the arrow keys: all weights of the network become larger " +
    "or smaller than the rule says, by the factor beside it. Where no unit bends " +
    "or saturates, both lines are straight.",
  activation:
    "The function of all units, with the rule for its weights. The thick solid line is the size " +
    "of the signal (root mean square) on average over all networks, from the " +
    "input to layer 30; the thick dashed one is the gradient's, from layer 30 back to the input. " +
    "The averages are those of very wide layers.",
  again:
    "Draws the weights anew. The thin lines are one network with 100 units in each layer, which " +
    "strays from the average.",
};

export const GUESSES = { 0.9: "About 90%", 0.4: "About 40%", 0.04: "About 4%" };

/**
 * A share in words that stay short: 4.2%, 1/24,000, 17-fold.
 * @param {number} share
 */
export function amount(share) {
  if (share >= 1.995) return `${digits(share)}-fold`;
  if (share >= 0.0995) return `${Math.round(100 * share)}%`;
  if (share >= 0.00095) return `${(100 * share).toPrecision(2)}%`;
  return `1/${digits(1 / share)}`;
}

/**
 * Two digits, with commas.
 * @param {number} value
 */
const digits = (value) =>
  Number(value.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 1 });

/**
 * How the guess was.
 * @param {number | null} guess null if the reader skipped it
 */
export function answer(guess) {
  const power = `0.9 is multiplied ${LAYERS} times, and that leaves 0.04.`;
  if (guess === null) return "";
  return guess === 0.04 ? `About 4% it is: ${power}` : `It is about 4%: ${power}`;
}

/**
 * What is left at the ends of both lines.
 * @param {string} activation
 * @param {number} scale
 * @param {Sizes} mean
 * @param {Sizes} drawn
 */
export function verdict(activation, scale, mean, drawn) {
  const { rule } = RULES[activation];
  const ends = [
    ["Signal after 30 layers", mean.signal[LAYERS], drawn.signal[LAYERS]],
    ["Gradient back at the input", mean.gradient[0], drawn.gradient[0]],
  ].map(
    ([name, average, one]) =>
      `${name}: ${amount(Number(average))} on average, ${amount(Number(one))} in this network.`,
  );
  return `Weights ${written(scale)} times ${rule} scale.\n${ends.join("\n")}`;
}

export const COVERED =
  "Weights 0.90 times He's scale. Five layers are shown; 25 are covered.";
