// The map of trials with their shadows, and what winners promise and hold.

import { written } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { logShare, SPACE, standardError } from "./model.js";
import { shadows } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Trial, Trials } from "./model.js"
 */

const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const RATES = [0.001, 0.01, 0.1, 1];
const UNITS = [8, 16, 32, 64];

/**
 * The axes of the map, both logarithmic.
 * @param {Plane} map
 * @param {Trials} trials
 */
export function mapAxes(map, { columns, rows }) {
  const [left, low] = [map.X(map.x[0]), map.Y(map.y[0])];
  const y = (/** @type {number} */ count) =>
    map.Y(rows * logShare(count, SPACE.units)) + 5;
  return [
    ...RATES.map((rate) =>
      label(
        map.X(columns * logShare(rate, SPACE.rates)),
        low + 17,
        String(rate),
        "middle",
      ),
    ),
    ...UNITS.map((count) => label(left - 5, y(count), String(count), "end")),
  ];
}

/**
 * A place with its score.
 * @param {Plane} map
 * @param {Trial} trial
 * @param {number | null} score null if it is covered
 * @param {Record<string, any>} look
 */
function cell(map, { at: [x, y] }, score, look = {}) {
  const [left, top] = [map.X(x - 0.5) + 1, map.Y(y + 0.5) + 1];
  const size = {
    x: left,
    y: top,
    width: map.X(x + 0.5) - left - 1,
    height: map.Y(y - 0.5) - top - 1,
    rx: 3,
  };
  if (score === null) return [s("rect", { ...size, fill: TINT })];
  return [
    s("rect", { ...size, fill: PAPER }),
    s("rect", { ...size, fill: BLUE, "fill-opacity": shade(score), ...look }),
    label(map.X(x), map.Y(y) + 5, String(score), "middle"),
  ];
}

/** What is better is darker, and letters stay legible. @param {number} score */
const shade = (score) => 0.05 + 0.5 * (score / 100) ** 2;

/**
 * The map: what is covered, what was tried, which of it is best, and its shadows.
 * @param {Plane} map
 * @param {Trials} trials
 * @param {Trial[]} tried
 * @param {Trial} best
 * @param {number} set of images
 * @param {boolean} open whether all is uncovered
 */
export function drawMap(map, trials, tried, best, set, open) {
  const outside = tried.filter((trial) => !trials.cells.includes(trial));
  const inside = tried.filter((trial) => trials.cells.includes(trial));
  const score = (/** @type {Trial} */ { scores }) => scores[set];
  const look = (/** @type {Trial} */ trial) =>
    trial === best
      ? { stroke: ORANGE, "stroke-width": 4 }
      : { stroke: INK, "stroke-width": 1.5 };
  return [
    ...trials.cells.flatMap((trial) => cell(map, trial, open ? score(trial) : null)),
    ...[...inside, best].flatMap((trial) =>
      inside.includes(trial) ? cell(map, trial, score(trial), look(trial)) : [],
    ),
    ...outside.flatMap((trial) => {
      const [cx, cy] = [map.X(trial.at[0]), map.Y(trial.at[1])];
      return [
        s("circle", { cx, cy, r: 13, fill: PAPER }),
        s("circle", {
          ...{ cx, cy, r: 13, fill: BLUE, "fill-opacity": shade(score(trial)) },
          ...look(trial),
        }),
        label(cx, cy + 5, String(score(trial)), "middle"),
      ];
    }),
    ...shadow(map, tried),
  ];
}

/**
 * The rates and the numbers of units that were tried, on the axes.
 * @param {Plane} map
 * @param {Trial[]} tried
 */
function shadow(map, tried) {
  const [left, low] = [map.X(map.x[0]), map.Y(map.y[0])];
  const mark = { stroke: ORANGE, "stroke-width": 4 };
  const { rates, units } = shadows(tried);
  return [
    s("path", {
      class: "axis",
      d: `M${left} ${map.Y(map.y[1])}V${low}H${map.X(map.x[1])}`,
    }),
    ...tried.flatMap(({ at: [x, y] }) => [
      s("path", { d: `M${map.X(x)} ${low}v-13`, ...mark }),
      s("path", { d: `M${left} ${map.Y(y)}h13`, ...mark }),
    ]),
    label(map.X(map.x[1]), low - 19, counted(rates, "learning rate"), "end"),
    label(
      left + 4,
      map.Y(map.y[1]) + 13,
      `${counted(units, "number")} of units`,
      "start",
    ),
  ];
}

/**
 * What an axis means and, of several values, how many there are.
 * @param {number} count
 * @param {string} name
 */
const counted = (count, name) => (count > 1 ? `${count} different ${name}s` : name);

/** Where the keys are. @param {Plane} map @param {Trial} trial */
export const cursorAt = (map, { at: [x, y] }) => `translate(${map.X(x)} ${map.Y(y)})`;

const LEAST = 60; // percent; of what is less, only the number is shown

/** @param {Plane} plane @param {number} percent */
const across = (plane, percent) => plane.X(Math.max(LEAST, percent));

/** @param {Plane} plane */
export function winnerAxes(plane) {
  const [from, to] = [across(plane, LEAST), across(plane, 100)];
  const low = plane.Y(plane.y[0]);
  return [
    s("path", { class: "axis", d: `M${from} ${low}H${to}` }),
    ...[60, 70, 80, 90, 100].map((percent) =>
      label(across(plane, percent), low + 17, `${percent}%`, "middle"),
    ),
  ];
}

/**
 * What the winner of each search promises, and what it holds.
 * @param {Plane} plane
 * @param {{ name: string, shown: boolean, promise: number, truth: number }[]} rows in
 *   percent
 * @param {boolean} judged
 */
export const drawWinners = (plane, rows, judged) => [
  ...key(plane, judged),
  ...rows.flatMap(({ name, shown, promise, truth }, k) => {
    const y = plane.Y(rows.length - k - 0.5);
    const [from, to] = [across(plane, promise), across(plane, truth)];
    const left = across(plane, LEAST);
    const row = [label(left - 10, y + 5, name, "end")];
    if (!shown) return [...row, beside(left, y, "after your nine tries", 1, AXIS)];
    if (promise < LEAST) return [...row, beside(left, y, `◂ ${promise}`, 1, BROWN)];
    const error = standardError(promise);
    const [low, high] = [promise - error, promise + error].map((x) => across(plane, x));
    const bar = s("path", {
      d: `M${low} ${y - 5}v10M${low} ${y}H${high}M${high} ${y - 5}v10`,
      stroke: ORANGE,
      "stroke-width": 2,
    });
    const line = s("path", {
      d: `M${from} ${y}H${to}`,
      stroke: INK,
      "stroke-width": 2,
    });
    const side = judged && to > from ? -1 : 1;
    const outside = side > 0 ? Math.min(to, low + 6) : Math.max(to, high - 6);
    return [
      ...row,
      ...(judged ? [line] : []),
      bar,
      s("circle", { cx: from, cy: y, r: 7, fill: ORANGE }),
      beside(side > 0 ? high - 4 : low + 4, y, String(promise), side, BROWN),
      ...(judged
        ? [diamond(to, y), beside(outside, y, written(truth, 1), -side, INK)]
        : []),
    ];
  }),
];

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {number} side 1 for right, -1 for left
 * @param {string} color
 */
const beside = (x, y, text, side, color) =>
  set(label(x + 12 * side, y + 5, text, side > 0 ? "start" : "end"), {
    ...HALO,
    style: { fill: color },
  });

/** @param {number} x @param {number} y */
const diamond = (x, y) => s("path", { d: `M${x - 8} ${y}l8 -8l8 8l-8 8z`, fill: INK });

/** What the marks are. @param {Plane} plane @param {boolean} judged */
function key(plane, judged) {
  const [left, top] = [plane.X(plane.x[0]) + 6, plane.Y(plane.y[1]) + 10];
  return [
    s("circle", { cx: left + 4, cy: top, r: 7, fill: ORANGE }),
    label(left + 18, top + 5, "score on the 100 images ± standard error", "start"),
    ...(judged
      ? [
          diamond(left + 4, top + 22),
          label(left + 18, top + 27, "the same network on 8,000 others", "start"),
        ]
      : []),
  ];
}
