// Predictions, targets and their differences, each at its place in the drawing.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, PAPER, PURPLE } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { lossNumber, meanTexts, numberText, shapeText } from "./words.js";

/**
 * @import { Difference } from "./model.js"
 * @typedef {ReturnType<typeof import("./model.js").differences>} Differences
 */

const SIZE = [400, 384];
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

/** Signs that a number is dragged, on the sides to which it can go. */
export const grips = () =>
  s("path", {
    fill: "none",
    stroke: PURPLE,
    "stroke-width": 2,
    "stroke-linecap": "round",
  });

/** @param {number} p which goes from 0 to 1 */
export const gripsOf = (p) =>
  `${p > 0 ? "M-15 -4l-4 4l4 4" : ""}${p < 1 ? "M15 -4l4 4l-4 4" : ""}`;

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
    const [moves, fades] = this.placed ? ["", "opacity"] : ["none", "none"]; // not at first
    this.placed = true;
    const shown = new Map(cells.map((cell) => [4 * cell.i + cell.j, cell]));
    this.tiles.forEach(({ rect, text, element }, k) => {
      const cell = shown.get(k);
      const stays = cell && element.style.opacity === "1";
      // Those that stay find their places; then, at theirs, the others appear.
      element.style.transitionProperty = stays ? moves : cell ? fades : "none";
      element.style.transitionDelay = stays ? "" : "0.3s";
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
  { x: -11.5, width: 22 },
  { x: 16, width: 11 },
];
const RAISED = -11;
const AFTER = 0.6; // seconds in which the cells find their places
const NEXT = 0.15; // until the next copy

/** What broadcasting repeats: in each difference, its prediction and its target. */
export class Copies {
  constructor() {
    this.cells = Array.from({ length: 16 }, (_, n) => {
      // One by one, a prediction along the targets and a target along the predictions.
      const steps = [n % 4, Math.floor(n / 4)];
      const copies = COPIES.map(({ x, width }, k) => {
        const back = { x: x - width / 2, y: -9, width, height: 18, rx: 3 };
        const text = set(label(x, 5, "", "middle"), { "font-size": 14.5 });
        const paper = s("rect", { ...back, fill: PAPER });
        const pale = s("rect", { ...back, fill: COLORS[k], opacity: 0.22 });
        return { text, element: copy(steps[k], paper, pale, text) };
      });
      const sign = s("path", { d: "M3 0h5", stroke: INK, "stroke-width": 1.5 });
      const elements = copies.map(({ element }) => element);
      return {
        texts: copies.map(({ text }) => text),
        element: s("g", {}, copy(Math.max(...steps), sign), ...elements),
      };
    });
    this.element = s("g", { "aria-hidden": "true", "pointer-events": "none" });
  }

  /**
   * @param {Difference[]} cells all that have copies
   * @param {number[][]} values
   */
  show(cells, values) {
    if (!cells.length) this.element.replaceChildren();
    else if (!this.element.childElementCount) {
      this.element.append(...this.cells.map(({ element }) => element));
    }
    for (const { index, i, j } of cells) {
      const { texts, element } = this.cells[4 * i + j];
      const [x, y] = spot(index);
      set(element, { transform: `translate(${x} ${y + RAISED})` });
      texts.forEach((text, k) => {
        text.textContent = numberText(values[k][[i, j][k]]);
      });
    }
  }
}

/**
 * @param {number} step when it appears
 * @param {...SVGElement} parts
 */
const copy = (step, ...parts) =>
  s(
    "g",
    { class: "copy", style: { animationDelay: `${AFTER + NEXT * step}s` } },
    ...parts,
  );

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
 * What stands under the table: the name of the differences, and both losses.
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
  return [name, ...losses(found)];
}

const LOSSES = [330, 370]; // the heights of their bars
const RIGHT = 0.5; // what right predictions have where all targets are met

/**
 * The loss that is computed and the one that was meant, as bars.
 * @param {Differences} found
 */
function losses(found) {
  const X = (/** @type {number} */ z) => 14 + 320 * z;
  const texts = meanTexts(found);
  const bars = [found.loss, found.meant].flatMap((loss, k) => {
    const y = LOSSES[k];
    const stroke = [BLUE, INK][k];
    const [text, number] = [
      label(X(0), y - 12, texts[k], "start"),
      set(label(X(1) + 8, y + 5, lossNumber(loss), "start"), BOLD),
    ].map((each) => set(each, { style: { fill: stroke } }));
    return [
      text,
      s("path", { d: `M${X(0)} ${y}H${X(1)}`, stroke: AXIS }),
      s("path", { d: `M${X(0)} ${y}H${X(loss)}`, stroke, "stroke-width": 12 }),
      number,
    ];
  });
  if (found.cells.length === 4) return bars;
  const y = LOSSES[0];
  const name = label(X(RIGHT) + 7, y + 5, "right predictions", "start");
  const free = { x: X(RIGHT), y: y - 8, width: 136, height: 16, fill: PAPER };
  const mark = { d: `M${X(RIGHT)} ${y - 9}v18`, stroke: INK, "stroke-width": 2 };
  return [...bars, s("rect", free), s("path", mark), name];
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
