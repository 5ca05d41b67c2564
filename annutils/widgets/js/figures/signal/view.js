// Two lines on a logarithmic scale, the signal's and the gradient's on its way back, and
// the weights that make them.

import { written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { LAYERS, sizes, spreadOf, weights } from "./model.js";
import { amount, weight } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

const HEIGHTS = {
  3: "1,000",
  2: "100",
  1: "10",
  0: "1",
  "-1": "1/10",
  "-2": "1/100",
  "-3": "1/1,000",
};
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const APART = 0.9; // decades, for two names beside each other
const BESIDE = 14; // from a line to its name

/** How high a factor brings a signal through all layers. @param {number} factor */
export const height = (factor) => LAYERS * Math.log10(factor);

/**
 * The scale at the left, the layers below.
 * @param {Plane} plane
 */
export function axes(plane) {
  const [left, right] = [plane.X(0), plane.X(plane.x[1])];
  const [low, high] = plane.y.map((y) => plane.Y(y));
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...Object.entries(HEIGHTS).flatMap(([power, text]) => {
      const y = plane.Y(Number(power));
      const d = `M${left} ${y}H${right}`;
      const opacity = power === "0" ? 0.8 : 0.25;
      return [
        s("path", { class: "axis", d, opacity }),
        label(left - 6, y + 5, text, "end"),
      ];
    }),
    label(left + 6, high + 14, "size (log scale)", "start"),
    ...[0, 10, 20, 30].map((x) => label(plane.X(x), low + 17, String(x), "middle")),
    label(plane.X(15), low + 17, "layer", "middle"),
  ];
}

/**
 * @param {Plane} plane
 * @param {number} factor
 * @param {number} units
 */
export function lines(plane, factor, units) {
  const { signal, gradient } = sizes(spreadOf(factor, units), units);
  const path = (/** @type {number[]} */ all) =>
    plane.path(all.map((size, l) => [l, Math.log10(size)]));
  const look = { fill: "none", "stroke-width": 3.5 };
  const away = factor > 1 ? BESIDE + 10 : -BESIDE; // from the line's own beginning
  const base = plane.Y(0) + away;
  const end = plane.Y(height(factor)) + (factor > 1 ? -20 : 30);
  const text = (/** @type {SVGElement} */ words, /** @type {string} */ fill) =>
    set(words, { ...HALO, style: { fill } });
  return [
    s("path", {
      d: path(gradient),
      ...look,
      stroke: ORANGE,
      "stroke-dasharray": "7 5",
    }),
    s("path", { d: path(signal), ...look, stroke: BLUE }),
    text(label(plane.X(0) + 8, base, "signal →", "start"), BLUE),
    text(label(plane.X(LAYERS) - 8, base, "← gradient", "end"), BROWN),
    text(
      label(plane.X(LAYERS) + 6, end, ending(factor, signal[LAYERS], units), "end"),
      INK,
    ),
  ];
}

/**
 * Where the signal went before the reader moved it, if that is somewhere else by now.
 * @param {Plane} plane
 * @param {number} before
 * @param {number} factor
 * @param {number} units
 */
export function ghost(plane, before, factor, units) {
  const end = height(before);
  if (Math.abs(end - height(factor)) < APART) return [];
  const words = `before, ±${weight(before, units)}: ${amount(before ** LAYERS)}`;
  const y = before > 1 ? Math.max(plane.Y(end) - 8, plane.Y(3)) : plane.Y(end) + 20;
  const path = plane.path([
    [0, 0],
    [LAYERS, end],
  ]);
  return [
    s("path", { d: path, fill: "none", stroke: BLUE, "stroke-width": 2, opacity: 0.4 }),
    set(label(plane.X(LAYERS) + 6, y, words, "end"), HALO),
  ];
}

/**
 * What has become of the signal.
 * @param {number} factor
 * @param {number} share
 * @param {number} units
 */
function ending(factor, share, units) {
  if (factor === 1) return `level: weights of 1/√${units}`;
  return factor < 1 ? `${amount(share)} is left` : amount(share);
}

export const SIZE = [400, 200];
const REACH = 0.65; // of the weights that are drawn
const FOOT = 106; // the axis of the weights
const DOT = 6; // how wide a stack of dots is,
const TALL = 80; // and how high at most

/** @param {number} w */
const across = (w) => SIZE[0] * (0.5 + (0.5 * w) / REACH);

/**
 * The weights into one unit, as dots above their values, and the factors that follow.
 * @param {number} factor
 * @param {number} units
 */
export function dots(factor, units) {
  const spread = spreadOf(factor, units);
  const middle = SIZE[0] / 2;
  const each = weight(factor, units);
  const end = amount(factor ** LAYERS);
  const [low, high] = [-spread, spread].map(across);
  const here = { stroke: INK, "stroke-width": 4 };
  return [
    label(4, 14, `the ${units} weights into one unit`, "start"),
    ...stacks(weights(spread, units).map((w) => Math.round(across(w) / DOT))),
    s("path", { d: `M0 ${FOOT}H${SIZE[0]}`, stroke: AXIS }),
    s("path", { d: `M${low} ${FOOT + 7}H${high}`, ...here }),
    ...[-0.5, 0.5].map((w) => label(across(w), FOOT + 18, written(w, 1), "middle")),
    label(middle, FOOT + 30, `standard deviation ${each}`, "middle"),
    label(
      4,
      FOOT + 62,
      `one layer: ${each} · √${units} = ${written(factor)} times`,
      "start",
    ),
    label(4, FOOT + 84, `30 layers: ${written(factor)}³⁰ times, ${end}`, "start"),
  ];
}

/** Dots on each other. @param {number[]} places in steps of a dot */
function stacks(places) {
  /** @type {Record<number, number>} */
  const counts = {};
  const levels = places.map((place) => {
    counts[place] = (counts[place] ?? 0) + 1;
    return counts[place];
  });
  const step = Math.min(DOT, TALL / Math.max(...levels));
  return places.map((place, k) =>
    s("circle", {
      cx: place * DOT,
      cy: FOOT - step * (levels[k] - 0.5),
      r: 2.6,
      fill: AXIS,
    }),
  );
}
