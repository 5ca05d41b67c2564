// Paths down a surface, and the surface under them.

import { WALKERS } from "../../engine/walk.js";
import { s } from "../../parts/dom.js";
import { GREEN, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { grid, Surface } from "../../parts/surface.js";

/**
 * @import { Surface as Loss } from "../../engine/surfaces.js"
 * @import { Plane } from "../../parts/plane.js"
 */

const BANDS = 14;

/**
 * Each walk has a color, a dash and a letter: color is never the only difference.
 * @type {Record<string, { color: string, dash: string | null }>}
 */
const STYLES = {
  plain: { color: ORANGE, dash: null },
  momentum: { color: INK, dash: "7 3" },
  rmsprop: { color: GREEN, dash: "2 3" },
  adam: { color: PURPLE, dash: "9 3 2 3" },
};

/**
 * Paint the loss in bands that get narrower where it is steep; blue is low.
 * @param {HTMLCanvasElement} canvas
 * @param {Loss} loss
 */
export function paintLoss(canvas, { value, x, y }) {
  const places = grid(canvas.width, x, y);
  const heights = Float64Array.from({ length: places.length / 2 }, (_, k) =>
    Math.sqrt(Math.max(0, value(places[2 * k], places[2 * k + 1]))),
  );
  const top = heights.reduce((a, b) => Math.max(a, b));
  const band = (/** @type {number} */ height) =>
    Math.floor((BANDS * height) / top) / BANDS;
  const level = (/** @type {number} */ height) =>
    0.75 * (Math.min(1, band(height)) - 1);
  new Surface(canvas).paint(heights, level);
}

/**
 * Crosses at the lowest places.
 * @param {Plane} plane
 * @param {number[][]} minima
 */
export function crosses(plane, minima) {
  return minima.map(([u, v]) => {
    const [x, y] = [plane.X(u), plane.Y(v)];
    const d = `M${x - 6} ${y}h12M${x} ${y - 6}v12`;
    return s("path", { d, stroke: INK, "stroke-width": 1.5 });
  });
}

/**
 * Draw a path with its places, and its letter at the end.
 * @param {Plane} plane
 * @param {number[][]} path
 * @param {string} name one of WALKERS
 */
export function drawWalk(plane, path, name) {
  const { color, dash } = STYLES[name];
  const [u, v] = path[path.length - 1];
  const line = { d: plane.path(path), fill: "none", "stroke-linejoin": "round" };
  const dots = path.map(([x, y]) => `M${plane.X(x)} ${plane.Y(y)}h0`).join("");
  const end = {
    x: plane.X(u) + 7,
    y: plane.Y(v) - 7,
    style: { fill: color },
    "font-weight": "bold",
    stroke: PAPER,
    "stroke-width": 3,
    "paint-order": "stroke",
  };
  const stroke = { stroke: color, "stroke-width": 2.2, "stroke-dasharray": dash };
  const dotStroke = { stroke: color, "stroke-width": 5, "stroke-linecap": "round" };
  return [
    s("path", { ...line, stroke: PAPER, "stroke-width": 4.5 }),
    s("path", { ...line, ...stroke }),
    s("path", { d: dots, ...dotStroke }),
    s("text", end, WALKERS[name].symbol),
  ];
}
