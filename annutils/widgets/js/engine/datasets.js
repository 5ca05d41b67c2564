// Labeled points of the plane, about -3 to 3: the sets of `annutils.data`, to scale.

import { Random } from "./random.js";

/**
 * Rows X of two coordinates (or of as many inputs as a network takes), and labels y.
 * @typedef {{ X: Float64Array, y: ArrayLike<number>, m: number }} Samples
 */

/**
 * @typedef {object} DataSet
 * @property {string} label what readers see
 * @property {number} noiseScale what noise is multiplied with
 * @property {(label: number, t: number, random: Random) => number[]} place of a point of
 *   a class, at the part t from 0 to 1 of the way through it
 * @property {string[]} code the same in NumPy, for arrays y and t: how X comes about
 */

const polar = (/** @type {number} */ radius, /** @type {number} */ angle) => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

/** @type {Record<string, DataSet>} */
export const DATA_SETS = {
  blobs: {
    label: "Blobs",
    noiseScale: 1,
    place(label, _, random) {
      const center = label ? -1.3 : 1.3;
      return [center + 0.55 * random.normal(), center + 0.55 * random.normal()];
    },
    code: [
      "center = np.where(y == 1, -1.3, 1.3)[:, np.newaxis]",
      "X = center + 0.55 * rng.normal(size=(len(y), 2))",
    ],
  },
  circles: {
    label: "Circles",
    noiseScale: 1,
    place: (label, t) => polar(label ? 1 : 2, 2 * Math.PI * t),
    code: [
      "radius, angle = np.where(y == 1, 1, 2), 2 * np.pi * t",
      "X = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])",
    ],
  },
  xor: {
    label: "XOR",
    noiseScale: 3, // noise is counted in units of the four clouds
    place(label, t) {
      const first = t < 0.5 ? 1 : -1;
      return [1.3 * first, 1.3 * (label ? -first : first)];
    },
    code: [
      "first = np.where(t < 0.5, 1, -1)",
      "X = 1.3 * np.column_stack([first, np.where(y == 1, -first, first)])",
    ],
  },
  spiral: {
    label: "Spiral",
    noiseScale: 1,
    place(label, t) {
      const turn = 0.1 + 0.9 * t;
      return polar(2.4 * turn, 2 * Math.PI * (turn + label / 2));
    },
    code: [
      "turn = 0.1 + 0.9 * t",
      "radius, angle = 2.4 * turn, 2 * np.pi * (turn + y / 2)",
      "X = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])",
    ],
  },
  moons: {
    label: "Moons",
    noiseScale: 1,
    place(label, t) {
      const [x, y] = polar(1.5, Math.PI * t);
      return label ? [0.75 - x, 0.4 - y] : [x - 0.75, y - 0.4];
    },
    code: [
      "angle, side = np.pi * t, np.where(y == 1, -1, 1)",
      "x1, x2 = 1.5 * np.cos(angle) - 0.75, 1.5 * np.sin(angle) - 0.4",
      "X = np.column_stack([side * x1, side * x2])",
    ],
  },
};

/**
 * Draw a data set: classes of equal size, shuffled.
 * @param {string} name one of DATA_SETS
 * @param {{ m: number, noise: number, seed: number }} settings
 * @returns {Samples}
 */
export function makeData(name, { m, noise, seed }) {
  const random = new Random(seed);
  const { place, noiseScale } = DATA_SETS[name];
  const points = [];
  for (let i = 0; i < m; i++) {
    const label = i % 2;
    const t = (i - label) / Math.max(1, m - 1);
    points.push([...place(label, t, random), label]);
  }
  for (const point of points) {
    point[0] += noise * noiseScale * random.normal();
    point[1] += noise * noiseScale * random.normal();
  }
  return fromPoints(random.shuffle(points));
}

/**
 * Make a data set from a list of [x1, x2, label].
 * @param {number[][]} points
 * @returns {Samples}
 */
export function fromPoints(points) {
  const X = Float64Array.from(points.flatMap((point) => point.slice(0, 2)));
  const y = Float64Array.from(points, ([, , label]) => label);
  return { X, y, m: points.length };
}

/**
 * Cut a data set in two; the first part holds the given share of its samples.
 * @param {Samples} samples
 * @param {number} share
 * @returns {[Samples, Samples]}
 */
export function split({ X, y, m }, share) {
  const cut = Math.min(m, Math.max(1, Math.round(m * share)));
  const labels = Float64Array.from(y);
  return [
    { X: X.slice(0, 2 * cut), y: labels.slice(0, cut), m: cut },
    { X: X.slice(2 * cut), y: labels.slice(cut), m: m - cut },
  ];
}
