// The map of trials.

import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { keptOf, rateText } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Trial, Trials } from "./model.js"
 */

const EACH = 2; // of how many columns one is named
const COVERED = 0.22; // seen in both themes
const BOLD = { "font-weight": 600 };

/**
 * The rates of some columns, and the units of the rows.
 * @param {Plane} map
 * @param {Trials} trials
 */
export function mapAxes(map, { rates, units, columns, rows }) {
  const [left, low] = [map.X(0), map.Y(0)];
  return [
    ...rates.flatMap((rate, column) =>
      column % EACH
        ? []
        : [label(map.X(column + 0.5), low + 17, rateText(rate), "middle")],
    ),
    ...units.map((count, row) =>
      label(left - 5, map.Y(row + 0.5) + 5, String(count), "end"),
    ),
    label(left + 2, map.Y(rows) - 6, "hidden units", "start"),
    label(map.X(columns), low + 34, "learning rate", "end"),
  ];
}

/**
 * A place with its score.
 * @param {Plane} map
 * @param {Trial} trial
 * @param {number | null} score null if it is covered
 * @param {Record<string, any>} [look]
 * @param {string} [kept] what became of the score on other images
 */
function cell(map, { at: [x, y] }, score, look, kept) {
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
    ...(kept
      ? [
          label(map.X(x), map.Y(y) - 2, `${score} →`, "middle"),
          set(label(map.X(x), map.Y(y) + 14, kept, "middle"), BOLD),
        ]
      : [label(map.X(x), map.Y(y) + 5, String(score), "middle")]),
  ];
}

/**
 * What is better is bluer, above all among the good, and letters stay legible.
 * @param {number} score
 */
const shade = (score) => 0.04 + 0.6 * (score / 100) ** 6;

/**
 * The map: what is covered, what was tried, and which of it is best.
 * @param {Plane} map
 * @param {Trials} trials
 * @param {Trial[]} tried
 * @param {Trial} best
 * @param {number} images the set of them
 * @param {boolean} open whether all is uncovered
 * @param {boolean} judged whether what was tried is seen on the other images, too
 */
export function drawMap(map, trials, tried, best, images, open, judged) {
  const score = (/** @type {Trial} */ { scores }) => scores[images];
  const kept = (/** @type {Trial} */ trial) =>
    judged ? keptOf(trial, images) : undefined;
  const look = (/** @type {Trial} */ trial) =>
    trial === best
      ? { stroke: ORANGE, "stroke-width": 4 }
      : { stroke: INK, "stroke-width": 1.5 };
  return [
    ...trials.cells.flatMap((trial) => cell(map, trial, open ? score(trial) : null)),
    ...[...tried, best].flatMap((trial) =>
      cell(map, trial, score(trial), look(trial), kept(trial)),
    ),
  ];
}

/** Where the keys are. @param {Plane} map @param {Trial} trial */
export const cursorAt = (map, { at: [x, y] }) => `translate(${map.X(x)} ${map.Y(y)})`;
