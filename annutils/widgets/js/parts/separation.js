// What a linear unit makes of the plane: two sides, the line between them, its normal.

import { boundary, cut, rectangle } from "../engine/halfplane.js";
import { s } from "./dom.js";
import { CLASSES, INK } from "./palette.js";

/** @import { Plane } from "./plane.js" */

const LINE = { fill: "none", stroke: INK };

/**
 * The two sides of the line w . x + b = 0.
 * @param {Plane} plane
 * @param {number[]} w
 * @param {number} b
 */
export function sides(plane, w, b) {
  const z = (/** @type {number[]} */ [x, y]) => w[0] * x + w[1] * y + b;
  return [
    side(plane, z, CLASSES[1]),
    side(plane, (point) => -z(point) - 1e-12, CLASSES[0]), // z = 0 is of class 1
  ];
}

/**
 * The line itself and its normal vector, where the plane shows them.
 * @param {Plane} plane
 * @param {number[]} w
 * @param {number} b
 */
export function line(plane, w, b) {
  const ends = boundary(plane.x, plane.y, ([x, y]) => w[0] * x + w[1] * y + b);
  if (ends.length !== 2) return [];
  const d = plane.path(ends);
  return [s("path", { d, ...LINE, "stroke-width": 2 }), normal(plane, ends, w)];
}

/**
 * @param {Plane} plane
 * @param {(point: number[]) => number} z
 * @param {string} color
 */
function side(plane, z, color) {
  const corners = cut(rectangle(plane.x, plane.y), z);
  const d = corners.length ? `${plane.path(corners)}Z` : "";
  return s("path", { d, fill: color, opacity: 0.2 });
}

/**
 * The normal vector, from the middle of the visible line; long ones are shortened.
 * @param {Plane} plane
 * @param {number[][]} ends
 * @param {number[]} w
 */
function normal(plane, ends, w) {
  const middle = [0, 1].map((k) => (ends[0][k] + ends[1][k]) / 2);
  const length = Math.hypot(...w);
  const shown = Math.min(1, 0.25 + 0.25 * length) / length;
  const tip = middle.map((value, k) => value + shown * w[k]);
  const [from, to] = [middle, tip].map(([x, y]) => [plane.X(x), plane.Y(y)]);
  return s("path", { d: arrow(from, to), ...LINE, "stroke-width": 3 });
}

/**
 * The path of an arrow from one place of the drawing to another.
 * @param {number[]} from
 * @param {number[]} to
 */
export function arrow([x, y], [u, v], head = 9) {
  const angle = Math.atan2(v - y, u - x);
  const wing = (/** @type {number} */ turn) => {
    const way = angle + Math.PI + turn;
    return `${u + head * Math.cos(way)} ${v + head * Math.sin(way)}`;
  };
  return `M${x} ${y}L${u} ${v}M${wing(0.45)}L${u} ${v}L${wing(-0.45)}`;
}

/**
 * A dashed ring around a point that is looked at.
 * @param {Plane} plane
 * @param {number[]} point
 */
export function attention(plane, [x, y]) {
  const place = { cx: plane.X(x), cy: plane.Y(y), r: 15 };
  return s("circle", {
    ...place,
    ...LINE,
    "stroke-width": 1.5,
    "stroke-dasharray": "4 3",
  });
}
