// The part of a rectangle where w . x + b >= 0.

/**
 * Where the edge from one corner to the next crosses z = 0.
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} zFrom
 * @param {number} zTo of the other sign
 */
function crossing(from, to, zFrom, zTo) {
  const t = zFrom / (zFrom - zTo);
  return from.map((value, k) => value + t * (to[k] - value));
}

/**
 * Cut a convex polygon by a line (Sutherland and Hodgman 1974).
 * @param {number[][]} corners in order
 * @param {(corner: number[]) => number} z an affine function
 * @returns {number[][]} corners of the part where z is at least 0
 */
export function cut(corners, z) {
  return corners.flatMap((corner, i) => {
    const before = corners[(i + corners.length - 1) % corners.length];
    const [zBefore, zHere] = [z(before), z(corner)];
    const crosses = zBefore >= 0 !== zHere >= 0;
    const part = crosses ? [crossing(before, corner, zBefore, zHere)] : [];
    return zHere >= 0 ? [...part, corner] : part;
  });
}

/**
 * The corners of the rectangle x[0]..x[1] by y[0]..y[1].
 * @param {number[]} x
 * @param {number[]} y
 */
export const rectangle = (x, y) => [
  [x[0], y[0]],
  [x[1], y[0]],
  [x[1], y[1]],
  [x[0], y[1]],
];

/**
 * The ends of the line z = 0 within the rectangle, or none.
 * @param {number[]} x
 * @param {number[]} y
 * @param {(corner: number[]) => number} z
 */
export function boundary(x, y, z) {
  const corners = rectangle(x, y);
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % 4];
    const [zHere, zNext] = [z(corner), z(next)];
    return zHere >= 0 === zNext >= 0 ? [] : [crossing(corner, next, zHere, zNext)];
  });
}
