// Bars with their targets, arrows that pull, and the loss along one logit.

import { rounded, written } from "../../engine/number_text.js";
import { crossEntropy } from "../../engine/softmax.js";
import { s } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, ORANGE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";

/** @import { Plane } from "../../parts/plane.js" */

export const RATE = 2; // of the step: an arrow is so many times as long as an error
export const COLORS = [BLUE, ORANGE, GREEN];

const TOP = 12; // above a full bar
const WIDE = 44; // a bar
const BESIDE = 34; // from the middle of a class to its arrow
const TANGENT = 1.6; // how far it reaches to both sides
const LINE = { fill: "none", stroke: INK };

/**
 * An arrow of that length on the scale of the logits, if it is long enough to be seen.
 * @param {number} x
 * @param {number} y where it begins
 * @param {number} length upward
 */
function pull(x, y, length) {
  if (Math.abs(length) < 1) return [];
  const d = arrow([x, y], [x, y - length], Math.min(9, 0.7 * Math.abs(length)));
  return [s("path", { d, ...LINE, "stroke-width": 3 })];
}

/**
 * From each logit to where a step would put it.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {Float64Array} gradient
 */
export function pulls(plane, z, gradient) {
  return [...z].flatMap((each, k) => {
    const [x, y] = [plane.X(k), plane.Y(each)];
    const from = { d: `M${x} ${y}h${BESIDE + 8}`, ...LINE, "stroke-dasharray": "2 3" };
    const length = y - plane.Y(each - RATE * gradient[k]);
    return [
      s("path", { d: `M${x} ${plane.Y(plane.y[0])}V${plane.Y(plane.y[1])}`, ...RAIL }),
      s("path", from),
      ...pull(x + BESIDE, y, length),
    ];
  });
}

const RAIL = { fill: "none", stroke: AXIS, opacity: 0.4 };

/** The probabilities, on the scale of the arrows, below the plane of the logits. */
export class Bars {
  /** @param {Plane} plane */
  constructor(plane) {
    this.plane = plane;
    this.height = plane.Y(0) - plane.Y(RATE); // of the probability 1
    this.foot = TOP + this.height;
    this.content = s("g");
    this.element = s(
      "svg",
      { viewBox: `0 0 ${plane.width} ${this.foot + 48}`, "aria-hidden": "true" },
      this.content,
    );
  }

  /**
   * @param {Float64Array} p
   * @param {Float64Array} gradient
   * @param {number} target
   */
  draw(p, gradient, target) {
    const { left, right, row } = this.places();
    this.content.replaceChildren(
      s("path", { class: "axis", d: `M${left} ${this.foot}H${right}` }),
      label(6, row, "ŷ", "start"),
      label(6, row + 21, "ŷ − y", "start"),
      ...[...p].flatMap((each, k) => this.bar(k, each, gradient[k], k === target)),
    );
  }

  places() {
    const [left, right] = this.plane.x.map((x) => this.plane.X(x));
    return { left, right, row: this.foot + 18 };
  }

  /**
   * @param {number} k
   * @param {number} p
   * @param {number} error
   * @param {boolean} isTrue
   */
  bar(k, p, error, isTrue) {
    const { height, foot } = this;
    const [x, { row }] = [this.plane.X(k), this.places()];
    const box = { x: x - WIDE / 2, width: WIDE };
    const frame = { ...box, y: TOP, height, ...LINE, "stroke-dasharray": "5 3" };
    return [
      s("rect", { ...box, y: foot - p * height, height: p * height, fill: COLORS[k] }),
      ...(isTrue ? [s("rect", frame)] : []),
      ...pull(x + BESIDE, foot - p * height, -error * height),
      label(x, row, written(p), "middle"),
      label(x, row + 21, written(rounded(error, 2)), "middle"),
    ];
  }
}

/**
 * The loss while one logit moves and the others stay, with its slope here.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {Float64Array} gradient
 * @param {number} target
 * @param {number} along
 */
export function lossAlong(plane, z, gradient, target, along) {
  const at = (/** @type {number} */ value) =>
    crossEntropy(
      z.map((each, k) => (k === along ? value : each)),
      target,
    );
  const [low, high] = plane.x;
  const curve = Array.from({ length: 81 }, (_, k) => {
    const value = low + ((high - low) * k) / 80;
    return [value, at(value)];
  });
  const [here, loss] = [z[along], at(z[along])];
  const tangent = [-TANGENT, TANGENT].map((step) => [
    here + step,
    loss + step * gradient[along],
  ]);
  const dot = { cx: plane.X(here), cy: plane.Y(loss), r: 6, fill: COLORS[along] };
  plane.clipped.replaceChildren(
    s("path", {
      d: plane.path(curve),
      ...LINE,
      stroke: COLORS[along],
      "stroke-width": 3,
    }),
    s("path", {
      d: plane.path(tangent),
      ...LINE,
      "stroke-width": 2,
      "stroke-dasharray": "5 3",
    }),
    s("circle", { ...dot, stroke: INK, "stroke-width": 2 }),
  );
}
