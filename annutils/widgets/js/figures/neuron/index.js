// <ann-neuron>: two inputs, two weights, a bias, an activation, and what follows from them.

import { ACTIVATIONS } from "../../engine/activations.js";
import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { line } from "../../parts/separation.js";
import { grid, Surface } from "../../parts/surface.js";
import { ACTIVATION, computation, INPUT, PARAMETERS } from "./words.js";

const RANGE = [-3, 3];
const WEIGHTS = steps(-4, 4, 0.1);
const PIXELS = 60;
const PLACES = grid(PIXELS, RANGE, RANGE);
const DOT = { r: 7, fill: "white", stroke: INK, "stroke-width": 2.5 };

class NeuronFigure extends Figure {
  static title = "One neuron: choose weights, bias and activation";
  static options = {
    w1: number(1, WEIGHTS),
    w2: number(-1, WEIGHTS),
    b: number(0.5, WEIGHTS),
    activation: choice("sigmoid", labelsOf(ACTIVATIONS)),
    x1: number(1, RANGE),
    x2: number(1.5, RANGE),
  };

  plane = later(Plane);
  surface = later(Surface);
  lines = later(SVGGElement);
  curve = later(Plane);

  build() {
    this.plane = new Plane({
      x: RANGE,
      y: RANGE,
      name: "Output of the neuron over the plane of its inputs",
      xName: "x₁",
      yName: "x₂",
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.lines = s("g", { "aria-hidden": "true" });
    this.plane.content.append(this.lines, this.input());
    this.curve = new Plane({
      x: [-6, 6],
      y: [-1.2, 1.2],
      height: 240,
      name: "The activation function",
      xName: "z",
      yName: "a",
    });
    const controls = h("div", { class: "controls" }, this.controls());
    const right = h("div", { class: "stack" }, controls, this.curve.element);
    return [h("div", { class: "split" }, this.plane.element, right)];
  }

  /** The input as a point of the plane. */
  input() {
    return handle(this.plane, {
      name: "Input",
      at: [this.values.x1, this.values.x2],
      shape: [s("circle", DOT)],
      help: this.help("Input", INPUT),
      move: ([x, y]) => {
        this.change("x1", rounded(x, 2));
        this.change("x2", rounded(y, 2));
        this.update();
      },
    }).element;
  }

  controls() {
    const format = (/** @type {number} */ value) => written(value, 1);
    const sliders = Object.entries(PARAMETERS).map(([key, { name, help }]) =>
      this.control(key, name, help, { format }),
    );
    return [...sliders, this.control("activation", "Activation", ACTIVATION)];
  }

  update() {
    const { w1, w2, b, x1, x2, activation } = this.values;
    const { value: g, range } = ACTIVATIONS[activation];
    const outputs = Float64Array.from({ length: PIXELS * PIXELS }, (_, k) =>
      g(w1 * PLACES[2 * k] + w2 * PLACES[2 * k + 1] + b),
    );
    const [low, high] = range;
    const middle = (low + high) / 2;
    this.surface.paint(outputs, (a) => (a - middle) / (high - middle));
    this.lines.replaceChildren(...line(this.plane, [w1, w2], b));
    const z = rounded(w1 * x1 + w2 * x2 + b, 9); // a sum of decimals has few digits
    this.drawCurve(g, z, range);
    this.showStatus(computation(this.values, z, g(z)));
  }

  /**
   * The graph of the activation, and the place on it where the neuron is.
   * @param {(z: number) => number} g
   * @param {number} z
   * @param {number[]} range
   */
  drawCurve(g, z, [low, high]) {
    const { curve } = this;
    const reach = [Math.min(-6, z - 0.5), Math.max(6, z + 0.5)];
    const margin = 0.1 * (high - low);
    curve.zoom(reach, [Math.min(low, g(z)) - margin, Math.max(high, g(z)) + margin]);
    const points = Array.from({ length: 241 }, (_, k) => {
      const u = reach[0] + (k / 240) * (reach[1] - reach[0]);
      return [u, g(u)];
    });
    const [x, y] = [curve.X(z), curve.Y(g(z))];
    const along = `M${x} ${curve.Y(curve.y[0])}V${y}H${curve.X(reach[0])}`;
    curve.clipped.replaceChildren(
      s("path", {
        d: curve.path(points),
        fill: "none",
        stroke: INK,
        "stroke-width": 2.5,
      }),
      s("path", { class: "axis", d: along, "stroke-dasharray": "4 3" }),
      s("circle", { cx: x, cy: y, ...DOT }),
    );
  }
}

define("ann-neuron", NeuronFigure);
