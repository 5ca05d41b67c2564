// A curve that takes a change of its input to one of its output, and ten units in a row
// with what each leaves of the change.

import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, GREEN, INK, ORANGE } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { CURVES, kept, MOST, pass, UNITS } from "./model.js";
import { brief, GUESSES, isMost, wordOf } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

const HALF = 0.5; // of the change of the input, as it is drawn
const SAME = 0.4; // units whose places are closer than this have one label
const LINE = 17; // from a text to the one below it
const LETTER = 8; // how wide one of a label is, about
const SLOPE = { fill: "none", stroke: ORANGE, "stroke-linecap": "round" };

/** @typedef {ReturnType<typeof pass>} Row */

/**
 * The curve, the change at the input of unit 1 and at its output, and the walk to the
 * other units.
 * @param {Plane} plane
 * @param {string} curve
 * @param {Row} row
 * @param {boolean} asks whether the other units wait for a guess
 * @param {number} pointed the unit that is pointed at, 0 for none but the first
 */
export function onTheCurve(plane, curve, { inputs, slopes }, asks, pointed) {
  const { value } = CURVES[curve];
  const [low, high] = plane.x;
  const points = Array.from({ length: 161 }, (_, k) => {
    const z = low + ((high - low) * k) / 160;
    return [z, value(z)];
  });
  const line = (/** @type {number[][]} */ places, /** @type {object} */ look) =>
    s("path", { d: plane.path(places), fill: "none", ...look });
  const zero = [plane.X(0), plane.Y(0)];
  const [left, right] = plane.x.map((z) => plane.X(z));
  const [foot, top] = plane.y.map((a) => plane.Y(a));
  return [
    s("path", {
      class: "axis",
      d: `M${left} ${zero[1]}H${right}M${zero[0]} ${foot}V${top}`,
      opacity: 0.4,
    }),
    // At the side that the change leaves free.
    inputs[0] > 0
      ? label(left + 14, foot - 8, "input z", "start")
      : label(right - 2, foot - 8, "input z", "end"),
    line(points, { stroke: BLUE, "stroke-width": 3 }),
    ...(asks ? [] : walk(plane, curve, inputs, pointed)),
    ...through(plane, inputs[0], value(inputs[0]), slopes[0]),
    ...names(plane, curve, { inputs, slopes }, asks, pointed),
  ];
}

/**
 * The change at the input, along the tangent, and at the output.
 * @param {Plane} plane
 * @param {number} z
 * @param {number} a
 * @param {number} slope
 */
function through(plane, z, a, slope) {
  const [left, foot] = [plane.X(plane.x[0]) + 4, plane.Y(plane.y[0]) - 4];
  const [[x0, y0], [x1, y1]] = [-HALF, HALF].map((step) => [
    plane.X(z + step),
    plane.Y(a + step * slope),
  ]);
  return [
    s("path", {
      d: `M${x0} ${foot}V${y0}H${left}M${x1} ${foot}V${y1}H${left}`,
      fill: "none",
      stroke: ORANGE,
      "stroke-dasharray": "2 4",
    }),
    ...[`M${x0} ${foot}H${x1}`, `M${left} ${y0}V${y1}`].map((d) =>
      s("path", { d, ...SLOPE, "stroke-linecap": "butt", "stroke-width": 8 }),
    ),
    s("path", { d: `M${x0} ${y0}L${x1} ${y1}`, ...SLOPE, "stroke-width": 4 }),
  ];
}

/**
 * How steep unit 1 is, and the one that is pointed at.
 * @param {Plane} plane
 * @param {string} curve
 * @param {{ inputs: number[], slopes: number[] }} row
 * @param {boolean} asks
 * @param {number} pointed
 */
function names(plane, curve, { inputs, slopes }, asks, pointed) {
  const at = (/** @type {number} */ z) => [plane.X(z), plane.Y(CURVES[curve].value(z))];
  const words = (/** @type {string} */ units, /** @type {number} */ k) =>
    `${units}: slope ${brief(slopes[k])}`;
  const [left, end] = plane.x.map((z) => plane.X(z));
  const [foot, top] = plane.y.map((a) => plane.Y(a));
  const isOne =
    !asks &&
    inputs.every((z) => Math.abs(z - inputs[0]) <= SAME) &&
    slopes.every((slope) => brief(slope) === brief(slopes[0]));
  const first = words(isOne ? `units 1 to ${UNITS}` : "unit 1", 0);
  const [x, y] = at(inputs[0]);
  const wide = LETTER * first.length;
  const right = Math.max(x - 14, left + 14 + wide);
  const isUnder = right - wide < left + LETTER * (plane.yName.length + 2);
  const rise = Math.abs(y - plane.Y(CURVES[curve].value(inputs[0]) + HALF * slopes[0]));
  const above = Math.max(y - Math.max(20, rise + 8), top + (isUnder ? 30 : 14));
  const texts = [label(right, above, first, "end")];
  if (pointed && !asks && !isOne) {
    const text = words(`unit ${pointed + 1}`, pointed);
    const [x, y] = at(inputs[pointed]);
    const beside = Math.min(x + 6, end - LETTER * text.length);
    texts.push(label(beside, Math.min(y + 26, foot - 26), text, "start"));
  }
  return texts.map((text) => set(text, HALO));
}

/**
 * From unit to unit: across from an output to where it is the next input, and there to the
 * curve.
 * @param {Plane} plane
 * @param {string} curve
 * @param {number[]} inputs
 * @param {number} pointed
 */
function walk(plane, curve, inputs, pointed) {
  const { value } = CURVES[curve];
  const corners = inputs.flatMap((z, k) => [...(k ? [[z, z]] : []), [z, value(z)]]);
  const [x, y] = [inputs[pointed], value(inputs[pointed])];
  return [
    s("path", { d: plane.path(corners), fill: "none", stroke: INK }),
    ...(pointed
      ? [s("circle", { cx: plane.X(x), cy: plane.Y(y), r: 5, fill: BLUE })]
      : []),
  ];
}

const PITCH = 30; // from one unit to the next
const INPUT = 84; // where the change comes in
const END = INPUT + PITCH * UNITS;
const R = 12;
const ROW = 36; // the height of the units,
const SLOPES = ROW + 32; // of their slopes,
const STAGGER = [-3, 11]; // or by turns a little above it and below,
const ALL = 122; // the height of all of the change, by powers of 10
const DECADE = 17;
const DECADES = 9;
const FLOOR = ALL + DECADE * DECADES;
const TICKS = { 0: "all", 3: "1/1,000", 6: "1/million", 9: "1/billion" };

export const SIZE = [END + 62, FLOOR + 14];

/**
 * The unit at a place of the drawing, from 0.
 * @param {number} x
 */
export const unitAt = (x) =>
  Math.min(UNITS, Math.max(1, Math.round((x - INPUT) / PITCH))) - 1;

/** @param {number} k 0 for the input */
const column = (k) => INPUT + PITCH * k;

/** How high a share is drawn, 0 at the floor. @param {number} share */
const height = (share) =>
  ALL + DECADE * Math.max(-1, Math.min(DECADES, -Math.log10(Math.abs(share))));

/** Whether it lies below the scale. @param {number} share */
const isBelow = (share) => Math.abs(share) < 10 ** -DECADES;

/**
 * The ten units with their slopes; below them what is left of the change, by powers of 10.
 * @param {string} curve
 * @param {Row} row
 * @param {boolean} isBack whether an error goes back, in place of a change
 * @param {string} guess
 * @param {boolean} asks whether what follows unit 1 waits for a guess
 * @param {number} pointed the unit that is pointed at
 */
export function units(curve, { slopes, products }, isBack, guess, asks, pointed) {
  const known = asks ? 1 : UNITS;
  const left = kept(isBack ? [...slopes].reverse() : slopes.slice(0, known));
  const place = (/** @type {number} */ k) => column(isBack ? UNITS - k : k);
  const brown = { fill: BROWN };
  // With two decimals, numbers above 1 or below 0 are as wide as two columns.
  const aside = slopes.some((slope) => brief(slope).length > ".22".length);
  return [
    label(0, 15, "unit", "start"),
    label(0, SLOPES, "slope", "start"),
    label(0, ALL - 18, isBack ? "← left of an error" : "left of a change →", "start"),
    ...slopes.flatMap((slope, k) => [
      ...unit(k + 1, k < known ? slope : null, k > 0 && k === pointed),
      set(
        label(
          column(k + 1),
          SLOPES + (aside ? STAGGER[k % 2] : 0),
          k < known ? brief(slope) : "?",
          "middle",
        ),
        k < known ? brown : {},
      ),
    ]),
    ...Object.entries(TICKS).flatMap(([decades, text]) => {
      const y = ALL + DECADE * Number(decades);
      const opacity = decades === "0" ? 1 : 0.3;
      return [
        s("path", { d: `M${INPUT} ${y}H${END}`, stroke: AXIS, opacity }),
        label(INPUT - 8, y + 5, text, "end"),
      ];
    }),
    ...(asks
      ? [label(END, (ALL + FLOOR) / 2 + 5, "?", "middle")]
      : isBack
        ? [arrived(INPUT - 6, "start", products[UNITS - 1])]
        : levels(curve, products[UNITS - 1], guess)),
    ...falling(left, place),
  ];
}

/**
 * What is left after each unit; an arrow where that goes below the scale.
 * @param {number[]} left
 * @param {(k: number) => number} place where that is drawn
 */
function falling(left, place) {
  const below = left.findIndex(isBelow);
  const shown = below < 0 ? left : left.slice(0, below);
  const places = shown.map((share, k) => [place(k), height(share)]);
  const away = below < 0 ? [] : [[place(below), FLOOR + 10]];
  const [x, y] = away[0] ?? [];
  const side = Math.sign(place(1) - place(0));
  return [
    s("path", {
      d: `M${[...places, ...away].map((at) => at.join(" ")).join("L")}`,
      ...SLOPE,
      "stroke-width": 3,
    }),
    ...places.map(([cx, cy]) => s("circle", { cx, cy, r: 4, fill: ORANGE })),
    ...(x
      ? [
          s("path", {
            d: `M${x - 7 * side} ${y - 6}L${x} ${y}L${x + side} ${y - 9}`,
            ...SLOPE,
            "stroke-width": 3,
          }),
        ]
      : []),
  ];
}

/**
 * How much is left in the end, below the line, which never rises much.
 * @param {number} x
 * @param {"start" | "end"} anchor
 * @param {number} end
 */
function arrived(x, anchor, end) {
  const y = end ? height(end) + 22 : FLOOR - 8;
  const text = set(label(x, y, wordOf(end), anchor), { "font-weight": 600 });
  text.style.fill = BROWN;
  return text;
}

/**
 * How much is left in the end; beside it, what the
 * reader has guessed and the most that ten sigmoids leave.
 * @param {string} curve
 * @param {number} end
 * @param {string} guess
 */
function levels(curve, end, guess) {
  const isSigmoid = curve === "sigmoid";
  const isHere = isSigmoid && isMost(end);
  const here = arrived(END + 6, "end", end);
  if (isHere) here.style.fill = GREEN;
  if (!isSigmoid) return [here];
  const look = { stroke: GREEN, "stroke-width": isHere ? 6 : 3 };
  const best = height(MOST);
  const most = [
    s("path", { d: `M${END - PITCH} ${best}H${END + 8}`, ...look }),
    set(label(END + 12, best + 5, "best", "start"), { style: { fill: GREEN } }),
  ];
  if (guess === "none") return [...most, here];
  const guessed = height(GUESSES[guess].share);
  const d = `M${INPUT} ${ALL}L${END + 8} ${guessed}`;
  return [
    s("path", { d, stroke: INK, "stroke-dasharray": "6 5" }),
    label(END + 12, Math.min(guessed, best - LINE) + 5, "guess", "start"),
    ...most,
    here,
  ];
}

/**
 * A unit as a circle with its slope.
 * @param {number} k
 * @param {number | null} slope null while it is not shown
 * @param {boolean} isPointed
 */
function unit(k, slope, isPointed) {
  const x = column(k);
  const run = (R - 3) / Math.hypot(1, slope ?? 0);
  const rise = -run * (slope ?? 0);
  return [
    s("path", { d: `M${x - PITCH + R} ${ROW}H${x - R}`, stroke: INK }),
    s("circle", {
      cx: x,
      cy: ROW,
      r: R,
      fill: "var(--field)",
      stroke: isPointed ? BLUE : INK,
      "stroke-width": isPointed ? 3 : 1,
    }),
    ...(slope === null
      ? []
      : [
          s("path", {
            d: `M${x - run} ${ROW - rise}L${x + run} ${ROW + rise}`,
            ...SLOPE,
            "stroke-width": 3,
          }),
        ]),
    label(x, 15, String(k), "middle"),
  ];
}
