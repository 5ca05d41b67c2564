// Classes have a color and a shape: color is never the only difference.

import { s } from "./dom.js";
import { CLASSES } from "./palette.js";

/** A circle for class 0, a square for class 1, around a place of the drawing. */
export function marker(label, x = 0, y = 0, size = 5) {
  const look = { fill: CLASSES[label], stroke: "white", "stroke-width": size > 4 ? 1.2 : 0.6 };
  if (!label) return s("circle", { cx: x, cy: y, r: size, ...look });
  const side = 1.8 * size;
  return s("rect", { x: x - side / 2, y: y - side / 2, width: side, height: side, ...look });
}

/** The path of an arrow from one place of the drawing to another. */
export function arrow([x, y], [u, v], head = 9) {
  const angle = Math.atan2(v - y, u - x);
  const wing = (turn) => {
    const way = angle + Math.PI + turn;
    return `${u + head * Math.cos(way)} ${v + head * Math.sin(way)}`;
  };
  return `M${x} ${y}L${u} ${v}M${wing(0.45)}L${u} ${v}L${wing(-0.45)}`;
}
