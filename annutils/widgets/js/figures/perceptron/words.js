// What the perceptron's figure says.

import { written } from "../../engine/number_text.js";

/** @import { Perceptron, Step } from "../../engine/perceptron.js" */

const MANY = 50; // epochs after which a reader wants to know whether it will ever end

export const HELP = {
  point:
    "Drag it, or move it with the arrow keys (Shift: faster). A click or Enter changes " +
    "its class, Delete removes it.",
  run: "Take sample after sample until there is no mistake.",
  step: "Take the sample in the dashed ring; correct the weights if it is wrong.",
  rewind: "Go back to the first line; the points stay.",
  add: "Put a new point near the middle. A click into the plane puts one there.",
  data: "Four sets to begin with. For XOR no line is right.",
  rate: "How much of a sample is added to the weights: small steps keep more of the first line. A new rate begins again.",
  label: "The class of the points that you add.",
};

/**
 * What the drawing of the weights shows.
 * @param {number} rate
 */
export const adds = (rate) =>
  `A mistake adds η x to w and η to b, or takes both away (η = ${rate}). Below is w; b shifts the line.`;

/** @param {number[]} values */
const coordinates = (values) => `(${values.map((value) => written(value)).join(", ")})`;

/**
 * What the last step did.
 * @param {Step | null} last
 * @param {Perceptron} model
 * @param {number} spoiled how many points were right before and are wrong now
 */
export function sentence(last, { w, b }, spoiled) {
  if (!last) {
    return `The line is that of w = ${coordinates(w)}, b = ${written(b)}.`;
  }
  const predicted = last.z >= 0 ? 1 : 0;
  const sample = `Sample ${last.index + 1}: z = ${written(last.z)}, predicted ${predicted}`;
  if (!last.error) return `${sample}, right. Nothing changes.`;
  const sign = last.error > 0 ? "+" : "−";
  return (
    `${sample}, wrong: w ← w ${sign} η x, b ← b ${sign} η. ` +
    `Now w = ${coordinates(w)}, b = ${written(b)}.${harm(spoiled)}`
  );
}

/** @param {number} spoiled */
function harm(spoiled) {
  if (!spoiled) return "";
  return spoiled === 1
    ? " A point that was right is now wrong."
    : ` ${spoiled} points that were right are now wrong.`;
}

/**
 * How far it is.
 * @param {Perceptron} model
 * @param {number[][]} points
 */
export function outcome(model, points) {
  const counts =
    `Mistakes: ${model.mistakes(points)} of ${points.length}. ` +
    `Updates: ${model.updates}. Epochs: ${model.epoch}.`;
  if (model.solved) return `${counts} An epoch without mistake: done.`;
  if (!model.cycle) {
    return model.seen.size < MANY
      ? counts
      : `${counts} Still wrong: perhaps no line is right.`;
  }
  const epochs = model.cycle === 1 ? "an epoch" : `${model.cycle} epochs`;
  return (
    `${counts} The weights are the same as ${epochs} ago: ` +
    "this goes in circles for ever. No line is right."
  );
}
