// Lines of before, and the weights with what a mistake added to them.

import { boundary } from "../../engine/halfplane.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, CLASSES, INK, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @typedef {{ w: number[], b: number }} Guess
 */

const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };

/**
 * The lines of before: the older, the fainter.
 * @param {Plane} plane
 * @param {Guess[]} guesses oldest first
 */
export function past(plane, guesses) {
  return guesses.flatMap(({ w, b }, k) => {
    const ends = boundary(plane.x, plane.y, ([x, y]) => w[0] * x + w[1] * y + b);
    if (ends.length !== 2) return [];
    const opacity = 0.1 + (0.4 * (k + 1)) / guesses.length;
    return [s("path", { d: plane.path(ends), fill: "none", stroke: INK, opacity })];
  });
}

/**
 * A word beside a point.
 * @param {Plane} plane
 * @param {number[]} point
 * @param {number} down from the point, in the drawing
 * @param {string} word
 */
export const beside = (plane, [x, y], down, word) =>
  set(label(plane.X(x), plane.Y(y) + down, word, "middle"), HALO);

/**
 * The name of the sample that the last step added or took away, beside it.
 * @param {Plane} plane
 * @param {number[]} point
 * @param {number} error 1 or -1
 * @param {number} rate
 */
export function mistaken(plane, [x, y], error, rate) {
  const name = label(plane.X(x) + 13, plane.Y(y) - 11, changed(error, rate), "start");
  return set(name, { ...HALO, "font-weight": "bold" });
}

/**
 * @param {number} error
 * @param {number} rate
 */
const changed = (error, rate) =>
  `${error > 0 ? "+" : "−"} ${rate === 1 ? "" : `${rate} `}x`;

/**
 * Draw the weight vector; after a mistake also the old one and, from its tip, the sample
 * that was added or subtracted.
 * @param {Plane} plane
 * @param {number[]} w
 * @param {number[] | null} before the weights before the last step, if it changed them
 * @param {number} error of that step: 1 or -1
 * @param {number} rate
 */
export function weightsAfter(plane, w, before, error, rate) {
  const far = Math.max(
    2.4,
    ...[...w, ...(before ?? [])].map((value) => Math.abs(value)),
  );
  const range = [-1.25 * far, 1.25 * far];
  plane.zoom(range, range);
  const at = (/** @type {number[]} */ [x, y]) => [plane.X(x), plane.Y(y)];
  const [origin, tip] = [at([0, 0]), at(w)];
  const vector = (
    /** @type {number[]} */ from,
    /** @type {number[]} */ to,
    /** @type {Record<string, any>} */ look,
  ) => s("path", { d: arrow(from, to), fill: "none", "stroke-width": 2.5, ...look });
  const drawn = [vector(origin, tip, { stroke: INK }), named(tip, origin, "w")];
  if (before) {
    const old = at(before);
    const middle = old.map((value, k) => (value + tip[k]) / 2);
    const color = CLASSES[error > 0 ? 1 : 0];
    drawn.unshift(
      vector(origin, old, { stroke: AXIS, opacity: 0.6 }),
      vector(old, tip, { stroke: color, "stroke-dasharray": "5 3" }),
      named(middle, origin, changed(error, rate)),
    );
  }
  plane.content.replaceChildren(...drawn);
}

/**
 * A name beside the end of an arrow, away from its start.
 * @param {number[]} tip
 * @param {number[]} from
 * @param {string} name
 */
function named([x, y], [u, v], name) {
  const length = Math.hypot(x - u, y - v) || 1;
  const [dx, dy] = [(14 * (x - u)) / length, (14 * (y - v)) / length];
  return label(x + dx, y + dy + 5, name, "middle");
}
