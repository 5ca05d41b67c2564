// A function of one input by steps: levels between places where a sigmoid rises.

import { Network } from "./network.js";
import { Random } from "./random.js";

/** @import { Samples } from "./datasets.js" */

/**
 * Curves from 0 to 1.
 * @typedef {{ label: string, value: (x: number) => number }} Target
 * @type {Record<string, Target>}
 */
export const TARGETS = {
  wave: { label: "Wave, sin(3πx²)", value: (x) => Math.sin(3 * Math.PI * x * x) },
  hill: { label: "Hill", value: (x) => 1.6 * Math.exp(-30 * (x - 0.45) ** 2) - 0.8 },
  roof: { label: "Roof", value: (x) => 0.9 - 3.4 * Math.abs(x - 0.5) },
  jump: { label: "Jump", value: (x) => (x < 0.35 ? -0.6 : 0.7 - 0.8 * (x - 0.35)) },
};

const SAMPLES = 201;

/**
 * The samples that the error is measured on.
 * @param {Target} target
 * @returns {Samples}
 */
export function samples({ value }) {
  const X = Float64Array.from({ length: SAMPLES }, (_, i) => i / (SAMPLES - 1));
  return { X, y: Float64Array.from(X, value), m: SAMPLES };
}

/**
 * The places of the steps between n pieces of equal width.
 * @param {number} n
 */
export const equalPlaces = (n) => Array.from({ length: n - 1 }, (_, j) => (j + 1) / n);

/**
 * The middle of each piece.
 * @param {number[]} places
 */
export function middles(places) {
  const edges = [0, ...places, 1];
  return edges.slice(1).map((edge, j) => (edge + edges[j]) / 2);
}

/**
 * A network of sigmoid units for these steps; without one, a unit that does nothing.
 * @param {number[]} places
 * @param {number[]} levels one more than places
 * @param {number} steepness
 */
export function staircase(places, levels, steepness) {
  const n = Math.max(1, places.length);
  const network = new Network([1, n, 1], "sigmoid");
  const { W, b } = network.parameters;
  places.forEach((place, j) => {
    W[1][j] = steepness;
    b[1][j] = -steepness * place;
    W[2][j] = levels[j + 1] - levels[j];
  });
  b[2][0] = levels[0];
  return network;
}

/**
 * A random start for gradient descent with as many units.
 * @param {number} n
 * @param {number} steepness
 * @param {number} seed
 */
export function randomStart(n, steepness, seed) {
  const random = new Random(seed);
  const places = Array.from({ length: Math.max(1, n) }, () => random.uniform());
  places.sort((a, b) => a - b);
  const levels = [0, ...places.map(() => 0.2 * random.normal())];
  return staircase(places, levels, steepness);
}

/**
 * Mean squared and largest error on the samples.
 * @param {Network} network
 * @param {Samples} samples
 */
export function errors(network, { X, y, m }) {
  const outputs = network.forward(X, m);
  let [sum, largest] = [0, 0];
  for (let i = 0; i < m; i++) {
    const error = Math.abs(outputs[i] - y[i]);
    sum += error * error;
    largest = Math.max(largest, error);
  }
  return { meanSquared: sum / m, largest };
}
