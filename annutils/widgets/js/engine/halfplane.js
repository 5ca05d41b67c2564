// The part of a rectangle where w . x + b >= 0.

/**
 * Cut a convex polygon by a line (Sutherland and Hodgman 1974).
 * @param {number[][]} corners in order
 * @param {(corner: number[]) => number} z an affine function
 * @returns {number[][]} corners of the part where z is at least 0
 */
export function cut(corners, z) {
  return corners.flatMap((corner, i) => {
    const before = corners[(i + corners.length - 1) % corners.length];
    const [u, v] = [z(before), z(corner)];
    const t = u / (u - v);
    const crossing = before.map((value, k) => value + t * (corner[k] - value));
    const part = u >= 0 !== v >= 0 ? [crossing] : [];
    return v >= 0 ? [...part, corner] : part;
  });
}

/** The corners of the rectangle x[0]..x[1] by y[0]..y[1]. */
export const rectangle = (x, y) => [
  ...[[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]]],
];

/** The ends of the line z = 0 within the rectangle, or none. */
export function boundary(x, y, z) {
  const corners = rectangle(x, y);
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % 4];
    const [u, v] = [z(corner), z(next)];
    if (u >= 0 === v >= 0) return [];
    return [corner.map((value, k) => value + (u / (u - v)) * (next[k] - value))];
  });
}
