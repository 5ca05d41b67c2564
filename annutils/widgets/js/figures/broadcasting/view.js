// Predictions, targets and their differences, each at its place in the drawing.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, GREEN, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { LOWEST, lossText, numberText, shapeText } from "./words.js";

/**
 * @import { Difference } from "./model.js"
 * @typedef {ReturnType<typeof import("./model.js").differences>} Differences
 */

const SIZE = [400, 410];
export const PITCH = 44;
const CELL = 40;
const TABLE = { x: 196, y: 114, side: 4 * PITCH };
const BELOW = TABLE.y + TABLE.side;
/** Middles of a lying row and of a standing column: next to the table, and beyond. */
const LYING = [70, 24];
const STANDING = [146, 56];
const COLORS = [PURPLE, GREEN]; // predictions, targets
const NAMES = ["predictions", "targets"];

/** @param {number} k */
const across = (k) => TABLE.x + PITCH * (k + 0.5);
/** @param {number} k */
const down = (k) => TABLE.y + PITCH * (k + 0.5);

/**
 * Where the four numbers of both arrays stand, and their names.
 * @param {number[][]} shapes
 */
export function places(shapes) {
  const lie = shapes.map(({ length }) => length === 1);
  return lie.map((lies, k) => {
    const far = lie[0] === lie[1] && k === 0 ? 1 : 0;
    const at = lies ? LYING[far] : STANDING[far];
    return {
      lies,
      numbers: [0, 1, 2, 3].map((each) =>
        lies ? [across(each), at] : [at, down(each)],
      ),
      name: lies ? [164, at + 5] : [at, BELOW + 18],
    };
  });
}

/** @typedef {ReturnType<typeof places>[number]} Place */

const BOLD = { style: { fontWeight: "600" } };
const SHADE = 0.35; // of a difference of 1

/** @param {string} color */
const box = (color) =>
  s("rect", { ...AROUND, fill: PAPER, stroke: color, "stroke-width": 2 });

export const predictionBox = () => box(PURPLE);

/**
 * A prediction fills its box from below.
 * @param {number} p
 */
export const levelOf = (p) => ({
  x: 2 - CELL / 2,
  y: CELL / 2 - 2 - (CELL - 4) * p,
  width: CELL - 4,
  height: (CELL - 4) * p,
  fill: PURPLE,
  opacity: 0.25,
});

/**
 * A target, around the origin.
 * @param {string} text
 */
export const targetBox = (text) =>
  s("g", { "pointer-events": "none" }, box(GREEN), label(0, 5, text, "middle"));

const AROUND = { x: -CELL / 2, y: -CELL / 2, width: CELL, height: CELL, rx: 5 };

/**
 * @param {Place} place
 * @param {number} k
 */
export function nameOf({ lies, name: [x, y] }, k) {
  const text = label(x, y, NAMES[k], lies ? "end" : "middle");
  return set(text, { style: { fill: COLORS[k], ...BOLD.style } });
}

/**
 * Where a difference is in the table.
 * @param {number[]} index
 */
export const spot = (index) => [
  across(index[index.length - 1]),
  down(index.length > 1 ? index[0] : 0),
];

/** The sixteen differences; those of other samples vanish when the shapes agree. */
export class Table {
  placed = false;

  /** @param {(i: number, j: number, kept: boolean) => void} look */
  constructor(look) {
    this.tiles = Array.from({ length: 16 }, (_, k) => {
      const own = Math.floor(k / 4) === k % 4;
      const edge = own
        ? { stroke: INK, "stroke-width": 2.5 }
        : { stroke: AXIS, "stroke-width": 0.75 };
      const rect = s("rect", { ...AROUND, ...edge });
      const text = label(0, 5, "", "middle");
      const at = (/** @type {boolean} */ kept) => () =>
        look(Math.floor(k / 4), k % 4, kept);
      const tile = { class: "tile", onpointermove: at(false), onclick: at(true) };
      return { rect, text, element: s("g", tile, rect, text) };
    });
    const elements = this.tiles.map(({ element }) => element);
    this.element = s("g", { "aria-hidden": "true" }, ...elements);
  }

  /** @param {Difference[]} cells */
  show(cells) {
    const moves = this.placed ? "" : "none"; // at first, nothing moves
    this.placed = true;
    const shown = new Map(cells.map((cell) => [4 * cell.i + cell.j, cell]));
    this.tiles.forEach(({ rect, text, element }, k) => {
      const cell = shown.get(k);
      element.style.transition = moves;
      element.style.opacity = cell ? "1" : "0";
      element.style.pointerEvents = cell ? "auto" : "none";
      if (!cell) return;
      const [x, y] = spot(cell.index);
      element.style.transform = `translate(${x}px, ${y}px)`;
      const shade = { fill: AXIS, "fill-opacity": SHADE * Math.abs(cell.value) };
      set(rect, cell.value ? shade : { fill: PAPER, "fill-opacity": 1 });
      text.textContent = numberText(cell.value);
    });
  }
}

/**
 * From the sources of a difference to it.
 * @param {Place[]} sources
 * @param {Difference} cell
 */
export function light(sources, { index, i, j, value }) {
  const [x, y] = spot(index);
  const bars = sources.map(({ numbers }, k) => {
    const [u, v] = numbers[[i, j][k]];
    const place = { x: Math.min(u, x) - CELL / 2, y: Math.min(v, y) - CELL / 2 };
    const size = { width: Math.abs(x - u) + CELL, height: Math.abs(y - v) + CELL };
    return s("rect", { ...place, ...size, rx: 6, fill: COLORS[k], opacity: 0.22 });
  });
  // Once more, above the bars.
  return [...bars, set(label(x, y + 5, numberText(value), "middle"), BOLD)];
}

/**
 * The axes of the differences, with their names.
 * @param {number[]} shape
 */
export function axes(shape) {
  const last = shape.length - 1;
  const long = (/** @type {number} */ axis) => Math.max(72, PITCH * shape[axis]);
  return [
    named(`axis ${last}`, `translate(${TABLE.x} ${TABLE.y - 8})`, long(last)),
    ...(last ? [named("axis 0", `translate(172 ${TABLE.y}) rotate(90)`, long(0))] : []),
  ];
}

/**
 * @param {string} name
 * @param {string} transform
 * @param {number} length
 */
function named(name, transform, length) {
  const d = arrow([50, -5], [length - 2, -5], 7);
  const line = s("path", { d, fill: "none", stroke: AXIS, "stroke-width": 1.5 });
  return s("g", { transform }, set(label(2, 0, name, "start"), HALO), line);
}

/**
 * What stands under the table: the name of the differences, and the loss.
 * @param {Differences} found
 */
export function result(found) {
  const rows = found.shape.length > 1 ? 4 : 1;
  const columns = found.shape[found.shape.length - 1];
  const y = TABLE.y + PITCH * rows + 18;
  const name = label(
    columns > 1 ? TABLE.x + (PITCH * columns) / 2 : TABLE.x,
    y,
    `differences ${shapeText(found.shape)}`,
    columns > 1 ? "middle" : "start",
  );
  return [name, set(label(SIZE[0] / 2, LOSS - 42, lossText(found), "middle"), BOLD)];
}

const LOSS = 382; // the height of its scale

/**
 * The loss on a scale, beside that of right predictions.
 * @param {number} loss
 * @param {number} right
 * @param {boolean} lowest whether to mark the lowest that there is
 */
export function scale(loss, right, lowest) {
  const X = (/** @type {number} */ z) => 50 + 300 * z;
  const ring = { cy: LOSS, r: 8, fill: PAPER, stroke: INK, "stroke-width": 2 };
  return [
    s("path", { d: `M${X(0)} ${LOSS}H${X(1)}`, stroke: AXIS }),
    ...[0, 0.25, 0.5, 0.75, 1].map((z) => label(X(z), LOSS + 22, String(z), "middle")),
    ...(lowest
      ? [
          s("path", {
            d: `M${X(LOWEST)} ${LOSS - 9}v18`,
            stroke: INK,
            "stroke-width": 2,
          }),
          label(X(LOWEST) + 4, LOSS - 14, "lowest", "end"),
        ]
      : []),
    s("circle", { ...ring, cx: X(right) }),
    label(
      X(right) - (right ? 0 : 8),
      LOSS - 14,
      "right predictions",
      right ? "middle" : "start",
    ),
    s("circle", { cx: X(loss), cy: LOSS, r: 6, fill: ORANGE, stroke: PAPER }),
  ];
}

/**
 * @param {...SVGElement} layers
 */
export const drawing = (...layers) =>
  h(
    "div",
    { class: "plot" },
    s(
      "svg",
      {
        viewBox: `0 0 ${SIZE.join(" ")}`,
        role: "group",
        "aria-label": "Predictions, targets and their differences",
      },
      ...layers,
    ),
  );
