// Why no line separates two classes of points in the plane: a few points that show it.

const SCALE = 1000; // coordinates have three decimals: as whole numbers, sums are exact

/**
 * Whether c lies to the left of the way from a to b (1), to the right (-1), or on it (0).
 * @param {number[]} a
 * @param {number[]} b
 * @param {number[]} c
 */
function turn(a, b, c) {
  const [p, q, r] = [a, b, c].map(([x, y]) => [x, y].map((v) => Math.round(v * SCALE)));
  return Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
}

/**
 * Whether a point lies on the string from a to b, which may be a single point.
 * @param {number[][]} string
 * @param {number[]} point
 */
const on = ([a, b], point) =>
  turn(a, b, point) === 0 &&
  [0, 1].every(
    (k) => Math.min(a[k], b[k]) <= point[k] && point[k] <= Math.max(a[k], b[k]),
  );

/**
 * Whether two strings have a point in common.
 * @param {number[][]} one
 * @param {number[][]} other
 */
function meet(one, other) {
  const [[a, b], [c, d]] = [one, other];
  if (other.some((end) => on(one, end)) || one.some((end) => on(other, end)))
    return true;
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/**
 * Whether a point lies within a triangle.
 * @param {number[][]} triangle
 * @param {number[]} point
 */
function within([a, b, c], point) {
  const turns = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
  return turns.every((each) => each > 0) || turns.every((each) => each < 0);
}

/** @param {number[][]} points each two of them, and each with itself */
const strings = (points) =>
  points.flatMap((a, i) => points.slice(i).map((b) => [a, b]));

/** @param {number[][]} points */
const triangles = (points) =>
  points.flatMap((a, i) =>
    points
      .slice(i + 1)
      .flatMap((b, j) => points.slice(i + j + 2).map((c) => [a, b, c])),
  );

/**
 * Points of both classes between which no line can pass, or null where a line separates
 * all. In the plane, four points are enough to show it (Kirchberger 1903): two strings that
 * meet, each of two points or one, or a triangle around a point.
 * @param {number[][]} points [x1, x2, label]
 * @returns {number[][][] | null} those of class 0, those of class 1
 */
export function knot(points) {
  const classes = [0, 1].map((label) => points.filter((point) => point[2] === label));
  const [blue, orange] = classes.map(strings);
  for (const one of blue) {
    const other = orange.find((string) => meet(one, string));
    if (other) return [one, other].map((string) => [...new Set(string)]);
  }
  for (const k of [0, 1]) {
    for (const triangle of triangles(classes[k])) {
      const point = classes[1 - k].find((each) => within(triangle, each));
      if (point) return k === 0 ? [triangle, [point]] : [[point], triangle];
    }
  }
  return null;
}
