// How lucky the best so far is: on the reader's set of images, on others, on average.

import { s, set } from "../../parts/dom.js";
import { AXIS, BROWN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { meanLucks, TRIES } from "./model.js";
import { signed } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Properties } from "../../parts/dom.js"
 */

const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const IMAGES = -2.6; // where the ease of the sets stands
const ALL = 11.7; // where the best of all places stands
export const ACROSS = [-4.6, 14.1];
export const UP = [-7.6, 7.9];

/** @param {Plane} plane @param {number} all how many places there are */
export function luckAxes(plane, all) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const below = (/** @type {number} */ x, /** @type {string} */ text) =>
    label(plane.X(x), low + 17, text, "middle");
  return [
    s("path", { class: "axis", d: `M${left} ${plane.Y(0)}H${right}` }),
    s("path", { class: "axis", d: `M${left} ${low}H${right}` }),
    s("path", { class: "axis", d: `M${plane.X(0)} ${low}V${high}` }),
    ...[-6, -3, 0, 3, 6].map((points) =>
      label(left - 4, plane.Y(points) + 5, signed(points), "end"),
    ),
    below(IMAGES, "no choice"),
    ...Array.from({ length: TRIES }, (_, k) => below(k + 1, String(k + 1))),
    below((TRIES + ALL) / 2, "…"),
    below(ALL, String(all)),
    label(right - 2, low - 7, "tries", "end"),
    label(plane.X(IMAGES), high + 14, "images’ luck", "middle"),
    label(plane.X(0) + 8, high + 14, "own luck of the best so far, in points", "start"),
    ...key(plane, -4.2, ORANGE, 7, "average of 20 sets"),
    ...key(plane, -5.8, INK, 6, "these 100 images"),
  ];
}

/**
 * What a mark means.
 * @param {Plane} plane
 * @param {number} y
 * @param {string} fill
 * @param {number} r
 * @param {string} text
 */
const key = (plane, y, fill, r, text) => [
  ...dot(plane, 4, y, r, { fill }),
  label(plane.X(4) + 14, plane.Y(y) + 5, text, "start"),
];

/**
 * @param {Plane} plane
 * @param {object} luck in points
 * @param {number[]} luck.easy by set of images
 * @param {(number | null)[][]} luck.lines by set, then by try
 * @param {(number | null)[][] | null} luck.all of the best of all places, by set
 * @param {number} set which set is the reader's
 */
export function drawLuck(plane, { easy, lines, all }, set) {
  const mean = meanLucks(lines);
  const last = mean.length - 1;
  const faint = { fill: AXIS, "fill-opacity": 0.35 };
  return [
    ...easy.flatMap((points) => dot(plane, IMAGES, points, 4, faint)),
    ...ends(plane, IMAGES, easy[set], null),
    ...lines.map((line) =>
      trace(plane, line, { stroke: AXIS, "stroke-opacity": 0.3, "stroke-width": 1.5 }),
    ),
    ...(all ?? []).flatMap(([points]) => dot(plane, ALL, points, 4, faint)),
    trace(plane, lines[set], { stroke: INK, "stroke-width": 2 }),
    trace(plane, mean, { stroke: ORANGE, "stroke-width": 4 }),
    ...ends(plane, last + 1, lines[set][last], mean[last]),
    ...(all ? ends(plane, ALL, all[set][0], meanLucks(all)[0]) : []),
  ];
}

/**
 * @param {Plane} plane
 * @param {number} x
 * @param {number | null} points
 * @param {number} r
 * @param {Properties} look
 */
const dot = (plane, x, points, r, look) =>
  points === null
    ? []
    : [s("circle", { cx: plane.X(x), cy: plane.Y(points), r, ...look })];

/**
 * @param {Plane} plane
 * @param {(number | null)[]} line
 * @param {Properties} look
 */
function trace(plane, line, look) {
  const places = line.flatMap((points, k) =>
    points === null ? [] : [[k + 1, points]],
  );
  return s("path", { d: plane.path(places), fill: "none", ...look });
}

/**
 * The ends of the reader's line and of the mean, with their values, which keep apart.
 * @param {Plane} plane
 * @param {number} x
 * @param {number | null} own
 * @param {number | null} mean
 */
function ends(plane, x, own, mean) {
  const apart = own === null || mean === null ? 99 : plane.Y(mean) - plane.Y(own);
  const push = Math.max(0, (17 - Math.abs(apart)) / 2) * (apart < 0 ? -1 : 1);
  const value = (
    /** @type {number | null} */ points,
    /** @type {number} */ shift,
    /** @type {string} */ color,
  ) =>
    points === null
      ? []
      : [
          set(
            label(
              plane.X(x) + 11,
              plane.Y(points) + 5 + shift,
              signed(points, 1),
              "start",
            ),
            { ...HALO, style: { fill: color } },
          ),
        ];
  return [
    ...dot(plane, x, mean, 7, { fill: ORANGE }),
    ...dot(plane, x, own, 6, { fill: INK }),
    ...value(mean, push, BROWN),
    ...value(own, -push, INK),
  ];
}
