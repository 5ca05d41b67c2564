// The input plane and the plane of the two neurons: the same grid, points and strings.

import { boundary } from "../../engine/halfplane.js";
import { s } from "../../parts/dom.js";
import { along, around, labels, square } from "../../parts/labels.js";
import { marker } from "../../parts/marker.js";
import { AXIS, CLASSES, INK } from "../../parts/palette.js";
import { LETTER } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { LABELS, POINTS } from "./model.js";
import { met, named } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Box, Name } from "../../parts/labels.js"
 * @typedef {{ drawn: SVGElement[], name: Name, taken: Box[] }} Part what is drawn, its name,
 *   and what other names must leave free
 */

const LEVELS = Array.from({ length: 9 }, (_, k) => -0.5 + k / 4); // of the grid
const FINE = Array.from({ length: 65 }, (_, k) => -0.5 + k / 32);
const BETWEEN = [-0.08, 1.08]; // heights of the line: above and below are the axes' names
const ALONG = 0.2; // of a line, from its upper end, to where its arrow begins

/** The four edges of the square of inputs. */
const SQUARE = [0, 1, 3, 2, 0].flatMap((from, k, corners) => {
  const [a, b] = [POINTS[from], POINTS[corners[k + 1] ?? 0]];
  return Array.from({ length: 17 }, (_, t) => [
    a[0] + ((b[0] - a[0]) * t) / 16,
    a[1] + ((b[1] - a[1]) * t) / 16,
  ]);
});

/**
 * The lines of the input plane, moved.
 * @param {Plane} plane
 * @param {(point: number[]) => number[]} move
 */
export function mesh(plane, move) {
  const lines = LEVELS.flatMap((level) => [
    FINE.map((t) => [level, t]),
    FINE.map((t) => [t, level]),
  ]);
  const d = lines.map((points) => plane.path(points.map(move))).join("");
  const look = { fill: "none", stroke: AXIS };
  return [
    s("path", { d, ...look, opacity: 0.3 }),
    s("path", { d: plane.path(SQUARE.map(move)), ...look, "stroke-width": 1.5 }),
  ];
}

/**
 * A neuron's line, and near its upper end an arrow to the side where it fires.
 * @param {Plane} plane
 * @param {number[][]} held two points of the line
 * @param {{ w: number[], b: number }} unit
 * @param {number} k number of the neuron
 * @returns {Part}
 */
export function neuron(plane, held, unit, k) {
  const ends = endsOf(plane.x, plane.y, unit);
  const [low, high] = [...held].sort((one, other) => one[1] - other[1]);
  const size = Math.hypot(...unit.w);
  const foot = high.map((value, k) => value + ALONG * (low[k] - value));
  const at = (/** @type {number} */ far) => {
    const [x, y] = foot.map((value, k) => value + (far * unit.w[k]) / size);
    return [plane.X(x), plane.Y(y)];
  };
  const look = { fill: "none", stroke: INK, "stroke-width": 2.5 };
  const drawn = [
    s("path", { d: plane.path(ends), ...look }),
    s("path", { d: arrow(at(0), at(0.16)), ...look }),
  ];
  const [[x, y], [p, q]] = [at(0.1), at(0)];
  const [dx, dy] = [y - q, p - x].map((step) => (44 * step) / Math.hypot(x - p, y - q));
  const beside = [at(0.3), [x + dx, y + dy], [x - dx, y - dy]];
  const [from, to] = ends.map(([u, v]) => [plane.X(u), plane.Y(v)]);
  const text = `${k} fires`;
  const handles = held.map(([u, v]) => square([plane.X(u), plane.Y(v)], 12));
  return {
    drawn,
    name: { text, at: [...beside, ...around([x, y], text)], mark: at(0.1) },
    taken: [...along(from, to), ...handles],
  };
}

/**
 * The string between the two points of each class.
 * @param {Plane} plane
 * @param {number[][]} places
 */
export const strings = (plane, [p, q, r, t]) =>
  [
    [p, t],
    [q, r],
  ].map((pair, k) =>
    s("path", {
      d: plane.path(pair),
      stroke: CLASSES[k],
      "stroke-width": 3,
      "stroke-dasharray": "7 5",
    }),
  );

/**
 * The name of a string, beside the one of class 0.
 * @param {Plane} plane
 * @param {number[][]} places
 * @returns {Name}
 */
function stringName(plane, [p, , , t]) {
  const text = "string";
  const aside = 10 + (LETTER * text.length) / 2;
  const at = [0.25, 0.75, 0.35, 0.65, 0.15, 0.85].flatMap((part) => {
    const [x, y] = p.map((value, k) => value + part * (t[k] - value));
    return [1, -1].map((way) => [plane.X(x) + way * aside, plane.Y(y)]);
  });
  return { text, at };
}

/**
 * A ring where the strings cross, and the end of the one of class 1 that lies beyond.
 * @param {Plane} plane
 * @param {number[][]} places
 * @param {{ place: number[], end: number }} cross
 * @returns {Part}
 */
export function crossed(plane, places, { place, end }) {
  const [from, to] = [place, places[end]].map(([x, y]) => [plane.X(x), plane.Y(y)]);
  const ring = { cx: from[0], cy: from[1], r: 11, fill: "none", stroke: INK };
  const middle = from.map((value, k) => (value + to[k]) / 2);
  const text = "beyond";
  return {
    drawn: [
      s("path", {
        d: plane.path([place, places[end]]),
        stroke: CLASSES[1],
        "stroke-width": 7,
      }),
      s("circle", { ...ring, "stroke-width": 2 }),
    ],
    name: {
      text,
      at: around(middle, text).slice(2),
      mark: from,
    },
    taken: [],
  };
}

/**
 * The four points.
 * @param {Plane} plane
 * @param {number[][]} places
 */
export const points = (plane, places) =>
  places.map(([x, y], k) => marker(LABELS[k], plane.X(x), plane.Y(y), 8));

/**
 * Names of the points, of the string and of what else is drawn.
 * @param {Plane} plane
 * @param {number[][]} places
 * @param {(point: number[]) => number[]} move as the points were
 * @param {Part[]} more
 */
export function names(plane, places, move, more) {
  const at = places.map(([x, y]) => [plane.X(x), plane.Y(y)]);
  /** @type {Name[]} */
  const wanted = (met(places) ? [0, 1, 3] : [0, 1, 2, 3]).map((k) => {
    const text = k === 1 && met(places) ? `${named(1)} and ${named(2)}` : named(k);
    return { text, at: around(at[k], text) };
  });
  wanted.push(...more.map(({ name }) => name), stringName(plane, places));
  const taken = [
    ...along(at[0], at[3]),
    ...along(at[1], at[2]),
    ...at.map((place) => square(place, 8)),
    ...more.flatMap((each) => each.taken),
    ...SQUARE.map(move).map(([x, y]) => square([plane.X(x), plane.Y(y)], 3)),
  ];
  return labels(plane, wanted, taken);
}

/**
 * The line that separates, with its name, and the gap that it halves.
 * @param {Plane} plane
 * @param {{ w: number[], b: number, ends: number[][] }} found
 * @returns {Part}
 */
export function separating(plane, { w, b, ends: shores }) {
  const ends = boundary(plane.x, BETWEEN, ([x, y]) => w[0] * x + w[1] * y + b);
  const [from, to] = ends.map(([x, y]) => [plane.X(x), plane.Y(y)]);
  const at = [0.2, 0.8, 0.35, 0.65, 0.5].flatMap((t) => {
    const [x, y] = from.map((value, k) => value + t * (to[k] - value));
    return [42, -42].map((aside) => [x + aside, y]);
  });
  const line = s("path", { d: plane.path(ends), stroke: INK, "stroke-width": 3 });
  const gap = s("path", { d: plane.path(shores), stroke: INK, "stroke-width": 1.5 });
  return { drawn: [line, gap], name: { text: "one line", at }, taken: along(from, to) };
}

/**
 * Where a line leaves a rectangle, in the order of its direction.
 * @param {number[]} x
 * @param {number[]} y
 * @param {{ w: number[], b: number }} unit
 */
export function endsOf(x, y, { w, b }) {
  const along = (/** @type {number[]} */ [u, v]) => w[0] * v - w[1] * u;
  const ends = boundary(x, y, ([u, v]) => w[0] * u + w[1] * v + b);
  return ends.sort((one, other) => along(one) - along(other));
}
