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
  "Drag the white point, or move it with the arrow keys (Shift: faster).";

/**
 * What a neuron answers where z is 0; of a step, the mean of both sides. Drawn white, so
 * that no other place looks like a boundary.
 * @param {Activation} activation
 */
export const outputOnLine = ({ value }) => rounded((value(1e-9) + value(-1e-9)) / 2, 6);

/** @param {Activation} activation */
export const unbounded = ({ range }) => range[1] > 1;

/**
 * @param {number} value
 * @param {number} [decimals]
 */
const signed = (value, decimals) => inFormula(written(value, decimals));

/**
 * @param {number} w1
 * @param {number} w2
 */
function lineText(w1, w2) {
  if (!w1 && !w2) return "No line: z is b everywhere.";
  if (w1 && w2) return "On the line z is 0.";
  return `On the line z is 0. The neuron does not see ${w1 ? "x₂" : "x₁"}, whose weight is 0.`;
}

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
  const blue = low < white ? `blue ${minus(low)}, ` : "";
  const size = Math.hypot(w1, w2);
  const spacing = size
    ? `From one thin line to the next, ${written(1 / size)} away, a grows by 1.`
    : "";
  const picture = unbounded(kind)
    ? spacing
    : `Output: ${blue}white ${white}, orange ${high}.`;
  return (
    `z = w₁ x₁ + w₂ x₂ + b = ${sum} = ${written(z)}, and a = g(z) = ${written(a)}.\n` +
    `${lineText(w1, w2)} ${picture}`.trim()
  );
}
