// Help and status of the playground.

import { percent } from "../../engine/number_text.js";

export const HELP = {
  run: "Train, and stop again.",
  rewind: "Back to the first weights.",
  data: "The points to learn.",
  rate: "Length of a step.",
  task: "Something to predict.",
  guess: "Answered in the end.",
  place: "Arrow keys move the cross (Shift: faster); Enter or a click puts a point.",
  label: "Their class.",
  removeLast: "Remove the last point.",
  /** What is changed in the drawing. @type {Record<string, string[]>} */
  drawing: {
    input: ["Inputs", "Press one, or Enter, to switch it."],
    unit: [
      "Units",
      "Point at one to see what it draws; press it, or Enter, to switch it. Arrows lead to others, Tab to its weights.",
    ],
    output: ["Output", "Blue: class 0, orange: class 1."],
    weight: ["Weights", "Drag a line sideways, or use the arrow keys."],
    units: ["Units of a layer", "From 1 to 8."],
    layers: ["Hidden layers", "From none to six."],
  },
};

/**
 * Name and help of the settings under More, and how the values of a slider are written.
 * @type {Record<string, [string, string, ((value: number) => string)?]>}
 */
export const MORE = {
  activation: ["Activation", "Of the hidden units."],
  optimizer: ["Optimizer", "Rule of the updates."],
  batch: ["Batch size", "Points in an update."],
  l1: ["L1 penalty", "Price on weights."],
  l2: ["L2 penalty", "Price on their squares."],
  dropout: ["Dropout", "Share of units left out.", percent],
  noise: ["Noise", "How far points scatter."],
  share: ["Training share", "Share of points to learn from.", percent],
  seed: ["Seed", "Of points and weights."],
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
    units.map((k) => `unit ${k + 1}${off.length > 2 ? ` of layer ${l}` : ""}`),
  );
  return `${names[1] ? `${names.length} units` : names[0]} off`;
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
 * A unit that comes back to the trained network, which had learned on without it.
 * @param {string} word such as "1.2"
 */
export const back = ([, , k]) => `Unit ${k} is on again, weights as before. `;

/**
 * @import { Playground } from "../../engine/playground.js"
 * @param {Playground} game
 * @param {boolean} [running] then it is not over
 * @param {string} [said] of the task, where there is something to say
 */
export function progress(game, running = false, said = "") {
  const { trainer, onTrain, onTest, empty, oneClass, off, whole, solved } = game;
  if (empty) return "There are no points yet: add some of both classes.";
  if (trainer.trouble) return `${trainer.trouble} Lower it, then rewind.`;
  if (oneClass) return "All points are of one class: 100% right says nothing.";
  const right = (/** @type {number} */ share) => percent(share, 1);
  const tested = onTest ? `, test ${right(onTest.accuracy)}` : "";
  if (whole !== null) {
    return (
      `With ${offText(off)}: ${right(onTrain.accuracy)} right, not ` +
      `${right(whole)}.${said}`
    );
  }
  const { updates, epoch } = trainer;
  const without = off.some((units) => units.length) ? `, with ${offText(off)}` : "";
  const made = epoch || updates;
  const passes = `${grouped(made)} ${epoch ? "epoch" : "update"}${made === 1 ? "" : "s"}`;
  const learned = said ? "" : " Nothing is left to learn.";
  const over = solved ? learned : " The loss no longer falls.";
  return (
    `Training ${right(onTrain.accuracy)} right${tested}, after ${passes}${without}.` +
    (game.over && !running ? over : "") +
    said
  );
}
