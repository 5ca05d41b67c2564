// Tasks of the playground: each looks at the settings and the results, and answers.

const percent = (share) => `${Math.floor(100 * share)}%`;

/** The part of most tasks: this data set, trained until the test accuracy is reached. */
function reach(state, data, wanted) {
  if (state.data !== data) return `Choose the data set: ${data}.`;
  if (!state.updates) return "Now press Run.";
  if (state.test < wanted) return `So far ${percent(state.test)} of the test points; ${percent(wanted)} are wanted.`;
  return "";
}

/**
 * `hint(state)` says what is missing, or "" when the task is done. The state holds data,
 * inputs, layers, noise, updates, train and test (accuracies), trouble.
 */
export const TASKS = [
  {
    text: "Separate the blobs without any hidden layer: 95% of the test points.",
    hint: (state) =>
      state.layers.length ? "Take all hidden layers away." : reach(state, "blobs", 0.95),
  },
  {
    text: "Fence the inner circle in with one hidden layer of as few units as possible: 95%.",
    hint(state) {
      if (state.layers.length !== 1) return "One hidden layer, please.";
      if (state.inputs.join() !== "x1,x2") return "Only x₁ and x₂ as inputs.";
      const missing = reach(state, "circles", 0.95);
      if (missing && state.layers[0] < 3) return `${missing} Each unit is a line: how many close a fence?`;
      return missing || (state.layers[0] > 3 ? "Right, but fewer units will do." : "");
    },
  },
  {
    text: "The circles again, now without any hidden layer: find the inputs that do it. 95%.",
    hint(state) {
      if (state.layers.length) return "Take all hidden layers away.";
      const missing = reach(state, "circles", 0.95);
      const helps = "Which function of x₁ and x₂ is the same all along a circle?";
      return missing && state.updates ? `${missing} ${helps}` : missing;
    },
  },
  {
    text: "Unwind the spiral with x₁ and x₂ alone: 95% of the test points.",
    hint: (state) =>
      state.inputs.join() === "x1,x2" ? reach(state, "spiral", 0.95) : "Only x₁ and x₂ as inputs.",
  },
  {
    text: "Break it: choose a learning rate at which training diverges.",
    hint(state) {
      if (state.trouble) return "";
      return state.updates ? "Still alive. A larger rate, and an activation without bounds?" : "Choose, then press Run.";
    },
  },
  {
    text: "Overfit: noise of 0.3 or more, and a training accuracy 10 points above that of the test.",
    hint(state) {
      if (state.noise < 0.3) return "More noise.";
      if (!state.updates) return "Now press Run.";
      const gap = Math.round(1000 * (state.train - state.test)) / 10;
      return gap >= 10 ? "" : `The gap is ${Math.max(0, Math.floor(gap))} points. A larger network, fewer points to train with?`;
    },
  },
];
