// Help and numbers of the neuron's figure.

import { ACTIVATIONS } from "../../engine/activations.js";
import { inFormula, minus, rounded, written } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";

/**
 * @import { Activation } from "../../engine/activations.js"
 * @import { Values } from "../../engine/options.js"
 */

/** @type {Record<string, { name: string, help: string }>} */
export const PARAMETERS = {
  w1: {
    name: "Weight w₁",
    help: `${DRAG}. Weight of the input x₁: how much, and in which direction, it counts.`,
  },
  w2: { name: "Weight w₂", help: "Weight of the input x₂." },
  b: { name: "Bias b", help: "Bias: it shifts the line on which z is 0." },
};
export const ACTIVATION = "The function g that turns z into the output a.";
export const INPUT =
  "Drag the purple point, or move it with the arrow keys (Shift: faster).";

/**
 * What a neuron answers where z is 0; of a step, the mean of both sides. Drawn white, so
 * that no other place looks like a boundary.
 * @param {Activation} activation
 */
export const outputOnLine = ({ value }) => rounded((value(1e-9) + value(-1e-9)) / 2, 6);

const NEAR = 0.24; // of a ring's middle: a line that cuts the ring is through it

/**
 * Whether the line passes through the ring around a place.
 * @param {number[]} place
 * @param {number[]} w
 * @param {number} b
 */
export const isThrough = ([x, y], w, b) =>
  Math.abs(w[0] * x + w[1] * y + b) <= NEAR * Math.hypot(...w) && Math.hypot(...w) > 0;

/** Whether no place has the mean output: a step. @param {Activation} activation */
const jumps = (activation) => activation.value(0) !== outputOnLine(activation);

/** @param {Activation} activation */
export const unbounded = ({ range }) => range[1] > 1;

/**
 * @param {number} value
 * @param {number} [decimals]
 */
const signed = (value, decimals) => inFormula(written(value, decimals));

/** What an input's weight 0 means. @param {Values} values */
function unseen({ w1, w2 }) {
  if (w1 && w2) return "";
  return ` The neuron does not see ${w1 ? "x₂" : "x₁"}.`;
}

/**
 * The point of the line that stays when a weight changes: there, its input is 0.
 * @param {string} key of the weight, or of the bias, which leaves no point
 * @param {Values} values
 */
export function pivotOf(key, { w1, w2, b }) {
  if (key === "w1" && w2) return [0, -b / w2];
  return key === "w2" && w1 ? [-b / w1, 0] : null;
}

/**
 * What the number that is changed does to the line.
 * @param {string} key
 * @param {Values} values
 * @param {boolean} isSeen whether the plane shows the point about which it turns the line
 */
export function motion(key, values, isSeen) {
  if (!values.w1 && !values.w2) return "No line: z is b everywhere.";
  if (key === "b") return "b shifts the line without turning it; dashed: before.";
  const [own, other, input] = key === "w1" ? ["w₁", "w₂", "x₁"] : ["w₂", "w₁", "x₂"];
  if (!pivotOf(key, values))
    return `With ${other} = 0, ${own} cannot turn the line${values.b ? ", only shift it" : ""}; dashed: before.`;
  const point = isSeen ? "the small circle" : "a point outside the picture";
  const turned = `${own} turns the line about ${point}, where ${input} is 0`;
  return values[key] ? `${turned}; dashed: before.` : `${turned}.${unseen(values)}`;
}

/** By how many of them the line passes through. */
export const RINGS = [
  "",
  "Through one ring.",
  "Through both rings: weights turn the line, the bias shifts it.",
];

/** What the line may do when weights and bias are doubled. */
export const GUESSES = { turn: "Turn", shift: "Shift", stay: "Stay" };
export const PREDICTION =
  "Asked when the line has passed through both rings: your answer doubles w₁, w₂ and b.";
export const LEGEND = "With w₁, w₂ and b doubled, the line will";

/** What is to be done next. */
export const HINTS = {
  rings: "Drag weights and bias sideways until the line passes through both rings.",
  guess: "Guess: what will doubling all three do?",
  side: "Now make z positive on the other side of the same line.",
  rest: "Choose another activation: the line stays.",
};
/** The second task is done. */
export const OTHER = "The other side of the same line: all three signs have changed.";

/** What is said to each guess, once they are doubled. */
const ANSWERS = {
  turn: "It does not turn: w is longer, but its direction is the same.",
  shift: "It does not shift: b has doubled, but so has ‖w‖.",
  stay: "Yes, it stays: twice 0 is 0.",
};

/**
 * @param {keyof typeof GUESSES} guess
 * @param {Activation} activation
 */
export function answer(guess, activation) {
  const sees = unbounded(activation)
    ? ": the same line, a rise twice as steep"
    : jumps(activation)
      ? ", but a step sees only its sign: the same picture"
      : ": the same line, crossed twice as steeply";
  return `${ANSWERS[guess]} Each z has doubled${sees}.`;
}

/**
 * What the picture shows.
 * @param {Values} values
 */
export function rest(values) {
  const { w1, w2, activation } = values;
  if (!w1 && !w2) return "No line: z is b everywhere.";
  const kind = ACTIVATIONS[activation];
  const [low, high] = kind.range;
  const onLine = outputOnLine(kind);
  const blue = low < onLine ? `blue ${minus(low)}, ` : "";
  const white = jumps(kind) ? "" : `white ${onLine}, `;
  const spacing = written(1 / Math.hypot(w1, w2));
  const picture = unbounded(kind)
    ? `From one thin line to the next, ${spacing} on, a grows by 1.`
    : `Output: ${blue}${white}orange ${high}.`;
  return `On the line z is 0.${unseen(values)} ${picture}`;
}

/**
 * The forward pass: what comes of it.
 * @param {number} z
 * @param {number} a
 */
export const outcome = (z, a) =>
  `At the purple point z = ${written(z)} and a = ${written(a)}.`;

/**
 * The forward pass with its numbers.
 * @param {Values} values
 * @param {number} z
 * @param {number} a
 */
export function atPoint({ w1, w2, b, x1, x2 }, z, a) {
  const sum =
    `${signed(w1, 1)} · ${signed(x1)} + ${signed(w2, 1)} · ${signed(x2)}` +
    ` + ${signed(b, 1)}`;
  return `At the purple point z = ${sum} = ${written(z)}, and a = g(z) = ${written(a)}.`;
}
