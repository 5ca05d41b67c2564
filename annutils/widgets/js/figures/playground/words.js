// Help and status of the playground.

import { percent } from "../../engine/number_text.js";

export const HELP = {
  run: "Train, and stop again.",
  step: "One update, with one batch.",
  rewind: "Back to the same first weights; the seed chooses them.",
  copy: "Copy the program.",
  pace: "Updates between two pictures, as far as time allows.",
  data: "The points to learn. Own points: put them yourself.",
  rate: "How far each update goes.",
  task: "Something to try. The line below says what is missing; 5,000 sealed points, drawn for this alone, give the verdict.",
  place:
    "Move the cross with the arrow keys (Shift: faster); Enter puts a point there. A " +
    "click into the plane does, too.",
  label: "The class of the points that you put.",
  removeAll: "Remove all own points.",
  removeLast: "Remove the point that came last.",
  /** What is changed in the drawing. @type {Record<string, string[]>} */
  drawing: {
    input: [
      "Inputs",
      "Press one, or Enter, to give it to the network or take it away. Arrow keys lead from one unit to the next.",
    ],
    unit: [
      "Units",
      "Point at one to see its picture in the plane; press it, or Enter, to switch it off and on. From a unit, Tab leads to its weights.",
    ],
    output: ["Output", "Blue where the network says class 0, orange where class 1."],
    weight: [
      "Weights",
      "Drag a line sideways, or its number, with a mouse also up and down; or use the arrow keys. The dashed boundary is that of before.",
    ],
    units: ["Units of a layer", "From 1 to 8; the network begins anew."],
    layers: ["Hidden layers", "From none to six; the network begins anew."],
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
  l1: [
    "L1 penalty",
    "Price on the size of the hidden layers' weights; drives some to zero.",
  ],
  l2: [
    "L2 penalty",
    "Price on the squares of the hidden layers' weights; keeps them small.",
  ],
  dropout: ["Dropout", "Share of hidden units left out in each update.", percent],
  noise: ["Noise", "How far the points are from where they belong."],
  share: [
    "Training share",
    "Share of the points to learn from; the small ones are for the test.",
    percent,
  ],
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

/**
 * @import { Playground } from "../../engine/playground.js"
 * @param {Playground} game
 * @param {boolean} [running] then a moment's loss is not worth a word
 */
export function progress(game, running = false) {
  const { trainer, onTrain, onTest, empty, oneClass, off, whole, lost } = game;
  if (empty) return "There are no points yet: add some of both classes.";
  if (trainer.trouble) return `${trainer.trouble} Lower it, then rewind.`;
  if (oneClass) {
    return "All points are of one class, so 100% right says nothing: add some of the other.";
  }
  const right = (/** @type {number} */ share) => percent(share, 1);
  if (whole) {
    const [train, test] = [onTrain.accuracy, onTest?.accuracy ?? 0];
    const tested =
      whole.test === undefined
        ? ""
        : `, test ${right(test)} instead of ${right(whole.test)}`;
    return (
      `With ${offText(off)}: training ${right(train)} right instead of ` +
      `${right(whole.train)}${tested}.`
    );
  }
  const { updates, epoch } = trainer;
  const without = off.some((units) => units.length) ? `, with ${offText(off)}` : "";
  const tested = onTest ? `, test ${right(onTest.accuracy)}` : "";
  const passes = epoch === 1 ? "1 epoch" : `${epoch} epochs`;
  const made = updates === 1 ? "1 update" : `${updates} updates`;
  const flickers =
    lost && !running
      ? ` It was ${right(lost)}: batches make it flicker. Lower the rate and run on.`
      : "";
  return `Training ${right(onTrain.accuracy)} right${tested}, after ${made} (${passes})${without}.${flickers}`;
}
