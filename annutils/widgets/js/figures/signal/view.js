// Lines on a logarithmic scale, of a signal on average and in some networks, and the weights
// that make them.

import { minus, percent, superscript, written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { LAYERS, NETWORKS, spreadOf, weights } from "./model.js";
import { amount, weight } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Kind } from "./model.js"
 */

/** How many decades a scale reaches up and down, and which of them it names. */
const SCALES = [
  { reach: 3.7, step: 1 },
  { reach: 11.5, step: 3 },
  { reach: 28, step: 12 },
];
export const ROOM = 1.1; // beyond what a scale reaches, for the handle
/** @type {Record<number, string>} */
const NAMES = { 0: "1", 1: "10", 2: "100", 3: "1,000", 6: "million", 9: "billion" };
const APART = 30; // pixels between the ends of two lines that are seen as two
const LINE = 20; // from a line of text to the one below it

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

/** How far one line is from the next. @param {number} step */
const line = (step) =>
  step > 3 ? `×10${superscript(step)}` : `×${(10 ** step).toLocaleString("en")}`;

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
  // A mark for each power of 10: the closer they stand, the steeper is what looks the same.
  const decades = Array.from({ length: 2 * Math.floor(reach) + 1 }, (_, n) => {
    const y = plane.Y(n - Math.floor(reach));
    return `M${left} ${y}h6`;
  });
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    s("path", { class: "axis", d: decades.join("") }),
    ...powers.flatMap((power) => {
      const y = plane.Y(power);
      const d = `M${left} ${y}H${right}`;
      const opacity = power === 0 ? 0.8 : 0.25;
      return [
        s("path", { class: "axis", d, opacity }),
        label(left - 6, y + 5, named(power), "end"),
      ];
    }),
    set(label(left + 6, high + 14, `size, ${line(step)} a line`, "start"), {
      "font-weight": step > 1 ? 600 : null,
    }),
    ...[0, 10, 20, 30].map((x) => label(plane.X(x), low + 17, String(x), "middle")),
    label(plane.X(15), low + 17, "layer", "middle"),
  ];
}

/** @typedef {Kind & { factor: number, isGuess?: boolean }} State */
/** @typedef {typeof SCALES[number]} Scale */

/**
 * The signal on average, and in each network.
 * @param {Plane} plane
 * @param {number} factor
 * @param {number[][]} networks decades above the average
 */
export function lines(plane, factor, networks) {
  const drawn = (/** @type {number[]} */ above, /** @type {object} */ look) => {
    const path = plane.path(
      above.map((each, l) => [l, each + (l * height(factor)) / LAYERS]),
    );
    return s("path", { d: path, fill: "none", stroke: BLUE, ...look });
  };
  return [
    ...networks.map((above) => drawn(above, { "stroke-width": 1.2, opacity: 0.55 })),
    drawn(Array(LAYERS + 1).fill(0), { "stroke-width": 4 }),
  ];
}

/**
 * Where the signal went before, if that is in sight and somewhere else by now.
 * @param {Plane} plane
 * @param {State} before
 * @param {State} now
 */
function isSeen(plane, before, now) {
  const end = height(before.factor);
  const isFar = Math.abs(plane.Y(end) - plane.Y(height(now.factor))) > APART;
  return isFar && Math.abs(end) <= plane.y[1];
}

/**
 * @param {Plane} plane
 * @param {State} before
 * @param {State} now
 */
export function ghost(plane, before, now) {
  if (!isSeen(plane, before, now)) return [];
  return [dashed(plane, height(before.factor))];
}

/**
 * @param {Plane} plane
 * @param {number} end
 */
function dashed(plane, end) {
  const d = plane.path([
    [0, 0],
    [LAYERS, end],
  ]);
  return s("path", { d, fill: "none", stroke: INK, "stroke-dasharray": "6 5" });
}

/**
 * The line as the reader thinks that it goes.
 * @param {Plane} plane
 * @param {number} end 0 until it is set
 */
export function guessed(plane, end) {
  const [right, high] = [plane.X(plane.x[1]) - 4, plane.Y(plane.y[1])];
  const words = end ? `your guess: ${amount(10 ** end)}` : "your guess?";
  const text = label(right, high + 14 + LINE, words, "end");
  return [dashed(plane, end), set(text, { ...HALO, "font-weight": 600 })];
}

/**
 * What has become of the signal, and which line is which: in the corners that the line
 * leaves free.
 * @param {Plane} plane
 * @param {State} before
 * @param {State} now
 */
export function names(plane, before, now) {
  const { factor } = now;
  const [left, right] = [plane.X(0) + 6, plane.X(plane.x[1]) - 4];
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const isUp = factor > 1;
  const [first, second] = isUp
    ? [low - 8, low - 8 - LINE]
    : [high + 14 + LINE, high + 14 + 2 * LINE]; // below the name of the axis
  const key = low - 8 - (isUp ? 2 * LINE : 0);
  const was = before.factor === 1 ? "level" : amount(before.factor ** LAYERS);
  return [
    set(label(right, first, ending(factor), "end"), { ...HALO, "font-weight": 600 }),
    ...(isSeen(plane, before, now)
      ? [
          set(
            label(right, second, `dashed, ${earlier(before, now)}: ${was}`, "end"),
            HALO,
          ),
        ]
      : []),
    set(
      label(left, key, `thick: on average, thin: ${NETWORKS} networks`, "start"),
      HALO,
    ),
  ];
}

/**
 * What was different before.
 * @param {State} before
 * @param {State} now
 */
function earlier(before, now) {
  if (before.isGuess) return "your guess";
  if (before.units !== now.units) return `${before.units} units`;
  if (before.activation !== now.activation)
    return before.activation === "relu" ? "with ReLU" : "without ReLU";
  return weight(before.factor, before);
}

/** What has become of the signal on average. @param {number} factor */
function ending(factor) {
  if (factor === 1) return "level";
  const share = amount(factor ** LAYERS);
  return factor < 1 ? `${share} is left` : share;
}

export const SIZE = [400, 108];
const REACH = 0.65; // of the weights that are drawn
const FOOT = 86; // the axis of the weights
const DOT = 6; // how wide a stack of dots is,
const TALL = 64; // and how high at most

/** @param {number} w */
const across = (w) => SIZE[0] * (0.5 + (0.5 * w) / REACH);

/**
 * The weights into one unit, as dots above their values.
 * @param {State} state
 */
export function dots({ factor, ...kind }) {
  const spread = spreadOf(factor, kind);
  const [low, high] = [-spread, spread].map(across);
  const here = { stroke: INK, "stroke-width": 4 };
  return [
    label(4, 14, `the ${kind.units} weights into one unit`, "start"),
    ...stacks(weights(spread, kind.units).map((w) => Math.round(across(w) / DOT))),
    s("path", { d: `M0 ${FOOT}H${SIZE[0]}`, stroke: AXIS }),
    s("path", { d: `M${low} ${FOOT + 7}H${high}`, ...here }),
    ...[-0.5, 0.5].map((w) => label(across(w), FOOT + 18, written(w, 1), "middle")),
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

export const SPAN = [400, 104];
const SHOWN = [1, 10, 20, 30]; // layers
const FAR = 3; // the largest activation that is drawn
const BINS = 31;
const MANY = 400; // activations, so that the shape is smooth
const PANEL = { width: 92, pitch: 102, foot: 84, tall: 36 };
const FULL = 0.3; // the share of activations that fills the height

/**
 * The activations of four layers of one network, all on the same axis.
 * @param {State} state
 * @param {number[]} network decades above the average, as far as they are known
 */
export function histograms({ factor, activation }, network) {
  const isBent = activation === "relu";
  return [
    label(0, 14, "Activations in one of the networks", "start"),
    ...SHOWN.flatMap((l, k) => {
      const name = `layer ${l}`;
      if (l >= network.length) return panel(k * PANEL.pitch, name, [], "?");
      const size = 10 ** (network[l] + (l * height(factor)) / LAYERS);
      const sums = weights(isBent ? size * Math.SQRT2 : size, MANY);
      const shares = binned(isBent ? sums.map((z) => Math.max(0, z)) : sums);
      const left = k * PANEL.pitch;
      const beyond = sums.filter((z) => z > FAR).length / MANY; // and below -3 as many
      if (beyond <= 0.25) return panel(left, name, shares, "");
      return isBent
        ? [...panel(left, name, shares, ""), ...parted(left, beyond)]
        : panel(left, name, shares, "beyond ±3");
    }),
  ];
}

/**
 * How many activations ReLU has set to 0, and how many are out of sight: on both sides of
 * the bar at 0.
 * @param {number} left
 * @param {number} beyond
 */
function parted(left, beyond) {
  const middle = left + PANEL.width / 2;
  const [above, below] = [PANEL.foot - 24, PANEL.foot - 8];
  return [
    label(middle - 6, above, percent(0.5), "end"),
    label(middle - 6, below, "at 0", "end"),
    label(middle + 6, above, percent(beyond), "start"),
    label(middle + 6, below, `> ${FAR}`, "start"),
  ];
}

/** Which share of numbers falls into each bin. @param {number[]} values */
function binned(values) {
  const shares = Array(BINS).fill(0);
  for (const value of values) {
    const bin = Math.floor(((value / FAR + 1) / 2) * BINS);
    if (bin >= 0 && bin < BINS) shares[bin] += 1 / values.length;
  }
  return shares;
}

/**
 * @param {number} left
 * @param {string} name
 * @param {number[]} shares
 * @param {string} note
 */
function panel(left, name, shares, note) {
  const { width, foot, tall } = PANEL;
  const wide = width / BINS;
  const bars = shares.map((share, k) => {
    const high = tall * Math.min(1, share / FULL);
    return high ? `M${left + k * wide} ${foot}v${-high}h${wide}v${high}Z` : "";
  });
  const middle = left + width / 2;
  return [
    label(middle, 40, name, "middle"),
    s("path", { d: bars.join(""), fill: BLUE }),
    s("path", { d: `M${left} ${foot}h${width}`, stroke: AXIS }),
    label(middle, foot - 8, note, "middle"),
    ...[-FAR, FAR].map((z) =>
      label(middle + (z / FAR) * (width / 2 - 10), foot + 18, minus(z), "middle"),
    ),
  ];
}
