// Tasks of the playground. Each looks at the settings and the results and says what is
// missing; what nobody has seen, sealed points, then gives the verdict.

import { percent } from "./number_text.js";

/** @import { State } from "./playground.js" */

/**
 * @typedef {object} Task
 * @property {string} label
 * @property {string} question what to predict
 * @property {string[]} answers those that a reader may give
 * @property {string} text what to do
 * @property {string} start its data and its network, as an address has them
 * @property {(state: State) => string} hint what is missing, or ""
 * @property {(state: State) => string} reply what the outcome says of the answers
 * @property {boolean} [judged] on sealed points, of which ENOUGH are to be right
 */

/**
 * Rounded down: what is short of a goal is not written as the goal.
 * @param {number} share
 */
const reached = (share) => percent(Math.floor(1000 * share) / 1000, 1);

export const ENOUGH = 0.95; // of the sealed points; of the test points to have them opened
export const RUN = "Now press Run.";
const WAIT = "Press Run, and wait until it stops.";

const AGAIN = "Not the task’s data and layers.";

/**
 * The part of most tasks: its data set, trained until the test accuracy is enough.
 * @param {State} state
 * @param {string} start
 */
function reach(state, start) {
  if (!start.startsWith(`data=${state.data}&`)) return AGAIN;
  if (!state.updates) return RUN;
  if (state.test >= ENOUGH) return "";
  return `${percent(ENOUGH)} of the test points; so far ${reached(state.test)}.`;
}

/**
 * Only the coordinates themselves go in.
 * @param {State} state
 */
const plainInputs = (state) => state.inputs.join() === "x1,x2";

/**
 * Whether the network and the data are those that the question is about.
 * @param {State} state
 * @param {string} start
 */
function same({ data, layers, updates }, start) {
  const asked = `data=${data}&layers=${layers.join("-")}&`;
  if (!`${start}&`.startsWith(asked)) return AGAIN;
  return updates ? "" : RUN;
}

/**
 * By the words that the address has for them.
 * @type {Record<string, Task>}
 */
export const TASKS = {
  line: {
    label: "One line",
    question: "Is one line enough for the blobs?",
    answers: ["yes", "no"],
    text: "Separate the blobs without any hidden layer: 95%.",
    start: "data=blobs&layers=",
    hint(state) {
      return same(state, this.start) || reach(state, this.start);
    },
    reply: () => "One line fits between the clouds.",
    judged: true,
  },
  fence: {
    label: "A fence",
    question: "How many lines close a fence?",
    answers: ["2", "3", "4 or more"],
    text: "One hidden layer, as few units as possible: 95% of the circles.",
    start: "data=circles&layers=2",
    hint(state) {
      if (state.layers.length !== 1) return AGAIN;
      if (!plainInputs(state)) return "Only x₁ and x₂ as inputs.";
      const missing = reach(state, this.start);
      const units = state.layers[0] - state.off.length;
      if (!missing) return units > 3 ? "Right, but fewer units will do." : "";
      return units < 3 && state.updates ? `${missing} ${this.question}` : missing;
    },
    reply: () => "Two leave a way out; three close a triangle.",
    judged: true,
  },
  input: {
    label: "New input",
    question: "Which inputs let one neuron fence in a circle?",
    answers: ["x₁x₂", "x₁² and x₂²", "the sines"],
    text: "The circles without any hidden layer: 95%.",
    start: "data=circles&layers=",
    hint(state) {
      return same(state, this.start) || reach(state, this.start);
    },
    reply: () => "Only x₁² + x₂² is the same all along a circle.",
    judged: true,
  },
  spiral: {
    label: "The spiral",
    question: "Does the spiral need two hidden layers?",
    answers: ["yes", "no"],
    text: "The spiral, with x₁ and x₂ as the only inputs: 95%.",
    start: "data=spiral&layers=4-2",
    hint(state) {
      return plainInputs(state)
        ? reach(state, this.start)
        : "Only x₁ and x₂ as inputs.";
    },
    reply: (state) =>
      state.layers.length > 1
        ? "Now try one, with more units."
        : "One is enough: many lines add up to a curve.",
    judged: true,
  },
  pair: {
    label: "One of two",
    question: "Which of the two units does the network need?",
    answers: ["both", "a certain one", "either"],
    text: "Press Run. Then press a unit to switch it off, and run on.",
    start: "data=blobs&layers=2&activation=sigmoid",
    hint(state) {
      const { off, tried } = state;
      const missing = same(state, this.start);
      if (missing) return missing;
      if (!tried) return off.length ? `Switch it on. ${WAIT}` : RUN;
      if (tried.length > 1) return "";
      if (off.length === 1 && !tried.includes(off[0]))
        return "Run on: what can the other unit do alone?";
      return tried.length
        ? "Now try without the other one."
        : "Now switch one unit off.";
    },
    reply: () => "Either will do: both draw nearly the same line.",
  },
  less: {
    label: "A line less",
    question: "What is lost with one unit of layer 1?",
    answers: ["hardly a point", "up to a third", "more"],
    text: "Run until it stops. Then press a unit of layer 1 to switch it off.",
    start: "data=spiral&layers=4-2",
    hint(state) {
      const missing = same(state, this.start);
      if (missing) return missing;
      const fits = state.cut && /^1.\d$/.test(`${state.off}`);
      return fits ? "" : "Now switch one unit of layer 1 off.";
    },
    reply: ({ cost }) =>
      `It is ${percent(cost)}: ` +
      (cost > 1 / 3
        ? "both units of layer 2 build on this line."
        : "this line shapes a piece of the boundary. Try others."),
  },
  xor: {
    label: "XOR",
    question: "How much of XOR will two units get right?",
    answers: ["half", "three quarters", "all"],
    text: WAIT,
    start: "data=xor&layers=2",
    hint(state) {
      return same(state, this.start) || (state.over ? "" : WAIT);
    },
    reply: ({ train }) =>
      train < ENOUGH
        ? "Two lines could, but from this start training does not find them."
        : "One line gets three quarters; two do it all.",
  },
  deep: {
    label: "Six layers",
    question: "After how many epochs does the loss fall?",
    answers: ["under 20", "over 50"],
    text: WAIT,
    start: "data=circles&layers=8-8-8-8-8-8&activation=sigmoid&rate=0.003",
    hint(state) {
      return same(state, this.start) || (state.fell ? "" : WAIT);
    },
    reply: ({ fell, activation }) =>
      `It took ${Math.ceil(fell)} epochs: ${activation} hands back errors times its ` +
      `slope, at most ${activation === "sigmoid" ? "1/4, six layers hardly anything" : 1}.`,
  },
  few: {
    label: "Few points",
    question: "What will the test loss do?",
    answers: ["fall", "stay", "fall, then rise"],
    text: WAIT,
    start: "data=moons&layers=8-8-8&noise=0.5&share=0.1",
    hint: (state) => (state.over ? "" : WAIT),
    reply: () => "It rises once the network learns single points by heart.",
  },
};
