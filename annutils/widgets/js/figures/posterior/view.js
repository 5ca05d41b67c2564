// Two bells, below them the share of class 1, and the logarithm of its odds.

import { minus } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { along, labels, square } from "../../parts/labels.js";
import { AXIS, CLASSES, INK, PAPER, PURPLE, TINT } from "../../parts/palette.js";
import { HALO, LETTER, label } from "../../parts/plane.js";
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
const HIGH = 18; // a line of letters

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
 * The centers, the classes with their shares, and the spreads: clear of both curves and of
 * the lines where these cross.
 * @param {Plane} plane
 * @param {Classes} classes
 * @param {Parabola} z
 * @param {number} end of what the reader may see
 */
export function names(plane, classes, z, end) {
  const { share } = classes;
  const [tops, flanks] = [top, flank].map((place) =>
    [0, 1].map((k) => {
      const [x, y] = place(classes, k);
      return [plane.X(x), plane.Y(y)];
    }),
  );
  const named = (
    /** @type {number} */ k,
    /** @type {number[]} */ [x, y],
    /** @type {string} */ text,
    /** @type {number[][]} */ first,
    ways = [1, -1, 2, -2],
  ) => {
    const aside = BESIDE + (LETTER * text.length) / 2;
    const out = outward(classes, k);
    const rows = [0, -20, 20, -38, 38, -56, 56, -74, -92].flatMap((down) =>
      ways.map((way) => [x + way * out * aside, y + down]),
    );
    return { text, at: [...first.map(([u, v]) => [x + out * u, y + v]), ...rows] };
  };
  const wanted = [
    ...flanks.map((at, k) =>
      named(k, at, `s${"₀₁"[k]} = ${brief(classes.s[k])}`, [], [1, 0]),
    ),
    ...tops.map((at, k) =>
      named(k, at, `μ${"₀₁"[k]} = ${brief(classes.mu[k])}`, [[0, -22]]),
    ),
    ...tops.map((at, k) => {
      const text = `class ${k}: ${Math.round(100 * (k ? share : 1 - share))}%`;
      return named(k, at, text, [[24, -38]]);
    }),
  ];
  const floor = plane.Y(0);
  const curves = [0, 1].flatMap((k) =>
    PLACES.map((x) => [plane.X(x), plane.Y(TALL * frequency(classes, k, x))]),
  );
  const taken = [
    ...[...tops, ...flanks].map((at) => square(at, 13)),
    ...flanks.flatMap(([x, y], k) => along([tops[k][0], y], [x, y])),
    ...curves.map(([x, y]) => ({ x: x - 2, y: y - 2, width: 4, height: floor - y })),
    ...seenCrossings(z, end).flatMap((x) => {
      const place = crossingOf(plane, classes, x);
      return [square(place, 5), ...along(place, [place[0], plane.Y(0)])];
    }),
  ];
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
  const { left, low, high } = sides(plane);
  const seen = PLACES.filter((x) => x <= end);
  const path = (/** @type {Parabola} */ parabola) =>
    plane.path([...seen, end].map((x) => [x, posterior(parabola, x)]));
  const d = path(z);
  return [
    s("path", { d: `${d}V${high}H${left}Z`, fill: CLASSES[0], opacity: 0.2 }),
    s("path", { d: `${d}V${low}H${left}Z`, fill: CLASSES[1], opacity: 0.3 }),
    ...(even ? [s("path", { d: path(even), ...LINE, "stroke-dasharray": "5 4" })] : []),
    curve(d, z),
    ...cover(plane, end),
  ];
}

/**
 * What hides a curve until the reader has guessed.
 * @param {Plane} plane
 * @param {number} end of what the reader may see
 */
function cover(plane, end) {
  if (end === REACH) return [];
  const { right, low, high } = sides(plane);
  const edge = plane.X(end);
  const box = { x: edge, y: high, width: right - edge, height: low - high };
  const unknown = label((edge + right) / 2, (low + high) / 2 + 12, "?", "middle");
  return [
    s("rect", { ...box, fill: TINT }),
    set(unknown, { style: { fontSize: "36px" } }),
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
 * Where both classes are equally frequent: from where the bells cross, through all planes.
 * @param {Plane[]} planes
 * @param {Parabola} z
 * @param {number} end of what the reader may see
 * @param {Classes} classes
 */
export function level(planes, z, end, classes) {
  const look = { ...LINE, stroke: AXIS, "stroke-dasharray": "2 4" };
  return planes.map((plane, k) =>
    seenCrossings(z, end).map((x) => {
      const above = k ? 0 : crossingOf(plane, classes, x)[1];
      const below = plane.xName ? sides(plane).low : plane.height;
      return s("path", { d: `M${plane.X(x)} ${above}V${below}`, ...look });
    }),
  );
}

/**
 * The axes of a plane, with its name above them.
 * @param {Plane} plane
 * @param {string} name
 * @param {number[]} heights that are numbered
 */
export function frame(plane, name, heights) {
  const { left, right, low, high } = sides(plane);
  const across = plane.xName ? [-5, 0, 5] : [];
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...across.map((x) => label(plane.X(x), low + 17, minus(x), "middle")),
    ...heights.map((y) => label(left - 5, plane.Y(y) + 5, minus(y), "end")),
    label(right - 2, low + 17, plane.xName, "end"),
    set(label(left, high - 7, name, "start"), HALO),
  ];
}

/**
 * How the curve would have gone on, as the reader guessed.
 * @param {Plane} plane
 * @param {number} from
 * @param {(x: number) => number} curve
 */
export function guessedCurve(plane, from, curve) {
  const seen = [from, ...PLACES.filter((x) => x > from)];
  const d = plane.path(seen.map((x) => [x, curve(x)]));
  const { right, high } = sides(plane);
  const y = plane.Y(curve(REACH));
  const beside = y - high < HIGH ? y + HIGH : y - 6;
  return [
    s("path", { d, ...LINE, stroke: PURPLE, "stroke-width": 2.5 }),
    label(right - 6, beside, "guess", "end"),
  ];
}

/**
 * In the drawing.
 * @param {Plane} plane
 * @param {Classes} classes
 * @param {number} x where the bells cross
 */
const crossingOf = (plane, classes, x) => [
  plane.X(x),
  plane.Y(TALL * frequency(classes, 0, x)),
];

/**
 * @param {Parabola} z
 * @param {number} end
 */
const seenCrossings = (z, end) => crossings(z).filter((x) => x > -REACH && x < end);

/**
 * The logarithm of the odds: on which side of 0 it is says which class is more frequent.
 * @param {Plane} plane
 * @param {Parabola} z
 * @param {number} end
 */
export function odds(plane, z, end) {
  const { left, right, low, high } = sides(plane);
  const zero = plane.Y(0);
  const box = { x: left, width: right - left };
  return [
    s("rect", { ...box, y: high, height: zero - high, fill: CLASSES[1], opacity: 0.2 }),
    s("rect", { ...box, y: zero, height: low - zero, fill: CLASSES[0], opacity: 0.15 }),
    s("path", { class: "axis", d: `M${left} ${zero}H${right}` }),
    curve(plane.path(PLACES.map((x) => [x, valueAt(z, x)])), z),
    ...cover(plane, end),
  ];
}
