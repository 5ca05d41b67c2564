// A linear unit that learns without a teacher, and the direction in which its inputs vary
// most.

/** By rule, how much of the weights a step takes away. @type {Record<string, number>} */
const FORGET = { hebb: 0, oja: 1 };

/**
 * Points turned around the origin.
 * @param {number[][]} points
 * @param {number} degrees
 */
export function turned(points, degrees) {
  const [c, s] = unit(degrees);
  return points.map(([u, v]) => [c * u - s * v, s * u + c * v]);
}

/**
 * The vector of length 1 in a direction.
 * @param {number} degrees
 */
export function unit(degrees) {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * The weights at first and after each point: Hebb (1949), w + eta a x with a = w x; Oja
 * (1982), w + eta a (x - a w).
 * @param {number[][]} points
 * @param {number[]} start
 * @param {number} rate eta
 * @param {string} rule
 */
export function learned(points, start, rate, rule) {
  let w = start;
  const path = [w];
  for (const x of points) {
    const a = w[0] * x[0] + w[1] * x[1];
    const taken = FORGET[rule] * a;
    w = w.map((each, k) => each + rate * a * (x[k] - taken * each));
    path.push(w);
  }
  return path;
}

/**
 * In which direction points vary most, from -90 to 90 degrees: that of the eigenvector of
 * their covariances with the greater eigenvalue.
 * @param {number[][]} points
 */
export function mainDirection(points) {
  const mean = [0, 1].map(
    (k) => points.reduce((sum, x) => sum + x[k], 0) / points.length,
  );
  const moment = (/** @type {number} */ i, /** @type {number} */ j) =>
    points.reduce((sum, x) => sum + (x[i] - mean[i]) * (x[j] - mean[j]), 0);
  const twice = Math.atan2(2 * moment(0, 1), moment(0, 0) - moment(1, 1));
  return (twice * 90) / Math.PI;
}

/**
 * By which factors a step of Hebb's rule multiplies the parts of w along a direction and
 * across it, on average over the points; right where the points vary most.
 * @param {number[][]} points
 * @param {number} degrees
 * @param {number} rate eta
 */
export const growth = (points, degrees, rate) =>
  [degrees, degrees + 90].map((angle) => {
    const [c, s] = unit(angle);
    const squares = points.reduce((sum, [u, v]) => sum + (c * u + s * v) ** 2, 0);
    return 1 + (rate * squares) / points.length;
  });

/** @param {number[]} w */
export const length = (w) => Math.hypot(w[0], w[1]);

/**
 * How many degrees, 90 at most, an arrow is off a line through the origin.
 * @param {number[]} w
 * @param {number} degrees of the line
 */
export function off([x, y], degrees) {
  const [c, s] = unit(degrees);
  const angle = Math.atan2(Math.abs(c * y - s * x), Math.abs(c * x + s * y));
  return (angle * 180) / Math.PI;
}
