// The input plane and the plane of the two neurons: the same grid, points and strings.

import { boundary } from "../../engine/halfplane.js";
import { s } from "../../parts/dom.js";
import { along, around, labels, square } from "../../parts/labels.js";
import { marker } from "../../parts/marker.js";
import { AXIS, CLASSES, INK } from "../../parts/palette.js";
import { LETTER, label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { LABELS, POINTS } from "./model.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Box, Name } from "../../parts/labels.js"
 * @typedef {{ drawn: SVGElement[], name: Name, taken: Box[] }} Part what is drawn, its name,
 *   and what other names must leave free
 */

const LEVELS = Array.from({ length: 9 }, (_, k) => -0.5 + k / 4); // of the grid
const FINE = Array.from({ length: 65 }, (_, k) => -0.5 + k / 32);
const BETWEEN = [-0.08, 1.08]; // heights of the line: above and below are the axes' names
const WIDE = 60; // in the drawing: a gap with room for its name
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
  const [from, to] = ends.map(([u, v]) => [plane.X(u), plane.Y(v)]);
  const text = `${k} fires`;
  const handles = held.map(([u, v]) => square([plane.X(u), plane.Y(v)], 12));
  return {
    drawn,
    name: {
      text,
      at: [
        at(0.3),
        ...beside(at(0), at(0.16), text, [0.6, 1, 1.4]),
        ...around(at(0.16), text),
      ],
      mark: at(0.1),
    },
    taken: [...along(from, to), ...handles],
  };
}

/**
 * Places for a text on both sides of a line in the drawing, as near as its letters allow.
 * @param {number[]} from
 * @param {number[]} to
 * @param {string} text
 * @param {number[]} parts of the way from one end to the other
 */
function beside(from, to, text, parts = [0.25, 0.75, 0.5, 0.35, 0.65, 0.15, 0.85]) {
  const [dx, dy] = to.map((value, k) => value - from[k]);
  const length = Math.hypot(dx, dy) || 1;
  const [u, v] = [-dy / length, dx / length];
  const far = (Math.abs(u) * LETTER * text.length) / 2 + Math.abs(v) * 8 + 8;
  return parts.flatMap((part) =>
    [-far, far].map((way) => [
      from[0] + part * dx + way * u,
      from[1] + part * dy + way * v,
    ]),
  );
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
 * The name of a string, beside one of them.
 * @param {Plane} plane
 * @param {number[][]} places
 * @returns {Part}
 */
export function stringName(plane, [a, b, c, d]) {
  const text = "string";
  const at = [
    [a, d],
    [b, c],
  ].flatMap((ends) => {
    const [from, to] = ends.map(([x, y]) => [plane.X(x), plane.Y(y)]);
    return beside(from, to, text);
  });
  return { drawn: [], name: { text, at, optional: true }, taken: [] };
}

/**
 * A ring where the strings cross, and the end of the one of class 1 that lies beyond.
 * @param {Plane} plane
 * @param {number[][]} places
 * @param {{ place: number[], end: number }} cross
 */
export function crossed(plane, places, { place, end }) {
  const d = plane.path([place, places[end]]);
  const [cx, cy] = [plane.X(place[0]), plane.Y(place[1])];
  const ring = { cx, cy, r: 11, fill: "none", stroke: INK, "stroke-width": 2 };
  return [s("path", { d, stroke: CLASSES[1], "stroke-width": 7 }), s("circle", ring)];
}

/**
 * The four points.
 * @param {Plane} plane
 * @param {number[][]} places
 */
export const points = (plane, places) =>
  places.map(([x, y], k) => marker(LABELS[k], plane.X(x), plane.Y(y), 8));

/**
 * Names of the points and of what else is drawn.
 * @param {Plane} plane
 * @param {number[][]} places
 * @param {string[]} texts their names, "" for none
 * @param {(point: number[]) => number[]} move as the points were
 * @param {Part[]} more
 */
export function names(plane, places, texts, move, more) {
  const at = places.map(([x, y]) => [plane.X(x), plane.Y(y)]);
  /** @type {Name[]} */
  const wanted = texts.flatMap((text, k) =>
    text ? [{ text, at: around(at[k], text) }] : [],
  );
  wanted.push(...more.map(({ name }) => name));
  const edges = SQUARE.map(move).map(([x, y]) => [plane.X(x), plane.Y(y)]);
  const taken = [
    ...along(at[0], at[3]),
    ...along(at[1], at[2]),
    ...at.map((place) => square(place, 8)),
    ...more.flatMap((each) => each.taken),
    ...edges.slice(1).flatMap((to, k) => along(edges[k], to)),
  ];
  return labels(plane, wanted, taken);
}

/**
 * The line that separates, and the gap that it halves.
 * @param {Plane} plane
 * @param {{ w: number[], b: number, ends: number[][] }} found
 * @returns {Part[]}
 */
export function separating(plane, { w, b, ends: shores }) {
  const ends = boundary(plane.x, BETWEEN, ([x, y]) => w[0] * x + w[1] * y + b);
  const [from, to] = ends.map(([x, y]) => [plane.X(x), plane.Y(y)]);
  const line = s("path", { d: plane.path(ends), stroke: INK, "stroke-width": 3 });
  const gap = s("path", { d: plane.path(shores), stroke: INK, "stroke-width": 1.5 });
  const [one, other] = shores.map(([x, y]) => [plane.X(x), plane.Y(y)]);
  const taken = [...along(from, to), ...along(one, other)];
  const name = { text: "line 3", at: beside(from, to, "line 3") };
  const isNamed = Math.hypot(one[0] - other[0], one[1] - other[1]) > WIDE;
  const at = beside(one, other, "gap", [0.25, 0.75, 0.1, 0.9, 0, 1]);
  return [
    { drawn: [line, gap], name, taken },
    ...(isNamed ? [{ drawn: [], name: { text: "gap", at }, taken: [] }] : []),
  ];
}

/**
 * An input that is pointed at, or where it was moved to, with lines to both axes.
 * @param {Plane} plane
 * @param {number[]} place
 */
export function probe(plane, [x, y]) {
  const d = `${plane.path([
    [plane.x[0], y],
    [x, y],
    [x, plane.y[0]],
  ])}`;
  const dot = { cx: plane.X(x), cy: plane.Y(y), r: 5, fill: INK };
  const look = { fill: "none", stroke: INK, "stroke-dasharray": "2 3" };
  return [s("path", { d, ...look }), s("circle", dot)];
}

/**
 * The names of the axes, among their numbers, where no line is held.
 * @param {Plane} plane
 */
export const axisNames = (plane) => [
  label(plane.X(1.25), plane.Y(plane.y[0]) + 17, "x₁", "middle"),
  label(plane.X(plane.x[0]) - 5, plane.Y(1.25) + 5, "x₂", "end"),
];

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
