// Two soft neurons move the points of XOR, and whether a line separates them there; it
// knows no page, so that Node can test it.

/** The four inputs: the first and the last are of class 0. */
export const POINTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
export const LABELS = [0, 1, 1, 0];
export const MIDDLE = [0.5, 0.5];
const NONE = 1e-9; // a distance that is one of rounding alone

/**
 * A neuron: its line has the normal direction `angle` (in degrees) and lies `offset` from
 * the middle of the square; `sharpness` is the length of its weights.
 * @typedef {{ angle: number, offset: number, sharpness: number }} Neuron
 */

/**
 * The weights and the bias of a neuron.
 * @param {Neuron} neuron
 */
export function weightsOf({ angle, offset, sharpness }) {
  const turn = (angle * Math.PI) / 180;
  const [u, v] = [Math.cos(turn), Math.sin(turn)];
  const away = u * MIDDLE[0] + v * MIDDLE[1] + offset;
  return { w: [sharpness * u, sharpness * v], b: -sharpness * away };
}

/**
 * What the neurons answer to an input: its place in their plane.
 * @param {{ w: number[], b: number }[]} units
 * @param {number[]} x
 */
export const moved = (units, [x, y]) =>
  units.map(({ w, b }) => 1 / (1 + Math.exp(-(w[0] * x + w[1] * y + b))));

/**
 * The angle and the offset of the line through two ends.
 * @param {number[][]} ends
 */
export function lineThrough([[x, y], [u, v]]) {
  const length = Math.hypot(u - x, v - y);
  const normal = [(v - y) / length, (x - u) / length];
  const offset = normal[0] * (x - MIDDLE[0]) + normal[1] * (y - MIDDLE[1]);
  return { angle: (Math.atan2(normal[1], normal[0]) * 180) / Math.PI, offset };
}

/**
 * On which side of the line from a to b a point lies.
 * @param {number[]} a
 * @param {number[]} b
 * @param {number[]} point
 */
const side = (a, b, point) =>
  Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]));

/**
 * Where two strings cross, if they do.
 * @param {number[][]} one two ends
 * @param {number[][]} other
 */
export function crossing([a, b], [c, d]) {
  const crosses =
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  if (!crosses) return null;
  const [u, v] = [b[0] - a[0], b[1] - a[1]];
  const [p, q] = [d[0] - c[0], d[1] - c[1]];
  const t = ((c[0] - a[0]) * q - (c[1] - a[1]) * p) / (u * q - v * p);
  return [a[0] + t * u, a[1] + t * v];
}

/**
 * Where the strings cross, if they do, and how much of the string of class 1 lies beyond:
 * the share of its shorter piece, and the input at that end.
 * @param {number[][]} places of the four inputs
 */
export function beyond([p, q, r, s]) {
  const place = crossing([p, s], [q, r]);
  if (!place) return null;
  const share = length([q, place]) / length([q, r]);
  return share < 0.5 ? { place, share, end: 1 } : { place, share: 1 - share, end: 2 };
}

/**
 * The point of a string that is closest.
 * @param {number[]} point
 * @param {number[][]} string
 */
function closest(point, [a, b]) {
  const [u, v] = [b[0] - a[0], b[1] - a[1]];
  const square = u * u + v * v;
  const along = (point[0] - a[0]) * u + (point[1] - a[1]) * v;
  const t = square ? Math.min(1, Math.max(0, along / square)) : 0;
  return [a[0] + t * u, a[1] + t * v];
}

/**
 * The line in the middle of the widest gap between the two classes, or null. Two points
 * and two points can be separated if and only if the strings between them have no point
 * in common.
 * @param {number[][]} places of the four inputs
 */
export function separation([p, q, r, s]) {
  const [blue, orange] = [
    [p, s],
    [q, r],
  ];
  if (crossing(blue, orange)) return null;
  const pairs = [
    ...blue.map((point) => [point, closest(point, orange)]),
    ...orange.map((point) => [closest(point, blue), point]),
  ];
  const [from, to] = pairs.reduce((best, pair) =>
    length(pair) < length(best) ? pair : best,
  );
  const gap = length([from, to]);
  if (gap < NONE) return null;
  const w = [0, 1].map((k) => (to[k] - from[k]) / gap);
  const b = -(w[0] * (from[0] + to[0]) + w[1] * (from[1] + to[1])) / 2;
  return { gap, w, b, ends: [from, to] };
}

/** @param {number[][]} pair */
export const length = ([[x, y], [u, v]]) => Math.hypot(u - x, v - y);
