// Errors with their intervals, as bars, and how weights are distributed.

import { percent } from "../../engine/number_text.js";
import { histogram } from "../../engine/runs.js";
import { h, s } from "../../parts/dom.js";
import { BLUE, INK } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";

const [LEFT, RIGHT, WIDTH] = [104, 20, 400]; // margins, and the whole
const [TOP, PITCH, BAR] = [12, 42, 28]; // of the rows
const AXIS = 98;
const [BINS, REACH] = [31, 3];

export class ErrorBars {
  svg = s("svg", { viewBox: `0 0 ${WIDTH} 124`, "aria-hidden": "true" });
  element = h("div", { class: "plot" }, this.svg);

  /** @param {number} most the largest share that is shown */
  constructor(most) {
    this.most = most;
  }

  /** @param {number} share */
  x(share) {
    return LEFT + (Math.min(share, this.most) / this.most) * (WIDTH - LEFT - RIGHT);
  }

  /** @param {Record<string, number[]>} errors mean and half interval of each */
  draw(errors) {
    const rows = Object.entries(errors).flatMap(([name, error], row) =>
      this.row(name, error, TOP + PITCH * row),
    );
    const marks = Array.from({ length: Math.round(this.most * 10) + 1 }, (_, k) =>
      label(this.x(k / 10), AXIS + 18, percent(k / 10), "middle"),
    );
    const title = label(LEFT - 24, AXIS + 18, "error", "end");
    const d = `M${LEFT} 6V${AXIS}H${WIDTH - RIGHT}`;
    const axis = s("path", { class: "axis", d });
    this.svg.replaceChildren(...rows, axis, title, ...marks);
  }

  /**
   * @param {string} name
   * @param {number[]} error
   * @param {number} y
   */
  row(name, [mean, half], y) {
    const [low, high] = [this.x(Math.max(0, mean - half)), this.x(mean + half)];
    const middle = y + BAR / 2;
    const ends = `M${low} ${y + 8}v12M${low} ${middle}H${high}M${high} ${y + 8}v12`;
    const width = this.x(mean) - LEFT;
    const bar = { x: LEFT, y, width, height: BAR, fill: BLUE, opacity: 0.75 };
    const line = { d: ends, stroke: INK, "stroke-width": 2, fill: "none" };
    return [
      label(LEFT - 6, y + 19, `${name} data`, "end"),
      s("rect", bar),
      s("path", line),
    ];
  }
}

export class WeightHistogram {
  plane = new Plane({
    x: [-REACH, REACH],
    y: [0, 1],
    height: 200,
    name: "How the weights of the hidden layer are distributed",
    yName: "share of the weights",
  });
  element = this.plane.element;

  /** @param {Float64Array} weights */
  draw(weights) {
    const { plane } = this;
    const edge = (/** @type {number} */ k) => plane.X(REACH * ((2 * k) / BINS - 1));
    const bars = histogram(weights, BINS, REACH).map((count, k) => {
      const y = plane.Y(count / weights.length);
      const width = edge(k + 1) - edge(k) - 1;
      return s("rect", { x: edge(k), y, width, height: plane.Y(0) - y, fill: BLUE });
    });
    plane.clipped.replaceChildren(...bars);
  }
}
