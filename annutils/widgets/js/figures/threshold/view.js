// The rows of a truth table above their weighted sums, and the neuron that adds them up.

import { s } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { GATES, ROWS, sum } from "./model.js";

/** @import { Plane } from "../../parts/plane.js" */

const TILE = { width: 40, height: 24 };
const PITCH = 30; // from a row to the one above it

/**
 * The two sides of the cut.
 * @param {Plane} plane
 * @param {number} threshold
 */
export function sides(plane, threshold) {
  const [left, cut, right] = [plane.x[0], threshold, plane.x[1]].map((x) => plane.X(x));
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const box = { y: high, height: low - high, opacity: 0.15 };
  return [
    s("rect", { x: left, width: cut - left, fill: BLUE, ...box }),
    s("rect", { x: cut, width: right - cut, fill: ORANGE, ...box }),
    s("path", {
      d: `M${cut} ${high}V${low}`,
      stroke: INK,
      "stroke-width": 2.5,
    }),
  ];
}

/**
 * Each row as its three digits above its sum; angular if the gate fires, else round, with
 * a thick outline where the neuron says otherwise.
 * @param {Plane} plane
 * @param {string} gate
 * @param {number[]} w
 * @param {number} threshold
 */
export function tiles(plane, gate, w, threshold) {
  /** How far to the right each level is taken. @type {number[]} */
  const taken = [];
  const sorted = [...ROWS].sort((one, other) => sum(w, one) - sum(w, other));
  return sorted.flatMap((x) => {
    const z = sum(w, x);
    const wanted = GATES[gate].answer(x);
    const wrong = wanted !== z >= threshold;
    const u = plane.X(z);
    const free = taken.findIndex((right) => right + TILE.width + 2 <= u);
    const level = free < 0 ? taken.length : free;
    taken[level] = u;
    const v = plane.Y(plane.y[0]) - 52 - PITCH * level;
    return [
      s("rect", {
        x: u - TILE.width / 2,
        y: v - TILE.height / 2,
        ...TILE,
        rx: wanted ? 2 : 11,
        fill: PAPER,
        stroke: wrong ? INK : wanted ? ORANGE : BLUE,
        "stroke-width": wrong ? 3.5 : 2,
      }),
      label(u, v + 5, x.join(""), "middle"),
    ];
  });
}

/**
 * The mean of the rows that should fire, and of the others, under the tiles.
 * @param {Plane} plane
 * @param {number[]} where
 */
export function meanMarks(plane, [firing, resting]) {
  const floor = plane.Y(plane.y[0]);
  const [a, b] = [plane.X(firing), plane.X(resting)];
  return [
    s("path", { d: `M${b} ${floor - 22}l-8 -13h16Z`, fill: BLUE }),
    s("path", { d: `M${a} ${floor - 20}l-8 13h16Z`, fill: ORANGE }),
    label(plane.X(plane.x[0]) + 6, floor - 15, "means", "start"),
  ];
}

const INPUTS = [30, 84, 138]; // their heights
const SUM = { x: 250, y: 84, r: 34 };

/** Where the numbers of the weights stand. */
export const PLACES = INPUTS.map((y) => [128, (y + SUM.y) / 2 + (y - SUM.y) / 8]);

/**
 * The neuron behind its weights.
 * @param {number[]} w
 * @param {string} threshold
 */
export function neuron(w, threshold) {
  const edges = INPUTS.map((y, k) =>
    s("path", {
      d: `M44 ${y}L${SUM.x} ${SUM.y}`,
      stroke: w[k] < 0 ? BLUE : w[k] ? ORANGE : AXIS,
      "stroke-width": 1 + 2 * Math.abs(w[k]),
    }),
  );
  const node = { fill: "var(--field)", stroke: INK, "stroke-width": 2 };
  return [
    ...edges,
    ...INPUTS.flatMap((y, k) => [
      s("circle", { cx: 30, cy: y, r: 18, ...node }),
      label(30, y + 5, `x${"₁₂₃"[k]}`, "middle"),
    ]),
    s("circle", { cx: SUM.x, cy: SUM.y, r: SUM.r, ...node }),
    label(SUM.x, SUM.y + 5, "sum", "middle"),
    label(SUM.x + SUM.r + 10, SUM.y + 5, `≥ ${threshold} ?`, "start"),
  ];
}
