// The input plane and the plane of the two neurons: the same grid, points and strings.

import { boundary } from "../../engine/halfplane.js";
import { s, set } from "../../parts/dom.js";
import { marker } from "../../parts/marker.js";
import { AXIS, CLASSES, INK, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { LABELS, length, POINTS } from "./model.js";
import { met } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {{ text: string, at: number[][], mark?: number[] }} Name a text, the places that
 *   it may take, and the middle of what it names
 */

const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const LEVELS = Array.from({ length: 9 }, (_, k) => -0.5 + k / 4); // of the grid
const FINE = Array.from({ length: 65 }, (_, k) => -0.5 + k / 32);
const LETTER = 7.4; // width of a letter, about
const MOVED = 0.1; // how far a point has gone that leaves a trace
const ALONG = 0.2; // of a line, from its upper end, to where its arrow begins

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
  const square = [0, 1, 3, 2, 0].flatMap((from, k, corners) => {
    const [a, b] = [POINTS[from], POINTS[corners[k + 1] ?? 0]];
    return Array.from({ length: 17 }, (_, t) => [
      a[0] + ((b[0] - a[0]) * t) / 16,
      a[1] + ((b[1] - a[1]) * t) / 16,
    ]);
  });
  const look = { fill: "none", stroke: AXIS };
  return [
    s("path", { d, ...look, opacity: 0.3 }),
    s("path", { d: plane.path(square.map(move)), ...look, "stroke-width": 1.5 }),
  ];
}

/**
 * A neuron's line, and near its upper end an arrow to the side where it fires.
 * @param {Plane} plane
 * @param {number[][]} held two points of the line
 * @param {{ w: number[], b: number }} unit
 */
export function neuron(plane, held, unit) {
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
  const [dx, dy] = [y - q, p - x].map((step) => (34 * step) / Math.hypot(x - p, y - q));
  const beside = [at(0.29), [x + dx, y + dy], [x - dx, y - dy]];
  return { drawn, name: { text: "fires", at: beside, mark: at(0.1) } };
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
 */
export function stringName(plane, [p, , , t]) {
  const text = "string";
  const aside = 10 + (LETTER * text.length) / 2;
  const at = [0.25, 0.75, 0.35, 0.65, 0.15, 0.85].flatMap((part) => {
    const [x, y] = p.map((value, k) => value + part * (t[k] - value));
    return [1, -1].map((way) => [plane.X(x) + way * aside, plane.Y(y)]);
  });
  return { text, at };
}

/**
 * A ring where the strings cross, with its name.
 * @param {Plane} plane
 * @param {number[]} place
 */
export function crossed(plane, place) {
  const [x, y] = [plane.X(place[0]), plane.Y(place[1])];
  const look = { fill: "none", stroke: INK, "stroke-width": 2 };
  const at = [
    [x - 62, y + 16],
    [x - 62, y - 16],
    [x + 62, y - 16],
    [x + 62, y + 16],
    [x, y - 24],
    [x, y + 24],
  ];
  return {
    drawn: [s("circle", { cx: x, cy: y, r: 11, ...look })],
    name: { text: "they cross", at, mark: [x, y] },
  };
}

/**
 * Where points were at first, and how far they have come.
 * @param {Plane} plane
 * @param {number[][]} first
 * @param {number[][]} places
 */
export function traces(plane, first, places) {
  const look = { fill: "none", stroke: AXIS, "stroke-width": 1.5 };
  const dots = { ...look, "stroke-dasharray": "1 4", "stroke-linecap": "round" };
  const ways = places
    .map((place, k) => [first[k], place])
    .filter(([from, to]) => length([from, to]) > MOVED);
  const drawn = ways.flatMap(([from, to]) => {
    const [x, y] = [plane.X(from[0]), plane.Y(from[1])];
    return [
      s("path", { d: plane.path([from, to]), ...dots }),
      s("circle", { cx: x, cy: y, r: 6, ...look }),
    ];
  });
  const [longest] = ways.sort((one, other) => length(other) - length(one));
  if (!longest) return { drawn, names: [] };
  const mark = [plane.X(longest[0][0]), plane.Y(longest[0][1])];
  return { drawn, names: [{ text: "before", at: around(mark), mark }] };
}

/**
 * The four points.
 * @param {Plane} plane
 * @param {number[][]} places
 */
export const points = (plane, places) =>
  places.map(([x, y], k) => marker(LABELS[k], plane.X(x), plane.Y(y), 8));

/**
 * Names that avoid each other, the points and the strings: of the points, and of what else is drawn.
 * @param {Plane} plane
 * @param {number[][]} places
 * @param {Name[]} more
 */
export function names(plane, places, more) {
  const at = places.map(([x, y]) => [plane.X(x), plane.Y(y)]);
  const inside = plane.inside();
  const [right, bottom] = [inside.x + inside.width, inside.y + inside.height];
  const [wide, far] = [plane.xName, plane.yName].map((text) => LETTER * text.length);
  const along = [
    [at[0], at[3]],
    [at[1], at[2]],
  ].flatMap(([from, to]) =>
    Array.from({ length: 21 }, (_, k) =>
      from.map((value, axis) => value + (k / 20) * (to[axis] - value)),
    ),
  );
  const taken = [
    ...along.map((place) => square(place, 3)),
    ...at.map((place) => square(place, 8)),
    ...more.flatMap(({ mark }) => (mark ? [square(mark, 11)] : [])),
    { x: right - wide, y: bottom - 20, width: wide, height: 20 },
    { x: inside.x, y: inside.y, width: far + 8, height: 18 },
  ];
  const wanted = POINTS.map((point, k) => ({
    text: `(${point.join(", ")})`,
    at: around(at[k]),
  }));
  if (met(places)) {
    wanted[1].text = "(0, 1) and (1, 0)";
    wanted.splice(2, 1);
  }
  wanted.push(...more);
  return wanted.map(({ text, at: choices }) => {
    const width = LETTER * text.length;
    const boxes = choices.map(([x, y]) => ({
      x: x - width / 2,
      y: y - 8,
      width,
      height: 16,
    }));
    const free = boxes.find(
      (box) =>
        box.x > inside.x &&
        box.x + width < right &&
        box.y > inside.y &&
        box.y + 16 < bottom &&
        !taken.some((other) => overlap(box, other)),
    );
    const box = free ?? boxes[0];
    taken.push(box);
    return set(label(box.x + width / 2, box.y + 13, text, "middle"), HALO);
  });
}

/** @param {number[]} place */
const around = ([x, y]) => [
  [x, y - 20],
  [x, y + 20],
  [x + 36, y],
  [x - 36, y],
  [x + 70, y],
  [x - 70, y],
  [x, y - 38],
  [x, y + 38],
];

/**
 * @param {number[]} middle
 * @param {number} half of its side
 */
const square = ([x, y], half) => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

/**
 * @param {Box} one
 * @param {Box} other
 */
const overlap = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/**
 * The line that separates, with its name.
 * @param {Plane} plane
 * @param {{ w: number[], b: number }} found
 */
export function separating(plane, { w, b }) {
  const ends = boundary(plane.x, plane.y, ([x, y]) => w[0] * x + w[1] * y + b);
  const at = [0.2, 0.8, 0.35, 0.65, 0.5].flatMap((t) => {
    const [x, y] = ends[0].map((value, k) => value + t * (ends[1][k] - value));
    return [42, -42].map((aside) => [plane.X(x) + aside, plane.Y(y)]);
  });
  const line = s("path", { d: plane.path(ends), stroke: INK, "stroke-width": 3 });
  return { drawn: [line], name: { text: "one line", at } };
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
