// Help and status of the playground.

import { percent } from "../../engine/number_text.js";

export const HELP = {
  run: "Train, and stop again.",
  step: "One update, with one batch.",
  rewind: "Back to the same first weights; the seed chooses them.",
  data: "The points to learn. Own points: put them yourself.",
  rate: "How far each update goes.",
  task: "Something to predict and to try. 5,000 sealed points judge what has a goal.",
  guess: "You are answered when it has come out.",
  place:
    "Move the cross with the arrow keys (Shift: faster); Enter or a " +
    "click puts a point.",
  label: "The class of the points that you put.",
  removeLast: "Remove the point that came last.",
  /** What is changed in the drawing. @type {Record<string, string[]>} */
  drawing: {
    input: [
      "Inputs",
      "Press one, or Enter, to give it to the network or take it away.",
    ],
    unit: [
      "Units",
      "Point at one to see its picture in the plane; press it, or Enter, to switch it off and on. Arrow keys lead to others, Tab to its weights.",
    ],
    output: ["Output", "Blue where the network says class 0, orange where class 1."],
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
  activation: ["Activation", "The function of the hidden units."],
  optimizer: ["Optimizer", "The rule of the updates."],
};

/**
 * Name and help of those that have a slider, and how their values are written.
 * @type {Record<string, [string, string, ((value: number) => string)?]>}
 */
export const SLIDERS = {
  batch: ["Batch size", "Points in an update."],
  l1: ["L1 penalty", "Price on the size of the hidden layers' weights."],
  l2: ["L2 penalty", "Price on their squares."],
  dropout: ["Dropout", "Share of hidden units left out in each update.", percent],
  noise: ["Noise", "How far the points are from where they belong."],
  share: ["Training share", "Share of the points to learn from.", percent],
  seed: ["Seed", "Chooses the points and the first weights."],
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
    return "All points are of one class, so 100% right says nothing: add some of the other.";
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
