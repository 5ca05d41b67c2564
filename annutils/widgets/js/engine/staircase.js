// A function of one input by pieces of equal width: steps between levels, or hinges
// between straight lines.

import { Network } from "./network.js";

/** @import { Samples } from "./datasets.js" */

/** Where one curve jumps: no border of equal pieces comes near this place. */
const JUMP = (3 - Math.sqrt(5)) / 2;

/** @param {number} x */
const wave = (x) => Math.sin(3 * Math.PI * x * x);

/**
 * A curve from 0 to 1.
 * @typedef {object} Target
 * @property {string} label
 * @property {(x: number) => number} value
 * @property {number} [jump] the place of a jump, where it has one
 */

/** @type {Record<string, Target>} */
export const TARGETS = {
  wave: { label: "Wave, sin(3πx²)", value: wave },
  hill: { label: "Hill", value: (x) => 1.6 * Math.exp(-30 * (x - 0.45) ** 2) - 0.8 },
  roof: { label: "Roof", value: (x) => 0.9 - 3.4 * Math.abs(x - 0.5) },
  jump: {
    label: "Jump",
    value: (x) => (x < JUMP ? -0.6 : 0.7 - 0.8 * (x - JUMP)),
    jump: JUMP,
  },
  own: { label: "Your own", value: wave },
};

const JUST = 1e-9; // before a jump

/** @param {Target} target */
const beforeJump = ({ jump = 0 }) => jump - JUST;

/**
 * Half of a curve's jump: no continuous output comes closer to both of its sides.
 * @param {Target} target
 */
export const halfJump = (target) =>
  target.jump === undefined
    ? 0
    : Math.abs(target.value(target.jump) - target.value(beforeJump(target))) / 2;

const EVEN = { pieces: 20, all: 400 }; // parts of a piece, and of all together, at least
/** Beside a border, in pieces: a step rises here. */
const BESIDE = Array.from({ length: 21 }, (_, k) => (k - 10) / 1000);

/**
 * The samples that the error of n pieces is measured on: even ones, many where steps
 * rise, and both sides of a jump, so that the largest error is not overlooked.
 * @param {Target} target
 * @param {number} n
 * @returns {Samples}
 */
export function samples(target, n) {
  const parts = n * Math.max(EVEN.pieces, Math.ceil(EVEN.all / n));
  const even = Array.from({ length: parts + 1 }, (_, i) => i / parts);
  const borders = Array.from({ length: n - 1 }, (_, j) => j + 1);
  const rises = borders.flatMap((j) => BESIDE.map((t) => (j + t) / n));
  const sides = target.jump === undefined ? [] : [beforeJump(target), target.jump];
  const X = Float64Array.from([...even, ...rises, ...sides]).sort();
  return { X, y: Float64Array.from(X, target.value), m: X.length };
}

/** Where a curve can be bent, and how wide a bend is. */
export const BENDS = [0.1, 0.3, 0.5, 0.7, 0.9];
const WIDTH = 0.1;

/**
 * A curve with a smooth bend of some height at each of the places.
 * @param {Target} target
 * @param {number[]} heights
 * @returns {Target}
 */
export function bent({ value, ...rest }, heights) {
  const bend = (/** @type {number} */ x) =>
    heights.reduce(
      (sum, height, k) => sum + height * Math.exp(-(((x - BENDS[k]) / WIDTH) ** 2)),
      0,
    );
  return { ...rest, value: (x) => value(x) + bend(x) };
}

/**
 * The middle of each of n pieces of equal width.
 * @param {number} n
 */
export const middles = (n) => Array.from({ length: n }, (_, j) => (j + 0.5) / n);

const STEEPNESS = 1000; // of a step, in pieces

/**
 * A network of n - 1 sigmoid units: each of n pieces has the value that the curve has in
 * its middle, and each unit is the step from one to the next.
 * @param {number} n
 * @param {Target} target
 */
export function staircase(n, { value }) {
  const network = new Network([1, Math.max(1, n - 1), 1], "sigmoid");
  const { W, b } = network.parameters;
  const levels = middles(n).map(value);
  for (let j = 1; j < n; j++) {
    W[1][j - 1] = STEEPNESS * n;
    b[1][j - 1] = -STEEPNESS * j;
    W[2][j - 1] = levels[j] - levels[j - 1];
  }
  b[2][0] = levels[0];
  return network;
}

/**
 * A network of n ReLU units: straight lines between the values at the ends of n pieces;
 * each unit is the change of the slope where its line begins.
 * @param {number} n
 * @param {Target} target
 */
export function hinges(n, { value }) {
  const network = new Network([1, n, 1], "relu");
  const { W, b } = network.parameters;
  let before = 0;
  for (let j = 0; j < n; j++) {
    const slope = n * (value((j + 1) / n) - value(j / n));
    W[1][j] = 1;
    b[1][j] = -j / n;
    W[2][j] = slope - before;
    before = slope;
  }
  b[2][0] = value(0);
  return network;
}

/**
 * What a unit adds, the network for n pieces, and the slope of the error on
 * scales of equal factors: twice as many pieces make 2 ** slope of it, where the curve is
 * smooth; `share` is the factor of its bound.
 * @type {Record<string, { label: string, slope: number, share: number,
 *   build: (n: number, target: Target) => Network }>}
 */
export const KINDS = {
  steps: {
    label: "a step (sigmoid)",
    slope: -1,
    share: 1 / 2,
    build: staircase,
  },
  hinges: {
    label: "a hinge (ReLU)",
    slope: -2,
    share: 1 / 8,
    build: hinges,
  },
};

const FINE = 1000; // places at which slopes are looked for
const SEEN = 0.05; // as far aside, a place still seems to be the same
const CLOSE = 0.1; // how well they agree with those of half as many places

/**
 * The largest size of a curve's slope (order 1), or of the change of its slope (2), over
 * n places from one x to another.
 * @param {Target} target
 * @param {number} order
 * @param {number} n
 * @param {number} from
 * @param {number} to
 */
function steepest({ value }, order, n, from = 0, to = 1) {
  const apart = (to - from) / n;
  let values = Float64Array.from({ length: n + 1 }, (_, i) => value(from + i * apart));
  for (let k = 0; k < order; k++) {
    values = values.subarray(1).map((y, i) => (y - values[i]) / apart);
  }
  return values.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}

/**
 * An error that n pieces do not exceed and, as they become narrow, approach: half a piece
 * times the largest slope, or an eighth of its square times the largest second
 * derivative. Nothing where there is none, as where a curve jumps.
 * @param {string} kind
 * @param {Target} target
 * @returns {((n: number) => number) | null}
 */
export function bound(kind, target) {
  const { slope, share } = KINDS[kind];
  const [rough, fine] = [FINE / 2, FINE].map((n) => steepest(target, -slope, n));
  if (Math.abs(rough - fine) > CLOSE * fine) return null;
  return (n) => share * fine * n ** slope;
}

/**
 * Whether the curve is steepest, or for hinges, bends most, at x, within half a piece of n
 * and near enough to be seen there.
 * @param {string} kind
 * @param {Target} target
 * @param {number} n
 * @param {number} x
 */
export function isSteepest(kind, target, n, x) {
  if (target.jump !== undefined) return false;
  const aside = Math.min(0.5 / n, SEEN);
  const [from, to] = [Math.max(0, x - aside), Math.min(1, x + aside)];
  const order = -KINDS[kind].slope;
  const here = steepest(target, order, FINE, from, to);
  const most = steepest(target, order, FINE);
  return here > 0.99 * most;
}

/**
 * Where each hidden unit acts: its pre-activation is 0 there.
 * @param {Network} network
 */
export function unitPlaces({ parameters: { W, b } }) {
  return Array.from(W[1], (w, j) => (w ? -b[1][j] / w + 0 : Number.NaN)).filter(
    (place) => !Number.isNaN(place),
  );
}

/**
 * The outputs of a network without one of its hidden units.
 * @param {Network} network
 * @param {number} unit
 * @param {Samples} samples
 */
export function without(network, unit, { X, m }) {
  const [, , W] = network.parameters.W;
  const weight = W[unit];
  W[unit] = 0;
  const outputs = network.forward(X, m).slice();
  W[unit] = weight;
  return outputs;
}

/**
 * Where on the samples the error is largest, and what it is there.
 * @param {Network} network
 * @param {Samples} samples
 */
export function worst(network, { X, y, m }) {
  const outputs = network.forward(X, m);
  let at = 0;
  const error = (/** @type {number} */ i) => Math.abs(outputs[i] - y[i]);
  for (let i = 1; i < m; i++) if (error(i) > error(at)) at = i;
  return { x: X[at], output: outputs[at], target: y[at], error: error(at) };
}

/**
 * The largest error on the samples.
 * @param {Network} network
 * @param {Samples} samples
 */
export const largestError = (network, samples) => worst(network, samples).error;
