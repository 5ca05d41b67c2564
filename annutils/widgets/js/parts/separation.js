// What a linear unit makes of the plane: two sides, the line between them, its normal.

import { boundary, cut, rectangle } from "../engine/halfplane.js";
import { s, set } from "./dom.js";
import { CLASSES, INK } from "./palette.js";
import { HALO, LETTER, label } from "./plane.js";

/** @import { Plane } from "./plane.js" */

const LINE = { fill: "none", stroke: INK };
const ARROW = 0.14; // its length, as a part of the plane

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
 * The line itself and an arrow in the direction of w, where the plane shows them.
 * @param {Plane} plane
 * @param {number[]} w
 * @param {number} b
 * @param {string} [name] of the arrow
 */
export function line(plane, w, b, name = "") {
  const ends = boundary(plane.x, plane.y, ([x, y]) => w[0] * x + w[1] * y + b);
  if (ends.length !== 2) return [];
  const d = plane.path(ends);
  return [
    s("path", { d, ...LINE, "stroke-width": 2 }),
    ...normal(plane, ends, w, name),
  ];
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
 * An arrow of fixed length, at right angles to the middle of the visible line; its name is
 * before the tip, or behind the line where the frame would cut it.
 * @param {Plane} plane
 * @param {number[][]} ends
 * @param {number[]} w
 * @param {string} name
 */
function normal(plane, ends, w, name) {
  const middle = [0, 1].map((k) => (ends[0][k] + ends[1][k]) / 2);
  const unit = (ARROW * (plane.x[1] - plane.x[0])) / Math.hypot(...w);
  const [from, tip, beyond, behind] = [0, 1, 1.2, -0.25].map((far) => {
    const [x, y] = middle.map((value, k) => value + far * unit * w[k]);
    return [plane.X(x), plane.Y(y)];
  });
  const { x: left, y: top, width, height } = plane.inside();
  const way = w[0] > 0 ? 1 : -1;
  const end = beyond[0] + way * LETTER * name.length;
  const fits =
    end > left &&
    end < left + width &&
    beyond[1] - 12 > top &&
    beyond[1] + 10 < top + height;
  const [x, y] = fits ? beyond : behind;
  const named = label(x, y + 5, name, fits === way > 0 ? "start" : "end");
  return [
    s("path", { d: arrow(from, tip), ...LINE, "stroke-width": 3 }),
    ...(name ? [set(named, HALO)] : []),
  ];
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
