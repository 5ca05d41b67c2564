// <ann-approximator>: a curve followed by pieces, and the error against their number.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import {
  BENDS,
  bent,
  KINDS,
  samples,
  TARGETS,
  unitPlaces,
  worst,
} from "../../engine/staircase.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { BLUE, INK } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { ErrorChart, unitMarks, worstMark } from "./view.js";
import { HELP, state } from "./words.js";

const RANGE = [-1.6, 1.6];
const LINE = { fill: "none", "stroke-width": 2.5 };
const HEIGHTS = steps(-1, 1, 0.05);
const BEND = BENDS.map((_, k) => `bend${k + 1}`);

class ApproximatorFigure extends Figure {
  static title = "How much do more pieces help?";
  static hint = "Move the number of pieces; or drag a white point to bend the curve.";
  static options = {
    target: choice("wave", labelsOf(TARGETS)),
    kind: choice("steps", labelsOf(KINDS)),
    pieces: number(4, steps(1, 40, 1), { whole: true }),
    ...Object.fromEntries(BEND.map((key) => [key, number(0, HEIGHTS)])),
  };

  plane = later(Plane);
  chart = later(ErrorChart);
  /** @type {ReturnType<typeof handle>[]} */
  bends = [];
  target = s("path", { ...LINE, stroke: INK, "stroke-dasharray": "7 5" });
  output = s("path", { ...LINE, stroke: BLUE });
  units = s("g", { "aria-hidden": "true" });
  mark = s("g", { "aria-hidden": "true" });
  /** What was tried on this curve. @type {{ kind: string, pieces: number, error: number }[]} */
  tries = [];

  build() {
    this.plane = new Plane({
      x: [0, 1],
      y: RANGE,
      name: "The curve, and the output of the network",
      xName: "x",
      yName: "y",
    });
    this.bends = BEND.map((key, k) => this.bend(key, k));
    this.plane.clipped.append(this.units, this.target, this.output, this.mark);
    const names = s(
      "g",
      { "aria-hidden": "true" },
      s("path", { ...LINE, d: "M170 22h28", stroke: INK, "stroke-dasharray": "7 5" }),
      label(203, 27, "curve", "start"),
      s("path", { ...LINE, d: "M262 22h28", stroke: BLUE }),
      label(295, 27, "network", "start"),
    );
    this.plane.content.append(names, ...this.bends.map(({ element }) => element));
    this.chart = new ErrorChart();
    this.tries = [];
    const controls = h(
      "div",
      { class: "controls" },
      this.control("pieces", "Pieces", HELP.pieces),
      this.control("kind", "Made of", HELP.kind),
      this.control("target", "Curve", HELP.target),
    );
    return [scene(this.plane.element, controls, this.chart.plane.element)];
  }

  /**
   * @param {string} key
   * @param {number} k
   */
  bend(key, k) {
    return handle(this.plane, {
      name: `Bend at ${BENDS[k]}`,
      at: [BENDS[k], 0],
      step: 0.05,
      shape: [s("circle", { r: 7, fill: "white", stroke: INK, "stroke-width": 2.5 })],
      help: this.help(`Bend at ${BENDS[k]}`, HELP.bend),
      text: ([, y]) => written(y),
      move: ([, y]) => {
        const usual = bent(TARGETS[this.values.target], this.heights).value(BENDS[k]);
        const height = rounded(this.values[key] + y - usual, 2);
        this.chosen(key, Math.min(1, Math.max(-1, height)));
      },
    });
  }

  get heights() {
    return BEND.map((key) => this.values[key]);
  }

  /**
   * Another curve has no tries yet.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name === "target") for (const key of BEND) this.change(key, 0);
    if (name !== "pieces" && name !== "kind") this.tries = [];
    super.chosen(name, value);
  }

  update() {
    const { kind, pieces } = this.values;
    const { chart, plane } = this;
    const target = bent(TARGETS[this.values.target], this.heights);
    const data = samples(target);
    const network = KINDS[kind].build(pieces, target);
    const found = worst(network, data);
    const { error } = found;
    const places = unitPlaces(network);
    const outputs = network.forward(data.X, data.m);
    const curve = (/** @type {ArrayLike<number>} */ y) =>
      plane.path(Array.from(data.X, (x, i) => [x, y[i]]));
    this.target.setAttribute("d", curve(data.y));
    this.output.setAttribute("d", curve(outputs));
    this.units.replaceChildren(...unitMarks(plane, places, target.value));
    this.mark.replaceChildren(...worstMark(plane, found));
    this.bends.forEach(({ put }, k) => {
      put([BENDS[k], target.value(BENDS[k])]);
    });
    const others = this.tries.filter(
      (one) => one.kind !== kind || one.pieces !== pieces,
    );
    this.tries = [...others, { kind, pieces, error }];
    chart.show(this.tries, target);
    this.showStatus(state(kind, pieces, network.sizes[1], error));
  }
}

define("ann-approximator", ApproximatorFigure);
