// Two bells, below them the share of class 1, and the logarithm of its odds.

import { s, set } from "../../parts/dom.js";
import { labels, square } from "../../parts/labels.js";
import { AXIS, CLASSES, INK, PAPER, TINT } from "../../parts/palette.js";
import { LETTER, label } from "../../parts/plane.js";
import { crossings, frequency, posterior, valueAt } from "./model.js";
import { brief, formula } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Classes, Parabola } from "./model.js"
 */

export const REACH = 6; // of the axis, to either side
export const TALL = 5; // units of the drawing that are a frequency of 1
const POINTS = 240;
const PLACES = Array.from(
  { length: POINTS + 1 },
  (_, k) => REACH * ((2 * k) / POINTS - 1),
);
const LINE = { fill: "none", stroke: INK };
const THICK = 4; // a curve that is exactly what it should be
const BESIDE = 22; // from a handle to its name
const WIDE = 9; // of a bold letter
const ROW = 16; // from the edge to the middle of a text

/** @param {Plane} plane */
function sides(plane) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [low, high] = plane.y.map((y) => plane.Y(y));
  return { left, right, low, high };
}

/**
 * The top of a bell.
 * @param {Classes} classes
 * @param {number} k
 */
export const top = (classes, k) => [
  classes.mu[k],
  TALL * frequency(classes, k, classes.mu[k]),
];

/**
 * To which side a bell has its flank and its names: away from the other bell.
 * @param {Classes} classes
 * @param {number} k
 */
export const outward = ({ mu }, k) => ((k === 1) === mu[0] <= mu[1] ? 1 : -1);

/**
 * Where it is its spread away from its center.
 * @param {Classes} classes
 * @param {number} k
 */
export function flank(classes, k) {
  const x = classes.mu[k] + outward(classes, k) * classes.s[k];
  return [x, TALL * frequency(classes, k, x)];
}

/** What a bell is held by at its top. @param {number} k */
export function knob(k) {
  const look = { fill: CLASSES[k], stroke: INK, "stroke-width": 2 };
  return k
    ? s("rect", { x: -8, y: -8, width: 16, height: 16, ...look })
    : s("circle", { r: 9, ...look });
}

/** What it is held by at its flank. @param {number} k */
export function pill(k) {
  const look = { fill: PAPER, stroke: CLASSES[k], "stroke-width": 2 };
  return [
    s("rect", { x: -15, y: -9, width: 30, height: 18, rx: 9, ...look }),
    s("path", { d: "M-9 0h18m-4 -4l4 4l-4 4M-5 -4l-4 4l4 4", ...look, fill: "none" }),
  ];
}

/**
 * @param {Plane} plane
 * @param {Classes} classes
 */
export function bells(plane, classes) {
  const { left, right } = sides(plane);
  const floor = plane.Y(0);
  return [
    ...CLASSES.flatMap((color, k) => {
      const d = plane.path(PLACES.map((x) => [x, TALL * frequency(classes, k, x)]));
      const [x, y] = flank(classes, k);
      const spread = plane.path([
        [classes.mu[k], y],
        [x, y],
      ]);
      const look = { ...LINE, stroke: color };
      return [
        s("path", { d: `${d}V${floor}H${left}Z`, fill: color, opacity: 0.2 }),
        s("path", { d, ...look, "stroke-width": 2.5 }),
        s("path", { d: spread, ...look, "stroke-width": 1.5 }),
      ];
    }),
    s("path", { class: "axis", d: `M${left} ${floor}H${right}` }),
  ];
}

/**
 * The classes with their shares, and their spreads.
 * @param {Plane} plane
 * @param {Classes} classes
 */
export function names(plane, classes) {
  const { share } = classes;
  const held = [0, 1].map((k) =>
    [top, flank].map((place) => {
      const [x, y] = place(classes, k);
      return [plane.X(x), plane.Y(y)];
    }),
  );
  const beside = (
    /** @type {number[]} */ [x, y],
    /** @type {string} */ text,
    way = 1,
  ) => [x + way * (BESIDE + (LETTER * text.length) / 2), y];
  const wanted = [
    ...held.map(([at], k) => {
      const text = `class ${k}: ${Math.round(100 * (k ? share : 1 - share))}%`;
      const out = outward(classes, k);
      const above = [at[0], at[1] - 20];
      return {
        text,
        at: [
          above,
          beside(above, text, out),
          beside(above, text, -out),
          [at[0], at[1] - 38],
        ],
      };
    }),
    ...held.map(([, at], k) => {
      const text = `s${"₀₁"[k]} = ${brief(classes.s[k])}`;
      const out = outward(classes, k);
      const [x, y] = at;
      return { text, at: [beside(at, text, out), [x + 12 * out, y - 20], [x, y - 20]] };
    }),
  ];
  const taken = held.flat().map((at) => square(at, 13));
  return labels(plane, wanted, taken);
}

/**
 * The share of class 1, up to where the reader may see it.
 * @param {Plane} plane
 * @param {Parabola} z
 * @param {Parabola | null} even what it would be with as many samples of either class
 * @param {number} end
 */
export function shares(plane, z, even, end) {
  const { left, right, low, high } = sides(plane);
  const edge = plane.X(end);
  const seen = PLACES.filter((x) => x <= end);
  const path = (/** @type {Parabola} */ parabola) =>
    plane.path([...seen, end].map((x) => [x, posterior(parabola, x)]));
  const d = path(z);
  const cover = { x: edge, y: high, width: right - edge, height: low - high };
  const unknown = label((edge + right) / 2, (low + high) / 2 + 12, "?", "middle");
  return [
    s("path", { d: `${d}V${high}H${left}Z`, fill: CLASSES[0], opacity: 0.2 }),
    s("path", { d: `${d}V${low}H${left}Z`, fill: CLASSES[1], opacity: 0.3 }),
    ...(even ? [s("path", { d: path(even), ...LINE, "stroke-dasharray": "5 4" })] : []),
    curve(d, z),
    ...(end < REACH
      ? [
          s("rect", { ...cover, fill: TINT }),
          set(unknown, { style: { fontSize: "36px" } }),
        ]
      : []),
  ];
}

/**
 * @param {string} d
 * @param {Parabola} z
 */
const curve = (d, z) => s("path", { d, ...LINE, "stroke-width": z.a ? 2.5 : THICK });

/**
 * What the curve is, if it is that.
 * @param {Plane} plane
 * @param {Parabola} z
 */
export function sigmoidName(plane, z) {
  if (z.a || !z.w) return [];
  const { left, right, low } = sides(plane);
  const name = `σ(${formula(z)})`;
  const text =
    z.w > 0
      ? label(right - 6, low - 26, name, "end")
      : label(left + 6, low - 26, name, "start");
  return [set(text, { class: "halo" })];
}

/**
 * Where both classes are equally frequent.
 * @param {Plane} plane
 * @param {Parabola} z
 * @param {number} [end] of what the reader may see
 */
export function level(plane, z, end = REACH) {
  const { low, high } = sides(plane);
  const look = { ...LINE, stroke: AXIS, "stroke-dasharray": "2 4" };
  return crossings(z)
    .filter((x) => x > -REACH && x < end)
    .map((x) => s("path", { d: `M${plane.X(x)} ${low}V${high}`, ...look }));
}

/**
 * The logarithm of the odds: on which side of 0 it is says which class is more frequent.
 * @param {Plane} plane
 * @param {Parabola} z
 */
export function odds(plane, z) {
  const { left, right, low, high } = sides(plane);
  const zero = plane.Y(0);
  const box = { x: left, width: right - left };
  return [
    s("rect", { ...box, y: high, height: zero - high, fill: CLASSES[1], opacity: 0.2 }),
    s("rect", { ...box, y: zero, height: low - zero, fill: CLASSES[0], opacity: 0.15 }),
    s("path", { class: "axis", d: `M${left} ${zero}H${right}` }),
    curve(plane.path(PLACES.map((x) => [x, valueAt(z, x)])), z),
    ...level(plane, z),
  ];
}

/**
 * Its formula, at the right edge: above or below, where the curve is not.
 * @param {Plane} plane
 * @param {Parabola} z
 */
export function equation(plane, z) {
  const { right, low, high } = sides(plane);
  const text = `z = ${formula(z)}`;
  const room = right - WIDE * text.length;
  const isCovered = (/** @type {number} */ y) =>
    PLACES.some((x) => plane.X(x) > room && Math.abs(plane.Y(valueAt(z, x)) - y) < ROW);
  const y = [low - ROW, high + ROW].find((each) => !isCovered(each)) ?? low - ROW;
  return set(label(right - 6, y + 5, text, "end"), { class: "halo" });
}
