// Names and numbers of the neuron's figure.

export const NAMES = {
  ...{ step: "Step", sigmoid: "Sigmoid", tanh: "Tanh", relu: "ReLU" },
  ...{ leaky_relu: "Leaky ReLU", linear: "Identity" },
};

/** The outputs that blue and orange stand for. */
export const RANGES = {
  ...{ step: [0, 1], sigmoid: [0, 1], tanh: [-1, 1], relu: [0, 4] },
  ...{ leaky_relu: [-4, 4], linear: [-4, 4] },
};

const written = (value, digits = 2) => value.toFixed(digits).replace("-", "−");
const signed = (value) => (value < 0 ? `(${written(value)})` : written(value));

/** The forward pass with its numbers. */
export function computation({ w1, w2, b, x1, x2, activation }, z, a) {
  const sum = `${signed(w1)} · ${signed(x1)} + ${signed(w2)} · ${signed(x2)} + ${signed(b)}`;
  const [low, high] = RANGES[activation];
  return (
    `z = w₁ x₁ + w₂ x₂ + b = ${sum} = ${written(z, 3)}; a = g(z) = ${written(a, 3)}.\n` +
    `${w1 || w2 ? "On the line z is 0, and the arrow is w." : "No line: z is b everywhere."} ` +
    `Blue is ${written(low, 0)}${low < -1 ? " or less" : ""}, white ${(low + high) / 2}, ` +
    `orange is ${written(high, 0)}${high > 1 ? " or more" : ""}.`
  );
}
