// Three scores with a step from each, probabilities below, and the loss.

import { written } from "../../engine/number_text.js";
import { softmax } from "../../engine/softmax.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { signed } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

export const COLORS = [BLUE, ORANGE, GREEN];
export const SIZE = { width: 400, height: 262 }; // of the plane of the scores
const BARS = { top: 8, foot: 74, wide: 38 };
const ROWS = { p: 94, y: 121, step: 150 };
const BESIDE = 22; // from the middle of a class to its arrow
const LINE = { fill: "none", stroke: INK };
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
const BOLD = { style: { fontWeight: "600" } };

/**
 * From each score to where a step would take it, with the change at the tip.
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
    const beyond = Math.min(
      low,
      Math.max(high + 12, tip + (gradient[k] > 0 ? 13 : -2)),
    );
    const change = label(x + BESIDE + 8, beyond, signed(-gradient[k]), "start");
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
      set(change, HALO),
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
      label(4, ROWS.p, "ŷ", "start"),
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
      ...(isTrue ? [s("rect", { ...frame, "stroke-dasharray": "5 3" })] : []),
      label(x, ROWS.p, written(p), "middle"),
      set(label(x, ROWS.step, signed(-error), "middle"), BOLD),
    ];
  }
}

/**
 * The loss over the probability of the true class, and where the sample is.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {number} target
 * @param {number[] | null} before the last step
 */
export function losses(plane, z, target, before) {
  const at = (/** @type {ArrayLike<number>} */ logits) => {
    const p = softmax(Float64Array.from(logits))[target];
    return [p, -Math.log(p)];
  };
  const curve = Array.from({ length: 101 }, (_, k) => {
    const loss = (plane.y[1] * k) / 100;
    return [Math.exp(-loss), loss];
  });
  const [p, loss] = at(z);
  const dot = (/** @type {number[]} */ [x, y]) => ({
    cx: plane.X(x),
    cy: plane.Y(y),
    r: 7,
    stroke: INK,
  });
  const text = label(
    plane.X(p) + 14,
    plane.Y(loss) - 8,
    `loss ${written(loss)}`,
    "start",
  );
  if (p > 0.7)
    set(text, { x: plane.X(p) - 6, "text-anchor": "end", y: plane.Y(loss) - 14 });
  return [
    s("path", { d: plane.path(curve), ...LINE, "stroke-width": 2.5 }),
    ...(before
      ? [s("circle", { ...dot(at(before)), fill: "none", "stroke-dasharray": "3 3" })]
      : []),
    s("circle", { ...dot([p, loss]), fill: COLORS[target], "stroke-width": 2 }),
    set(text, { ...HALO, ...BOLD }),
  ];
}
