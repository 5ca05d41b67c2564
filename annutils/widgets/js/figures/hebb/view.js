// The cloud with the arrow of weights and its path, and beside them the arrow's length.

import { s, set } from "../../parts/dom.js";
import { along, around, labels, square } from "../../parts/labels.js";
import { AXIS, GREEN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { length, unit } from "./model.js";
import { LARGER, means, named, RULES } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

/** Of the plane: the scale of both axes is the same. */
export const SIZE = { x: [-2.6, 2.6], y: [-2.15, 2.15], width: 400, height: 330 };
export const CHART = { width: 400, height: 170 };
export const MARGIN = { left: 78, right: 12, top: 24, bottom: 26 };
const ACROSS = 1.3; // from the origin to the ends of the line across
// Where the parts of an arrow may be named, along the cloud and across.
const NAMED = [
  [-0.8, 0.8, -1.2, 1.2],
  [1.2, -1.2],
];
export const HELD = 1.9; // from the origin to where the cloud is held
const FAR = 30; // what is farther away is out of the picture
/** @type {Record<string, string>} */
const COLORS = { hebb: ORANGE, oja: GREEN };
const DOTS = { stroke: AXIS, "stroke-dasharray": "2 4", fill: "none" };
const LAST_NAMELESS = 90; // points met: then there is room for the name of a curve
const LEVELS = { 0: "1", 3: "1,000", 6: "1 million", 9: "1 billion" };

/** @param {Plane} plane @param {number[]} place */
const at = (plane, [x, y]) => [plane.X(x), plane.Y(y)];

/** What the cloud is held by. */
export function pill() {
  const look = { fill: PAPER, stroke: INK, "stroke-width": 2 };
  return s(
    "g",
    {},
    s("rect", { x: -16, y: -9, width: 32, height: 18, rx: 9, ...look }),
    s("path", { d: "M-9 0h18m-4 -4l4 4l-4 4M-5 -4l-4 4l4 4", ...look, fill: "none" }),
  );
}

/** What the arrow's start is held by. */
export const ring = () =>
  s("circle", { r: 7, fill: PAPER, stroke: INK, "stroke-width": 2.5 });

/**
 * The points, where they vary most, and which arrows have length 1.
 * @param {Plane} plane
 * @param {number[][]} points
 * @param {number} degrees
 * @param {boolean} isUnit whether the length of 1 matters
 */
export function cloud(plane, points, degrees, isUnit) {
  const d = points
    .map(
      (x) =>
        `M${at(plane, x)
          .map((each) => each.toFixed(1))
          .join(" ")}h0`,
    )
    .join("");
  const [c, v] = unit(degrees).map((each) => 4 * each);
  const [cx, cy] = at(plane, [0, 0]);
  const line = plane.path([
    [-c, -v],
    [c, v],
  ]);
  const look = { stroke: AXIS, "stroke-width": 4, "stroke-linecap": "round" };
  return [
    s("path", { d, ...look, opacity: 0.4 }),
    s("path", { d: line, ...DOTS, stroke: INK, "stroke-width": 2 }),
    ...(isUnit ? [s("circle", { cx, cy, r: plane.X(1) - cx, ...DOTS })] : []),
  ];
}

/**
 * From where to where a step pulls the arrow's tip, drawn many times as long.
 * @param {number[][]} step from which weights to which
 */
export const pulledFrom = ([from, to]) => [
  from,
  from.map((each, k) => each + LARGER * (to[k] - each)),
];

/**
 * The point that the arrow has met last, and what it did to the arrow's tip.
 * @param {Plane} plane
 * @param {number[]} point
 * @param {string} rule
 * @param {number[][] | null} step from which weights to which
 */
export function pulling(plane, point, rule, step) {
  const [cx, cy] = at(plane, point);
  const dot = s("circle", { cx, cy, r: 5, fill: COLORS[rule], stroke: PAPER });
  if (!step) return [dot];
  const [tip, end] = pulledFrom(step).map((place) => at(plane, place));
  const look = { fill: "none", stroke: INK };
  return [
    s("path", { ...look, d: plane.path([[0, 0], point]), "stroke-dasharray": "4 4" }),
    dot,
    s("path", { ...look, d: arrow(tip, end, 9), "stroke-width": 3.5 }),
  ];
}

/**
 * The arrow, and the way of its tip.
 * @param {Plane} plane
 * @param {number[][]} path up to now
 * @param {string} rule
 */
export function weights(plane, path, rule) {
  const out = path.findIndex((w) => length(w) > FAR);
  const near = out < 0 ? path : path.slice(0, out + 1);
  const w = path[path.length - 1];
  const share = Math.min(1, FAR / length(w));
  const [foot, tip] = [[0, 0], w.map((each) => share * each)].map((place) =>
    at(plane, place),
  );
  const color = path.length > 1 ? COLORS[rule] : INK;
  const look = { fill: "none", stroke: color, "stroke-linejoin": "round" };
  return [
    s("path", { d: plane.path(near), ...look, "stroke-width": 1.5 }),
    s("path", { d: arrow(foot, tip, 11), ...look, stroke: PAPER, "stroke-width": 7 }),
    s("path", { d: arrow(foot, tip, 11), ...look, "stroke-width": 3.5 }),
  ];
}

/**
 * Names of the arrow, and of its start once it has left it; in the end, by how much a point
 * multiplies the parts of the arrow.
 * @param {Plane} plane
 * @param {number[][]} path up to now
 * @param {number} degrees of the dotted line
 * @param {number[]} factors along it and across; none if they are not shown
 * @param {number[][]} pulled from where to where the tip is pulled; none likewise
 */
export function names(plane, path, degrees, factors, pulled) {
  const [start, w] = [path[0], path[path.length - 1]];
  const [far, high] = [plane.x[1], plane.y[1]];
  // Where the arrow leaves the plane, if it does.
  const share = Math.min(1, far / Math.abs(w[0]), high / Math.abs(w[1]));
  const [foot, from, tip] = [[0, 0], start, w.map((each) => share * each)].map(
    (place) => at(plane, place),
  );
  const text = named(length(w));
  const on = (/** @type {number} */ angle, /** @type {number} */ reach) =>
    at(
      plane,
      unit(angle).map((each) => reach * each),
    );
  const near = path.filter((each) => length(each) < far + high);
  const taken = [
    ...along(foot, tip),
    ...(pulled.length ? along(at(plane, pulled[0]), at(plane, pulled[1])) : []),
    ...near.map((each) => square(at(plane, each), 2)),
    square(on(degrees, -HELD), 18),
    square(from, 10),
  ];
  const wanted = [
    { text, at: around(tip, text), bold: true },
    ...(path.length > 1 ? [{ text: "start", at: around(from, "start") }] : []),
  ];
  if (!factors.length) return labels(plane, wanted, taken);
  const angles = [degrees, degrees + 90];
  const [line, across] = angles.map((angle) => [on(angle, -ACROSS), on(angle, ACROSS)]);
  const parts = means(factors).map((text, k) => ({
    text,
    at: NAMED[k].flatMap((reach) => around(on(angles[k], reach), text)),
  }));
  return [
    s("path", { d: `M${across.join("L")}`, ...DOTS, stroke: INK }),
    ...labels(
      plane,
      [...wanted, ...parts],
      [...taken, ...along(line[0], line[1]), ...along(across[0], across[1])],
    ),
  ];
}

/**
 * The axes of the lengths.
 * @param {Plane} plane
 */
export function axes(plane) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const [, last] = plane.x;
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...Object.entries(LEVELS)
      .filter(([power]) => Number(power) < plane.y[1])
      .flatMap(([power, words]) => {
        const y = plane.Y(Number(power));
        return [
          s("path", { class: "axis", d: `M${left} ${y}H${right}`, opacity: 0.3 }),
          label(left - 6, y + 5, words, "end"),
        ];
      }),
    label(8, 16, "length of the arrow", "start"),
    ...[0, last / 2].map((x) => label(plane.X(x), low + 18, `${x}`, "middle")),
    label(right, low + 18, `${last} points met`, "end"),
  ];
}

/**
 * The lengths, as far as they are known; those of the chosen rule last.
 * @param {Plane} plane
 * @param {{ rule: string, lengths: number[] }[]} known
 */
export const curves = (plane, known) =>
  known.flatMap(({ rule, lengths }, k) => {
    const last = lengths.length - 1;
    const points = lengths.map((each, met) => [met, Math.log10(each)]);
    const [x, y] = at(plane, points[last]);
    const isNow = k === known.length - 1;
    const color = last || !isNow ? COLORS[rule] : INK;
    const look = { fill: "none", stroke: color, "stroke-linejoin": "round" };
    // Hebb's name stands on the left of its line, Oja's above.
    const name = RULES[/** @type {keyof typeof RULES} */ (rule)];
    const beside = rule === "hebb" && x > plane.X(plane.x[0]) + 60;
    const text = label(beside ? x - 12 : x, y - (beside ? 0 : 11), name, "end");
    return [
      s("path", { d: plane.path(points), ...look, "stroke-width": isNow ? 3 : 2 }),
      ...(isNow ? [s("circle", { cx: x, cy: y, r: 5, fill: color })] : []),
      ...(last > LAST_NAMELESS ? [set(text, { ...HALO, "font-weight": "bold" })] : []),
    ];
  });
