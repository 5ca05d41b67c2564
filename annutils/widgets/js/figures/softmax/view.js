// Three scores with a step from each; below, their exponentials as parts of one bar, their sum,
// which are the probabilities; and the loss.

import { written } from "../../engine/number_text.js";
import { crossEntropy } from "../../engine/softmax.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, GREEN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { arrow } from "../../parts/separation.js";
import { probability } from "./words.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Told } from "./model.js"
 */

export const COLORS = [BLUE, ORANGE, GREEN];
export const SIZE = { width: 400, height: 262 }; // of the plane of the scores
const BAR = { top: 28, height: 28 };
const ROWS = { power: 18, share: 48, p: 78, y: 106, step: 135 };
const BESIDE = 28; // from the middle of a class to its arrow
const HEAD = 10; // of an arrow, or less where that is short
const SHORT = 5; // arrows without a head, which would be a blot
const LINE = { fill: "none", stroke: INK };
const BOLD = { style: { fontWeight: "600" } };

/**
 * An arrow up or down, beside its point.
 * @param {number} k the class
 * @param {number} x the middle of the class
 * @param {number} from
 * @param {number} to
 */
function pull(k, x, from, to) {
  const [long, beside] = [Math.abs(to - from), x + BESIDE];
  const d =
    long < SHORT
      ? `M${beside} ${from}V${to}`
      : arrow([beside, from], [beside, to], Math.min(HEAD, 0.75 * long));
  return [
    s("path", { d: `M${x} ${from}h${BESIDE + 5}`, ...LINE, "stroke-width": 1.5 }),
    s("path", { d, ...LINE, stroke: COLORS[k], "stroke-width": 3 }),
  ];
}

/** Where each score is moved. @param {Plane} plane */
export function rails(plane) {
  const [low, high] = plane.y.map((y) => plane.Y(y));
  return COLORS.map((_, k) => {
    const d = `M${plane.X(k)} ${low}V${high}`;
    return s("path", { ...LINE, d, stroke: AXIS, opacity: 0.4 });
  });
}

/**
 * From each score to where a step would take it.
 * @param {Plane} plane
 * @param {Float64Array} z
 * @param {Float64Array} gradient
 */
export const pulls = (plane, z, gradient) =>
  [...z].flatMap((each, k) =>
    pull(k, plane.X(k), plane.Y(each), plane.Y(each - gradient[k])),
  );

/**
 * The heads of the columns, besides the numbers of the classes: which class is the true one,
 * and the sum.
 * @param {Plane} plane
 * @param {number} target
 */
export const heads = (plane, target) => [
  label(plane.X(target) + 9, plane.height - 9, "(true)", "start"),
  label(plane.width - 8, plane.height - 9, "sum", "end"),
];

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
 * Exponentials, and their parts of the sum: in one bar, and in numbers, the probabilities;
 * below, the targets and the steps.
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
   * @param {boolean} isAsked whether the steps are still to be guessed
   */
  draw(p, now, isAsked) {
    const { plane } = this;
    const right = plane.width - 8;
    const steps = isAsked
      ? ["step", ["?", "?", "?"], ""]
      : ["step y\u2009−\u2009ŷ", now.steps, "0"];
    const rows = /** @type {[keyof typeof ROWS, string, string[], string][]} */ ([
      ["power", "eᶻ", now.powers, now.sum],
      ["share", "eᶻ\u2009/\u2009sum", [], ""],
      ["p", "probability\u2009ŷ", now.p, "1"],
      ["y", "target y", [], "1"],
      ["step", ...steps],
    ]);
    this.content.replaceChildren(
      ...rows.flatMap(([row, name, numbers, sum]) =>
        [
          label(2, ROWS[row], name, "start"),
          ...numbers.map((each, k) => label(plane.X(k), ROWS[row], each, "middle")),
          label(right, ROWS[row], sum, "end"),
        ].map((text) => (row === "step" ? set(text, BOLD) : text)),
      ),
      ...this.bar(p, right),
    );
  }

  /**
   * @param {Float64Array} p
   * @param {number} right
   */
  bar(p, right) {
    const left = this.plane.X(-0.35);
    let from = left;
    const box = { y: BAR.top, height: BAR.height };
    const parts = [...p].map((part, k) => {
      const width = part * (right - left);
      const look = { fill: COLORS[k], stroke: PAPER };
      from += width;
      return s("rect", { ...box, x: from - width, width, ...look });
    });
    return [...parts, s("rect", { ...box, x: left, width: right - left, ...LINE })];
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
