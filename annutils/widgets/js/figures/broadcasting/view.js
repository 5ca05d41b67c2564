// Predictions, targets and their differences, each at its place in the drawing.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, GREEN, INK, PAPER, PURPLE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { aligned } from "./model.js";
import { lossText, numberText, shapeText, sizeText } from "./words.js";

/**
 * @import { Difference } from "./model.js"
 * @typedef {ReturnType<typeof import("./model.js").differences>} Differences
 */

const SIZE = [400, 400];
export const PITCH = 44;
const CELL = 40;
const TABLE = { x: 196, y: 132, side: 4 * PITCH };
const BELOW = TABLE.y + TABLE.side;
/** Middles of a lying row and of a standing column: next to the table, and beyond. */
const LYING = [84, 34];
const STANDING = [146, 56];
export const COLORS = [PURPLE, GREEN]; // predictions, targets
const NAMES = ["predictions", "targets"];

/** @param {number} k */
const across = (k) => TABLE.x + PITCH * (k + 0.5);
/** @param {number} k */
const down = (k) => TABLE.y + PITCH * (k + 0.5);

/**
 * Where the four numbers of both arrays stand, their names, and their shapes.
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
      name: lies ? [118, at + 5] : [at, BELOW + 20],
      shape: lies ? [152, at] : [at, BELOW + 44],
    };
  });
}

/** @typedef {ReturnType<typeof places>[number]} Place */

const BOLD = { style: { fontWeight: "600" } };
const OFF = { fill: AXIS, "fill-opacity": 0.3 }; // a difference that is not 0

/**
 * A cell of an array, around the origin.
 * @param {string} color
 */
export const box = (color) =>
  s("rect", { ...AROUND, fill: PAPER, stroke: color, "stroke-width": 2 });

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
      set(rect, cell.value ? OFF : { fill: PAPER, "fill-opacity": 1 });
      text.textContent = numberText(cell.value);
    });
  }
}

/**
 * From the sources of a difference to it.
 * @param {Place[]} sources
 * @param {Difference} cell
 * @param {number[][]} values of the sources
 */
export function light(sources, { index, i, j, value }, values) {
  const end = spot(index);
  const starts = sources.map(({ numbers }, k) => numbers[[i, j][k]]);
  const bars = starts.map(([u, v], k) => {
    const [x, y] = [Math.min(u, end[0]), Math.min(v, end[1])];
    const width = Math.abs(end[0] - u) + CELL;
    const height = Math.abs(end[1] - v) + CELL;
    const bar = { x: x - CELL / 2, y: y - CELL / 2, width, height, rx: 6 };
    return s("rect", { ...bar, fill: COLORS[k], opacity: 0.22 });
  });
  // Once more, above the bars.
  const numbers = [values[0][i], values[1][j], value];
  const texts = [...starts, end].map(([x, y], k) =>
    set(label(x, y + 5, numberText(numbers[k]), "middle"), BOLD),
  );
  return [...bars, ...texts];
}

/**
 * The axes of the differences, with their names.
 * @param {number[]} shape
 */
export function axes(shape) {
  const last = shape.length - 1;
  const long = (/** @type {number} */ axis) => Math.max(72, PITCH * shape[axis]);
  return [
    named(`axis ${last}`, `translate(${TABLE.x} 122)`, long(last)),
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
  return s("g", { transform }, label(2, 0, name, "start"), line);
}

/**
 * What stands under the table: the name and shape of the differences, and the loss.
 * @param {Differences} found
 */
export function result(found) {
  const width = PITCH * found.shape[found.shape.length - 1];
  const x = TABLE.x + width / 2;
  const isWide = width > PITCH;
  const loss = label(SIZE[0] / 2, 392, lossText(found), "middle");
  return [
    label(isWide ? x : TABLE.x, BELOW + 20, "differences", isWide ? "middle" : "start"),
    label(x, BELOW + 49, shapeText(found.shape), "middle"),
    set(loss, BOLD),
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

/**
 * The sizes of all three along the axes of the result.
 * @param {number[][]} shapes of predictions and targets
 * @param {number[]} shape of the result
 */
export function sizes(shapes, shape) {
  const heads = shape.map((_, axis) => h("th", { scope: "col" }, `axis ${axis}`));
  const line = (/** @type {string} */ name, /** @type {string[]} */ texts) =>
    h("tr", {}, h("th", { scope: "row" }, name), ...texts.map((t) => h("td", {}, t)));
  const parts = shapes.map((each, k) =>
    line(
      NAMES[k],
      aligned(each, shape.length).map((size, axis) => sizeText(size, shape[axis])),
    ),
  );
  return [
    h("thead", {}, h("tr", {}, h("td"), ...heads)),
    h("tbody", {}, ...parts, line("differences", shape.map(String))),
  ];
}
