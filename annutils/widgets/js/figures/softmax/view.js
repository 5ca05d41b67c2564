// Three scores with a step from each; below, their exponentials as parts of the sum, which are
// the probabilities; and the loss.

import { written } from "../../engine/number_text.js";
import { crossEntropy } from "../../engine/softmax.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, ORANGE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { probability } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Told } from "./model.js"
 */

export const COLORS = [BLUE, ORANGE, GREEN];
export const SIZE = { width: 400, height: 236 }; // of the plane of the scores
const BARS = { top: 28, foot: 86, wide: 38 };
const ROWS = { power: 18, p: 106, y: 133, step: 162 };
const BESIDE = 24; // from the middle of a class to its arrow
const HEAD = [6, 10]; // pixels of an arrow's head: a short step has the smaller one
const LINE = { fill: "none", stroke: INK };
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
    const head = Math.min(HEAD[1], Math.max(HEAD[0], 0.7 * Math.abs(tip - y)));
    const d = arrow([x + BESIDE, y], [x + BESIDE, tip], head);
    const rail = { d: `M${x} ${low}V${high}`, stroke: AXIS, opacity: 0.4 };
    return [
      s("path", { ...LINE, ...rail }),
      s("path", { d: `M${x} ${y}h${BESIDE + 5}`, ...LINE, "stroke-width": 1.5 }),
      s("path", { d, ...LINE, "stroke-width": 3 }),
    ];
  });
}

/**
 * Lines at the heights that two points share, and at the one where class 2 is expected.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {boolean} isPending whether it is
 */
export function levels(plane, z, isPending) {
  const pairs = [
    [0, 1],
    [1, 2],
    [0, 2],
  ];
  const found = pairs.filter(([one, other]) => z[one] === z[other]);
  return (isPending ? [[0, 2]] : found).map(([one, other]) => {
    const d = `M${plane.X(one)} ${plane.Y(z[one])}H${plane.X(other)}`;
    return s("path", { d, ...LINE, stroke: AXIS, "stroke-dasharray": "5 4" });
  });
}

/**
 * The arrow of the true class, and beside it the others one after the other: as long.
 * @param {Plane} plane
 * @param {Float64Array} gradient
 * @param {number} target
 */
export function sumRule(plane, gradient, target) {
  const [up, down] = [plane.width - 48, plane.width - 16];
  const top = -gradient[target];
  const others = COLORS.map((_, k) => k).filter((k) => k !== target);
  const middle = top - gradient[others[0]];
  const step = (
    /** @type {number} */ x,
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {number} */ k,
  ) => {
    const ends = [from, to].map((z) => [x, plane.Y(z)]);
    const head = Math.min(8, 0.5 * Math.abs(ends[0][1] - ends[1][1]));
    const d = arrow(ends[0], ends[1], head);
    return s("path", { d, ...LINE, stroke: COLORS[k], "stroke-width": 2.5 });
  };
  return [
    step(up, 0, top, target),
    step(down, top, middle, others[0]),
    step(down, middle, 0, others[1]),
    label(plane.width - 32, plane.Y(top / 2) + 5, "=", "middle"),
  ];
}

/**
 * Where the points were before the last step.
 * @param {Plane} plane
 * @param {Float64Array} before
 */
export const ghosts = (plane, before) =>
  [...before].map((z, k) =>
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

/**
 * Exponentials as parts of their sum; below, in numbers, these parts, which are the
 * probabilities, the targets and the steps.
 */
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
        "aria-label": "Exponentials, probabilities and targets of the classes",
      },
      this.content,
    );
  }

  /**
   * @param {Float64Array} p
   * @param {Told} now
   * @param {number} target
   */
  draw(p, now, target) {
    const [left, right] = [this.plane.X(-0.35), this.plane.width - 8];
    const rows = /** @type {const} */ ([
      ["power", "e", now.powers, now.sum],
      ["p", "probability\u2009ŷ", now.p, "1"],
      ["y", "target y", [], "1"],
      ["step", "step y\u2009−\u2009ŷ", now.steps, "0"],
    ]);
    const exponent = s("text", { x: 11, y: ROWS.power - 6 }, "z");
    this.content.replaceChildren(
      s("path", { class: "axis", d: `M${left} ${BARS.foot}H${this.plane.X(2.35)}` }),
      s("path", { class: "axis", d: `M${left} ${BARS.top}H${right}`, opacity: 0.5 }),
      label(right, BARS.top + 15, "sum", "end"),
      label(2, BARS.top + 22, "its share", "start"),
      label(2, BARS.top + 40, "of the sum:", "start"),
      exponent,
      ...rows.flatMap(([row, name, numbers, sum]) =>
        [
          label(2, ROWS[row], name, "start"),
          ...numbers.map((each, k) =>
            label(this.plane.X(k), ROWS[row], each, "middle"),
          ),
          label(right, ROWS[row], sum, "end"),
        ].map((text) => (row === "step" ? set(text, BOLD) : text)),
      ),
      ...[...p].flatMap((each, k) => this.bar(k, each, k === target)),
    );
  }

  /**
   * @param {number} k
   * @param {number} p
   * @param {boolean} isTrue
   */
  bar(k, p, isTrue) {
    const { top, foot, wide } = BARS;
    const x = this.plane.X(k);
    const box = { x: x - wide / 2, width: wide };
    const frame = { ...box, y: top, height: foot - top, ...LINE };
    const height = p * (foot - top);
    const bar = s("rect", { ...box, y: foot - height, height, fill: COLORS[k] });
    if (!isTrue) return [bar, s("rect", { ...frame, stroke: AXIS, opacity: 0.5 })];
    // On the other side of the last, where the sum has its name.
    return [
      bar,
      s("rect", { ...frame, "stroke-dasharray": "5 3" }),
      k === 2
        ? label(box.x - 5, top + 15, "true", "end")
        : label(box.x + wide + 5, top + 15, "true", "start"),
    ];
  }
}

/**
 * The loss over the probability of the true class, and where the sample is.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {number} target
 * @param {Float64Array | null} before the last step
 */
export function losses(plane, z, target, before) {
  const loss = crossEntropy(z, target);
  const curve = Array.from({ length: 141 }, (_, k) => [Math.exp(-k / 20), k / 20]);
  const dot = (/** @type {number} */ value) => ({
    cx: plane.X(Math.exp(-value)),
    cy: plane.Y(value),
    r: 6,
  });
  const earlier = before && crossEntropy(before, target);
  const values = [...(earlier === null ? [] : [earlier]), loss];
  const text = values.map((value) => written(value, 3)).join(" → ");
  const name = probability(target);
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const right = plane.X(1) - 2;
  return [
    set(label(right, high + 14, `loss −log ${name} = ${text}`, "end"), BOLD),
    label(right, low - 22, `probability ${name}`, "end"),
    s("path", { d: plane.path(curve), ...LINE, stroke: AXIS, "stroke-width": 2 }),
    ...(earlier === null
      ? []
      : [
          s("circle", {
            ...dot(earlier),
            ...LINE,
            stroke: COLORS[target],
            "stroke-width": 1.5,
            "stroke-dasharray": "3 3",
          }),
        ]),
    s("circle", { ...dot(loss), fill: COLORS[target] }),
  ];
}
