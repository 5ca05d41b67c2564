// The map of trials with their shadows.

import { s } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { logShare, SPACE } from "./model.js";
import { shadows } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Trial, Trials } from "./model.js"
 */

const RATES = [0.001, 0.01, 0.1, 1];
const UNITS = [8, 16, 32, 64];
const COVERED = 0.22; // seen in both themes
const RADIUS = 13; // of trials between the places

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
 * @param {{ look?: Record<string, any>, bare?: boolean }} [settings] `bare` where
 *   something covers its score
 */
function cell(map, { at: [x, y] }, score, { look, bare } = {}) {
  const [left, top] = [map.X(x - 0.5) + 1, map.Y(y + 0.5) + 1];
  const size = {
    x: left,
    y: top,
    width: map.X(x + 0.5) - left - 1,
    height: map.Y(y - 0.5) - top - 1,
    rx: 3,
  };
  if (score === null) {
    return [s("rect", { ...size, fill: AXIS, "fill-opacity": COVERED })];
  }
  return [
    s("rect", { ...size, fill: PAPER }),
    s("rect", { ...size, fill: BLUE, "fill-opacity": shade(score), ...look }),
    ...(bare ? [] : [label(map.X(x), map.Y(y) + 5, String(score), "middle")]),
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
  const bare = (/** @type {Trial} */ { at: [x, y] }) =>
    outside.some(({ at }) => Math.hypot(at[0] - x, at[1] - y) < 0.9);
  return [
    ...trials.cells.flatMap((trial) =>
      cell(map, trial, open ? score(trial) : null, { bare: bare(trial) }),
    ),
    ...[...inside, best].flatMap((trial) =>
      inside.includes(trial)
        ? cell(map, trial, score(trial), { look: look(trial) })
        : [],
    ),
    ...outside.flatMap((trial) => {
      const [cx, cy] = [map.X(trial.at[0]), map.Y(trial.at[1])];
      return [
        s("circle", { cx, cy, r: RADIUS, fill: PAPER }),
        s("circle", {
          ...{ cx, cy, r: RADIUS, fill: BLUE, "fill-opacity": shade(score(trial)) },
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
    label(map.X(map.x[1]), low - 19, counted("learning rate", rates), "end"),
    label(left + 4, map.Y(map.y[1]) + 13, counted("hidden units", units), "start"),
  ];
}

/**
 * What an axis means and, of several values, how many were tried.
 * @param {string} name
 * @param {number} count
 */
const counted = (name, count) => (count > 1 ? `${name} (${count} values)` : name);

/** Where the keys are. @param {Plane} map @param {Trial} trial */
export const cursorAt = (map, { at: [x, y] }) => `translate(${map.X(x)} ${map.Y(y)})`;
