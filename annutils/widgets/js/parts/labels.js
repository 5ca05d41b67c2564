// Names in a plane that avoid each other and what is drawn.

import { set } from "./dom.js";
import { PAPER } from "./palette.js";
import { label } from "./plane.js";

/**
 * @import { Plane } from "./plane.js"
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {{ text: string, at: number[][], mark?: number[], bold?: boolean }} Name a text,
 *   the places that it may take, best first, and the middle of what it names
 */

const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const LETTER = 7.4; // width of a letter, about
const EDGE = 3; // between a name and the frame

/**
 * Give each name the first of its places that is free.
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
  return wanted.map(({ text, at, bold }) => {
    const width = LETTER * text.length;
    const boxes = at.map(([x, y]) => ({
      x: keep(x - width / 2, inside.x + EDGE, right - width - EDGE),
      y: keep(y - 8, inside.y + EDGE, bottom - 16 - EDGE),
      width,
      height: 16,
    }));
    const crowd = boxes.map(
      (box) => full.filter((other) => overlap(box, other)).length,
    );
    const box = boxes[crowd.indexOf(Math.min(...crowd))];
    full.push(box);
    const drawn = label(box.x + width / 2, box.y + 13, text, "middle");
    return set(drawn, { ...HALO, "font-weight": bold ? "bold" : null });
  });
}

/**
 * Places around a point of the drawing.
 * @param {number[]} point
 */
export const around = ([x, y]) => [
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
export const square = ([x, y], half) => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const keep = (value, low, high) => Math.max(low, Math.min(high, value));

/**
 * @param {Box} one
 * @param {Box} other
 */
const overlap = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
