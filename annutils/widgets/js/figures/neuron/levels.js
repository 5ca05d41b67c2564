// Lines on which an output without bound is 1, 2, 3, ...: their spacing is 1 / ||w||.

import { boundary } from "../../engine/halfplane.js";
import { minus } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { INK } from "../../parts/palette.js";
import { HALO, LETTER, label } from "../../parts/plane.js";
import { unbounded } from "./words.js";

/**
 * @import { Activation } from "../../engine/activations.js"
 * @import { Plane } from "../../parts/plane.js"
 */

const MOST = 28; // |z| is no larger in the figure
const APART = [30, 17]; // two numbers beside each other, or above each other
/** How far their row may lie from the middle of the boundary, best first, in the plane. */
const ASIDE = [1.5, 1.2, 1.8, 2.1, -1.5, -1.2, -1.8, -2.1, 0.9, -0.9];
const HALF = 20; // of a number, the widest
const CLEAR = HALF + 15; // from the middle of a ring or of a point

/**
 * @param {Plane} plane
 * @param {number[]} w
 * @param {number} b
 * @param {Activation} activation
 * @param {number[][]} kept places where no number stands
 * @param {SVGElement} [name] of the arrow, where none stands either
 */
export function levels(plane, w, b, activation, kept, name) {
  const size = Math.hypot(...w);
  if (!size || !unbounded(activation)) return [];
  const spacing = (plane.X(1) - plane.X(0)) / size; // in the drawing
  const isLegible = (/** @type {number} */ step) =>
    w.some((part, k) => (step * spacing * Math.abs(part)) / size >= APART[k]);
  const each = [1, 2, 5].find(isLegible) ?? 10;
  const ends = (/** @type {number} */ z) =>
    boundary(plane.x, plane.y, ([x, y]) => w[0] * x + w[1] * y + b - z);
  const lines = Array.from({ length: 2 * MOST + 1 }, (_, k) => k - MOST).filter(
    (z) => z && activation.value(z) === z && ends(z).length === 2,
  );
  const path = s("path", {
    d: lines.map((z) => plane.path(ends(z))).join(""),
    fill: "none",
    stroke: INK,
    opacity: 0.45,
  });
  const full = [...kept, [plane.x[0], plane.y[1]], [plane.x[1], plane.y[0]]].map(
    ([x, y]) => [plane.X(x), plane.Y(y)],
  );
  const { x: left, y: top, width, height } = plane.inside();
  const isInside = (/** @type {number[]} */ [x, y]) =>
    x > left + HALF && x < left + width - HALF && y > top + 12 && y < top + height - 12;
  const isFree = (/** @type {number[]} */ place) =>
    full.every(([u, v]) => Math.hypot(place[0] - u, place[1] - v) > CLEAR) &&
    !(name && covers(name, place));
  const [from, to] = ends(0);
  const middle = w.map((part, k) =>
    to ? (from[k] + to[k]) / 2 : (-b * part) / size ** 2,
  );
  const rows = ASIDE.map((aside) =>
    lines
      .filter((z) => z % each === 0)
      .map((z) => {
        const [u, v] = w.map((part, k) => middle[k] + (z * part) / size ** 2);
        const x = plane.X(u - (aside * w[1]) / size);
        return { z, at: [x, plane.Y(v + (aside * w[0]) / size)] };
      })
      .filter(({ at }) => isInside(at)),
  );
  const most = Math.max(...rows.map((row) => row.length));
  const free = rows.map((row) => row.filter(({ at }) => isFree(at)));
  const whole = rows.findIndex(
    (row, k) => 2 * row.length >= most && free[k].length === row.length,
  );
  const counts = free.map((row) => row.length);
  const row = free[whole < 0 ? counts.indexOf(Math.max(...counts)) : whole];
  const numbers = row.map(({ z, at: [x, y] }) =>
    set(label(x, y + 5, z === each ? `a = ${z}` : minus(z), "middle"), HALO),
  );
  return [path, ...numbers];
}

/**
 * Whether a number at a place would touch the name of the arrow.
 * @param {SVGElement} name
 * @param {number[]} place
 */
function covers(name, [x, y]) {
  const [at, base] = ["x", "y"].map((key) => Number(name.getAttribute(key)));
  const width = LETTER * (name.textContent ?? "").length;
  const left = name.getAttribute("text-anchor") === "end" ? at - width : at;
  return x > left - HALF && x < left + width + HALF && Math.abs(y - base + 5) < 20;
}
