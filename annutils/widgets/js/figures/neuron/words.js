// Help and numbers of the neuron's figure.

import { ACTIVATIONS } from "../../engine/activations.js";
import { inFormula, minus, written } from "../../engine/number_text.js";

/** @import { Values } from "../../engine/options.js" */

/** @type {Record<string, { name: string, help: string }>} */
export const PARAMETERS = {
  w1: {
    name: "w₁",
    help: "Weight of the input x₁: how much, and in which direction, it counts.",
  },
  w2: { name: "w₂", help: "Weight of the input x₂." },
  b: { name: "b", help: "Bias: it shifts the line on which z is 0." },
};
export const ACTIVATION = "The function g that turns z into the output a.";
export const INPUT =
  "Drag the white point, or move it with the arrow keys (Shift: faster).";

/** @param {number} value */
const signed = (value) => inFormula(written(value));

/**
 * The forward pass with its numbers.
 * @param {Values} values
 * @param {number} z
 * @param {number} a
 */
export function computation({ w1, w2, b, x1, x2, activation }, z, a) {
  const sum = `${signed(w1)} · ${signed(x1)} + ${signed(w2)} · ${signed(x2)} + ${signed(b)}`;
  const [low, high] = ACTIVATIONS[activation].range;
  const line = w1 || w2;
  return (
    `z = w₁ x₁ + w₂ x₂ + b = ${sum} = ${written(z, 3)}; ` +
    `a = g(z) = ${written(a, 3)}.\n` +
    `${line ? "On the line z is 0, and the arrow is w." : "No line: z is b everywhere."} ` +
    `Blue is ${written(low, 0)}${low < -1 ? " or less" : ""}, ` +
    `colorless ${minus((low + high) / 2)}, ` +
    `orange is ${written(high, 0)}${high > 1 ? " or more" : ""}.`
  );
}
