// Tasks of the playground. Each looks at the settings and the results and says what is
// missing; what nobody has seen, sealed points, then gives the verdict.

import { percent, written } from "./number_text.js";

/** @import { State } from "./playground.js" */

/**
 * @typedef {object} Task
 * @property {string} label
 * @property {string} question what to predict
 * @property {string[]} answers those that a reader may give
 * @property {string} text what to do
 * @property {string} [next] what to do once the whole network is trained: to try its units
 *   one at a time, each time with this network
 * @property {string} start its data and its network, as an address has them
 * @property {(state: State) => string} hint what is missing, or ""
 * @property {(state: State) => [number, string]} reply which answer the outcome shows to be
 *   right, from 1 on, or 0 where that is open, and why
 * @property {boolean} [judged] on sealed points, of which ENOUGH are to be right
 */

export const ENOUGH = 0.95; // of the sealed points; of the test points to have them opened
export const RUN = "Now press Run.";
/** Of all points, that nobody need press Run again: 95% may be luck. */
const SAFE = 0.98;
const WAIT = "Press Run, and wait until it stops.";

/** Data or layers are others than those that the task is about. */
export const OTHER = "other";

/**
 * The part of most tasks: its data set, trained until the test accuracy is enough.
 * @param {State} state
 * @param {string} start
 */
function reach(state, start) {
  if (!start.startsWith(`data=${state.data}&`)) return OTHER;
  if (!state.updates) return RUN;
  if (state.test >= ENOUGH) return "";
  return `So far, ${percent(state.test, 1)} of the test points are right.`;
}

/**
 * Whether a task has its answer, so that a run may stop.
 * @param {Task | undefined} task
 * @param {State} state
 */
export const answered = (task, state) =>
  !!task &&
  !task.hint(state) &&
  (!task.judged || Math.min(state.train, state.test) >= SAFE);

/**
 * What is missing until the whole network is trained.
 * @param {State} state
 */
const untrained = ({ off, tried }) =>
  tried ? "" : `${off.length ? "Switch all units on. " : ""}${WAIT}`;

/** @param {number[]} lost share of the points, by unit; empty where one is not tried */
const losses = (lost) => {
  const parts = lost.map((part, k) => `${written(100 * part, 1)} (unit ${k + 1})`);
  return `Lost in 100: ${parts.flat().join(", ")}.`;
};

/** @param {State} state of one hidden layer */
const unitsOf = ({ layers, off }) => layers[0] - off.length;

/**
 * The same, of a task in which only the coordinates themselves go in.
 * @param {State} state
 * @param {string} start
 */
const plain = (state, start) =>
  state.inputs.join() === "x1,x2" ? reach(state, start) : "Only x₁ and x₂ may go in.";

/**
 * Whether the network and the data are those that the question is about.
 * @param {State} state
 * @param {string} start
 */
function same({ data, layers, updates }, start) {
  const asked = `data=${data}&layers=${layers.join("-")}&`;
  if (!`${start}&`.startsWith(asked)) return OTHER;
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
    text: "There is no hidden layer. Guess, then press Run: it stops at 98% of the points.",
    start: "data=blobs&layers=",
    hint(state) {
      return same(state, this.start) || reach(state, this.start);
    },
    reply: () => [1, "One line fits between the clouds."],
    judged: true,
  },
  fence: {
    label: "A fence",
    question: "How many lines close a fence?",
    answers: ["2", "3", "4 or more"],
    text: "Run until 95% of the test points are right, with as few units as possible.",
    start: "data=circles&layers=2",
    hint(state) {
      if (state.layers.length !== 1) return OTHER;
      const missing = plain(state, this.start);
      const few = missing && state.over && unitsOf(state) < 3;
      return few ? `${missing} So few leave a way out: add a unit.` : missing;
    },
    reply: (state) =>
      unitsOf(state) > 3
        ? [0, "Fewer units will do."]
        : [2, "Two leave a way out; three close a triangle."],
    judged: true,
  },
  input: {
    label: "New input",
    question: "Which inputs let one neuron fence in a circle?",
    answers: ["x₁x₂", "x₁² and x₂²", "the sines"],
    text: "Press inputs to add them; run until 95% of the test points are right.",
    start: "data=circles&layers=",
    hint(state) {
      return same(state, this.start) || reach(state, this.start);
    },
    reply: () => [2, "Only x₁² + x₂² is the same along a circle."],
    judged: true,
  },
  spiral: {
    label: "The spiral",
    question: "Does the spiral need two hidden layers?",
    answers: ["yes", "no"],
    text: "Run until 95% of the test points are right, with x₁ and x₂ alone.",
    start: "data=spiral&layers=4-2",
    hint(state) {
      return plain(state, this.start);
    },
    reply: (state) =>
      state.layers.length > 1
        ? [0, "Two can do it. Now try one, with more units."]
        : [2, "One is enough: many lines add up to a curve."],
    judged: true,
  },
  pair: {
    label: "One of two",
    question: "Which of the two units does the network need?",
    answers: ["both", "a certain one", "either"],
    text: `Guess. ${WAIT}`,
    next: "Switch one unit off, run on; then the other.",
    start: "data=blobs&layers=2&activation=sigmoid",
    hint(state) {
      const { off, tried } = state;
      const missing = same(state, this.start) || untrained(state);
      if (missing || !tried || tried.length > 1) return missing;
      if (off.length && !tried.includes(off[0]))
        return "Run on: what can the other do alone?";
      return tried.length
        ? "One alone can do it. Now press the other unit."
        : "Press a unit to switch it off.";
    },
    reply: () => [3, "Either will do: both green lines pass between the clouds."],
  },
  less: {
    label: "One unit less",
    question: "Which unit of layer 1 can best be spared?",
    answers: ["unit 1", "unit 2", "unit 3", "unit 4"],
    text: WAIT,
    next: "Guess, then switch each unit of layer 1 off.",
    start: "data=spiral&layers=4-2",
    hint(state) {
      const { lost } = state;
      const missing = same(state, this.start) || untrained(state);
      const tried = lost.flat().length;
      if (missing || tried > 3) return missing;
      return tried
        ? `${losses(lost)} Now press another.`
        : "Now press a unit of layer 1.";
    },
    reply({ lost, guess }) {
      const least = Math.min(...lost);
      const best = lost.indexOf(least) + 1;
      const same = lost[Number(guess) - 1] === least; // as good as the best
      return [
        same ? Number(guess) : best,
        `Unit ${best} can best be spared. ${losses(lost)}`,
      ];
    },
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
        ? [
            train < 0.6 ? 1 : 2,
            "One line gets three quarters. From this start, training does not find the two that get all.",
          ]
        : [3, "One line gets three quarters. Two get all."],
  },
  deep: {
    label: "Six layers",
    question: "After how many epochs does the loss fall?",
    answers: ["under 20", "20 to 50", "over 50"],
    text: WAIT,
    start: "data=circles&layers=8-8-8-8-8-8&activation=sigmoid&rate=0.003",
    hint(state) {
      return same(state, this.start) || (state.fell ? "" : WAIT);
    },
    reply: ({ fell, activation }) => [
      fell < 20 ? 1 : fell < 51 ? 2 : 3,
      `It took ${Math.floor(fell)} epochs: ${activation} hands back errors times its ` +
        `slope, at most ${activation === "sigmoid" ? "1/4 in each layer" : 1}.`,
    ],
  },
  few: {
    label: "Few points",
    question: "What will the test loss do?",
    answers: ["fall", "stay", "fall, then rise"],
    text: WAIT,
    start: "data=moons&layers=8-8-8&noise=0.5&share=0.1",
    hint(state) {
      return same(state, this.start) || (state.over ? "" : WAIT);
    },
    reply: ({ best, last }) => {
      const fell = `It fell to ${best.toFixed(2)}`;
      return last > 1.1 * best
        ? [
            3,
            `${fell}, then rose to ${last.toFixed(2)}: single points were learned by heart.`,
          ]
        : [1, `${fell} and did not rise.`];
    },
  },
};
