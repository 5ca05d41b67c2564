// The worst place of a curve, the units that make its pieces, and the error against the
// number of pieces, both on scales of equal factors.

import { bound, halfJump } from "../../engine/staircase.js";
import { s, set } from "../../parts/dom.js";
import { INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { HALO, label, Plane } from "../../parts/plane.js";
import { amount, isNone } from "./words.js";

/**
 * @import { Target, worst } from "../../engine/staircase.js"
 * @typedef {{ kind: string, pieces: number, error: number }} Try
 */

const ERRORS = [0.01, 0.1, 1];
const COUNTS = [1, 2, 5, 10, 20, 40];
const [LOW, HIGH] = [0.004, 6]; // of errors, with room for words
const MOST = 130; // pieces that the chart has room for, with words
const ENOUGH = { tries: 3, factor: 2 }; // to see a slope
export const BASE = -1.4; // where units are marked
const SMALL = { "font-size": 14.5 };
const DASHED = { fill: "none", stroke: INK, "stroke-dasharray": "5 4", opacity: 0.7 };
/** What the bounds say of twice as many pieces. @type {Record<string, string>} */
const FALL = { steps: "halves each time", hinges: "a quarter each time" };
const LETTERS = 17; // their height, with some air
const GUESSED = ["same", "half", "quarter"];

/**
 * A mark for each hidden unit, below the place where it acts on the curve.
 * @param {Plane} plane
 * @param {number[]} places
 * @param {(x: number) => number} height of the curve
 * @param {number | null} seen which of them is pointed at
 * @param {string} text what is said of them
 */
export function unitMarks(plane, places, height, seen, text) {
  const base = plane.Y(BASE);
  const room = places.length > 24 ? 2.2 : 4;
  const marks = places.map((x, j) => {
    const own = j === seen;
    const [X, Y] = [plane.X(x), plane.Y(height(x))];
    return [
      s("path", { d: `M${X} ${base}V${Y}`, stroke: INK, opacity: 0.25 }),
      s("circle", { cx: X, cy: base, r: own ? 7 : room, fill: own ? PURPLE : INK }),
    ];
  });
  return [...marks.flat(), set(label(plane.X(0) + 8, base - 11, text, "start"), HALO)];
}

/**
 * What a unit adds: from its place on, between the sum of those before it and the sum with
 * it, which are straight lines there.
 * @param {Plane} plane
 * @param {number} place
 * @param {((x: number) => number)[]} sums without it and with it
 */
export function unitShape(plane, place, sums) {
  const [without, withIt] = sums.map((sum) => [place, 1].map((x) => [x, sum(x)]));
  const line = { fill: "none", stroke: PURPLE, "stroke-width": 3 };
  const area = plane.path([...without, ...[...withIt].reverse()]);
  return [
    s("path", { d: area, fill: PURPLE, opacity: 0.22 }),
    s("path", { d: plane.path(without), ...line, "stroke-dasharray": "2 5" }),
    s("path", { d: plane.path([without[0], ...withIt]), ...line }),
  ];
}

/**
 * The largest error, between the curve and the network, with what it is above.
 * @param {Plane} plane
 * @param {ReturnType<typeof worst>} found
 */
export function worstMark(plane, { x, output, target, error }) {
  const [X, from, to] = [plane.X(x), plane.Y(target), plane.Y(output)];
  const line = { stroke: ORANGE, "stroke-width": 4 };
  const bar = { d: `M${X} ${from}V${to}`, ...line, "stroke-linecap": "round" };
  return [
    ...(isNone(error) ? [] : [s("path", bar)]),
    s("path", { d: "M170 44h28", ...line }),
    label(203, 49, `largest error ${amount(error)}`, "start"),
  ];
}

/** An error chart, with a mark for each number of pieces that was tried. */
export class ErrorChart {
  constructor() {
    this.plane = new Plane({
      x: [-0.05, Math.log10(MOST)],
      y: [Math.log10(LOW), Math.log10(HIGH)],
      width: 400,
      height: 215,
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
        set(label(left - 2, plane.Y(Math.log10(e)) + 5, String(e), "end"), SMALL),
      ),
      label(right, low + 17, "pieces", "end"),
      label(right - 2, high + 14, "largest error, log scales", "end"),
    ];
  }

  /**
   * The place of an error; one that is too small for the chart lies at its foot.
   * @param {number} pieces
   * @param {number} error
   */
  at(pieces, error) {
    const { plane } = this;
    const within = Math.min(HIGH, Math.max(LOW, error));
    return [plane.X(Math.log10(pieces)), plane.Y(Math.log10(within))];
  }

  /**
   * Show all tries of this curve, the last one large: round ones for steps, angular ones
   * for hinges; where they are enough, the line that they approach.
   * @param {Try[]} tries
   * @param {Target} target
   * @param {number[][]} asked numbers of pieces and errors that may come next, and those
   *   that the reader has guessed
   * @param {number[] | null} guessed
   * @param {Set<string>} judged kinds of which the reader has guessed
   */
  show(tries, target, asked, guessed, judged) {
    const { plane } = this;
    const last = tries[tries.length - 1];
    const marks = tries.map((one) => {
      const r = one === last ? 7 : 4;
      const [x, y] = this.at(one.pieces, one.error);
      const look = { fill: ORANGE, stroke: PAPER, "stroke-width": 1.5 };
      const shape =
        one.kind === "steps"
          ? s("circle", { cx: x, cy: y, r, ...look })
          : s("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...look });
      return isNone(one.error) ? [shape, label(x, y - 12, "0", "middle")] : [shape];
    });
    const slopes = [...judged].flatMap((kind) =>
      this.slope(
        tries.filter((one) => one.kind === kind),
        kind,
        target,
        kind === last.kind,
      ),
    );
    plane.clipped.replaceChildren(...slopes, ...this.floor(target));
    const from = this.at(last.pieces, last.error);
    plane.content.replaceChildren(
      ...asked.flatMap(([pieces, error], k) =>
        this.open(from, this.at(pieces, error), GUESSED[k]),
      ),
      ...marks.flat(),
      ...(guessed ? this.guess(this.at(guessed[0], guessed[1])) : []),
    );
  }

  /**
   * One of the places where the next mark may come to lie.
   * @param {number[]} from
   * @param {number[]} to
   * @param {string} text
   */
  open(from, to, text) {
    const way = { d: `M${from}L${to}`, stroke: INK, opacity: 0.3 };
    const [x, y] = to;
    const words = set(label(x + 11, y + 5, text, "start"), { ...SMALL, ...HALO });
    return [s("path", way), ring(to, 6), words];
  }

  /**
   * The place that the reader has guessed.
   * @param {number[]} at
   */
  guess(at) {
    const words = label(at[0] - 15, at[1] + 5, "guess", "end");
    return [ring(at, 11), set(words, { ...SMALL, ...HALO })];
  }

  /**
   * What no network can fall below, where the curve jumps.
   * @param {Target} target
   */
  floor(target) {
    const least = halfJump(target);
    if (!least) return [];
    const [left, y] = this.at(1, least);
    const [right] = this.at(MOST, least);
    return [
      s("path", { d: `M${left} ${y}H${right}`, ...DASHED }),
      set(label(left + 4, y + 17, "half of the jump", "start"), SMALL),
    ];
  }

  /**
   * The line below which a kind's errors stay, and which they approach, with its words
   * below its end, where no marks are.
   * @param {Try[]} tries
   * @param {string} kind
   * @param {Target} target
   * @param {boolean} named whether it is the kind that the question is about
   */
  slope(tries, kind, target, named) {
    const { plane } = this;
    const counts = tries.map(({ pieces }) => pieces);
    const seen =
      tries.length >= ENOUGH.tries &&
      Math.max(...counts) >= ENOUGH.factor * Math.min(...counts);
    const error = seen && bound(kind, target);
    if (!error) return [];
    const ends = plane.x.map((x) => [x, Math.log10(error(10 ** x))]);
    const [[x0, y0], [x1, y1]] = ends.map(([x, y]) => [plane.X(x), plane.Y(y)]);
    const y = Math.min(y1 + LETTERS, plane.Y(plane.y[0]) - 7);
    const x = x0 + ((y - LETTERS - y0) / (y1 - y0)) * (x1 - x0); // right above the words
    const words = label(Math.min(x, x1) - 2, y, FALL[kind], "end");
    return [
      s("path", { d: plane.path(ends), ...DASHED }),
      ...(named ? [set(words, { ...SMALL, ...HALO })] : []),
    ];
  }
}

/**
 * @param {number[]} at
 * @param {number} r
 */
const ring = ([cx, cy], r) =>
  s("circle", { cx, cy, r, fill: "none", stroke: INK, "stroke-width": 1.5 });
