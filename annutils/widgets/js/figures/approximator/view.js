// The worst place of a curve, the units that make its pieces, and the error against the
// number of pieces, both on scales of equal factors.

import { written } from "../../engine/number_text.js";
import { bound, KINDS } from "../../engine/staircase.js";
import { s } from "../../parts/dom.js";
import { INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";

/**
 * @import { Target, worst } from "../../engine/staircase.js"
 * @typedef {{ kind: string, pieces: number, error: number }} Try
 */

const ERRORS = [0.01, 0.1, 1];
const COUNTS = [1, 2, 5, 10, 20, 40];
const [LOW, HIGH] = [0.003, 3];
const ENOUGH = { tries: 3, factor: 2 }; // to see a slope
const BASE = -1.5; // where units are marked
/** @type {Record<string, string>} */
const FALL = {
  steps: "bound, slope −1: twice as many, half",
  hinges: "bound, slope −2: twice as many, a quarter",
};

/**
 * A mark for each hidden unit, below the place where it acts on the curve.
 * @param {Plane} plane
 * @param {number[]} places
 * @param {(x: number) => number} height of the curve
 */
export function unitMarks(plane, places, height) {
  const base = plane.Y(BASE);
  const room = places.length > 24 ? 2.2 : 4;
  const marks = places.map((x) => {
    const [X, Y] = [plane.X(x), plane.Y(height(x))];
    return [
      s("path", { d: `M${X} ${base}V${Y}`, stroke: INK, opacity: 0.25 }),
      s("circle", { cx: X, cy: base, r: room, fill: INK }),
    ];
  });
  const count = places.length === 1 ? "1 hidden unit" : `${places.length} hidden units`;
  return [...marks.flat(), label(plane.X(0) + 8, base - 10, count, "start")];
}

/**
 * The largest error, between the curve and the network, with what it is above.
 * @param {Plane} plane
 * @param {ReturnType<typeof worst>} found
 */
export function worstMark(plane, { x, output, target, error }) {
  const [X, from, to] = [plane.X(x), plane.Y(target), plane.Y(output)];
  const line = { stroke: ORANGE, "stroke-width": 4 };
  return [
    s("path", { d: `M${X} ${from}V${to}`, ...line, "stroke-linecap": "round" }),
    s("path", { d: "M170 44h28", ...line }),
    label(203, 49, `largest error ${written(error)}`, "start"),
  ];
}

/** An error chart, with a mark for each number of pieces that was tried. */
export class ErrorChart {
  constructor() {
    this.plane = new Plane({
      x: [-0.05, Math.log10(50)],
      y: [Math.log10(LOW), Math.log10(HIGH)],
      width: 400,
      height: 300,
      name: "Largest error against the number of pieces",
    });
    this.plane.frame.replaceChildren(...this.axes());
  }

  axes() {
    const { plane } = this;
    const [left, right] = plane.x.map((x) => plane.X(x));
    const [low, high] = plane.y.map((y) => plane.Y(y));
    return [
      s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
      ...COUNTS.map((n) =>
        label(plane.X(Math.log10(n)), low + 17, String(n), "middle"),
      ),
      ...ERRORS.map((e) =>
        label(left + 4, plane.Y(Math.log10(e)) + 5, String(e), "start"),
      ),
      label(right - 2, low - 8, "pieces, log scale", "end"),
      label(right - 2, high + 14, "largest error, log scale", "end"),
    ];
  }

  /**
   * Show all tries of this curve, the last one large: round ones for steps, angular ones
   * for hinges; where they are enough, the line that they approach.
   * @param {Try[]} tries
   * @param {Target} target
   */
  show(tries, target) {
    const { plane } = this;
    const last = tries.length - 1;
    const place = (/** @type {Try} */ { pieces, error }) => [
      plane.X(Math.log10(pieces)),
      plane.Y(Math.log10(Math.min(HIGH, Math.max(LOW, error)))),
    ];
    const marks = tries.map((one, k) => {
      const r = k === last ? 7 : 4;
      const [x, y] = place(one);
      const look = { fill: ORANGE, stroke: PAPER, "stroke-width": 1.5 };
      if (one.kind === "steps") return s("circle", { cx: x, cy: y, r, ...look });
      return s("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...look });
    });
    const slopes = Object.keys(KINDS).flatMap((kind, row) =>
      this.slope(
        tries.filter((one) => one.kind === kind),
        kind,
        row,
        target,
      ),
    );
    plane.clipped.replaceChildren(...slopes);
    plane.content.replaceChildren(...marks);
  }

  /**
   * The line below which a kind's errors stay, and which they approach, with its words.
   * @param {Try[]} tries
   * @param {string} kind
   * @param {number} row of its words
   * @param {Target} target
   */
  slope(tries, kind, row, target) {
    const { plane } = this;
    const counts = tries.map(({ pieces }) => pieces);
    const seen =
      tries.length >= ENOUGH.tries &&
      Math.max(...counts) >= ENOUGH.factor * Math.min(...counts);
    const error = seen && bound(kind, target);
    if (!error) return [];
    const ends = plane.x.map((x) => [x, Math.log10(error(10 ** x))]);
    const [left, low] = [plane.X(plane.x[0]), plane.Y(plane.y[0])];
    const line = { fill: "none", stroke: INK, "stroke-dasharray": "5 4", opacity: 0.7 };
    return [
      s("path", { d: plane.path(ends), ...line }),
      label(left + 44, low - 30 - 20 * row, FALL[kind], "start"),
    ];
  }
}
