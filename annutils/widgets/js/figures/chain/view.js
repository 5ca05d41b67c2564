// A curve with its tangent, and ten units in a row with the product of their slopes.

import { minus, rounded, written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, GREEN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { CURVES, pass, UNITS } from "./model.js";
import { amount } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

const REACH = 1.3; // of the tangent, along itself
const OTHERS = "units 2 to 10";
const SAME = 0.4; // places closer than this have one label
const LETTER = 7.4; // how wide one of a label is, at most
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const SLOPE = { fill: "none", stroke: ORANGE, "stroke-linecap": "round" };

/**
 * A piece of the tangent.
 * @param {number} z
 * @param {number} a
 * @param {number} slope
 * @param {number} reach
 */
function tangent(z, a, slope, reach) {
  const across = reach / Math.hypot(1, slope);
  return [-across, across].map((step) => [z + step, a + step * slope]);
}

/**
 * The curve, the tangent at the input of unit 1, and the places of the other units.
 * @param {Plane} plane
 * @param {string} curve
 * @param {ReturnType<typeof pass>} row
 */
export function onTheCurve(plane, curve, { inputs, slopes }) {
  const { value } = CURVES[curve];
  const [low, high] = plane.x;
  const points = Array.from({ length: 161 }, (_, k) => {
    const z = low + ((high - low) * k) / 160;
    return [z, value(z)];
  });
  const line = (/** @type {number[][]} */ places, /** @type {object} */ look) =>
    s("path", { d: plane.path(places), fill: "none", ...look });
  const [x, last] = [inputs[0], inputs[UNITS - 1]];
  const zero = [plane.X(0), plane.Y(0)];
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
        line(tangent(z, value(z), slopes[k + 1], 0.4), { ...SLOPE, "stroke-width": 2 }),
        s("circle", at),
      );
    }),
    line(tangent(x, value(x), slopes[0], REACH), { ...SLOPE, "stroke-width": 4 }),
    ...names(plane, curve, x, last, slopes),
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
 * Which unit is where.
 * @param {Plane} plane
 * @param {string} curve
 * @param {number} x
 * @param {number} last
 * @param {number[]} slopes
 */
function names(plane, curve, x, last, slopes) {
  const { value } = CURVES[curve];
  const apart = Math.abs(last - x) > SAME;
  const slope = written(slopes[0]);
  const alike = slopes.every((each) => written(each) === slope);
  const which = alike && !apart ? "units 1 to 10" : "unit 1";
  const first = `${which}: slope ${slope}`;
  const end = Math.max(plane.X(x) - 14, plane.X(plane.x[0]) + LETTER * first.length);
  const [here, there] = [x, last].map((z) => plane.Y(value(z)));
  const most = plane.X(plane.x[1]) - LETTER * OTHERS.length;
  const others = label(Math.min(plane.X(last) + 6, most), there + 24, OTHERS, "start");
  const above = Math.max(here - 20, plane.Y(plane.y[1]) + 14);
  return [label(end, above, first, "end"), ...(apart ? [others] : [])].map((text) =>
    set(text, HALO),
  );
}

const LEFT = 78; // where the columns begin
const PITCH = 36; // from one to the next
const ROW = 38; // the height of the units
const R = 13;
const ONE = 142; // the height of a product of 1
const DECADE = 16;
const DECADES = 9;
const ABOVE = 3.7; // decades
const FLOOR = ONE + DECADE * DECADES;
const WIDTH = 22;
const TICKS = { "-3": "1,000", 0: "1", 3: "1/1,000", 6: "1/million", 9: "1/billion" };
const END = LEFT + PITCH * UNITS;

export const SIZE = [END + 6, FLOOR + 42];

/** @param {number} k */
const column = (k) => LEFT + PITCH * (k + 0.5);

/** How high a product is drawn, 0 at the floor. @param {number} product */
function height(product) {
  const decades = -Math.log10(Math.abs(product));
  return ONE + DECADE * Math.max(-ABOVE, Math.min(DECADES, decades));
}

/**
 * The ten units, their slopes times the weights before them, and below each what these
 * leave so far.
 * @param {ReturnType<typeof pass>} row
 * @param {number} weight
 * @param {number | null} goal the most that any input gets through
 * @param {boolean} isReached
 */
export function units({ inputs, slopes, products }, weight, goal, isReached) {
  const end = products[UNITS - 1];
  const low = height(end);
  return [
    label(0, 15, "unit", "start"),
    label(0, ROW + 5, `x = ${written(inputs[0], 1)}`, "start"),
    label(0, ROW + 37, weight === 1 ? "slope" : "w · slope", "start"),
    ...scale(),
    ...slopes.flatMap((slope, k) => unit(slope, k ? weight : 1, k)),
    ...products.flatMap((product, k) => bar(k ? products[k - 1] : 1, product, k)),
    ...(goal ? ceiling(goal, isReached) : []),
    set(
      label(
        END,
        isBelow(end) ? FLOOR + 36 : Math.min(Math.max(low, ONE) + 19, FLOOR + 17),
        end ? amount(end) : "0: nothing",
        "end",
      ),
      {
        ...HALO,
        "font-weight": 600,
      },
    ),
  ];
}

/** What the bars hang from, and how deep. */
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
    label(LEFT + 2, FLOOR + 36, "product so far (log scale)", "start"),
  ];
}

/**
 * Three characters or four, so that ten stand side by side: .25, 1.1, −.09.
 * @param {number} slope
 */
const brief = (slope) =>
  minus(rounded(slope, slope > 0.995 ? 1 : 2)).replace("0.", ".");

/**
 * A unit as a circle with its slope, and below it what it multiplies by.
 * @param {number} slope
 * @param {number} weight of the connection to it
 * @param {number} k
 */
function unit(slope, weight, k) {
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
    set(label(x, ROW + 37, brief(weight * slope), "middle"), {
      fill: BROWN,
    }),
  ];
}

/**
 * From what reaches a unit to what leaves it.
 * @param {number} before
 * @param {number} after
 * @param {number} k
 */
function bar(before, after, k) {
  if (isBelow(before)) return [];
  const [from, to] = [height(before), height(after)];
  const x = column(k) - WIDTH / 2;
  if (isBelow(after)) return [fall(x, from)];
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
  return [
    s("rect", {
      x,
      y: Math.min(ONE, from),
      width: WIDTH,
      height: Math.abs(from - ONE),
      fill: ORANGE,
      opacity: 0.15,
    }),
    s("rect", { x, y: top, width: WIDTH, height: bottom - top, fill: ORANGE }),
    s("path", { d: `M${x} ${to}h${WIDTH}`, stroke: INK, "stroke-width": 2.5 }),
  ];
}

/** Whether it lies below the scale. @param {number} product */
const isBelow = (product) => Math.abs(product) < 10 ** -DECADES;

/**
 * What is left lies below the scale.
 * @param {number} x
 * @param {number} from
 */
const fall = (x, from) =>
  s("path", {
    d: `M${x} ${from}h${WIDTH}V${FLOOR + 2}h5L${x + WIDTH / 2} ${FLOOR + 16}L${x - 5} ${FLOOR + 2}h5Z`,
    fill: ORANGE,
  });

/**
 * The level that can be reached, and no input gets above.
 * @param {number} goal
 * @param {boolean} isReached
 */
function ceiling(goal, isReached) {
  const y = height(goal);
  const color = isReached ? GREEN : INK;
  const words = isReached
    ? "reached: the most that any input keeps"
    : "the most that any input keeps";
  return [
    s("path", {
      d: `M${LEFT} ${y}H${END}`,
      stroke: color,
      "stroke-width": isReached ? 4 : 2,
      "stroke-dasharray": isReached ? null : "5 4",
    }),
    set(label(LEFT + 2, y - 7, words, "start"), { ...HALO, style: { fill: color } }),
  ];
}
