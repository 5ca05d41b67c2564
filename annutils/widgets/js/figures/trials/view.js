// The map of trials with their shadows.

import { s } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { rateText, shadows } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Trial, Trials } from "./model.js"
 */

const EACH = 3; // of how many columns one is named
const COVERED = 0.22; // seen in both themes

/**
 * The rates of some columns, and the units of the rows.
 * @param {Plane} map
 * @param {Trials} trials
 */
export function mapAxes(map, { rates, units }) {
  const [left, low] = [map.X(map.x[0]), map.Y(map.y[0])];
  return [
    ...rates.flatMap((rate, column) =>
      column % EACH
        ? []
        : [label(map.X(column + 0.5), low + 17, rateText(rate), "middle")],
    ),
    ...units.map((count, row) =>
      label(left - 5, map.Y(row + 0.5) + 5, String(count), "end"),
    ),
  ];
}

/**
 * A place with its score.
 * @param {Plane} map
 * @param {Trial} trial
 * @param {number | null} score null if it is covered
 * @param {Record<string, any>} [look]
 */
function cell(map, { at: [x, y] }, score, look) {
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
    label(map.X(x), map.Y(y) + 5, String(score), "middle"),
  ];
}

/**
 * What is better is bluer, above all among the good, and letters stay legible.
 * @param {number} score
 */
const shade = (score) => 0.04 + 0.6 * (score / 100) ** 6;

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
  const score = (/** @type {Trial} */ { scores }) => scores[set];
  const look = (/** @type {Trial} */ trial) =>
    trial === best
      ? { stroke: ORANGE, "stroke-width": 4 }
      : { stroke: INK, "stroke-width": 1.5 };
  return [
    ...trials.cells.flatMap((trial) => cell(map, trial, open ? score(trial) : null)),
    ...[...tried, best].flatMap((trial) => cell(map, trial, score(trial), look(trial))),
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
      s("path", { d: `M${map.X(x)} ${low}v-10`, ...mark }),
      s("path", { d: `M${left} ${map.Y(y)}h8`, ...mark }),
    ]),
    label(map.X(map.x[1]), low - 14, counted("learning rate", rates), "end"),
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
