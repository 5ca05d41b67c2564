// Losses of two parameters, with their gradients, to walk down on.

/**
 * @typedef {object} Surface
 * @property {string} label what readers see
 * @property {number[]} x the interval that is shown
 * @property {number[]} y
 * @property {number[]} start where walks begin at first
 * @property {number} fastest learning rate that is offered
 * @property {(u: number, v: number) => number} value
 * @property {(u: number, v: number) => number[]} gradient
 * @property {number[][]} minima
 */

/** @type {Record<string, Surface>} */
export const SURFACES = {
  bowl: {
    label: "Bowl, ten times as steep along θ₂",
    x: [-9, 4],
    y: [-4, 4],
    start: [-8, 1.5],
    fastest: 0.4,
    value: (u, v) => (u * u + 10 * v * v) / 2,
    gradient: (u, v) => [u, 10 * v],
    minima: [[0, 0]],
  },
  valley: {
    label: "Curved valley (Rosenbrock)",
    x: [-2, 2],
    y: [-1, 3],
    start: [-1.5, 2.5],
    fastest: 0.02,
    value: (u, v) => (1 - u) ** 2 + 10 * (v - u * u) ** 2,
    gradient: (u, v) => [-2 * (1 - u) - 40 * u * (v - u * u), 20 * (v - u * u)],
    minima: [[1, 1]],
  },
  saddle: {
    label: "Saddle between two minima",
    x: [-2, 2],
    y: [-2, 2],
    start: [0.01, 1.8],
    fastest: 0.8,
    value: (u, v) => (u * u - 1) ** 2 / 4 + (v * v) / 2,
    gradient: (u, v) => [u ** 3 - u, v],
    minima: [
      [1, 0],
      [-1, 0],
    ],
  },
  hollow: {
    label: "A shallow and a deep minimum",
    x: [-2, 2],
    y: [-2, 2],
    start: [1.7, 1.2],
    fastest: 0.4,
    value: (u, v) => u ** 4 / 2 - u * u + 0.3 * u + (v * v) / 2 + 0.81051246,
    gradient: (u, v) => [2 * u ** 3 - 2 * u + 0.3, v],
    minima: [[-1.067923, 0]],
  },
  plateau: {
    label: "Plateau with a hole",
    x: [-4, 4],
    y: [-4, 4],
    start: [-2.8, 1.4],
    fastest: 4,
    value: (u, v) => 1 - Math.exp(-(u * u + v * v) / 2),
    gradient(u, v) {
      const slope = Math.exp(-(u * u + v * v) / 2);
      return [u * slope, v * slope];
    },
    minima: [[0, 0]],
  },
};
