// <ann-threshold>: the rows of a truth table, sorted by their weighted sums, and a cut.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { GATES, means, ROWS, sum } from "./model.js";
import { meanMarks, neuron, PLACES, sides, tiles } from "./view.js";
import { HELP, verdict } from "./words.js";

const MARGIN = 1; // beside the sums and the cut
const WEIGHTS = steps(-2, 2, 1);
const STEP = 0.5;
const GRIP = 7.3; // how high the cut is held

class ThresholdFigure extends Figure {
  static title = "What can one threshold do?";
  static hint =
    "Drag the cut, or the weights, until angular rows are right of it and round ones left.";
  static options = {
    gate: choice("majority", labelsOf(GATES)),
    threshold: number(0.5, steps(-6.5, 6.5, STEP)),
    w1: number(1, WEIGHTS, { whole: true }),
    w2: number(1, WEIGHTS, { whole: true }),
    w3: number(1, WEIGHTS, { whole: true }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  grip = later();
  back = later(SVGGElement);
  edges = later(SVGGElement);

  build() {
    this.plane = new Plane({
      x: [-MARGIN, 3 + MARGIN],
      y: [0, 8],
      height: 330,
      name: "The eight rows of three inputs above their weighted sums, and the cut",
      xName: "weighted sum",
    });
    this.back = s("g", { "aria-hidden": "true" });
    this.grip = this.cut();
    this.plane.content.append(this.back, this.grip.element);
    this.edges = s("g", { "aria-hidden": "true" });
    const svg = s(
      "svg",
      { viewBox: "0 0 400 170", role: "group", "aria-label": "The weights" },
      this.edges,
      this.weights(),
    );
    const drawing = h("div", { class: "drawing" }, svg);
    const gate = this.control("gate", "The gate that it should be", HELP.gate);
    return [scene(this.plane.element, gate, drawing)];
  }

  cut() {
    return handle(this.plane, {
      name: "Threshold",
      at: [this.values.threshold, GRIP],
      step: STEP,
      shape: [
        s("circle", { r: 9, fill: "white", stroke: INK, "stroke-width": 2.5 }),
        s("path", {
          d: "M-4 -3l-3 3l3 3M4 -3l3 3l-3 3",
          fill: "none",
          stroke: "black",
        }),
      ],
      help: this.help("Threshold", HELP.cut),
      text: ([x]) => written(x, 1),
      move: ([x]) => {
        const threshold = rounded(Math.round(x / STEP) * STEP, 1);
        this.chosen("threshold", threshold);
      },
    });
  }

  weights() {
    return ["w1", "w2", "w3"].map((key, k) => {
      const name = `Weight w${"₁₂₃"[k]}`;
      return scrub({
        name,
        values: WEIGHTS,
        value: this.values[key],
        at: PLACES[k],
        width: 40,
        change: (value) => this.chosen(key, value),
        help: this.help(name, HELP.weight),
      }).element;
    });
  }

  update() {
    const { gate, threshold, w1, w2, w3 } = this.values;
    const w = [w1, w2, w3];
    const ends = [threshold, ...ROWS.map((x) => sum(w, x))];
    const wide = [Math.min(...ends) - MARGIN, Math.max(...ends) + MARGIN];
    this.plane.zoom(wide, this.plane.y);
    this.grip.put([threshold, GRIP]);
    this.plane.frame.replaceChildren(...this.axis());
    this.back.replaceChildren(
      ...sides(this.plane, threshold),
      ...meanMarks(this.plane, means(gate, w)),
      ...tiles(this.plane, gate, w, threshold),
    );
    this.edges.replaceChildren(...neuron(w, written(threshold, 1)));
    this.showStatus(verdict(gate, w, threshold));
  }

  /** Sums alone: how high a row lies means nothing. */
  axis() {
    const drawn = this.plane.axes();
    const heights = /^\d*$/; // but for the axis of the sums, its name and its numbers
    return drawn.filter(
      (part) =>
        part.getAttribute("text-anchor") !== "end" ||
        !heights.test(part.textContent ?? ""),
    );
  }
}

define("ann-threshold", ThresholdFigure);
