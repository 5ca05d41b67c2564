// Boundaries over each other, what networks say at one place, and both parts of an error.

import { written } from "../../engine/number_text.js";
import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { deviation, fromTruth, mean } from "./model.js";
import { UNITS } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Ten } from "./model.js"
 */

const LINE = { fill: "none", stroke: INK, "stroke-linejoin": "round" };
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
export const ONE = { ...LINE, "stroke-width": 2.5 };
export const GHOST = { ...LINE, stroke: AXIS, "stroke-width": 1.2, opacity: 0.75 };
export const MEAN = { ...LINE, "stroke-width": 4 };
export const TRUTH = { ...LINE, "stroke-width": 3, "stroke-dasharray": "8 5" };
const [LEFT, WIDTH] = [30, 364]; // of the line of probabilities
const [DOTS, OFFSET, SPREAD] = [60, 90, 126]; // heights of the points and of what they show

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
    x += 44 + 7.4 * words.length;
    return [
      s("path", { ...look, d: `M${from} ${y}h24` }),
      label(from + 29, y + 5, words, "start"),
    ];
  });
}

/** What the networks say at the ring, on a line from 0 to 1. */
export class Said {
  svg = s("svg", { viewBox: "0 0 424 152", "aria-hidden": "true" });
  element = h("div", { class: "plot" }, this.svg);

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
      label(212, 20, "at the ring: each network’s probability of orange", "middle"),
      axis,
      ...ends,
      ...dots,
      ...[0, 0.5, 1].map((p) => label(X(p), DOTS - 15, String(p), "middle")),
      ...(truth === null ? [] : named(X, said, truth)),
    );
  }
}

/**
 * Mean and truth, how far the mean may be off by chance, and how far the points are.
 * @param {(p: number) => number} X
 * @param {number[]} said
 * @param {number} truth
 */
function named(X, said, truth) {
  const [middle, reach] = [mean(said), deviation(said)];
  const { chance, sure } = fromTruth(said, truth);
  const around = (/** @type {number} */ by) => [
    Math.max(0, middle - by),
    Math.min(1, middle + by),
  ];
  const upright = (/** @type {number} */ p, /** @type {object} */ look) =>
    s("path", { ...LINE, ...look, d: `M${X(p)} ${DOTS - 11}V${OFFSET}` });
  return [
    upright(middle, { "stroke-width": 4 }),
    upright(truth, { "stroke-width": 2.5, "stroke-dasharray": "6 4" }),
    ...bar(
      X,
      around(chance),
      OFFSET,
      `mean ± 2 standard errors ${sure ? "misses" : "meets"} the truth here`,
    ),
    ...bar(X, around(reach), SPREAD, "spread: ± one standard deviation"),
  ];
}

/**
 * A length with its name below.
 * @param {(p: number) => number} X
 * @param {number[]} ends
 * @param {number} y
 * @param {string} name
 */
function bar(X, ends, y, name) {
  const [from, to] = ends.map(X);
  const d = `M${from} ${y - 5}v10M${from} ${y}H${to}M${to} ${y - 5}v10`;
  const half = 4.3 * name.length; // of the name's width
  const at = Math.min(424 - half, Math.max(half, (from + to) / 2));
  return [
    s("path", { ...LINE, d, "stroke-width": 3 }),
    set(label(at, y + 19, name, "middle"), HALO),
  ];
}

const [ROW, FIRST, START] = [25, 48, 76]; // of the parts of the error, for each width

/** Both parts of the error, for the widths whose ten training sets were seen. */
export class Parts {
  svg = s("svg", { viewBox: "0 0 424 124", "aria-hidden": "true" });
  element = h("div", { class: "plot" }, this.svg);

  /**
   * @param {Ten[]} tens of one number of points
   * @param {(ten: Ten) => boolean} known
   * @param {number} most the largest sum of both parts
   */
  draw(tens, known, most) {
    const key = { y: 29, width: 12, height: 12 };
    const scale = (424 - START - 60) / most;
    const rows = tens.flatMap((ten, k) => {
      const y = FIRST + k * ROW;
      const name = label(START - 8, y + 16, UNITS[/** @type {1} */ (ten.units)], "end");
      if (!known(ten)) return [name, label(START + 8, y + 16, "?", "start")];
      const [bias, spread] = [ten.bias2, ten.variance].map(
        (x) => Math.max(0, x) * scale,
      );
      const size = { y, height: 20 };
      return [
        name,
        s("rect", { ...size, x: START, width: bias, fill: INK }),
        s("rect", {
          ...size,
          x: START + bias,
          width: spread,
          fill: TINT,
          stroke: AXIS,
        }),
        label(
          START + bias + spread + 8,
          y + 16,
          written(ten.bias2 + ten.variance, 3),
          "start",
        ),
      ];
    });
    this.svg.replaceChildren(
      label(8, 18, "averaged over new points: squared distance", "start"),
      label(8, 40, "from the truth =", "start"),
      s("rect", { ...key, x: 144, fill: INK }),
      label(162, 40, "bias² +", "start"),
      s("rect", { ...key, x: 228, fill: TINT, stroke: AXIS }),
      label(246, 40, "variance", "start"),
      ...rows,
    );
  }
}
