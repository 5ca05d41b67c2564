// The boundary with its ghost, and the error against the strength of a remedy.

import { s, set } from "../../parts/dom.js";
import { AXIS, INK, PAPER, TINT } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { lowest, REMEDIES, verdict } from "./model.js";
import { strengthText, VERDICTS } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Try } from "./model.js"
 */

const LINE = { fill: "none", stroke: INK, "stroke-linejoin": "round" };
const NEW = { "stroke-width": 3.5 };
const EACH = { stroke: AXIS, "stroke-width": 1, opacity: 0.35 };
export const ERRORS = [0, 37]; // percent
export const GHOST = { stroke: AXIS, "stroke-width": 2, "stroke-dasharray": "3 4" };
export const TRUTH = { "stroke-width": 1.5, "stroke-dasharray": "8 5" };
const [TOP, VERDICT, BAND] = [35.7, 33.4, 31.5]; // of the band, its words, a line below
export const SIDE = 0.5; // free strengths at both ends

/**
 * A text that lines do not disturb.
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {"start" | "middle" | "end"} anchor
 */
const text = (x, y, words, anchor) => set(label(x, y, words, anchor), HALO);

/**
 * Which line is which, below the picture.
 * @param {Plane} plane
 * @param {boolean} ghost whether that without a remedy is another one
 * @param {boolean} truth whether the true one is in sight
 */
export function legend(plane, ghost, truth) {
  const y = plane.Y(plane.y[0]) + 16;
  const entry = (
    /** @type {number} */ x,
    /** @type {object} */ look,
    /** @type {string} */ words,
  ) => [
    s("path", { ...LINE, ...look, d: `M${x} ${y}h26` }),
    label(x + 31, y + 5, words, "start"),
  ];
  return [
    ...entry(8, { "stroke-width": 3 }, "network, one set"),
    ...(ghost ? entry(188, GHOST, "no remedy") : []),
    ...(truth ? entry(319, TRUTH, "truth") : []),
  ];
}

/**
 * The axes: strengths below, errors at the left.
 * @param {Plane} plane
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {boolean} shown whether single sets are in sight
 */
export function axes(plane, remedy, tries, shown) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const { axis } = /** @type {any} */ (REMEDIES)[remedy];
  return [
    s("path", { class: "axis", d: `M${left} ${plane.Y(TOP)}V${low}H${right}` }),
    ...[0, 10, 20, 30].map((error) =>
      label(left - 5, plane.Y(error) + 5, `${error}`, "end"),
    ),
    label(
      left - 28,
      high + 7,
      `% wrong, mean of twelve sets${shown ? " (thin: each set)" : ""}`,
      "start",
    ),
    ...(remedy === "l2" ? gap(plane.X(0.5), low) : []), // no step of a scale leads to 0
    ...tries.map(({ strength }, k) =>
      label(plane.X(k), low + 17, strengthText(remedy, strength), "middle"),
    ),
    label((left + right) / 2, low + 37, `${axis} →`, "middle"),
  ];
}

/**
 * The sign that an axis leaves something out.
 * @param {number} x
 * @param {number} y
 */
const gap = (x, y) => [
  s("path", { d: `M${x - 4} ${y}h8`, stroke: PAPER, "stroke-width": 4 }),
  s("path", { class: "axis", d: `M${x - 7} ${y + 6}l6 -12M${x + 1} ${y + 6}l6 -12` }),
];

/**
 * What hides the errors on new samples.
 * @param {Plane} plane
 */
export function cover(plane) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [top, bottom] = [plane.Y(BAND), plane.Y(1.2)];
  const box = { x: left + 8, y: top, width: right - left - 12, height: bottom - top };
  const mark = { x: plane.X(1), y: plane.Y(12.5), "text-anchor": "middle" };
  return [
    s("rect", { ...box, rx: 8, fill: TINT, stroke: INK, "stroke-width": 0.5 }),
    s("text", { ...mark, style: { fontSize: "44px" } }, "?"),
  ];
}

/**
 * The error on the training samples, which is no secret.
 * @param {Plane} plane
 * @param {Try[]} tries
 */
export function training(plane, tries) {
  const seen = tries.map((one) => one.seen);
  return [
    s("path", {
      ...LINE,
      d: plane.path(seen.map((error, k) => [k, error])),
      "stroke-width": 1.5,
    }),
    text(plane.X(2) + 14, plane.Y(seen[2]) + 18, "training samples", "start"),
  ];
}

/**
 * The errors on new samples, and what they say of each strength.
 * @param {Plane} plane
 * @param {Try[]} tries
 * @param {number} place of the one that is shown
 * @param {number | undefined} guess
 * @param {number} least that of the true boundary
 */
export function errors(plane, tries, place, guess, least) {
  const path = (/** @type {number[]} */ values) =>
    plane.path(values.map((value, k) => [k, value]));
  const means = tries.map((one) => one.new[0]);
  const sets = tries[0].each.map((_, set) => tries.map(({ each }) => each[set]));
  const highest = Math.max(...tries[0].each);
  return [
    ...zones(plane, tries),
    ...sets.map((values) => s("path", { ...LINE, ...EACH, d: path(values) })),
    s("path", { ...LINE, ...NEW, d: path(means) }),
    ...means.map((mean, k) =>
      s("circle", { cx: plane.X(k), cy: plane.Y(mean), r: 4, fill: INK }),
    ),
    text(plane.X(0) - 8, plane.Y(highest) - 9, "new samples", "start"),
    s("path", { ...LINE, ...TRUTH, d: plane.path(plane.x.map((x) => [x, least])) }),
    text(plane.X(plane.x[0]) + 8, plane.Y(least) + 17, "true boundary", "start"),
    // From the marker to the same strength: how much more new samples suffer.
    s("path", {
      ...LINE,
      d: plane.path([
        [place, tries[place].seen],
        [place, means[place]],
      ]),
    }),
    s("circle", {
      cx: plane.X(place),
      cy: plane.Y(means[place]),
      r: 7,
      fill: INK,
    }),
    ...(guess === undefined ? [] : guessed(plane, tries, guess)),
  ];
}

/**
 * Where a strength is too little, enough and too much.
 * @param {Plane} plane
 * @param {Try[]} tries
 */
function zones(plane, tries) {
  const [top, band, bottom] = [TOP, BAND, plane.y[0]].map((y) => plane.Y(y));
  const edges = [-1, 0, 1].map((sign) => {
    const places = tries.flatMap((_, k) => (verdict(tries, k) === sign ? [k] : []));
    const [first, last] = [places[0], places[places.length - 1]];
    return { sign, left: plane.X(first - SIDE), right: plane.X(last + SIDE) };
  });
  const [, { left: x, right: end }] = edges; // the lowest error is always enough
  const there = edges.filter(({ left }) => Number.isFinite(left));
  return [
    s("rect", { x, y: top, width: end - x, height: bottom - top, fill: TINT }),
    ...there.flatMap(({ sign, left, right }) => {
      const middle = Math.max((left + right) / 2, plane.X(plane.x[0]) + 36);
      return [
        s("path", { d: `M${left + 3} ${band}H${right - 3}`, stroke: INK }),
        label(middle, plane.Y(VERDICT) + 5, VERDICTS[sign], "middle"),
      ];
    }),
  ];
}

/**
 * A ring around what the reader guessed.
 * @param {Plane} plane
 * @param {Try[]} tries
 * @param {number} guess
 */
function guessed(plane, tries, guess) {
  const [x, y] = [plane.X(guess), plane.Y(tries[guess].new[0])];
  const ring = { cx: x, cy: y, r: 14, ...LINE, "stroke-width": 1.5 };
  const words = guess === lowest(tries) ? "your guess: lowest" : "your guess";
  const [at, anchor] = /** @type {const} */ ([
    [x - 14, "start"],
    [x, "middle"],
    [x + 14, "end"],
  ])[guess === 0 ? 0 : guess < tries.length - 1 ? 1 : 2];
  return [s("circle", ring), text(at, y - 20, words, anchor)];
}
