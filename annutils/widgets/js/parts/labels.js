// Names in a plane that avoid each other and what is drawn.

import { set } from "./dom.js";
import { HALO, LETTER, label } from "./plane.js";

/**
 * @import { Plane } from "./plane.js"
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {object} Name
 * @property {string} text
 * @property {number[][]} at the places that it may take, best first
 * @property {number[]} [mark] the middle of what it names
 * @property {boolean} [bold]
 * @property {boolean} [optional] it is left out where none of its places is free
 */

const EDGE = 3; // between a name and the frame
const BOLD = 1.1; // times as wide are bold letters
const PARTS = 20; // of a line, in each of which a name would cover it

/**
 * Draw the axes and their names above what else the plane shows.
 * @param {Plane} plane
 */
export function raiseAxes(plane) {
  plane.frame.before(plane.clipped);
  for (const text of plane.frame.querySelectorAll("text")) set(text, HALO);
}

/**
 * Give each name the first of its places that is free, or else the one that covers least.
 * @param {Plane} plane
 * @param {Name[]} wanted the more important, the earlier
 * @param {Box[]} taken by what is drawn
 */
export function labels(plane, wanted, taken) {
  const inside = plane.inside();
  const [right, bottom] = [inside.x + inside.width, inside.y + inside.height];
  const [wide, far] = [plane.xName, plane.yName].map((text) => LETTER * text.length);
  const full = [
    ...taken,
    ...wanted.flatMap(({ mark }) => (mark ? [square(mark, 11)] : [])),
    { x: right - wide, y: bottom - 20, width: wide, height: 20 },
    { x: inside.x, y: inside.y, width: far + 8, height: 18 },
  ];
  return wanted.flatMap(({ text, at, bold, optional }) => {
    const width = LETTER * text.length * (bold ? BOLD : 1);
    const boxes = at.map(([x, y]) => ({
      x: keep(x - width / 2, inside.x + EDGE, right - width - EDGE),
      y: keep(y - 8, inside.y + EDGE, bottom - 16 - EDGE),
      width,
      height: 16,
    }));
    const crowd = boxes.map((box) =>
      full.reduce((sum, other) => sum + shared(box, other), 0),
    );
    const least = Math.min(...crowd);
    if (optional && least > 0) return [];
    const box = boxes[crowd.indexOf(least)];
    full.push(box);
    const drawn = label(box.x + width / 2, box.y + 13, text, "middle");
    return [set(drawn, { ...HALO, "font-weight": bold ? "bold" : null })];
  });
}

/**
 * Places for a text around a point of the drawing: above and below, beside, aslant, farther.
 * @param {number[]} point
 * @param {string} text
 */
export function around([x, y], text) {
  const aside = 13 + (LETTER * text.length) / 2;
  return [
    [x, y - 20],
    [x, y + 20],
    [x - aside, y],
    [x + aside, y],
    ...[-15, 15].flatMap((down) => [
      [x - aside, y + down],
      [x + aside, y + down],
    ]),
    [x, y - 38],
    [x, y + 38],
  ];
}

/**
 * @param {number[]} middle
 * @param {number} half of its side
 */
export const square = ([x, y], half) => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

/**
 * What a line takes of the drawing.
 * @param {number[]} from
 * @param {number[]} to
 */
export const along = (from, to) =>
  Array.from({ length: PARTS + 1 }, (_, t) =>
    square(
      from.map((value, k) => value + (t / PARTS) * (to[k] - value)),
      3,
    ),
  );

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const keep = (value, low, high) => Math.max(low, Math.min(high, value));

/**
 * The area that two boxes share.
 * @param {Box} one
 * @param {Box} other
 */
const shared = (one, other) =>
  Math.max(
    0,
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
  ) *
  Math.max(
    0,
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
  );
