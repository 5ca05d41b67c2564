// A line of `engine/contour.js` in a plane.

import { s } from "./dom.js";
import { INK } from "./palette.js";

/** @import { Plane } from "./plane.js" */

/**
 * Lines through places of a grid of n by n, as `grid` of `surface.js` lays it.
 * @param {Plane} plane
 * @param {number[][][]} lines
 * @param {number} n
 * @param {Record<string, any>} look
 */
export function boundary(plane, lines, n, look) {
  const { x, y } = plane;
  const d = lines.map((line) =>
    plane.path(
      line.map(([column, row]) => [
        x[0] + ((column + 0.5) / n) * (x[1] - x[0]),
        y[1] - ((row + 0.5) / n) * (y[1] - y[0]),
      ]),
    ),
  );
  const usual = { fill: "none", stroke: INK, "stroke-linejoin": "round" };
  return s("path", { ...usual, d: d.join(""), ...look });
}
