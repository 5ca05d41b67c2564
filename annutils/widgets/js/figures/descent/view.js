// Paths down a surface, and the surface under them.

import { s } from "../../parts/dom.js";
import { GREEN, ORANGE } from "../../parts/palette.js";
import { grid, Surface } from "../../parts/surface.js";

const BANDS = 14;

/** Each walk has a color, a dash and a letter: color is never the only difference. */
export const STYLES = {
  plain: { text: "Plain", symbol: "P", color: ORANGE, dash: null },
  momentum: { text: "Momentum", symbol: "M", color: "#222222", dash: "7 3" },
  rmsprop: { text: "RMSprop", symbol: "R", color: GREEN, dash: "2 3" },
  adam: { text: "Adam", symbol: "A", color: "#8a3a74", dash: "9 3 2 3" },
};

/** Paint the loss in bands that get narrower where it is steep; blue is low. */
export function paintLoss(canvas, { value, x, y }) {
  const places = grid(canvas.width, x, y);
  const heights = new Float64Array(places.length / 2);
  for (let k = 0; k < heights.length; k++) {
    heights[k] = Math.sqrt(Math.max(0, value(places[2 * k], places[2 * k + 1])));
  }
  const top = heights.reduce((a, b) => Math.max(a, b));
  const band = (height) => Math.floor((BANDS * height) / top) / BANDS;
  new Surface(canvas).paint(heights, (height) => 0.75 * (Math.min(1, band(height)) - 1));
}

/** Draw a path with its places, and its letter at the end. */
export function drawWalk(plane, path, { color, dash, symbol }) {
  const d = plane.path(path);
  const [u, v] = path[path.length - 1];
  const line = { d, fill: "none", "stroke-linejoin": "round" };
  const dots = path.map(([x, y]) => `M${plane.X(x)} ${plane.Y(y)}h0`).join("");
  const end = { x: plane.X(u) + 7, y: plane.Y(v) - 7, style: { fill: color } };
  return [
    s("path", { ...line, stroke: "white", "stroke-width": 4.5 }),
    s("path", { ...line, stroke: color, "stroke-width": 2.2, "stroke-dasharray": dash }),
    s("path", { d: dots, stroke: color, "stroke-width": 5, "stroke-linecap": "round" }),
    s("text", { ...end, "font-weight": "bold", stroke: "white", "stroke-width": 3, "paint-order": "stroke" }, symbol),
  ];
}
