// A curve with its tangent, and ten units in a row with the product of their slopes.

import { minus } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, GREEN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { CURVES, pass, UNITS } from "./model.js";
import { brief, left } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

const REACH = 1.3; // of the tangent, along itself
const SAME = 0.4; // places closer than this have one label
const SPOT = 13; // pixels: units closer than this have one number
const LETTER = 8; // how wide one of a label is, about
const SLOPE = { fill: "none", stroke: ORANGE, "stroke-linecap": "round" };

/**
 * A piece of the tangent.
 * @param {number} z
 * @param {number} a
 * @param {number} slope
 * @param {number} reach
 * @param {number} [aspect] how much longer 1 is upward than to the right
 */
function tangent(z, a, slope, reach, aspect = 1) {
  const across = reach / Math.hypot(1, aspect * slope);
  return [-across, across].map((step) => [z + step, a + step * slope]);
}

/** @typedef {ReturnType<typeof pass>} Row */

/**
 * The curve, the tangent at the input of unit 1, and the places of the other units.
 * @param {Plane} plane
 * @param {string} curve
 * @param {Row} row
 * @param {Row} plain the same with weights of 1
 */
export function onTheCurve(plane, curve, { inputs, slopes }, plain) {
  const { value } = CURVES[curve];
  const [low, high] = plane.x;
  const points = Array.from({ length: 161 }, (_, k) => {
    const z = low + ((high - low) * k) / 160;
    return [z, value(z)];
  });
  const line = (/** @type {number[][]} */ places, /** @type {object} */ look) =>
    s("path", { d: plane.path(places), fill: "none", ...look });
  const zero = [plane.X(0), plane.Y(0)];
  const aspect = (plane.Y(0) - plane.Y(1)) / (plane.X(1) - plane.X(0));
  const [left, right] = plane.x.map((z) => plane.X(z));
  const [foot, top] = plane.y.map((a) => plane.Y(a));
  return [
    s("path", {
      class: "axis",
      d: `M${left} ${zero[1]}H${right}M${zero[0]} ${foot}V${top}`,
      opacity: 0.4,
    }),
    line(points, { stroke: BLUE, "stroke-width": 3 }),
    ...inputs.slice(1).map((z, k) => {
      const at = { cx: plane.X(z), cy: plane.Y(value(z)), r: 4, fill: BLUE };
      return s(
        "g",
        {},
        line(tangent(z, value(z), slopes[k + 1], 0.3, aspect), {
          ...SLOPE,
          "stroke-width": 2,
        }),
        s("circle", at),
      );
    }),
    line(tangent(inputs[0], value(inputs[0]), slopes[0], REACH, aspect), {
      ...SLOPE,
      "stroke-width": 4,
    }),
    ...names(plane, curve, { inputs, slopes }, plain),
  ];
}

/**
 * A mark on the axis, where the reader has found the most.
 * @param {Plane} plane
 * @param {number} x
 */
export const found = (plane, x) => [
  s("path", {
    d: `M${plane.X(x)} ${plane.Y(0) + 3}l6 12h-12Z`,
    fill: GREEN,
  }),
];

/**
 * The units that stand at one spot, as far as can be seen, from the first to the last.
 * @param {Plane} plane
 * @param {string} curve
 * @param {number[]} inputs
 */
function spots(plane, curve, inputs) {
  /** @type {{ from: number, to: number, at: number[] }[]} */
  const found = [];
  inputs.forEach((z, k) => {
    const at = [plane.X(z), plane.Y(CURVES[curve].value(z))];
    const last = found[found.length - 1];
    const isNear = last && Math.hypot(at[0] - last.at[0], at[1] - last.at[1]) < SPOT;
    if (isNear) last.to = k + 1;
    else found.push({ from: k + 1, to: k + 1, at });
  });
  return found;
}

/**
 * Which unit is where, and how steep; and where unit 10 was with weights of 1.
 * @param {Plane} plane
 * @param {string} curve
 * @param {{ inputs: number[], slopes: number[] }} row
 * @param {Row} plain
 */
function names(plane, curve, { inputs, slopes }, plain) {
  const { value } = CURVES[curve];
  const at = (/** @type {number} */ z) => [plane.X(z), plane.Y(value(z))];
  const end = UNITS - 1;
  const [x, last] = [inputs[0], inputs[end]];
  const [first, final, before] = [slopes[0], slopes[end], plain.slopes[end]].map(brief);
  const hasMoved = final !== before;
  const isAlone = (Math.abs(last - x) <= SAME && !hasMoved) || last > plane.x[1];
  const isSteady = (/** @type {number} */ from) =>
    slopes.slice(from - 1).every((slope) => brief(slope) === final);
  const words = `${isAlone && isSteady(1) ? `units 1 to ${UNITS}` : "unit 1"}: slope ${first}`;
  const wide = LETTER * words.length;
  const right = Math.max(plane.X(x) - 14, plane.X(plane.x[0]) + wide);
  const above = Math.max(at(x)[1] - 20, plane.Y(plane.y[1]) + 14);
  const texts = [label(right, above, words, "end")];
  const groups = spots(plane, curve, inputs);
  for (const { from, to, at } of groups.slice(1, -1)) {
    const numbers = from === to ? `${from}` : `${from}–${to}`;
    const [edge, y] = [at[0] - 6, at[1] - 7];
    const isBeside = edge < right - wide || edge - LETTER * numbers.length > right;
    const isCovered = !isBeside && Math.abs(y - above) < 16;
    if (!isCovered) texts.push(label(edge, y, numbers, "end"));
  }
  /** @type {SVGElement[]} */
  const ghost = [];
  if (!isAlone) {
    const from = Math.max(2, groups[groups.length - 1].from);
    const isOne = from < UNITS && isSteady(from);
    const lines = [`${isOne ? `${from}–${UNITS}` : `unit ${UNITS}`}: slope ${final}`];
    if (hasMoved) {
      lines.push(`at weight 1: ${before}`);
      const [cx, cy] = at(plain.inputs[end]);
      ghost.push(
        s("circle", { cx, cy, r: 5, fill: PAPER, stroke: AXIS, "stroke-width": 2 }),
      );
    }
    const width = LETTER * Math.max(...lines.map((line) => line.length));
    const [low, high] = plane.x;
    const z = Math.min(
      last,
      high - ((high - low) * width) / (plane.X(high) - plane.X(low)),
    );
    const lowest = plane.Y(plane.y[0]) - 6 - 20 * lines.length;
    const curved = Math.max(at(last)[1], at(z)[1]) + 26; // the curve is above the words
    const under = Math.min(curved, lowest);
    lines.forEach((line, k) => {
      texts.push(label(plane.X(z) + 4, under + 20 * k, line, "start"));
    });
  }
  return [...ghost, ...texts.map((text) => set(text, HALO))];
}

const LEFT = 78; // where the columns begin
const PITCH = 37; // from one to the next
const ROW = 38; // the height of the units
const R = 13;
const ONE = 174; // the height of a product of 1
const DECADE = 14;
const DECADES = 9;
const ABOVE = 3.7; // decades
const FLOOR = ONE + DECADE * DECADES;
const WIDTH = 22;
const TICKS = { "-3": "1,000", 0: "1", 3: "1/1,000", 6: "1/million", 9: "1/billion" };
const END = LEFT + PITCH * UNITS;

export const SIZE = [END + 6, FLOOR + 26];

/** @param {number} k */
const column = (k) => LEFT + PITCH * (k + 0.5);

/** How high a product is drawn, 0 at the floor. @param {number} product */
function height(product) {
  const decades = -Math.log10(Math.abs(product));
  return ONE + DECADE * Math.max(-ABOVE, Math.min(DECADES, decades));
}

/**
 * The ten units, their slopes, with the weights before them, and below each what these
 * leave of a small change.
 * @param {Row} row
 * @param {number} weight
 * @param {Goals | null} goals null while the bars wait for a guess
 */
export function units({ slopes, products }, weight, goals) {
  return [
    label(0, 15, "unit", "start"),
    label(0, ROW + 5, "slope of", "start"),
    ...slopes.flatMap(unit),
    ...numbers(ROW + 36, "each unit", slopes),
    ...(weight === 1 ? [] : numbers(ROW + 57, "w · slope", weighted(slopes, weight))),
    ...scale(),
    ...(goals
      ? [...products.flatMap(bar), ...ceilings(goals), ...ends(products, weight, goals)]
      : [label(column(UNITS - 1), (ONE + FLOOR) / 2, "?", "middle")]),
  ];
}

/**
 * The slopes with the weights before them; there is none before the first.
 * @param {number[]} slopes
 * @param {number} weight
 */
const weighted = (slopes, weight) =>
  slopes.map((slope, k) => (k ? weight * slope : slope));

/**
 * What can be reached after the last unit.
 * @typedef {object} Goals
 * @property {number | null} goal the most at this weight, by any input
 * @property {number | null} record the most at any weight, where that is another one
 * @property {boolean} isReached whether the goal is
 */

/**
 * A row of numbers, one for each unit.
 * @param {number} y
 * @param {string} name
 * @param {number[]} values
 */
const numbers = (y, name, values) => [
  label(0, y, name, "start"),
  ...values.map((value, k) =>
    set(label(column(k), y, brief(value), "middle"), { fill: BROWN }),
  ),
];

/** What the bars rise to. */
function scale() {
  return [
    ...Object.entries(TICKS).flatMap(([decades, text]) => {
      const y = ONE + DECADE * Number(decades);
      const opacity = decades === "0" ? 1 : 0.3;
      return [
        s("path", { d: `M${LEFT} ${y}H${END}`, stroke: AXIS, opacity }),
        label(LEFT - 6, y + 5, text, "end"),
      ];
    }),
    label(LEFT, FLOOR + 20, "left after each unit; 1,000 times less per line", "start"),
  ];
}

/**
 * A unit as a circle with its slope.
 * @param {number} slope
 * @param {number} k
 */
function unit(slope, k) {
  const x = column(k);
  const [[, rise]] = tangent(0, 0, slope, R - 3);
  const run = Math.sqrt((R - 3) ** 2 - rise ** 2);
  return [
    s("path", {
      d: `M${x - PITCH + R} ${ROW}h${PITCH - 2 * R - 2}l-3 -3m3 3l-3 3`,
      fill: "none",
      stroke: INK,
      "stroke-width": 1.5,
    }),
    s("circle", {
      cx: x,
      cy: ROW,
      r: R,
      fill: "var(--field)",
      stroke: INK,
      "stroke-width": 1.5,
    }),
    s("path", {
      d: `M${x - run} ${ROW - rise}L${x + run} ${ROW + rise}`,
      ...SLOPE,
      "stroke-width": 3,
    }),
    label(x, 15, String(k + 1), "middle"),
  ];
}

/** Whether it lies below the scale. @param {number} product */
const isBelow = (product) => Math.abs(product) < 10 ** -DECADES;

/**
 * What is left after a unit; an arrow where that lies below the scale.
 * @param {number} product
 * @param {number} k
 * @returns {SVGElement[]}
 */
function bar(product, k) {
  const [x, y] = [column(k), height(product)];
  if (product === 0) return [label(x, FLOOR - 4, "0", "middle")];
  const below = `M${x} ${FLOOR - 14}v12l-5 -6m5 6l5 -6`;
  if (isBelow(product)) return [s("path", { d: below, ...SLOPE, "stroke-width": 3 })];
  const box = { x: x - WIDTH / 2, y, width: WIDTH, height: FLOOR - y };
  return [s("rect", { ...box, fill: ORANGE })];
}

/**
 * The levels above which no input gets.
 * @param {Goals} goals
 */
function ceilings({ goal, record, isReached }) {
  if (!goal) return [];
  const look = isReached
    ? { stroke: GREEN, "stroke-width": 4 }
    : { stroke: INK, "stroke-width": 2.5, "stroke-dasharray": "5 4" };
  const most = s("path", { d: `M${END - PITCH} ${height(goal)}h${PITCH}`, ...look });
  if (!record) return [most];
  const d = `M${END - 2 * PITCH} ${height(record)}H${END}`;
  const dots = { stroke: INK, "stroke-width": 2.5, "stroke-dasharray": "2 3" };
  return [s("path", { d, ...dots }), most];
}

/**
 * What is left in the end, above the bars, and what the levels there are: at the top, which
 * ten sigmoids leave free.
 * @param {number[]} products
 * @param {number} weight
 * @param {Goals} goals
 */
function ends(products, weight, { goal, record, isReached }) {
  const above = (/** @type {string} */ text) => {
    const first = Math.floor(UNITS - (LETTER * text.length) / PITCH);
    const bars = products.slice(Math.max(0, first));
    return Math.min(
      ...bars.map((product) => height(product) - (isBelow(product) ? 22 : 7)),
    );
  };
  const end = left(products[UNITS - 1]);
  const levels = [goal, record].map((level) => (level ? height(level) - 7 : FLOOR));
  const most = `${isReached ? "" : "dashed: "}the most at weight ${minus(weight)}`;
  const look = { style: { fill: isReached ? GREEN : INK } };
  return [
    set(label(END, Math.min(above(end), ...levels), end, "end"), {
      "font-weight": 600,
    }),
    ...(goal ? [set(label(END, ONE - 7, most, "end"), look)] : []),
    ...(record ? [label(END, ONE - 26, "dotted: the most at any weight", "end")] : []),
  ];
}
