// Lines on a logarithmic scale, of a signal on average and in some networks, and the
// activations of some layers.

import { minus, percent, superscript } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { LAYERS, NETWORKS, weights } from "./model.js";
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
const ROW = 18; // of letters
const APART = 14; // pixels between the ends of two lines that are seen as two

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
    label(left - 6, high + 12, "size", "end"),
    ...[0, 10, 20, 30].map((x) => label(plane.X(x), low + 17, String(x), "middle")),
    label(plane.X(15), low + 17, "layer", "middle"),
  ];
}

/** @typedef {Kind & { factor: number, guess?: string }} State */
/** @typedef {typeof SCALES[number]} Scale */

/**
 * The signal on average, and in each network: on the thick line, so that they are seen
 * where they stay close to it.
 * @param {Plane} plane
 * @param {number} factor
 * @param {number[][]} networks decades above the average
 * @param {number} [last] layer that is shown
 */
export function lines(plane, factor, networks, last = LAYERS) {
  const drawn = (/** @type {number[]} */ above, /** @type {object} */ look) => {
    const path = plane.path(
      above
        .slice(0, last + 1)
        .map((each, l) => [l, each + (l * height(factor)) / LAYERS]),
    );
    return s("path", { d: path, fill: "none", stroke: BLUE, ...look });
  };
  return [
    drawn(Array(LAYERS + 1).fill(0), { "stroke-width": 7, opacity: 0.4 }),
    ...networks.map((above) => drawn(above, { "stroke-width": 1.2, opacity: 0.9 })),
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
  const d = plane.path([
    [0, 0],
    [LAYERS, height(before.factor)],
  ]);
  return [s("path", { d, fill: "none", stroke: INK, "stroke-dasharray": "6 5" })];
}

/**
 * The place of the end while it is asked for.
 * @param {Plane} plane
 */
export const asked = (plane) => [
  set(label(plane.X(LAYERS), plane.Y(0) + 5, "?", "middle"), {
    ...HALO,
    "font-weight": 600,
  }),
];

/**
 * What has become of the signal, beside its end, and which line is which: in the corner
 * that the line leaves free.
 * @param {Plane} plane
 * @param {State} before
 * @param {State} now
 */
export function names(plane, before, now) {
  const [left, right] = [plane.X(0) + 12, plane.X(LAYERS) + 8];
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const [end, was] = [now, before].map(({ factor }) => height(factor));
  const isThere = isSeen(plane, before, now);
  /**
   * Beside an end, on one of its sides.
   * @param {number} y
   * @param {boolean} isAbove
   */
  const placed = (y, isAbove) => {
    const [level, wanted] = [plane.Y(0), plane.Y(y) + (isAbove ? -14 : 24)];
    const isCrossed = wanted > level - 4 && wanted < level + 14;
    if (isCrossed) return level + (isAbove ? -6 : 16);
    return Math.min(low - 8, Math.max(high + 14, wanted));
  };
  /**
   * @param {number} y
   * @param {string} text
   * @param {number | null} weight
   */
  const beside = (y, text, weight) =>
    set(label(right, y, text, "end"), { ...HALO, "font-weight": weight });
  const isAbove = isThere ? end > was : end >= 0;
  const level = before.factor === 1 ? "level" : amount(before.factor ** LAYERS);
  const key = end > 0 ? low - 8 : high + 14;
  const place = placed(was, !isAbove);
  // Where the earlier line ends, no more is said: its readers have seen the key.
  const isTaken = isThere && Math.abs(place - key) < 2 * ROW;
  const keys = `thick: average, thin: ${NETWORKS} networks`;
  return [
    ...(isThere
      ? [beside(place, `${earlier(before, now)}: ${before.guess ?? level}`, null)]
      : []),
    beside(placed(end, isAbove), ending(now.factor), 600),
    ...(isTaken ? [] : [set(label(left, key, keys, "start"), HALO)]),
  ];
}

/**
 * What was different before.
 * @param {State} before
 * @param {State} now
 */
function earlier(before, now) {
  if (before.guess) return "your guess";
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
