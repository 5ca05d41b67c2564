// The worst place of a curve, the units that make its pieces, and the error against the
// number of pieces, both on scales of equal factors.

import { bound, halfJump } from "../../engine/staircase.js";
import { s, set } from "../../parts/dom.js";
import { BLUE, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { HALO, label, Plane } from "../../parts/plane.js";
import { amount, isNone } from "./words.js";

/**
 * @import { Target, worst } from "../../engine/staircase.js"
 * @typedef {{ kind: string, pieces: number, error: number }} Try
 * @typedef {ReturnType<typeof worst> & { pieces: number }} Found
 */

const ERRORS = [0.01, 0.1, 1];
const COUNTS = [1, 2, 5, 10, 20, 40];
const [LOW, HIGH] = [0.006, 3.5]; // of errors
const MOST = 130; // pieces that the chart has room for, with words
const ENOUGH = { tries: 3, factor: 2 }; // to see a slope
export const BASE = -1.45; // where units are marked
const LINE = { fill: "none", "stroke-width": 2.5 };
const SMALL = { "font-size": 14.5 };
const DASHED = { fill: "none", stroke: INK, "stroke-dasharray": "5 4", opacity: 0.7 };
/** What the bounds say of twice as many pieces, at which error, and how far below the line:
 * no marks of the other kind are there. @type {Record<string, [string, number, number]>} */
const FALL = {
  steps: ["halves each time", 0.66, -9],
  hinges: ["a quarter each time", 0.31, 26],
};
const FEW = 2.5; // pieces, from which on there is room for these words
const GUESSED = ["same", "half", "quarter"];

/** Where words stand, right of all marks. */
const BESIDE = Math.log10(47);

/** The names of the lines, above the plot. */
export const names = () => [
  s("path", { d: "M8 19h22", ...LINE, stroke: INK, "stroke-dasharray": "7 5" }),
  label(35, 24, "curve", "start"),
  s("path", { d: "M92 19h22", ...LINE, stroke: BLUE }),
  label(119, 24, "network", "start"),
];

/**
 * A mark for each hidden unit, below the place where it acts on the curve.
 * @param {Plane} plane
 * @param {number[]} places
 * @param {(x: number) => number} height of the curve
 * @param {number} seen which of them is looked at
 */
export function unitMarks(plane, places, height, seen) {
  const base = plane.Y(BASE);
  const room = places.length > 24 ? 2.2 : 4;
  return places.flatMap((x, j) => {
    const [X, Y] = [plane.X(x), plane.Y(height(x))];
    const [stroke, r] = j === seen ? [PURPLE, 7] : [INK, room];
    return [
      s("path", { d: `M${X} ${base}V${Y}`, stroke, opacity: 0.3 }),
      s("circle", { cx: X, cy: base, r, fill: stroke }),
    ];
  });
}

/**
 * What a unit adds: all that is between the output without it and with it, from its place
 * on to the right.
 * @param {Plane} plane
 * @param {number[][]} without the points of the output
 * @param {number[][]} output
 */
export function unitShape(plane, without, output) {
  const dotted = { fill: "none", stroke: PURPLE, "stroke-dasharray": "2 4" };
  const area = plane.path([...without, ...[...output].reverse()]);
  return [
    s("path", { d: area, fill: PURPLE, opacity: 0.22 }),
    s("path", { d: plane.path(without), ...dotted, "stroke-width": 2 }),
  ];
}

/**
 * Which unit is looked at, and what it adds, above the plot.
 * @param {string} text
 */
export const unitName = (text) => [
  s("rect", { x: 8, y: 33, width: 22, height: 13, fill: PURPLE, opacity: 0.4 }),
  label(35, 45, text, "start"),
];

/**
 * The largest error, between the curve and the network, with its name above the plot.
 * @param {Plane} plane
 * @param {ReturnType<typeof worst>} found
 */
export function worstMark(plane, { x, output, target, error }) {
  const [X, from, to] = [plane.X(x), plane.Y(target), plane.Y(output)];
  const line = { stroke: ORANGE, "stroke-width": 4 };
  const bar = { d: `M${X} ${from}V${to}`, ...line, "stroke-linecap": "round" };
  return [
    ...(isNone(error) ? [] : [s("path", bar)]),
    s("path", { d: "M196 19h22", ...line }),
    label(223, 24, `largest error ${amount(error)}`, "start"),
  ];
}

const APART = 6; // between bars beside each other

/**
 * The largest error before, pale beside the new one.
 * @param {Plane} plane
 * @param {Found} before
 * @param {Found} now
 */
export function ghost(plane, before, now) {
  const [X, next] = [plane.X(before.x), plane.X(now.x)];
  const x = Math.abs(X - next) < APART ? next + APART : X;
  const d = `M${x} ${plane.Y(before.target)}V${plane.Y(before.output)}`;
  return [s("path", { d, stroke: ORANGE, "stroke-width": 4, opacity: 0.4 })];
}

/**
 * Why the error of a level is so large: over half the width of its piece, the curve
 * goes away from it.
 * @param {Plane} plane
 * @param {Found} found
 * @param {number} opacity
 */
export function reason(plane, { x, output, target, pieces }, opacity) {
  // A border belongs to two pieces: the level says to which.
  const middles = [-0.25, 0.25].map((t) => (Math.floor(x * pieces + t) + 0.5) / pieces);
  const near = middles.find((m) => m > 0 && m < 1) ?? 0.5;
  const corners = [
    [near, output],
    [x, output],
    [x, target],
  ];
  return [s("path", { d: `${plane.path(corners)}Z`, fill: ORANGE, opacity })];
}

/** An error chart, with a mark for each number of pieces that was tried. */
export class ErrorChart {
  constructor() {
    this.plane = new Plane({
      x: [-0.05, Math.log10(MOST)],
      y: [Math.log10(LOW), Math.log10(HIGH)],
      width: 400,
      height: 202,
      margin: { left: 42, right: 8, top: 26, bottom: 26 },
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
        set(label(left - 5, plane.Y(Math.log10(e)) + 5, String(e), "end"), SMALL),
      ),
      label(right, low + 17, "pieces", "end"),
      label(8, high - 8, "largest error (logarithmic scales)", "start"),
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
        kind === last.kind && !asked.length,
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
    return [s("path", way), ring(to, 6), ...this.beside(to, 6, text)];
  }

  /**
   * The place that the reader has guessed, named above the plot: marks are all around it.
   * @param {number[]} at
   */
  guess(at) {
    const y = this.plane.Y(this.plane.y[1]) - 13;
    return [ring(at, 11), ring([322, y], 8), label(336, y + 5, "guess", "start")];
  }

  /**
   * Words at the height of a place, where no mark comes.
   * @param {number[]} at
   * @param {number} r of its ring
   * @param {string} text
   */
  beside([x, y], r, text) {
    const left = this.plane.X(BESIDE);
    const way = { d: `M${x + r} ${y}H${left - 3}`, stroke: INK, opacity: 0.3 };
    return [
      s("path", way),
      set(label(left, y + 5, text, "start"), { ...SMALL, ...HALO }),
    ];
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
      set(label(left + 4, y + 17, "least: half of the jump", "start"), SMALL),
    ];
  }

  /**
   * The line below which a kind's errors stay, and which they approach, with its words
   * along it.
   * @param {Try[]} tries
   * @param {string} kind
   * @param {Target} target
   * @param {boolean} named whether it may have words, which answer the question
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
    const line = s("path", { d: plane.path(ends), ...DASHED });
    if (!named) return [line];
    const [[x0, y0], [x1, y1]] = ends.map(([x, y]) => [plane.X(x), plane.Y(y)]);
    const [text, height, below] = FALL[kind];
    const along = (plane.Y(Math.log10(height)) - y0) / (y1 - y0);
    const x = Math.max(plane.X(Math.log10(FEW)), x0 + along * (x1 - x0));
    const y = y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
    const turn = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
    const transform = `translate(${x} ${y}) rotate(${turn})`;
    return [line, set(label(0, below, text, "middle"), { ...SMALL, transform })];
  }
}

/**
 * @param {number[]} at
 * @param {number} r
 */
const ring = ([cx, cy], r) =>
  s("circle", { cx, cy, r, fill: "none", stroke: INK, "stroke-width": 1.5 });
