// Three scores with a step from each, probabilities below, and the loss.

import { rounded, written } from "../../engine/number_text.js";
import { crossEntropy, errors } from "../../engine/softmax.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { signed } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

export const COLORS = [BLUE, ORANGE, GREEN];
export const SIZE = { width: 400, height: 244 }; // of the plane of the scores
const BARS = { top: 28, foot: 90, wide: 38 };
const ROWS = { softmax: 16, p: 110, y: 137, step: 166 };
const TANGENT = 1.2; // to each side of the sample
const BESIDE = 22; // from the middle of a class to its arrow
const LINE = { fill: "none", stroke: INK };
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const BOLD = { style: { fontWeight: "600" } };

/**
 * From each score to where a step would take it.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {Float64Array} gradient
 */
export function pulls(plane, z, gradient) {
  const [low, high] = plane.y.map((y) => plane.Y(y));
  return [...z].flatMap((each, k) => {
    const [x, y] = [plane.X(k), plane.Y(each)];
    const tip = plane.Y(each - gradient[k]);
    const length = Math.abs(tip - y);
    const d = arrow([x + BESIDE, y], [x + BESIDE, tip], Math.min(10, 0.7 * length));
    return [
      s("path", {
        d: `M${x} ${low}V${high}`,
        ...LINE,
        stroke: AXIS,
        opacity: 0.4,
      }),
      s("path", { d: `M${x} ${y}h${BESIDE}`, ...LINE, "stroke-dasharray": "2 3" }),
      ...(length < 1 ? [] : [s("path", { d, ...LINE, "stroke-width": 3 })]),
    ];
  });
}

/**
 * Where the points were before the last step.
 * @param {Plane} plane
 * @param {number[]} before
 */
export const ghosts = (plane, before) =>
  before.map((z, k) =>
    s("circle", {
      cx: plane.X(k),
      cy: plane.Y(z),
      r: 9,
      fill: "none",
      stroke: COLORS[k],
      "stroke-width": 1.5,
      "stroke-dasharray": "3 3",
    }),
  );

/** Where the target of each class is pressed. @param {Plane} plane @param {number} k */
export const targetPlace = (plane, k) => `translate(${plane.X(k)} ${ROWS.y - 5})`;

/** Probabilities as bars; below them, in numbers, they, the targets and the steps. */
export class Bars {
  /** @param {Plane} plane */
  constructor(plane) {
    this.plane = plane;
    this.content = s("g", { "aria-hidden": "true" });
    this.element = s(
      "svg",
      {
        viewBox: `0 0 ${plane.width} ${ROWS.step + 10}`,
        role: "group",
        "aria-label": "Probabilities and targets of the classes",
      },
      this.content,
    );
  }

  /**
   * @param {Float64Array} p
   * @param {Float64Array} gradient
   * @param {number} target
   */
  draw(p, gradient, target) {
    const [left, right] = [this.plane.X(-0.45), this.plane.X(2.45)];
    const sum = this.plane.width - 8;
    this.content.replaceChildren(
      s("path", { class: "axis", d: `M${left} ${BARS.foot}H${right}` }),
      label(4, ROWS.softmax, "softmax: each e to the z, divided by their sum", "start"),
      label(4, ROWS.p, "probability ŷ", "start"),
      label(4, ROWS.y, "target y", "start"),
      set(label(4, ROWS.step, "step y − ŷ", "start"), BOLD),
      label(sum, BARS.foot - 6, "sum", "end"),
      label(sum, ROWS.p, "1", "end"),
      label(sum, ROWS.y, "1", "end"),
      set(label(sum, ROWS.step, "0", "end"), BOLD),
      ...[...p].flatMap((each, k) => this.bar(k, each, gradient[k], k === target)),
    );
  }

  /**
   * @param {number} k
   * @param {number} p
   * @param {number} error
   * @param {boolean} isTrue
   */
  bar(k, p, error, isTrue) {
    const { top, foot, wide } = BARS;
    const x = this.plane.X(k);
    const box = { x: x - wide / 2, width: wide };
    const frame = { ...box, y: top, height: foot - top, ...LINE };
    const height = p * (foot - top);
    return [
      s("rect", { ...box, y: foot - height, height, fill: COLORS[k] }),
      ...(isTrue
        ? [
            s("rect", { ...frame, "stroke-dasharray": "5 3" }),
            label(x + wide / 2 + 5, top + 13, "true", "start"),
          ]
        : []),
      label(x, ROWS.p, written(p), "middle"),
      set(label(x, ROWS.step, signed(-error), "middle"), BOLD),
    ];
  }
}

/**
 * The loss over the score of the true class while the others stay, its slope, and where
 * the sample is.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {number} target
 * @param {number[] | null} before the last step
 */
export function losses(plane, z, target, before) {
  const at = (/** @type {Float64Array} */ scores) => [
    scores[target],
    crossEntropy(scores, target),
  ];
  const curve = (/** @type {ArrayLike<number>} */ scores) => {
    const [low, high] = plane.x;
    const points = Array.from({ length: 61 }, (_, k) => {
      const moved = Float64Array.from(scores);
      moved[target] = low + ((high - low) * k) / 60;
      return at(moved);
    });
    return { d: plane.path(points), ...LINE };
  };
  const [score, loss] = at(z);
  const slope = errors(z, target)[target];
  const tangent = [-TANGENT, TANGENT].map((way) => [score + way, loss + slope * way]);
  const dot = (/** @type {number[]} */ [x, y]) => ({
    cx: plane.X(x),
    cy: plane.Y(y),
    r: 7,
    stroke: INK,
  });
  const x = Math.min(plane.X(score) + 14, plane.width - 166);
  const y =
    plane.Y(loss + slope * ((x - plane.X(score)) / (plane.X(1) - plane.X(0)))) - 30;
  return [
    ...(before
      ? [
          s("path", { ...curve(before), "stroke-dasharray": "3 3", opacity: 0.6 }),
          s("circle", {
            ...dot(at(Float64Array.from(before))),
            fill: "none",
            "stroke-dasharray": "3 3",
          }),
        ]
      : []),
    s("path", { ...curve(z), "stroke-width": 2.5 }),
    s("path", { d: plane.path(tangent), ...LINE, stroke: PURPLE, "stroke-width": 2.5 }),
    s("circle", { ...dot([score, loss]), fill: COLORS[target], "stroke-width": 2 }),
    set(label(x, y, `loss ${written(loss)}`, "start"), { ...HALO, ...BOLD }),
    set(label(x, y + 18, `slope ŷ − y = ${written(rounded(slope, 2))}`, "start"), {
      ...HALO,
      style: { fill: PURPLE },
    }),
  ];
}
