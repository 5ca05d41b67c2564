// Classes have a color and a shape: color is never the only difference.

import { s } from "./dom.js";
import { CLASSES, PAPER } from "./palette.js";

/**
 * A circle for class 0, a square for class 1, around a place of the drawing.
 * @param {number} label
 */
export function marker(label, x = 0, y = 0, size = 5) {
  const look = {
    fill: CLASSES[label],
    stroke: PAPER,
    "stroke-width": size > 4 ? 1.2 : 0.6,
  };
  if (!label) return s("circle", { cx: x, cy: y, r: size, ...look });
  const side = 1.8 * size;
  const [left, top] = [x - side / 2, y - side / 2];
  return s("rect", { x: left, y: top, width: side, height: side, ...look });
}

/** A choice of the class of points that the reader adds. */
export const NEW_POINTS = {
  name: "New points are",
  value: "1",
  choices: [
    ["1", "class 1, orange"],
    ["0", "class 0, blue"],
  ],
};
