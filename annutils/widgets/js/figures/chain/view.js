// A curve that takes a change of its input to one of its output, and ten units in a row
// with what each leaves of the change.

import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, GREEN, INK, ORANGE } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { CURVES, kept, MOST, pass, UNITS } from "./model.js";
import { brief, GUESSES, isMost, wordOf } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

const HALF = 0.5; // of the change of the input, as it is drawn
const SAME = 0.4; // places closer than this have one label
const SPOT = 13; // pixels: units closer than this have one number
const LINE = 17; // from a text to the one below it
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
 * The curve, the change at the input of unit 1 and at its output, and the places of the
 * other units.
 * @param {Plane} plane
 * @param {string} curve
 * @param {Row} row
 * @param {boolean} asks whether the other units wait for a guess
 */
export function onTheCurve(plane, curve, { inputs, slopes }, asks) {
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
    // At the side that the change leaves free.
    inputs[0] > 0
      ? label(left + 14, foot - 8, "input z", "start")
      : label(right - 2, foot - 8, "input z", "end"),
    line(points, { stroke: BLUE, "stroke-width": 3 }),
    ...(asks ? [] : inputs.slice(1)).map((z, k) => {
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
    ...through(plane, inputs[0], value(inputs[0]), slopes[0]),
    ...names(plane, curve, { inputs, slopes }, asks),
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
 * Which unit is where, and how steep.
 * @param {Plane} plane
 * @param {string} curve
 * @param {{ inputs: number[], slopes: number[] }} row
 * @param {boolean} asks
 */
function names(plane, curve, { inputs, slopes }, asks) {
  const at = (/** @type {number} */ z) => [plane.X(z), plane.Y(CURVES[curve].value(z))];
  const [x, last] = [inputs[0], inputs[UNITS - 1]];
  const final = brief(slopes[UNITS - 1]);
  const isAlone = asks || Math.abs(last - x) <= SAME;
  const isSteady = (/** @type {number} */ from) =>
    slopes.slice(from - 1).every((slope) => brief(slope) === final);
  const isAll = !asks && isAlone && isSteady(1);
  const words = `${isAll ? `units 1 to ${UNITS}` : "unit 1"}: slope ${brief(slopes[0])}`;
  const wide = LETTER * words.length;
  const right = Math.max(plane.X(x) - 14, plane.X(plane.x[0]) + 14 + wide);
  const above = Math.max(at(x)[1] - 20, plane.Y(plane.y[1]) + 30);
  const texts = [label(right, above, words, "end")];
  if (isAlone) return texts.map((text) => set(text, HALO));
  const groups = spots(plane, curve, inputs);
  /** @type {number[][]} */
  const placed = [];
  for (const { from, to, at } of groups.slice(1, -1)) {
    const words = from === to ? `unit ${from}` : `units ${from}–${to}`;
    const [edge, y] = [at[0] - 6, at[1] - 7];
    const isBeside = edge < right - wide || edge - LETTER * words.length > right;
    const isCovered = !isBeside && Math.abs(y - above) < LINE;
    const isNear = placed.some(
      ([x, other]) =>
        Math.abs(x - edge) < LETTER * words.length && Math.abs(other - y) < LINE,
    );
    if (isCovered || isNear) continue;
    placed.push([edge, y]);
    texts.push(label(edge, y, words, "end"));
  }
  const from = Math.max(2, groups[groups.length - 1].from);
  const isOne = from < UNITS && isSteady(from);
  const line = `${isOne ? `units ${from}–${UNITS}` : `unit ${UNITS}`}: slope ${final}`;
  const beside = Math.min(at(last)[0] + 4, plane.X(plane.x[1]) - LETTER * line.length);
  const under = Math.min(at(last)[1] + 26, plane.Y(plane.y[0]) - 26);
  texts.push(label(beside, under, line, "start"));
  return texts.map((text) => set(text, HALO));
}

const PITCH = 30; // from one unit to the next
const INPUT = 84; // where the change comes in
const END = INPUT + PITCH * UNITS;
const R = 12;
const ROW = 36; // the height of the units,
const SLOPES = ROW + 32; // of their slopes,
const STAGGER = [-3, 11]; // or by turns a little above it and below,
const CHANGE = 104; // and of the change, true to scale
const TALL = 40; // how high that is at most
const ALL = 156; // the height of all of it, by powers of 10
const DECADE = 15;
const DECADES = 9;
const FLOOR = ALL + DECADE * DECADES;
const TICKS = { 0: "all", 3: "1/1,000", 6: "1/million", 9: "1/billion" };
const SEEN = 0.5; // of a pixel: less is too thin

export const SIZE = [END + 62, FLOOR + 14];

/** @param {number} k 0 for the input */
const column = (k) => INPUT + PITCH * k;

/** How high a share is drawn, 0 at the floor. @param {number} share */
const height = (share) =>
  ALL + DECADE * Math.max(-1, Math.min(DECADES, -Math.log10(Math.abs(share))));

/** Whether it lies below the scale. @param {number} share */
const isBelow = (share) => Math.abs(share) < 10 ** -DECADES;

/**
 * The ten units with their slopes; below them the change itself, as high as it is, and what
 * is left of it, by powers of 10.
 * @param {string} curve
 * @param {Row} row
 * @param {boolean} isBack whether an error goes back, in place of a change
 * @param {string} guess
 * @param {boolean} asks whether what follows unit 1 waits for a guess
 */
export function units(curve, { slopes, products }, isBack, guess, asks) {
  const known = asks ? 1 : UNITS;
  const left = kept(isBack ? [...slopes].reverse() : slopes.slice(0, known));
  const place = (/** @type {number} */ k) => column(isBack ? UNITS - k : k);
  const brown = { fill: BROWN };
  // With two decimals, numbers above 1 or below 0 are as wide as two columns.
  const aside = slopes.some((slope) => brief(slope).length > "1.0".length);
  return [
    label(0, 15, "unit", "start"),
    label(0, SLOPES, "slope", "start"),
    label(0, CHANGE + 5, isBack ? "← error" : "change →", "start"),
    label(0, ALL + 5, "left", "start"),
    ...slopes.flatMap((slope, k) => [
      ...unit(k + 1, k < known ? slope : null),
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
    ...funnel(left, place),
    ...Object.entries(TICKS).flatMap(([decades, text]) => {
      const y = ALL + DECADE * Number(decades);
      const opacity = decades === "0" ? 1 : 0.3;
      return [
        s("path", { d: `M${INPUT} ${y}H${END}`, stroke: AXIS, opacity }),
        label(INPUT - 8, y + 5, text, "end"),
      ];
    }),
    ...(asks
      ? [CHANGE, (ALL + FLOOR) / 2].map((y) => label(END, y + 5, "?", "middle"))
      : isBack
        ? [arrived(INPUT - 6, "start", products[UNITS - 1])]
        : levels(curve, products[UNITS - 1], guess)),
    ...falling(left, place),
  ];
}

/**
 * The change as it is, from unit to unit.
 * @param {number[]} left what is left of it
 * @param {(k: number) => number} place where that is drawn
 */
function funnel(left, place) {
  const tall = TALL / Math.max(...left);
  const edge = (/** @type {number} */ side) =>
    left.map((share, k) => `${place(k)} ${CHANGE + (side * tall * share) / 2}`);
  const points = [...edge(1), ...edge(-1).reverse()];
  const end = Math.abs(left[left.length - 1]);
  const isThin = left.length > UNITS && tall * end < SEEN;
  const gone = left.indexOf(0);
  const hair = gone < 0 ? left.length - 1 : gone;
  const words = end ? "too thin to see" : "nothing is left";
  return [
    s("path", { d: `M${points.join("L")}Z`, fill: ORANGE }),
    s("path", { d: `M${place(0)} ${CHANGE}H${place(hair)}`, ...SLOPE }),
    ...(isThin
      ? [label(place(UNITS), CHANGE - 8, words, place(0) < END ? "end" : "start")]
      : []),
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
 */
function unit(k, slope) {
  const x = column(k);
  const [[, rise]] = tangent(0, 0, slope ?? 0, R - 3);
  const run = Math.sqrt((R - 3) ** 2 - rise ** 2);
  return [
    s("path", { d: `M${x - PITCH + R} ${ROW}H${x - R}`, stroke: INK }),
    s("circle", { cx: x, cy: ROW, r: R, fill: "var(--field)", stroke: INK }),
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
