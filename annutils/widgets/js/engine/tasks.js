// Tasks of the playground. Each looks at the settings and the results and says what is
// missing; what nobody has seen, sealed points, then gives the verdict.

import { percent } from "./number_text.js";

/** @import { State } from "./playground.js" */

/**
 * @typedef {object} Task
 * @property {string} label
 * @property {string} text
 * @property {(state: State) => string} hint what is missing, or ""
 * @property {(sealed: number, state: State) => string} [short] what is missing on the
 *   sealed points, of which so many are right, or ""
 */

/**
 * Rounded down: what is short of a goal is not written as the goal.
 * @param {number} share
 */
const reached = (share) => percent(Math.floor(1000 * share) / 1000, 1);

const ENOUGH = 0.95; // of the sealed points; of the test points to have them opened
const GAP = 0.1; // between training points and sealed ones
const NOISE = 0.3;

/**
 * The part of most tasks: this data set, trained until the test accuracy is enough.
 * @param {State} state
 * @param {string} data
 */
function reach(state, data) {
  if (state.data !== data) return `Choose the data: ${data}.`;
  if (!state.updates) return "Now press Run.";
  if (state.test >= ENOUGH) return "";
  return `${percent(ENOUGH)} of the test points; so far it is ${reached(state.test)}.`;
}

/** @param {number} sealed */
const most = (sealed) =>
  sealed >= ENOUGH ? "" : `${percent(ENOUGH)} are wanted: train on, or change more.`;

/**
 * Only the coordinates themselves go in.
 * @param {State} state
 */
const plainInputs = (state) => state.inputs.join() === "x1,x2";

/**
 * By the words that the address has for them.
 * @type {Record<string, Task>}
 */
export const TASKS = {
  line: {
    label: "One line",
    text: "Separate the blobs without any hidden layer: 95%.",
    hint: (state) =>
      state.layers.length ? "Take all hidden layers away." : reach(state, "blobs"),
    short: most,
  },
  fence: {
    label: "A fence",
    text: "One hidden layer, as few units as possible: 95% of the circles.",
    hint(state) {
      if (state.layers.length !== 1) return "One hidden layer, please.";
      if (!plainInputs(state)) return "Only x₁ and x₂ as inputs.";
      const missing = reach(state, "circles");
      const units = state.layers[0] - state.off.length;
      if (!missing) return units > 3 ? "Right, but fewer units will do." : "";
      const why = "Each unit is a line: how many close a fence?";
      return units < 3 && state.updates ? `${missing} ${why}` : missing;
    },
    short: most,
  },
  input: {
    label: "New input",
    text: "The circles without any hidden layer: which inputs do it? 95%.",
    hint(state) {
      if (state.layers.length) return "Take all hidden layers away.";
      const missing = reach(state, "circles");
      const helps = "Which function of x₁ and x₂ is the same all along a circle?";
      return missing && state.updates ? `${missing} ${helps}` : missing;
    },
    short: most,
  },
  spiral: {
    label: "The spiral",
    text: "The spiral, with x₁ and x₂ as the only inputs: 95%.",
    hint: (state) =>
      plainInputs(state) ? reach(state, "spiral") : "Only x₁ and x₂ as inputs.",
    short: most,
  },
  diverge: {
    label: "Break it",
    text: "Choose a learning rate at which training diverges.",
    hint(state) {
      if (state.trouble) return "";
      if (!state.updates) return "Choose, then press Run.";
      return "Still alive. Hidden layers, a larger rate, and under More: SGD, linear?";
    },
  },
  noise: {
    label: "The noise",
    text: "Noise of 0.3 or more, and 10 points fewer right of unseen points than in training.",
    hint(state) {
      if (state.data === "own")
        return "Take one of the other data: yours have no others.";
      if (state.noise < NOISE) return "More noise: it is under More.";
      if (!state.updates) return "Now press Run.";
      return gap(state.train, state.test);
    },
    short: (sealed, state) => gap(state.train, sealed),
  },
};

/**
 * Whether training points are that much better off than others.
 * @param {number} train
 * @param {number} other
 */
function gap(train, other) {
  const points = Math.round(1000 * (train - other)) / 10;
  if (points >= 100 * GAP) return "";
  const missing = Math.max(0, Math.floor(points));
  return `The gap is ${missing} points. A larger network, fewer points to train with?`;
}
