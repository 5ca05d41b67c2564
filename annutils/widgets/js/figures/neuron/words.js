// Help and numbers of the neuron's figure.

import { ACTIVATIONS } from "../../engine/activations.js";
import { inFormula, minus, rounded, written } from "../../engine/number_text.js";

/**
 * @import { Activation } from "../../engine/activations.js"
 * @import { Values } from "../../engine/options.js"
 */

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
 * What a neuron answers where z is 0; of a step, the mean of both sides. Drawn white, so
 * that no other place looks like a boundary.
 * @param {Activation} activation
 */
export const outputOnLine = ({ value }) => rounded((value(1e-9) + value(-1e-9)) / 2, 6);

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
  const kind = ACTIVATIONS[activation];
  const [low, high] = kind.range;
  const white = outputOnLine(kind);
  const bounded = high === 1;
  const blue = low < white ? `blue ${bounded ? minus(low) : "less"}, ` : "";
  const orange = bounded ? "orange 1" : "orange more";
  return (
    `z = w₁ x₁ + w₂ x₂ + b = ${sum} = ${written(z)}, and a = g(z) = ${written(a)}.\n` +
    `${w1 || w2 ? "On the line z is 0." : "No line: z is b everywhere."} ` +
    `Output: ${blue}white ${white}, ${orange}.`
  );
}
