// Lines on which an output without bound is 1, 2, 3, ...: their spacing is 1 / ||w||.

import { boundary } from "../../engine/halfplane.js";
import { minus } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { INK } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { unbounded } from "./words.js";

/**
 * @import { Activation } from "../../engine/activations.js"
 * @import { Plane } from "../../parts/plane.js"
 */

const MOST = 28; // |z| is no larger in the figure
const LONG = 90; // a line that is shorter in the drawing has no number
const APART = 25; // numbers of the drawing between two lines that both have one
const ALONG = [0.85, 0.92, 0.75, 0.65]; // where on its line a number may stand
const HALF = 20; // of a number, the widest
const CLEAR = HALF + 15; // from the middle of a ring or of the white point

/**
 * @param {Plane} plane
 * @param {number[]} w
 * @param {number} b
 * @param {Activation} activation
 * @param {number[][]} kept places where no number stands
 */
export function levels(plane, w, b, activation, kept) {
  const size = Math.hypot(...w);
  if (!size || !unbounded(activation)) return [];
  const spacing = (plane.X(1) - plane.X(0)) / size; // in the drawing
  const each = [1, 2, 5].find((step) => step * spacing >= APART) ?? 10;
  const along = (/** @type {number[]} */ [x, y]) => w[0] * y - w[1] * x;
  const lines = Array.from({ length: 2 * MOST + 1 }, (_, k) => k - MOST)
    .filter((z) => z && activation.value(z) === z)
    .map((z) => {
      const ends = boundary(plane.x, plane.y, ([x, y]) => w[0] * x + w[1] * y + b - z);
      return { z, ends: ends.sort((one, other) => along(one) - along(other)) };
    })
    .filter(({ ends }) => ends.length === 2);
  const path = s("path", {
    d: lines.map(({ ends }) => plane.path(ends)).join(""),
    fill: "none",
    stroke: INK,
    opacity: 0.45,
  });
  const isFree = (/** @type {number[]} */ [x, y]) =>
    x > plane.X(plane.x[0]) + HALF &&
    x < plane.X(plane.x[1]) - HALF &&
    kept.every(([u, v]) => Math.hypot(x - plane.X(u), y - plane.Y(v)) > CLEAR);
  const numbers = lines.flatMap(({ z, ends: [from, to] }) => {
    const long = Math.hypot(
      plane.X(from[0]) - plane.X(to[0]),
      plane.Y(from[1]) - plane.Y(to[1]),
    );
    const place = ALONG.map((part) => {
      const [x, y] = from.map((value, k) => value + part * (to[k] - value));
      return [plane.X(x), plane.Y(y)];
    }).find(isFree);
    if (z % each || long < LONG || !place) return [];
    const [x, y] = place;
    return [set(label(x, y + 5, z === each ? `a = ${z}` : minus(z), "middle"), HALO)];
  });
  return [path, ...numbers];
}
