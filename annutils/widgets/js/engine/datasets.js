// Labeled points of the plane, about -3 to 3: the sets of `annutils.data`, to scale.

import { Random } from "./random.js";

const polar = (radius, angle) => [radius * Math.cos(angle), radius * Math.sin(angle)];

/** Each takes a label, the way t from 0 to 1 through its class, and the generator. */
const SHAPES = {
  blobs: (label, t, random) => [
    (label ? -1.3 : 1.3) + 0.55 * random.normal(),
    (label ? -1.3 : 1.3) + 0.55 * random.normal(),
  ],
  circles: (label, t) => polar(label ? 1 : 2, 2 * Math.PI * t),
  xor: (label, t) => {
    const first = t < 0.5 ? 1 : -1;
    return [1.3 * first, 1.3 * (label ? -first : first)];
  },
  spiral: (label, t) => {
    const way = 0.1 + 0.9 * t;
    return polar(2.4 * way, 2 * Math.PI * (way + label / 2));
  },
  moons: (label, t) => {
    const [x, y] = polar(1.5, Math.PI * t);
    return label ? [0.75 - x, 0.4 - y] : [x - 0.75, y - 0.4];
  },
};

export const DATA_SETS = Object.keys(SHAPES);

/** Noise is that of `xor` in units of its clouds; the other shapes take it as it is. */
const SPREAD = { blobs: 1, circles: 1, xor: 3, spiral: 1, moons: 1 };

/**
 * Draw a data set: classes of equal size, shuffled.
 * @param {string} name one of DATA_SETS
 * @param {{m: number, noise: number, seed: number}} settings
 * @returns {{X: Float64Array, y: Float64Array, m: number}} X has rows of two
 */
export function makeData(name, { m, noise, seed }) {
  const random = new Random(seed);
  const points = [];
  for (let i = 0; i < m; i++) {
    const label = i % 2;
    const way = (i - label) / Math.max(1, m - 1);
    points.push([...SHAPES[name](label, way, random), label]);
  }
  for (const point of points) {
    point[0] += noise * SPREAD[name] * random.normal();
    point[1] += noise * SPREAD[name] * random.normal();
  }
  return fromPoints(random.shuffle(points));
}

/** Make a data set from a list of [x1, x2, label]. */
export function fromPoints(points) {
  const X = Float64Array.from(points.flatMap(([x, y]) => [x, y]));
  const y = Float64Array.from(points, ([, , label]) => label);
  return { X, y, m: points.length };
}

/** Cut a data set in two; the first part holds the given share of its samples. */
export function split({ X, y, m }, share) {
  const cut = Math.min(m, Math.max(1, Math.round(m * share)));
  return [
    { X: X.slice(0, 2 * cut), y: y.slice(0, cut), m: cut },
    { X: X.slice(2 * cut), y: y.slice(cut), m: m - cut },
  ];
}
