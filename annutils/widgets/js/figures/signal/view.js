// Two lines on a logarithmic scale, the signal's and the gradient's on its way back, and
// the weights that make them.

import { superscript, written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { LAYERS, sizes, spreadOf, weights } from "./model.js";
import { amount, weight } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

/** How many decades a scale reaches up and down, and which of them it names. */
const SCALES = [
  { reach: 3.7, step: 1 },
  { reach: 11.5, step: 3 },
  { reach: 28, step: 12 },
];
/** @type {Record<number, string>} */
const NAMES = { 0: "1", 1: "10", 2: "100", 3: "1,000", 6: "million", 9: "billion" };
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const APART = 40; // pixels, for two names beside each other
const BESIDE = 14; // from a line to its name
const LINE = 20; // from a name to one below it

/** How high a factor brings a signal through all layers. @param {number} factor */
export const height = (factor) => LAYERS * Math.log10(factor);

/** The smallest scale on which a factor's line stays in sight. @param {number} factor */
export const scaleOf = (factor) =>
  SCALES.find(({ reach }) => Math.abs(height(factor)) < reach) ?? SCALES[2];

/** The name of a power of 10. @param {number} power */
function named(power) {
  const size = Math.abs(power);
  const name = NAMES[size] ?? `10${superscript(size)}`;
  return power < 0 ? `1/${name}` : name;
}

/**
 * The scale at the left, the layers below.
 * @param {Plane} plane
 * @param {Scale} scale
 */
export function axes(plane, { reach, step }) {
  const [left, right] = [plane.X(0), plane.X(plane.x[1])];
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const most = Math.floor(reach / step);
  const powers = Array.from({ length: 2 * most + 1 }, (_, n) => step * (n - most));
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...powers.flatMap((power) => {
      const y = plane.Y(power);
      const d = `M${left} ${y}H${right}`;
      const opacity = power === 0 ? 0.8 : 0.25;
      return [
        s("path", { class: "axis", d, opacity }),
        label(left - 6, y + 5, named(power), "end"),
      ];
    }),
    label(left + 6, high + 14, "size (log scale)", "start"),
    ...[0, 10, 20, 30].map((x) => label(plane.X(x), low + 17, String(x), "middle")),
    label(plane.X(15), low + 17, "layer", "middle"),
  ];
}

/**
 * Where the names of both lines stand: beside the beginning of each.
 * @param {Plane} plane
 * @param {number} factor
 */
const base = (plane, factor) => plane.Y(0) + (factor > 1 ? BESIDE + 10 : -BESIDE);

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
  const names = base(plane, factor);
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const beside = plane.Y(height(factor)) + (factor > 1 ? -20 : 30);
  const end = Math.min(low - 6, Math.max(high + 14, beside));
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
    text(label(plane.X(0) + 8, names, "signal →", "start"), BLUE),
    text(label(plane.X(LAYERS) - 8, names, "← gradient", "end"), BROWN),
    text(
      label(plane.X(LAYERS) + 6, end, ending(factor, signal[LAYERS], units), "end"),
      INK,
    ),
  ];
}

/** @typedef {{ factor: number, units: number }} State */
/** @typedef {typeof SCALES[number]} Scale */

/**
 * Where the signal went before, if that is in sight and somewhere else by now.
 * @param {Plane} plane
 * @param {State} before
 * @param {State} now
 */
export function ghost(plane, before, now) {
  const end = height(before.factor);
  const y = plane.Y(end);
  const isFar = Math.abs(y - plane.Y(height(now.factor))) > APART;
  if (!isFar || Math.abs(end) > plane.y[1]) return [];
  const what =
    before.units === now.units
      ? `with ${weight(before.factor, before.units)}`
      : `${before.units} units`;
  const was = before.factor === 1 ? "level" : amount(before.factor ** LAYERS);
  const words = `before, ${what}: ${was}`;
  const below = before.factor < now.factor;
  const beside = y + (below ? LINE : -10);
  const names = base(plane, now.factor);
  const isFree = Math.abs(beside - names) >= LINE;
  const at = isFree ? beside : names + (below ? LINE : -LINE);
  const path = plane.path([
    [0, 0],
    [LAYERS, end],
  ]);
  return [
    s("path", { d: path, fill: "none", stroke: BLUE, "stroke-width": 2, opacity: 0.4 }),
    set(label(plane.X(LAYERS) + 6, at, words, "end"), HALO),
  ];
}

/**
 * What has become of the signal.
 * @param {number} factor
 * @param {number} share
 * @param {number} units
 */
function ending(factor, share, units) {
  if (factor === 1) return `level: 1/√${units} = ${weight(1, units)}`;
  return factor < 1 ? `${amount(share)} is left` : amount(share);
}

export const SIZE = [400, 144];
const REACH = 0.65; // of the weights that are drawn
const FOOT = 106; // the axis of the weights
const DOT = 6; // how wide a stack of dots is,
const TALL = 80; // and how high at most

/** @param {number} w */
const across = (w) => SIZE[0] * (0.5 + (0.5 * w) / REACH);

/**
 * The weights into one unit, as dots above their values.
 * @param {number} factor
 * @param {number} units
 */
export function dots(factor, units) {
  const spread = spreadOf(factor, units);
  const [low, high] = [-spread, spread].map(across);
  const here = { stroke: INK, "stroke-width": 4 };
  const words = `standard deviation ${weight(factor, units)}`;
  return [
    label(4, 14, `the ${units} weights into one unit`, "start"),
    ...stacks(weights(spread, units).map((w) => Math.round(across(w) / DOT))),
    s("path", { d: `M0 ${FOOT}H${SIZE[0]}`, stroke: AXIS }),
    s("path", { d: `M${low} ${FOOT + 7}H${high}`, ...here }),
    ...[-0.5, 0.5].map((w) => label(across(w), FOOT + 18, written(w, 1), "middle")),
    label(SIZE[0] / 2, FOOT + 30, words, "middle"),
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
