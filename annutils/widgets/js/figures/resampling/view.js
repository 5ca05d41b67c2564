// Boundaries over each other, and what networks say at one place.

import { written } from "../../engine/number_text.js";
import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE } from "../../parts/palette.js";
import { HALO, LETTER, label } from "../../parts/plane.js";
import { deviation, mean } from "./model.js";

/** @import { Plane } from "../../parts/plane.js" */

const LINE = { fill: "none", stroke: INK, "stroke-linejoin": "round" };
export const ONE = { ...LINE, "stroke-width": 2.5 };
export const GHOST = { ...LINE, stroke: AXIS, "stroke-width": 1.2, opacity: 0.75 };
export const MEAN = { ...LINE, "stroke-width": 4 };
export const TRUTH = { ...LINE, "stroke-width": 3, "stroke-dasharray": "8 5" };
const [LEFT, WIDTH] = [30, 364]; // of the line of probabilities
const [DOTS, OFFSET, SPREAD] = [52, 76, 98]; // heights of the points and of what they show
const ROOM = 110; // for a name

/**
 * Which line is which, below the picture.
 * @param {Plane} plane
 * @param {[Record<string, any>, string][]} entries
 */
export function legend(plane, entries) {
  const y = plane.Y(plane.y[0]) + 16;
  let x = plane.X(plane.x[0]) + 2;
  return entries.flatMap(([look, words]) => {
    const from = x;
    x += 44 + LETTER * words.length;
    return [
      s("path", { ...look, d: `M${from} ${y}h24` }),
      label(from + 29, y + 5, words, "start"),
    ];
  });
}

/** What the networks say at the ring, on a line from 0 to 1. */
export class Said {
  svg = s("svg", { viewBox: "0 0 424 110", "aria-hidden": "true" });
  element = h(
    "div",
    { class: "plot wide", style: { boxSizing: "border-box" } },
    this.svg,
  );

  /**
   * @param {number[]} said
   * @param {number | null} truth null while it is not shown
   */
  draw(said, truth) {
    const X = (/** @type {number} */ p) => LEFT + p * WIDTH;
    const axis = s("path", { class: "axis", d: `M${X(0)} ${DOTS}H${X(1)}` });
    const ends = [
      s("circle", { cx: X(0) - 14, cy: DOTS, r: 6, fill: BLUE }),
      s("rect", { x: X(1) + 8, y: DOTS - 6, width: 12, height: 12, fill: ORANGE }),
    ];
    const dots = said.map((p, k) => {
      const last = truth === null && k === said.length - 1;
      const look = { cx: X(p), cy: DOTS, r: last ? 7 : 5, opacity: last ? 1 : 0.55 };
      return s("circle", { ...look, fill: INK });
    });
    this.svg.replaceChildren(
      label(212, 17, "at the ring: each network’s probability of orange", "middle"),
      axis,
      ...ends,
      ...dots,
      ...[0, 0.5, 1].map((p) => label(X(p), DOTS - 14, String(p), "middle")),
      ...(truth === null ? [] : named(X, said, truth)),
    );
  }
}

/**
 * Mean and truth, how far they are apart, and how far the points are.
 * @param {(p: number) => number} X
 * @param {number[]} said
 * @param {number} truth
 */
function named(X, said, truth) {
  const [middle, reach] = [mean(said), deviation(said)];
  // From the mean to the side of the truth, unless only the other one has room.
  const sides = [middle + reach, middle - reach];
  if (truth < middle) sides.reverse();
  const beside = sides.find((p) => p >= 0 && p <= 1) ?? sides[0];
  const upright = (/** @type {number} */ p, /** @type {object} */ look) =>
    s("path", { ...LINE, ...look, d: `M${X(p)} ${DOTS - 11}V${OFFSET + 6}` });
  return [
    upright(middle, { "stroke-width": 4 }),
    upright(truth, { "stroke-width": 2.5, "stroke-dasharray": "6 4" }),
    ...bar([middle, beside].map(X), SPREAD, `spread ${written(reach)}`),
    ...bar(
      [middle, truth].map(X),
      OFFSET,
      `offset ${written(Math.abs(middle - truth))}`,
    ),
  ];
}

/**
 * A length with its name beside it, or in it where it fills the line.
 * @param {number[]} ends
 * @param {number} y
 * @param {string} name
 */
function bar(ends, y, name) {
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const d = `M${from} ${y - 5}v10M${from} ${y}H${to}M${to} ${y - 5}v10`;
  /** @type {[number, "start" | "middle" | "end"]} */
  let place = [(from + to) / 2, "middle"];
  if (to < 424 - ROOM) place = [to + 10, "start"];
  else if (from > ROOM) place = [from - 10, "end"];
  const [x, anchor] = place;
  return [
    s("path", { ...LINE, d, "stroke-width": 3 }),
    set(label(x, y + 5, name, anchor), HALO),
  ];
}
