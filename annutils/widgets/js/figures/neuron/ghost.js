// The line before a number was changed, and the point about which a weight turns it.

import { boundary } from "../../engine/halfplane.js";
import { s } from "../../parts/dom.js";
import { INK, PAPER } from "../../parts/palette.js";
import { PARAMETERS, pivotOf } from "./words.js";

/**
 * @import { Values } from "../../engine/options.js"
 * @import { Plane } from "../../parts/plane.js"
 */

const NUMBERS = Object.keys(PARAMETERS);
const BEFORE = {
  fill: "none",
  stroke: INK,
  "stroke-width": 2,
  "stroke-dasharray": "7 6",
  opacity: 0.5,
};
const PIVOT = { r: 6, fill: PAPER, stroke: INK, "stroke-width": 2.5 };

/** As long as one number, and no other, is changed, it keeps what was before. */
export class Ghost {
  /** What was shown last. @type {Values | null} */
  shown = null;
  /** @type {Values | null} */
  before = null;
  /** The number that is being changed. */
  moved = "";
  /** Whether it is the input that was moved last. */
  input = false;

  /** @param {Values} values */
  follow(values) {
    const { shown } = this;
    const all = Object.keys(values);
    const changed = shown ? all.filter((key) => shown[key] !== values[key]) : [];
    if (shown && !changed.length) return; // a link has been followed twice
    const numbers = changed.filter((key) => NUMBERS.includes(key));
    const [moved = ""] = numbers.length === 1 ? numbers : [];
    if (moved !== this.moved) this.before = moved ? shown : null;
    this.input = !numbers.length && changed.some((key) => key.startsWith("x"));
    this.moved = moved;
    this.shown = { ...values };
  }

  /**
   * The point about which it turns, if the plane shows it.
   * @param {Plane} plane
   */
  pivot({ x }) {
    const place = this.shown && this.before && pivotOf(this.moved, this.shown);
    return place?.every((value) => x[0] <= value && value <= x[1]) ? place : null;
  }

  /**
   * The line of before, below all others.
   * @param {Plane} plane
   */
  line(plane) {
    if (!this.before) return [];
    const { w1, w2, b } = this.before;
    const ends = boundary(plane.x, plane.y, ([x, y]) => w1 * x + w2 * y + b);
    return [s("path", { d: plane.path(ends), ...BEFORE })];
  }

  /**
   * The point about which it turns, above all lines.
   * @param {Plane} plane
   */
  point(plane) {
    const place = this.pivot(plane);
    if (!place) return [];
    return [s("circle", { cx: plane.X(place[0]), cy: plane.Y(place[1]), ...PIVOT })];
  }
}
