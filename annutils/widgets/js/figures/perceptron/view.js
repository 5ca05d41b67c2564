// Lines of before, names beside points, and the plane of the weights.

import { boundary } from "../../engine/halfplane.js";
import { s } from "../../parts/dom.js";
import { along, around, labels, square } from "../../parts/labels.js";
import { AXIS, CLASSES, INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { change } from "./words.js";

/**
 * @typedef {{ w: number[], b: number }} Guess
 * @typedef {{ point: number[], error: number, rate: number }} Seen the sample of the last
 *   step, its error, and the learning rate
 */

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
 * Strings around points that no line separates, those of either class.
 * @param {Plane} plane
 * @param {number[][][]} knot
 */
export const tied = (plane, knot) =>
  knot.map((points, k) =>
    s("path", {
      // There and back again, the dashes of a string would fill its gaps.
      d: `${plane.path(points)}${points.length > 2 ? "Z" : ""}`,
      fill: "none",
      stroke: CLASSES[k],
      "stroke-width": 3,
      "stroke-dasharray": "7 5",
    }),
  );

/**
 * Which point comes next, what the last step did, and which points it spoiled.
 * @param {Plane} plane
 * @param {number[][]} list
 * @param {{ next: number[] | null, seen: Seen | null, spoiled: number[][] }} what
 */
export function names(plane, list, { next, seen, spoiled }) {
  const at = (/** @type {number[]} */ [x, y]) => [plane.X(x), plane.Y(y)];
  const name = (
    /** @type {number[]} */ point,
    /** @type {string} */ text,
    bold = false,
  ) => ({ text, bold, at: around(at(point), text), mark: at(point) });
  return labels(
    plane,
    [
      ...(seen
        ? [name(seen.point, change(seen.error, seen.rate) || "right", !!seen.error)]
        : []),
      ...(next ? [name(next, "next")] : []),
      ...spoiled.map((point) => name(point, "wrong now")),
    ],
    list.map((point) => square(at(point), 10)),
  );
}

const TRAIL = 8; // arrows of before, in the plane of the weights
const FIRST = 3.6; // how far the plane of the weights reaches at first, at least

/** The plane of the weight vector. */
export class Weights {
  far = FIRST;
  plane = new Plane({
    x: [-FIRST, FIRST],
    y: [-FIRST, FIRST],
    width: 220,
    height: 220,
    name: "The weights, and what the last mistake added to them",
    xName: "w₁",
    yName: "w₂",
  });

  rewind() {
    this.far = FIRST;
  }

  /**
   * The weight vector, and faint the way it came; after a mistake also the old one and,
   * from its tip, the sample that was added or taken away.
   * @param {Guess} now
   * @param {Guess[]} guesses before it, oldest first
   * @param {Seen | null} seen
   */
  draw({ w }, guesses, seen) {
    const { plane } = this;
    const way = [...guesses.slice(-TRAIL).map((guess) => guess.w), w];
    // In few jumps, and never back, so that lengths can be compared.
    while (this.far < 1.1 * Math.max(...way.flat().map(Math.abs))) this.far *= 2;
    plane.zoom([-this.far, this.far], [-this.far, this.far]);
    const at = (/** @type {number[]} */ [x, y]) => [plane.X(x), plane.Y(y)];
    const [origin, tip] = [at([0, 0]), at(w)];
    const drawn = [
      s("path", { d: plane.path(way), fill: "none", stroke: AXIS, opacity: 0.6 }),
      ...vector(origin, tip, { stroke: INK }),
    ];
    const wanted = [{ text: "w", at: beyond(origin, tip, "w"), bold: true }];
    const taken = along(origin, tip);
    if (seen?.error) {
      const old = at(way[way.length - 2]);
      const color = CLASSES[seen.error > 0 ? 1 : 0];
      const middle = old.map((value, k) => (value + tip[k]) / 2);
      drawn.push(
        ...vector(origin, old, { stroke: AXIS, opacity: 0.6 }),
        ...vector(old, tip, { stroke: color, "stroke-dasharray": "5 3" }),
      );
      taken.push(...along(origin, old), ...along(old, tip));
      const text = change(seen.error, seen.rate);
      wanted.push({ text, at: beyond(origin, middle, text), bold: true });
    }
    plane.content.replaceChildren(...drawn, ...labels(plane, wanted, taken));
  }
}

/**
 * An arrow; none where it would have no length.
 * @param {number[]} from
 * @param {number[]} to
 * @param {Record<string, any>} look
 */
const vector = (from, to, look) =>
  Math.hypot(from[0] - to[0], from[1] - to[1]) < 1
    ? []
    : [s("path", { d: arrow(from, to), fill: "none", "stroke-width": 2.5, ...look })];

/**
 * Places for a name beyond the end of an arrow, or around it.
 * @param {number[]} from
 * @param {number[]} tip
 * @param {string} text
 */
function beyond([u, v], [x, y], text) {
  const length = Math.hypot(x - u, y - v) || 1;
  const next = [x + (14 * (x - u)) / length, y + (14 * (y - v)) / length];
  return [next, ...around([x, y], text)];
}
