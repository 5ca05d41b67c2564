// Help and status of the playground.

import { percent, written } from "../../engine/number_text.js";

export const HELP = {
  run: "Train, and stop again.",
  step: "One update, with one batch.",
  rewind: "Back to the same initial weights; the seed chooses them.",
  copy: "Copy the program.",
  pace: "Updates between two pictures, as far as time allows.",
  units: "Units of a hidden layer, 1 to 8.",
  layers: "From none to six.",
  inputs: "The functions of the coordinates that the network sees.",
  task: "Something to try. The line below says what is missing.",
  colors:
    "Whose response the plane shows: blue is low, orange is high. Below stand its " +
    "weights. Or press a unit of the network.",
  place:
    "Move the cross with the arrow keys (Shift: faster); Enter puts a point there. A " +
    "click into the plane does, too.",
  label: "The class of the points that you put.",
  removeAll: "Remove all own points.",
  removeLast: "Remove the point that came last.",
};

/**
 * Name and help of the settings that are chosen from a list.
 * @type {Record<string, string[]>}
 */
export const LISTS = {
  data: ["Data", "The points to learn. Own points: put them yourself."],
  activation: ["Activation", "The function of the hidden units."],
  optimizer: ["Optimizer", "The rule of the updates."],
};

/**
 * Name and help of those that have a slider, and how their values are written.
 * @type {Record<string, [string, string, ((value: number) => string)?]>}
 */
export const SLIDERS = {
  rate: ["Learning rate", "How far each update goes."],
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
  seed: ["Seed", "Chooses the points and the initial weights."],
};

/** @param {{ loss: number, accuracy: number }} result */
const measured = ({ loss, accuracy }) =>
  `loss ${written(loss, 3)}, accuracy ${percent(accuracy, 1)}`;

/**
 * @import { Playground } from "../../engine/playground.js"
 * @param {Playground} game
 */
export function progress({ trainer, onTrain, onTest, empty }) {
  if (empty) return "There are no points yet: add some of both classes.";
  if (trainer.trouble) return `${trainer.trouble} Lower it, then rewind.`;
  const test = onTest ? `Test: ${measured(onTest)}.` : "";
  return (
    `Epoch ${trainer.epoch}, update ${trainer.updates}. ` +
    `Training: ${measured(onTrain)}. ${test}`
  );
}
