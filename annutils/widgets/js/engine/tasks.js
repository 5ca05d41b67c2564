// Tasks of the playground: each looks at the settings and the results, and answers.

import { percent } from "./number_text.js";

/** @import { State } from "./playground.js" */

/**
 * Rounded down: what is short of a goal is not written as the goal.
 * @param {number} share
 */
const reached = (share) => percent(Math.floor(100 * share) / 100);

const ENOUGH = 0.95; // of the test points

/**
 * The part of most tasks: this data set, trained until the test accuracy is enough.
 * @param {State} state
 * @param {string} data
 */
function reach(state, data) {
  if (state.data !== data) return `Choose the data set: ${data}.`;
  if (!state.updates) return "Now press Run.";
  if (state.test >= ENOUGH) return "";
  const shares = [state.test, ENOUGH].map(reached);
  return `So far ${shares[0]} of the test points; ${shares[1]} are wanted.`;
}

/**
 * Only the coordinates themselves go in.
 * @param {State} state
 */
const plainInputs = (state) => state.inputs.join() === "x1,x2";

/**
 * `hint(state)` says what is missing, or "" when the task is done.
 * @type {{ text: string, hint: (state: State) => string }[]}
 */
export const TASKS = [
  {
    text: "Separate the blobs without any hidden layer: 95% of the test points.",
    hint: (state) =>
      state.layers.length ? "Take all hidden layers away." : reach(state, "blobs"),
  },
  {
    text: "Fence the inner circle in with one hidden layer of as few units as possible: 95%.",
    hint(state) {
      if (state.layers.length !== 1) return "One hidden layer, please.";
      if (!plainInputs(state)) return "Only x₁ and x₂ as inputs.";
      const missing = reach(state, "circles");
      const [units] = state.layers;
      if (!missing) return units > 3 ? "Right, but fewer units will do." : "";
      const why = "Each unit is a line: how many close a fence?";
      return units < 3 ? `${missing} ${why}` : missing;
    },
  },
  {
    text: "The circles again, now without any hidden layer: find the inputs that do it. 95%.",
    hint(state) {
      if (state.layers.length) return "Take all hidden layers away.";
      const missing = reach(state, "circles");
      const helps = "Which function of x₁ and x₂ is the same all along a circle?";
      return missing && state.updates ? `${missing} ${helps}` : missing;
    },
  },
  {
    text: "Unwind the spiral with x₁ and x₂ alone: 95% of the test points.",
    hint: (state) =>
      plainInputs(state) ? reach(state, "spiral") : "Only x₁ and x₂ as inputs.",
  },
  {
    text: "Break it: choose a learning rate at which training diverges.",
    hint(state) {
      if (state.trouble) return "";
      if (!state.updates) return "Choose, then press Run.";
      return "Still alive. A larger rate, and an activation without bounds?";
    },
  },
  {
    text: "Overfit: noise of 0.3 or more, and a training accuracy 10 points above that of the test.",
    hint(state) {
      if (state.noise < 0.3) return "More noise.";
      if (!state.updates) return "Now press Run.";
      const gap = Math.round(1000 * (state.train - state.test)) / 10;
      if (gap >= 10) return "";
      const points = Math.max(0, Math.floor(gap));
      return `The gap is ${points} points. A larger network, fewer points to train with?`;
    },
  },
];
