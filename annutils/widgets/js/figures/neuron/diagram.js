// The neuron itself: inputs, weights on the edges, sum, activation with its curve.

import { written } from "../../engine/number_text.js";
import { h, s } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { scrub } from "../../parts/scrub.js";
import { PARAMETERS } from "./words.js";

/**
 * @import { Activation } from "../../engine/activations.js"
 * @import { Values } from "../../engine/options.js"
 */

const SIZE = [400, 254];
const SUM = { x: 218, y: 96, r: 32 };
const BOX = { x: 288, y: 50, width: 104, height: 92 };
/** Where an edge begins, and where its number stands. */
const EDGES = {
  w1: { from: [30, 43], at: [112, 62] },
  w2: { from: [30, 152], at: [112, 128] },
  b: { from: [SUM.x, 232], at: [SUM.x, 172] },
};
const REACH = 6; // of z in the box
const THICK = 2; // of an edge, for a weight of 1
/** The input, in both drawings: seen on white, too. */
export const POINT = { fill: PURPLE, stroke: PAPER, "stroke-width": 2 };
const FILLED = { fill: "var(--field)", stroke: INK, "stroke-width": 2 };

export class Diagram {
  /**
   * @param {Values} values
   * @param {number[]} weights those that can be chosen
   * @param {(key: string, value: number) => void} change
   * @param {(key: string) => Record<string, string>} help
   */
  constructor(values, weights, change, help) {
    this.edges = s("g");
    this.numbers = s("g");
    this.scrubs = Object.entries(EDGES).map(([key, { at }]) => ({
      key,
      ...scrub({
        name: PARAMETERS[key].name,
        values: weights,
        value: values[key],
        at,
        format: (value) => written(value, 1),
        change: (value) => change(key, value),
        help: help(key),
      }),
    }));
    const svg = s(
      "svg",
      {
        viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`,
        role: "group",
        "aria-label": "The neuron, its weights and its bias",
      },
      s(
        "g",
        { "aria-hidden": "true" },
        this.edges,
        s("circle", { cx: SUM.x, cy: SUM.y, r: SUM.r, ...FILLED }),
        s("rect", { ...BOX, rx: 8, ...FILLED }),
        label(SUM.x, SUM.y - 38, "sum z", "middle"),
        label(BOX.x + BOX.width / 2, BOX.y - 8, "a = g(z)", "middle"),
        label(EDGES.w1.at[0], EDGES.w1.at[1] - 20, "w₁", "middle"),
        label(EDGES.w2.at[0], EDGES.w2.at[1] + 30, "w₂", "middle"),
        label(EDGES.b.at[0] + 36, EDGES.b.at[1] + 5, "bias b", "start"),
        label(EDGES.b.from[0] + 30, EDGES.b.from[1] + 5, "always 1", "start"),
        this.numbers,
      ),
      this.scrubs.map(({ element }) => element),
    );
    this.element = h("div", { class: "drawing" }, svg);
  }

  /**
   * Show weights and bias that the reader has not dragged.
   * @param {Values} values
   */
  put(values) {
    for (const { key, put } of this.scrubs) put(values[key]);
  }

  /**
   * @param {Values} values
   * @param {number} z
   * @param {Activation} activation
   */
  show(values, z, activation) {
    const { x1, x2 } = values;
    this.edges.replaceChildren(
      ...Object.entries(EDGES).map(([key, { from }]) => edge(from, values[key])),
      s("path", { d: `M${SUM.x + SUM.r} ${SUM.y}H${BOX.x}`, ...LINE }),
    );
    const [first, second, [x, y]] = [EDGES.w1.from, EDGES.w2.from, EDGES.b.from];
    this.numbers.replaceChildren(
      s("circle", { cx: x, cy: y, r: 20, ...FILLED }),
      label(x, y + 5, "1", "middle"),
      ...node(first, "x₁", x1),
      ...node(second, "x₂", x2),
      label(SUM.x, SUM.y + 5, written(z), "middle"),
      ...curve(activation, z),
      label(
        BOX.x + BOX.width / 2,
        BOX.y + BOX.height + 22,
        `a = ${written(activation.value(z))}`,
        "middle",
      ),
    );
  }
}

const LINE = { fill: "none", stroke: INK, "stroke-width": 2 };

/**
 * From an input to the sum: thick for a large weight; orange, or blue and dashed if negative.
 * @param {number[]} from
 * @param {number} weight
 */
function edge([x, y], weight) {
  const line = {
    stroke: [BLUE, AXIS, ORANGE][1 + Math.sign(weight)],
    "stroke-width": 1 + THICK * Math.abs(weight),
    "stroke-dasharray": weight < 0 ? "7 5" : null,
  };
  return s("path", { d: `M${x} ${y}L${SUM.x} ${SUM.y}`, ...line });
}

/**
 * @param {number[]} place
 * @param {string} name
 * @param {number} value
 */
function node([x, y], name, value) {
  return [
    s("circle", { cx: x, cy: y, r: 26, ...FILLED }),
    label(x, y + 5, written(value), "middle"),
    label(x, y - 32 < 8 ? y + 44 : y - 32, name, "middle"),
  ];
}

/**
 * The activation in its box, and the place on it where the neuron is.
 * @param {Activation} activation
 * @param {number} z
 */
function curve({ value, range: [low, high] }, z) {
  const X = (/** @type {number} */ u) =>
    BOX.x + BOX.width * (0.5 + u / (2 * REACH + 1));
  const middle = (low + high) / 2;
  const Y = (/** @type {number} */ a) =>
    BOX.y + BOX.height * (0.5 - (0.8 * (a - middle)) / (high - low));
  const kept = (/** @type {number} */ a) =>
    Math.min(BOX.y + BOX.height - 4, Math.max(BOX.y + 4, Y(a)));
  const points = Array.from({ length: 121 }, (_, k) => -REACH + k / 10)
    .filter((u) => Y(value(u)) === kept(value(u))) // what leaves the box is not drawn
    .map((u) => `${X(u)} ${Y(value(u))}`);
  const isSeen = Math.abs(z) <= REACH && Y(value(z)) === kept(value(z));
  const zero = `M${X(0)} ${BOX.y + 4}v${BOX.height - 8}M${BOX.x + 4} ${kept(0)}h${BOX.width - 8}`;
  return [
    s("path", { d: zero, fill: "none", stroke: AXIS, "stroke-dasharray": "2 3" }),
    s("path", { d: `M${points.join("L")}`, ...LINE }),
    ...(isSeen ? [s("circle", { cx: X(z), cy: Y(value(z)), r: 6, ...POINT })] : []),
  ];
}
