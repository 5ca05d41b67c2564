// Losses of two parameters, with their gradients, to walk down on.

export const SURFACES = {
  bowl: {
    text: "Bowl, ten times as steep along θ₂",
    ...{ x: [-9, 4], y: [-4, 4], start: [-8, 1.5] },
    value: (u, v) => (u * u + 10 * v * v) / 2,
    gradient: (u, v) => [u, 10 * v],
    minima: [[0, 0]],
  },
  valley: {
    text: "Curved valley (Rosenbrock)",
    ...{ x: [-2, 2], y: [-1, 3], start: [-1.5, 2.5] },
    value: (u, v) => (1 - u) ** 2 + 10 * (v - u * u) ** 2,
    gradient: (u, v) => [-2 * (1 - u) - 40 * u * (v - u * u), 20 * (v - u * u)],
    minima: [[1, 1]],
  },
  saddle: {
    text: "Saddle between two minima",
    ...{ x: [-2, 2], y: [-2, 2], start: [0.01, 1.8] },
    value: (u, v) => (u * u - 1) ** 2 / 4 + v * v / 2,
    gradient: (u, v) => [u ** 3 - u, v],
    minima: [[1, 0], [-1, 0]],
  },
  hollow: {
    text: "A shallow and a deep minimum",
    ...{ x: [-2, 2], y: [-2, 2], start: [1.7, 1.2] },
    value: (u, v) => u ** 4 / 2 - u * u + 0.3 * u + v * v / 2 + 0.81051246,
    gradient: (u, v) => [2 * u ** 3 - 2 * u + 0.3, v],
    minima: [[-1.067923, 0]],
  },
  plateau: {
    text: "Plateau with a hole",
    ...{ x: [-4, 4], y: [-4, 4], start: [-2.8, 1.4] },
    value: (u, v) => 1 - Math.exp(-(u * u + v * v) / 2),
    gradient: (u, v) => [u, v].map((w) => w * Math.exp(-(u * u + v * v) / 2)),
    minima: [[0, 0]],
  },
};
