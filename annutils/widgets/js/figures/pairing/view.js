// Pairs of errors as lines between two rows, and their changes below, on the same scale.

import { minus, written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { ends, verdict } from "./words.js";

/** @import { Interval } from "./model.js" */

export const SIZE = { width: 424, height: 374 };
const [LEFT, RIGHT] = [24, 400];
/** Heights of the bars and rows of both methods. */
export const ROWS = [54, 150];
const BARS = [34, 170];
const FLOOR = 192; // axis of the errors
const TOP = 240; // of the changes
const DOTS = 255;
const CHANGE = 277;
const APART = 299; // the change of runs without partners
const PALE = 312; // that of earlier pairs
const PITCH = 6; // between those
const END = 344;
const KEPT = 5; // earlier pairs, at most
const METHODS = [ORANGE, BLUE];
const BELOW = 0.55; // of the scale of changes lies left of zero

/** A scale of errors, and one of changes of the same length. */
export class Scale {
  /** @param {number[][]} errors */
  constructor(errors) {
    const all = errors.flat();
    this.low = Math.floor(Math.min(...all)) - 1;
    this.high = Math.ceil(Math.max(...all)) + 1;
    this.unit = (RIGHT - LEFT) / (this.high - this.low);
    this.least = -Math.ceil(BELOW * (this.high - this.low)); // change
    this.most = this.least + this.high - this.low;
  }

  /** @param {number} error */
  X(error) {
    return LEFT + (error - this.low) * this.unit;
  }

  /** The error at a place. @param {number} x */
  error(x) {
    return this.low + (x - LEFT) / this.unit;
  }

  /** @param {number} change what is beyond the scale lies at its end */
  C(change) {
    const inside = Math.min(this.most, Math.max(this.least, change));
    return LEFT + (inside - this.least) * this.unit;
  }
}

/** Letters that stand out. @param {Parameters<typeof label>} rest */
const bold = (...rest) => set(label(...rest), { class: "halo" });

/**
 * @param {number} low
 * @param {number} high
 */
const whole = (low, high) => Array.from({ length: high - low + 1 }, (_, k) => low + k);

/**
 * What never changes.
 * @param {Scale} scale
 * @param {string[]} names
 */
export const axes = (scale, names) => [
  s("path", { class: "axis", d: `M${LEFT} ${FLOOR}H${RIGHT}M${LEFT} ${END}H${RIGHT}` }),
  ...whole(scale.low, scale.high).map((error) =>
    label(scale.X(error), FLOOR + 17, `${error}%`, "middle"),
  ),
  ...whole(scale.least, scale.most).map((change) =>
    label(
      scale.C(change),
      END + 17,
      change > 0 ? `+${change}` : minus(change),
      "middle",
    ),
  ),
  s("path", { d: `M${scale.C(0)} ${TOP}V${END}`, stroke: INK, "stroke-width": 1.5 }),
  ...names.map((name, k) => bold(LEFT, BARS[k] + 5, name, "start")),
  label(LEFT, TOP - 6, "change in each pair, points", "start"),
];

/**
 * @param {number[]} ends
 * @param {number} y
 * @param {string} color
 * @param {number} [width]
 */
const bar = ([from, to], y, color, width = 8) =>
  s("path", { d: `M${from} ${y}H${to}`, stroke: color, "stroke-width": width });

/**
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @param {number} [r]
 */
const dot = (x, y, color, r = 5) =>
  s("circle", { cx: x, cy: y, r, fill: color, stroke: PAPER });

/**
 * Both methods' dots and bars, and where the bars overlap.
 * @param {Scale} scale
 * @param {number[][]} errors
 * @param {Interval[]} both
 */
export function methods(scale, errors, both) {
  const [from, to] = [
    Math.max(both[0].low, both[1].low),
    Math.min(both[0].high, both[1].high),
  ].map((error) => scale.X(error));
  const band = { x: from, y: BARS[0], width: to - from, height: BARS[1] - BARS[0] };
  return [
    ...(to > from ? [s("rect", { ...band, fill: INK, opacity: 0.1 })] : []),
    ...both.flatMap(({ mean, low, high }, k) => [
      bar([scale.X(low), scale.X(high)], BARS[k], METHODS[k]),
      dot(scale.X(mean), BARS[k], METHODS[k], 7),
      label(
        scale.X(high) + 9,
        BARS[k] + 5,
        `${written(low, 1)} to ${written(high, 1)}`,
        "start",
      ),
    ]),
    ...errors.flatMap((own, k) =>
      own.map((error) => dot(scale.X(error), ROWS[k], METHODS[k])),
    ),
  ];
}

/**
 * A line for each pair; the chosen one stands out, with what it is held by.
 * @param {Scale} scale
 * @param {number[][]} pairs errors of the first and of the second of each
 * @param {number} chosen
 */
export function lines(scale, pairs, chosen) {
  const ends = pairs.map((pair) => pair.map((error) => scale.X(error)));
  const line = (/** @type {number[]} */ [from, to], /** @type {object} */ look) =>
    s("path", { d: `M${from} ${ROWS[0]}L${to} ${ROWS[1]}`, ...look });
  const held = ends[chosen];
  const [x, y] = [(held[0] + held[1]) / 2, (ROWS[0] + ROWS[1]) / 2];
  const look = { fill: PAPER, stroke: INK, "stroke-width": 2.5 };
  return [
    ...ends.map((pair) => line(pair, { stroke: AXIS, "stroke-width": 1.4 })),
    line(held, { stroke: INK, "stroke-width": 3 }),
    ...held.map((end, k) => s("circle", { cx: end, cy: ROWS[k], r: 7.5, fill: INK })),
    s("circle", { cx: x, cy: y, r: 9, ...look }),
    s("path", {
      d: `M${x - 3} ${y - 3}l-3 3l3 3M${x + 3} ${y - 3}l3 3l-3 3`,
      ...{ fill: "none", stroke: INK, "stroke-width": 1.5 },
    }),
  ];
}

/**
 * The changes, their mean and its interval; that of runs without partners, and those of
 * earlier pairs.
 * @param {Scale} scale
 * @param {number[][]} pairs
 * @param {number} chosen
 * @param {{ change: Interval, apart: Interval, number: number,
 *   earlier: [number, Interval][] }} found with the numbers of their shuffles
 */
export function changesDrawn(scale, pairs, chosen, { change, apart, number, earlier }) {
  const at = pairs.map(([before, after]) => scale.C(after - before));
  const reach = (/** @type {Interval} */ { low, high }) => [
    scale.C(low),
    scale.C(high),
  ];
  return [
    ...at.map((x) => dot(x, DOTS, AXIS, 4)),
    dot(at[chosen], DOTS, INK, 6),
    ...earlier
      .slice(-KEPT)
      .map(([which, each], k) =>
        bar(reach(each), PALE + PITCH * k, which ? AXIS : PURPLE, 3),
      ),
    bar(reach(apart), APART, AXIS),
    bar(reach(change), CHANGE, PURPLE),
    dot(scale.C(change.mean), CHANGE, PURPLE, 7),
    bold(LEFT, APART + 5, "unpaired", "start"),
    bold(RIGHT, APART + 5, ends(apart), "end"),
    bold(LEFT, CHANGE + 5, number ? "strangers" : "paired", "start"),
    bold(RIGHT, CHANGE + 5, ends(change), "end"),
    bold(RIGHT, DOTS + 5, verdict(change).replace(/^the | is/g, ""), "end"),
  ];
}

/** What hides the changes. */
export const cover = () => [
  s("rect", {
    ...{ x: LEFT, y: TOP, width: RIGHT - LEFT, height: END - TOP, rx: 6 },
    ...{ fill: AXIS, opacity: 0.18 },
  }),
  set(label((LEFT + RIGHT) / 2, (TOP + END) / 2 + 12, "?", "middle"), {
    "font-size": 34,
  }),
];
