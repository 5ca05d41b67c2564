// Errors with their intervals, as bars.

import { h, s } from "../../parts/dom.js";
import { BLUE } from "../../parts/palette.js";

const [LEFT, WIDTH] = [104, 400];

export class ErrorBars {
  /** @param {number} most the largest share that is shown */
  constructor(most) {
    this.most = most;
    this.svg = s("svg", { viewBox: `0 0 ${WIDTH} 124`, "aria-hidden": "true" });
    this.element = h("div", { class: "plot" }, this.svg);
  }

  x(share) {
    return LEFT + (Math.min(share, this.most) / this.most) * (WIDTH - LEFT - 20);
  }

  /** @param {{training: number[], new: number[]}} errors mean and half interval of each */
  draw(errors) {
    const rows = Object.entries(errors).flatMap(([name, [mean, half]], row) => {
      const y = 12 + 42 * row;
      const [low, high] = [this.x(Math.max(0, mean - half)), this.x(mean + half)];
      const whisker = `M${low} ${y + 8}v12M${low} ${y + 14}H${high}M${high} ${y + 8}v12`;
      return [
        s("text", { x: LEFT - 6, y: y + 19, "text-anchor": "end" }, `${name} data`),
        s("rect", { x: LEFT, y, width: this.x(mean) - LEFT, height: 28, fill: BLUE, opacity: 0.75 }),
        s("path", { d: whisker, stroke: "#222", "stroke-width": 2, fill: "none" }),
      ];
    });
    const marks = Array.from({ length: Math.round(this.most * 10) + 1 }, (_, k) =>
      s("text", { x: this.x(k / 10), y: 116, "text-anchor": "middle" }, `${10 * k}%`),
    );
    const title = s("text", { x: LEFT - 24, y: 116, "text-anchor": "end" }, "error");
    const axis = s("path", { class: "axis", d: `M${LEFT} 6V98H${WIDTH - 20}` });
    this.svg.replaceChildren(...rows, axis, title, ...marks);
  }
}
