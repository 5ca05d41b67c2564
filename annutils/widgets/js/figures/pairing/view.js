// Pairs of errors as lines between two rows, and intervals of their change, on a scale of
// the same unit. Words stand in lines of their own, where no bar and no dot can come.

import { minus } from "../../engine/number_text.js";
import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { ends, long, own } from "./words.js";

/** @import { Interval } from "./model.js" */

export const WIDTH = 424;
const [LEFT, RIGHT] = [24, 400];
/** Of the runs: heights of words, bars and rows of both methods. */
export const ROWS = [60, 180];
const WORDS = [22, 226];
const BARS = [40, 200];
const FLOOR = 240;
/** Of the change. */
const TITLE = 20;
const STEP = 42; // from one interval to the next
const FIRST = 54; // words of the first one
const PILE = [161, 187]; // of what strangers gave before
const PILED = 4; // from one to the next, at most
const DOTS = 204;
const END = 220;
const HEIGHTS = [FLOOR + 26, END + 26];
const BOX = { boxSizing: "border-box" };
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

/**
 * A picture, as wide as the other one, so that lengths compare.
 * @param {number} which
 * @param {object} attributes
 * @param {...SVGElement} parts
 */
export function panel(which, attributes, ...parts) {
  const viewBox = `0 0 ${WIDTH} ${HEIGHTS[which]}`;
  const svg = s("svg", { viewBox, ...attributes }, ...parts);
  const style = { maxWidth: "27rem" };
  return {
    svg,
    element: h("div", { style }, h("div", { class: "plot", style: BOX }, svg)),
  };
}

/** Letters that stand out. @param {Parameters<typeof label>} rest */
const bold = (...rest) => set(label(...rest), { class: "halo" });

/**
 * @param {number} low
 * @param {number} high
 */
const whole = (low, high) => Array.from({ length: high - low + 1 }, (_, k) => low + k);

/** The axis of the errors. @param {Scale} scale */
export const axis = (scale) => [
  s("path", { class: "axis", d: `M${LEFT} ${FLOOR}H${RIGHT}` }),
  ...whole(scale.low, scale.high).map((error) =>
    label(scale.X(error), FLOOR + 17, `${error}%`, "middle"),
  ),
];

/**
 * That of the change, and what it is the change of.
 * @param {Scale} scale
 * @param {string[]} names
 */
export const changeAxis = (scale, [before, after]) => [
  s("path", { class: "axis", d: `M${LEFT} ${END}H${RIGHT}` }),
  ...whole(scale.least, scale.most).map((change) =>
    label(
      scale.C(change),
      END + 17,
      change > 0 ? `+${change}` : minus(change),
      "middle",
    ),
  ),
  s("path", {
    d: `M${scale.C(0)} ${TITLE + 12}V${END}`,
    stroke: INK,
    "stroke-width": 1.5,
  }),
  label(LEFT, TITLE, `change from ${before} to ${after}, points`, "start"),
];

/**
 * @param {number[]} ends
 * @param {number} middle
 * @param {number} y
 * @param {string} color
 */
const bar = ([from, to], middle, y, color) => [
  s("path", { d: `M${from} ${y}H${to}`, stroke: color, "stroke-width": 8 }),
  dot(middle, y, color, 7),
];

/**
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @param {number} [r]
 */
const dot = (x, y, color, r = 5) =>
  s("circle", { cx: x, cy: y, r, fill: color, stroke: PAPER });

/**
 * Both methods' dots and bars.
 * @param {Scale} scale
 * @param {string[]} names
 * @param {number[][]} errors
 * @param {Interval[]} both
 */
export const methods = (scale, names, errors, both) => [
  ...both.flatMap((interval, k) => [
    ...bar(
      [scale.X(interval.low), scale.X(interval.high)],
      scale.X(interval.mean),
      BARS[k],
      METHODS[k],
    ),
    bold(LEFT, WORDS[k], `${names[k]}: ${own(interval)}`, "start"),
  ]),
  ...errors.flatMap((each, k) =>
    each.map((error) => dot(scale.X(error), ROWS[k], METHODS[k])),
  ),
];

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
 * An interval of the change, below its words.
 * @param {Scale} scale
 * @param {number} row
 * @param {string} name
 * @param {string} color
 * @param {Interval | null} interval null while it is not known
 * @param {string} [unknown] what stands in its place
 */
function changed(scale, row, name, color, interval, unknown = "?") {
  const y = FIRST + row * STEP;
  if (!interval) return [bold(LEFT, y, `${name}: ${unknown}`, "start")];
  const { low, high, mean } = interval;
  return [
    ...bar([scale.C(low), scale.C(high)], scale.C(mean), y + 15, color),
    bold(LEFT, y, `${name}: ${ends(interval)}`, "start"),
    bold(RIGHT, y, `${long(interval)} long`, "end"),
  ];
}

/**
 * The intervals of all shuffles so far, thin, one below the other.
 * @param {Scale} scale
 * @param {Interval[]} drawn
 */
function pile(scale, drawn) {
  const step = Math.min(PILED, (PILE[1] - PILE[0]) / drawn.length);
  const d = drawn.map(
    ({ low, high }, k) => `M${scale.C(low)} ${PILE[0] + k * step}H${scale.C(high)}`,
  );
  return s("path", { d: d.join(""), stroke: INK, "stroke-width": step / 2 });
}

/**
 * The change unpaired, by seed and with strangers, and that of each pair that is joined.
 * @param {Scale} scale
 * @param {number[][]} pairs none while they are not joined
 * @param {number} chosen
 * @param {(Interval | null)[]} found
 * @param {Interval[]} drawn of all strangers so far
 */
export function changesDrawn(
  scale,
  pairs,
  chosen,
  [unpaired, bySeed, strangers],
  drawn,
) {
  const at = pairs.map(([before, after]) => scale.C(after - before));
  const before = drawn.length ? "before" : "?";
  return [
    ...changed(scale, 0, "unpaired", AXIS, unpaired),
    ...(bySeed ? [] : cover()),
    ...changed(scale, 1, "by seed", PURPLE, bySeed),
    ...(bySeed ? changed(scale, 2, "strangers", INK, strangers, before) : []),
    pile(scale, drawn),
    ...at.map((x) => dot(x, DOTS, AXIS, 4)),
    ...(pairs.length ? [dot(at[chosen], DOTS, INK, 6)] : []),
  ];
}

/** What hides the change in pairs. */
const cover = () => {
  const top = FIRST + STEP + 8;
  const size = { x: LEFT, y: top, width: RIGHT - LEFT, height: END - 6 - top, rx: 6 };
  const mark = label((LEFT + RIGHT) / 2, top + size.height / 2 + 12, "?", "middle");
  return [
    s("rect", { ...size, fill: AXIS, opacity: 0.18 }),
    set(mark, { "font-size": 34 }),
  ];
};
