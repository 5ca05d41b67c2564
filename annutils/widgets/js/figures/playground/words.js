// Help and status of the playground.

import { percent } from "../../engine/number_text.js";

export const HELP = {
  run: "Train, and stop again.",
  step: "One update.",
  rewind: "Back to the first weights, which the seed chooses.",
  data: "The points to learn; own points you put yourself.",
  rate: "Length of a step.",
  task: "Something to predict and try, with its data and network.",
  guess: "Answered in the end.",
  place: "Arrow keys move the cross (Shift: faster); Enter or a click puts a point.",
  label: "Their class.",
  removeLast: "Remove the last point.",
  /** What is changed in the drawing. @type {Record<string, string[]>} */
  drawing: {
    input: [
      "Inputs",
      "Press one, or Enter, to give it to the network or take it away.",
    ],
    unit: [
      "Units",
      "Point at one, or hold it, to see its picture; press it, or Enter, to switch it. Arrow keys lead to others, Tab to its weights.",
    ],
    output: ["Output", "Blue where it says class 0, orange for class 1."],
    weight: ["Weights", "Drag a line or its number sideways, or use the arrow keys."],
    units: ["Units of a layer", "From 1 to 8."],
    layers: ["Hidden layers", "From none to six."],
  },
};

/**
 * Name and help of the settings under More that are chosen from a list.
 * @type {Record<string, string[]>}
 */
export const LISTS = {
  activation: ["Activation", "Function of the hidden units."],
  optimizer: ["Optimizer", "Rule of the updates."],
};

/**
 * Name and help of those that have a slider, and how their values are written.
 * @type {Record<string, [string, string, ((value: number) => string)?]>}
 */
export const SLIDERS = {
  batch: ["Batch size", "Points in an update."],
  l1: ["L1 penalty", "Price on the size of hidden weights."],
  l2: ["L2 penalty", "Price on their squares."],
  dropout: ["Dropout", "Share of units left out of an update.", percent],
  noise: ["Noise", "How far points lie from their place."],
  share: ["Training share", "Share of points to learn from.", percent],
  seed: ["Seed", "Chooses points and first weights."],
};

/**
 * @param {number} l
 * @param {number} k
 * @param {string[]} inputs names of those on offer
 * @param {boolean} isOutput
 */
export const unitName = (l, k, inputs, isOutput) =>
  isOutput ? "Output" : l ? `Unit ${k + 1} of layer ${l}` : `Input ${inputs[k]}`;

/**
 * The units that are off, in words.
 * @param {number[][]} off by layer
 */
function offText(off) {
  const names = off.flatMap((units, l) =>
    units.map((k) => unitName(l, k, [], false).toLowerCase()),
  );
  return names.length > 1 ? `${names.length} units off` : `${names[0]} off`;
}

/** @param {number} n */
const grouped = (n) => n.toLocaleString("en");

/**
 * What a change of the network or the data has cost.
 * @param {number} updates
 */
export const anew = (updates) =>
  updates ? `Another start: ${grouped(updates)} updates are gone. ` : "";

/**
 * @import { Playground } from "../../engine/playground.js"
 * @param {Playground} game
 * @param {boolean} [running] then it is not over
 */
export function progress(game, running = false) {
  const { trainer, onTrain, onTest, empty, oneClass, off, whole, solved } = game;
  if (empty) return "There are no points yet: add some of both classes.";
  if (trainer.trouble) return `${trainer.trouble} Lower it, then rewind.`;
  if (oneClass) {
    return "All points are of one class: 100% right says nothing.";
  }
  const right = (/** @type {number} */ share) => percent(share, 1);
  const tested = onTest ? `, test ${right(onTest.accuracy)}` : "";
  if (whole !== null) {
    return (
      `With ${offText(off)}: training ${right(onTrain.accuracy)} right instead of ` +
      `${right(whole)}${tested}.`
    );
  }
  const { updates, epoch } = trainer;
  const without = off.some((units) => units.length) ? `, with ${offText(off)}` : "";
  const passes = epoch === 1 ? "1 epoch" : `${grouped(epoch)} epochs`;
  const made = updates === 1 ? "1 update" : `${grouped(updates)} updates`;
  const over = solved ? " Nothing is left to learn." : " The loss no longer falls.";
  return (
    `Training ${right(onTrain.accuracy)} right${tested}, after ${made} (${passes})${without}.` +
    (game.over && !running ? over : "")
  );
}
