// A step over the parabola, with those that follow, and the loss after each.

import { written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { HALO, LETTER, label } from "../../parts/plane.js";
import { lossAt, markOf } from "./model.js";
import { tipText } from "./words.js";

/**
 * @import { Values } from "../../engine/options.js"
 * @import { Plane } from "../../parts/plane.js"
 */

const NAMED = 66; // what the name of a rate needs beside the next one
const FAR = 50; // what is further away is not drawn
const REACH = 0.8; // of the tangent, to both sides,
const LOW = 0.3; // and not below this loss
const DASHED = { stroke: AXIS, "stroke-width": 1.5, "stroke-dasharray": "4 4" };
const FALL = { stroke: BLUE, "stroke-width": 2.5, "stroke-dasharray": "5 4" };
const FAINT = { stroke: BLUE, "stroke-width": 1.5, opacity: 0.5 };

/**
 * A line through points of the plane.
 * @param {Plane} plane
 * @param {number[][]} points
 * @param {Record<string, any>} look
 */
const line = (plane, points, look) =>
  s("path", { d: plane.path(points), fill: "none", ...look });

/**
 * A text that lines do not disturb.
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {"start" | "middle" | "end"} anchor
 */
const text = (x, y, words, anchor) => set(label(x, y, words, anchor), HALO);

/** The point where a step starts, in both pictures. */
export const startDot = () =>
  s("circle", { r: 7, fill: PAPER, stroke: INK, "stroke-width": 2.5 });

/**
 * The tip of a step: round, or an arrowhead where the step goes on beyond the frame.
 * @param {boolean} beyond
 */
export const shapeOf = (beyond) =>
  beyond ? "M-12 -10L8 0L-12 10Z" : "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0Z";

/**
 * How many times as much the axis of the losses must show, so that they are seen to rise:
 * a power of 2.
 * @param {number[]} losses
 * @param {number} top what it shows at first
 */
export function scaleOf([before, after], top) {
  const needed = Math.min(3 * after, after + 6 * (after - before));
  return 2 ** Math.ceil(Math.log2(Math.max(1, needed / top)));
}

/**
 * @param {Plane} plane
 * @param {number} curvature
 */
function parabola(plane, curvature) {
  const [low, high] = plane.x;
  const points = Array.from({ length: 161 }, (_, k) => {
    const theta = low + (k / 160) * (high - low);
    return [theta, lossAt(curvature, theta)];
  });
  return line(plane, points, { stroke: INK, "stroke-width": 2.5 });
}

/**
 * What lies below the handles: slope, step, the next point, and the steps after it.
 * @param {Plane} plane
 * @param {Values} values
 * @param {number[]} places that descent visits
 * @param {Set<number>} found marks that the tip has been at
 */
export function stepped(plane, values, places, found) {
  const { theta, curvature } = values;
  const height = (/** @type {number} */ place) => lossAt(curvature, place);
  const [, next] = places;
  const level = height(theta);
  const slope = curvature * theta;
  const reach = Math.min(REACH, (LOW - level) / slope);
  const tangent = [-reach, reach].map((d) => [theta + d, level + d * slope]);
  const [, [right, low]] = tangent;
  const [from, tip, after] = [
    [theta, level],
    [next, level],
    [next, height(next)],
  ];
  const mark = markOf(/** @type {any} */ (values));
  const words = tipText(values);
  const [x, y] = [plane.X(theta) + 11, plane.Y(level) - 19];
  return [
    ...(mark === 2
      ? toAndFro(plane, theta, level)
      : staircase(plane, places.slice(1), height)),
    // Steps that climb do not cross the words.
    s("rect", {
      x,
      y: y - 14,
      width: LETTER * words.length,
      height: 19,
      fill: PAPER,
    }),
    line(plane, [from, [plane.x[1], level]], DASHED),
    line(plane, tangent, { stroke: AXIS, "stroke-width": 3 }),
    parabola(plane, curvature),
    line(plane, [tip, after], FALL),
    line(plane, [from, tip], { stroke: ORANGE, "stroke-width": 4 }),
    dot(plane, after, 6),
    ...marks(plane, theta, level, found, mark),
    ...outside(plane, after),
    text(
      plane.X(plane.x[0]) + 5,
      plane.Y(1 + 0.65 * curvature),
      "loss ½ L θ²",
      "start",
    ),
    text(x, y, words, "start"),
    text(plane.X(right) - 14, plane.Y(low), `slope ${written(slope)}`, "end"),
  ];
}

/**
 * Where the next point leaves the frame at the top; the losses beside it show how high.
 * @param {Plane} plane
 * @param {number[]} point
 */
function outside(plane, [theta, loss]) {
  if (theta > plane.x[1] || loss <= plane.y[1]) return [];
  const [x, top] = [plane.X(theta), plane.Y(plane.y[1])];
  const d = `M${x - 8} ${top + 13}L${x} ${top}L${x + 8} ${top + 13}Z`;
  return [s("path", { d, fill: BLUE })];
}

/**
 * @param {Plane} plane
 * @param {number[]} point
 * @param {SVGElement} shape
 */
const at = (plane, [x, y], shape) =>
  set(shape, { transform: `translate(${plane.X(x)} ${plane.Y(y)})` });

/**
 * Further steps with the same rate: across, then up or down to the parabola.
 * @param {Plane} plane
 * @param {number[]} places
 * @param {(place: number) => number} height
 */
function staircase(plane, places, height) {
  const points = places
    .filter((place) => Math.abs(place) < FAR)
    .map((place) => [place, height(place)]);
  const corners = points.flatMap(([place, loss], k) => [
    [place, points[Math.max(0, k - 1)][1]],
    [place, loss],
  ]);
  return [
    line(plane, corners, FAINT),
    ...points.slice(1).map((point) => dot(plane, point, 3.5)),
  ];
}

/**
 * Steps to the mirror point and back: a little below the first one and above it.
 * @param {Plane} plane
 * @param {number} theta
 * @param {number} level
 */
function toAndFro(plane, theta, level) {
  const y = plane.Y(level);
  return [1, -1].map((way) => {
    const [from, to] = [way * theta, -way * theta].map((place) => plane.X(place));
    const [at, back] = [y - 10 * way, 8 * Math.sign(from - to)];
    const end = to + 2 * back; // clear of the handles
    const d = `M${from - 2 * back} ${at}H${end}m${back} -5l${-back} 5l${back} 5`;
    return s("path", { d, fill: "none", stroke: BLUE, "stroke-width": 2 });
  });
}

/**
 * @param {Plane} plane
 * @param {number[]} point
 * @param {number} r
 */
const dot = (plane, [x, y], r) =>
  s("circle", { cx: plane.X(x), cy: plane.Y(y), r, fill: BLUE });

/**
 * The rates that the reader has found, where their tips are.
 * @param {Plane} plane
 * @param {number} theta
 * @param {number} level
 * @param {Set<number>} found
 * @param {number} here the one at the tip, which is named there
 */
function marks(plane, theta, level, found, here) {
  const y = plane.Y(level);
  const isNarrow = found.size > 1 && Math.abs(plane.X(theta) - plane.X(0)) < NAMED;
  return [...found].flatMap((mark) => {
    const x = plane.X(theta - mark * theta);
    return [
      s("path", { d: `M${x} ${y - 6}v12`, stroke: INK, "stroke-width": 2 }),
      ...(mark === here || (mark === 1 && isNarrow)
        ? []
        : [text(x + 9, Math.min(y + 29, plane.Y(0) - 3), `rate ${mark}/L`, "start")]),
    ];
  });
}

/**
 * The loss at the start and after each step.
 * @param {Plane} plane
 * @param {number[]} losses
 * @param {number} scale how many times as much the axis shows as at first
 */
export function curve(plane, losses, scale) {
  const points = losses
    .map((loss, k) => [k, loss])
    .filter(([k]) => !k || losses[k - 1] < FAR); // the line leaves the picture
  const [right, low] = [plane.X(plane.x[1]), plane.Y(plane.y[0])];
  return [
    line(plane, [points[0], [losses.length - 1, losses[0]]], DASHED),
    line(plane, points, FAINT),
    ...points.slice(1).map((point) => dot(plane, point, point[0] === 1 ? 6 : 3.5)),
    at(plane, points[0], startDot()),
    ...(scale > 1
      ? [text(right - 2, low - 30, `drawn 1/${scale} as high as the parabola`, "end")]
      : []),
  ];
}
