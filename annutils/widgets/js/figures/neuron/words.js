// Help and numbers of the neuron's figure.

import { ACTIVATIONS } from "../../engine/activations.js";
import { inFormula, written } from "../../engine/number_text.js";

/** @import { Values } from "../../engine/options.js" */

/** @type {Record<string, { name: string, help: string }>} */
export const PARAMETERS = {
  w1: {
    name: "Weight w₁",
    help: "Drag it sideways, or use the arrow keys. Weight of the input x₁: how much, and in which direction, it counts.",
  },
  w2: { name: "Weight w₂", help: "Weight of the input x₂." },
  b: { name: "Bias b", help: "Bias: it shifts the line on which z is 0." },
};
export const ACTIVATION = "The function g that turns z into the output a.";
export const INPUT =
  "Drag the white point, or move it with the arrow keys (Shift: faster).";

/**
 * @param {number} value
 * @param {number} [decimals]
 */
const signed = (value, decimals) => inFormula(written(value, decimals));

/**
 * The forward pass with its numbers.
 * @param {Values} values
 * @param {number} z
 * @param {number} a
 */
export function computation({ w1, w2, b, x1, x2, activation }, z, a) {
  const sum =
    `${signed(w1, 1)} · ${signed(x1)} + ${signed(w2, 1)} · ${signed(x2)}` +
    ` + ${signed(b, 1)}`;
  const [low, high] = ACTIVATIONS[activation].range;
  return (
    `z = w₁ x₁ + w₂ x₂ + b = ${sum} = ${written(z)}, and a = g(z) = ${written(a)}.\n` +
    `${w1 || w2 ? "On the line z is 0; the arrow is w." : "No line: z is b everywhere."} ` +
    `Blue is ${written(low, 0)}${low < -1 ? " or less" : ""}, ` +
    `orange ${written(high, 0)}${high > 1 ? " or more" : ""}.`
  );
}
