// Predictions, targets and their differences, each at its place in the drawing.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, PAPER, PURPLE } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { LOWEST, lossText, numberText, shapeText } from "./words.js";

/**
 * @import { Difference } from "./model.js"
 * @typedef {ReturnType<typeof import("./model.js").differences>} Differences
 */

const SIZE = [400, 386];
export const PITCH = 49;
export const CELL = 46;
const TABLE = { x: 198, y: 72, side: 4 * PITCH };
const BELOW = TABLE.y + TABLE.side;
/** Middle of the first lying row. */
const LYING = 28;
/** Middles of a standing column: next to the table, and beyond. */
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
    const same = lie[0] === lie[1];
    const at = lies
      ? LYING + (same && k === 1 ? PITCH : 0)
      : STANDING[same && k === 0 ? 1 : 0];
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

/** Signs that a number is dragged, to either side. */
export const grips = () =>
  s("path", {
    d: "M-15 -4l-4 4l4 4M15 -4l4 4l-4 4",
    fill: "none",
    stroke: PURPLE,
    "stroke-width": 2,
    "stroke-linecap": "round",
  });

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
  down(index.length > 1 ? index[0] : 1), // below two rows
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
      const text = label(0, 0, "", "middle");
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
      set(text, { y: textAt(cells.length > 4) });
    });
  }
}

/**
 * Where a difference is written in its cell: below the copies, where there are some.
 * @param {boolean} crossed
 */
const textAt = (crossed) => (crossed ? 17 : 5);

/** In a cell: the middle of each copy and its width. */
const COPIES = [
  { x: -10.5, width: 22 },
  { x: 14.5, width: 13 },
];
const RAISED = -11;

/** What broadcasting repeats: in each difference, its prediction and its target. */
export class Copies {
  shown = false;

  constructor() {
    this.pairs = Array.from({ length: 16 }, () =>
      COPIES.map(({ width }, k) => {
        const back = { x: -width / 2, y: -9, width, height: 18, rx: 3 };
        const text = set(label(0, 5, "", "middle"), { "font-size": 14.5 });
        const paper = s("rect", { ...back, fill: PAPER });
        const pale = s("rect", { ...back, fill: COLORS[k], opacity: 0.22 });
        return { text, element: s("g", { class: "copy" }, paper, pale, text) };
      }),
    );
    this.signs = this.pairs.map(() => s("path", { stroke: INK, "stroke-width": 1.5 }));
    this.element = s(
      "g",
      { "aria-hidden": "true", "pointer-events": "none" },
      ...this.signs,
      ...this.pairs.flat().map(({ element }) => element),
    );
  }

  /**
   * They come out of the column and out of the row, where these are repeated.
   * @param {Difference[]} cells all that have copies
   * @param {Place[]} sources
   * @param {number[][]} values
   */
  show(cells, sources, values) {
    const comes = cells.length > 0 && !this.shown;
    this.shown = cells.length > 0;
    this.pairs.forEach((pair, n) => {
      pair.forEach(({ element }, k) => {
        const own = [Math.floor(n / 4), n % 4][k];
        if (comes || !this.shown) put(element, sources[k].numbers[own], "0", "none");
      });
    });
    if (comes) this.element.getBoundingClientRect(); // from there, all of them move
    this.signs.forEach((sign) => {
      sign.setAttribute("d", "");
    });
    cells.forEach(({ index, i, j }) => {
      const n = 4 * i + j;
      const [x, y] = spot(index);
      this.signs[n].setAttribute("d", `M${x + 2} ${y + RAISED}h5`);
      this.pairs[n].forEach(({ element, text }, k) => {
        text.textContent = numberText(values[k][[i, j][k]]);
        put(element, [x + COPIES[k].x, y + RAISED], "1", "");
      });
    });
  }
}

/**
 * @param {SVGElement} element
 * @param {number[]} at
 * @param {string} opacity
 * @param {string} transition
 */
function put(element, [x, y], opacity, transition) {
  const transform = `translate(${x}px, ${y}px)`;
  Object.assign(element.style, { transition, transform, opacity });
}

/**
 * From the sources of a difference to it.
 * @param {Place[]} sources
 * @param {Difference} cell
 * @param {boolean} crossed
 */
export function light(sources, { index, i, j, value }, crossed) {
  const [x, y] = spot(index);
  const bars = sources.map(({ numbers }, k) => {
    const [u, v] = numbers[[i, j][k]];
    const place = { x: Math.min(u, x) - CELL / 2, y: Math.min(v, y) - CELL / 2 };
    const size = { width: Math.abs(x - u) + CELL, height: Math.abs(y - v) + CELL };
    return s("rect", { ...place, ...size, rx: 6, fill: COLORS[k], opacity: 0.22 });
  });
  // Once more, above the bars.
  const text = label(x, y + textAt(crossed), numberText(value), "middle");
  return [...bars, set(text, BOLD)];
}

/**
 * The axes of the differences, with their names.
 * @param {number[]} shape
 */
export function axes(shape) {
  const last = shape.length - 1;
  const above = TABLE.y - 8 + (last ? 0 : PITCH);
  const long = (/** @type {number} */ axis) => Math.max(72, PITCH * shape[axis]);
  return [
    named(`axis ${last}`, `translate(${TABLE.x} ${above})`, long(last)),
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
  const rows = found.shape.length > 1 ? 4 : 2;
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

const LOSS = 358; // the height of its scale

/**
 * The loss as a bar, beside that of right predictions.
 * @param {number} loss
 * @param {number} right
 * @param {boolean} lowest whether to mark the lowest that there is
 */
export function scale(loss, right, lowest) {
  const X = (/** @type {number} */ z) => 60 + 300 * z;
  const mark = (/** @type {number} */ z) =>
    s("path", { d: `M${X(z)} ${LOSS - 11}v22`, stroke: INK, "stroke-width": 2 });
  const bar = { d: `M${X(0)} ${LOSS}H${X(loss)}`, stroke: BLUE, "stroke-width": 12 };
  return [
    set(label(X(0) - 10, LOSS + 5, "loss", "end"), { style: { fill: BLUE } }),
    s("path", { d: `M${X(0)} ${LOSS}H${X(1)}`, stroke: AXIS }),
    ...[0, 0.25, 0.5, 0.75, 1].map((z) => label(X(z), LOSS + 25, String(z), "middle")),
    ...(loss ? [s("path", bar)] : []),
    ...(lowest ? [mark(LOWEST), label(X(LOWEST) + 4, LOSS - 16, "lowest", "end")] : []),
    mark(right),
    label(X(right), LOSS - 16, "right predictions", right ? "middle" : "start"),
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
