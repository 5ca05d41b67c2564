// Activation functions g and their derivatives g', one number at a time.

/**
 * @typedef {object} Activation
 * @property {string} label what readers see
 * @property {[number, number]} range outputs that are blue and orange in a large drawing
 * @property {(a: number) => number} level from -1 (blue) to 1 (orange) in a small one,
 * @property {(z: number) => number} value
 * @property {(z: number, a: number) => number} derivative where a = value(z) is known
 */

const NEGATIVE_SLOPE = 0.2; // of the leaky ReLU, as in Keras

const STEP = 1 / 32;
const END = 20; // from here on, tanh is 1 to the last digit
const ZERO = END / STEP; // where the table's 0 is
const TABLE = Float64Array.from({ length: 2 * ZERO + 1 }, (_, j) =>
  Math.tanh((j - ZERO) * STEP),
);

/**
 * The hyperbolic tangent to 15 digits, in half the time of Math.tanh: the nearest value
 * of a table, and the addition theorem for the remainder h, for which
 * tanh(h) = h - h^3/3 + 2 h^5/15 - ...
 * @param {number} z
 */
export function tanh(z) {
  if (!(Math.abs(z) < END)) return z > 0 ? 1 : z < 0 ? -1 : z;
  const j = (z * 32 + ZERO + 0.5) | 0;
  const h = z - (j - ZERO) * STEP;
  const q = h * h;
  const remainder = h * (1 + q * (-1 / 3 + q * (2 / 15 - q * (17 / 315))));
  const t = TABLE[j];
  return (t + remainder) / (1 + t * remainder);
}

/**
 * 1 / (1 + exp(-z)); where the exponential overflows, the quotient is 0.
 * @param {number} z
 */
export const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/**
 * By the names that Keras has for them; readers see the book's. At the kinks of ReLU and
 * leaky ReLU the derivative is that of the left side.
 * @type {Record<string, Activation>}
 */
export const ACTIVATIONS = {
  step: {
    label: "Step",
    range: [0, 1],
    level: (a) => 2 * a - 1,
    value: (z) => (z >= 0 ? 1 : 0),
    derivative: () => 0,
  },
  sigmoid: {
    label: "Sigmoid",
    range: [0, 1],
    level: (a) => 2 * a - 1,
    value: sigmoid,
    derivative: (_, a) => a * (1 - a),
  },
  tanh: {
    label: "Tanh",
    range: [-1, 1],
    level: (a) => a,
    value: tanh,
    derivative: (_, a) => 1 - a * a,
  },
  relu: {
    label: "ReLU",
    range: [0, 4],
    level: (a) => a / 2,
    value: (z) => Math.max(z, 0),
    derivative: (z) => (z > 0 ? 1 : 0),
  },
  leaky_relu: {
    label: "Leaky ReLU",
    range: [-4, 4],
    level: (a) => a / 2,
    value: (z) => (z > 0 ? z : NEGATIVE_SLOPE * z),
    derivative: (z) => (z > 0 ? 1 : NEGATIVE_SLOPE),
  },
  linear: {
    label: "Identity",
    range: [-4, 4],
    level: (a) => a / 2,
    value: (z) => z,
    derivative: () => 1,
  },
};
