// <ann-neuron>: two inputs, two weights, a bias, an activation, and what follows from them.

import { ACTIVATIONS } from "../../engine/activations.js";
import { choice, number } from "../../engine/options.js";
import { select, slider, steps } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { separation } from "../../parts/separation.js";
import { grid, Surface } from "../../parts/surface.js";
import { define, Figure } from "../../parts/figure.js";
import { computation, NAMES, RANGES } from "./words.js";

const RANGE = [-3, 3];
const PIXELS = 60;
const HELP = {
  "w₁": "Weight of the input x₁: how much, and in which direction, it counts.",
  "w₂": "Weight of the input x₂.",
  b: "Bias: it shifts the line on which z is 0.",
};

class NeuronFigure extends Figure {
  static title = "One neuron: choose weights, bias and activation";
  static options = {
    ...{ w1: number(1, -4, 4), w2: number(-1, -4, 4), b: number(0.5, -4, 4) },
    activation: choice("sigmoid", Object.keys(NAMES)),
    ...{ x1: number(1, ...RANGE), x2: number(1.5, ...RANGE) },
  };

  build() {
    this.plane = new Plane({
      ...{ x: RANGE, y: RANGE, name: "Output of the neuron over the plane of its inputs" },
      ...{ xName: "x₁", yName: "x₂" },
    });
    this.places = grid(PIXELS, RANGE, RANGE);
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.lines = s("g", { "aria-hidden": "true" });
    this.input = handle(this.plane, {
      ...{ name: "Input", at: [this.values.x1, this.values.x2] },
      shape: [s("circle", { r: 7, fill: "white", stroke: "#222", "stroke-width": 2.5 })],
      help: this.help("Input", "Drag the white point, or move it with the arrow keys (Shift: faster)."),
      move: ([x, y]) => {
        this.change("x1", Number(x.toFixed(2)));
        this.change("x2", Number(y.toFixed(2)));
        this.update();
      },
    });
    this.plane.content.append(this.lines, this.input.element);
    this.curve = new Plane({
      ...{ x: [-6, 6], y: [-1.2, 1.2], height: 240, name: "The activation function" },
      ...{ xName: "z", yName: "a" },
    });
    const controls = h("div", { class: "controls" }, this.settings());
    const right = h("div", { class: "stack" }, controls, this.curve.element);
    return [h("div", { class: "split" }, this.plane.element, right)];
  }

  settings() {
    const sliders = Object.entries(HELP).map(([label, text]) => {
      const name = label.normalize("NFKC"); // w₁ is w1
      return slider({
        ...{ name: label, value: this.values[name] },
        values: steps(-4, 4, 0.1),
        format: (value) => value.toFixed(1).replace("-", "−"),
        help: this.help(label, text),
        change: (value) => {
          this.change(name, value);
          this.update();
        },
      });
    });
    const activation = select({
      ...{ name: "Activation", value: this.values.activation, choices: Object.entries(NAMES) },
      help: this.help("Activation", "The function g that turns z into the output a."),
      change: (value) => {
        this.change("activation", value);
        this.update();
      },
    });
    return [...sliders, activation].map(({ element }) => element);
  }

  update() {
    const { w1, w2, b, x1, x2, activation } = this.values;
    const { value: g } = ACTIVATIONS[activation];
    const outputs = new Float64Array(PIXELS * PIXELS);
    for (let k = 0; k < outputs.length; k++) {
      outputs[k] = g(w1 * this.places[2 * k] + w2 * this.places[2 * k + 1] + b);
    }
    const [low, high] = RANGES[activation];
    const middle = (low + high) / 2;
    this.surface.paint(outputs, (a) => (a - middle) / (high - middle));
    const [, , ...line] = separation(this.plane, [w1, w2], b); // the sides are painted
    this.lines.replaceChildren(...line);
    const z = Number((w1 * x1 + w2 * x2 + b).toFixed(9)) + 0; // a sum of decimals has few digits
    this.drawCurve(g, z, low, high);
    this.say(computation(this.values, z, g(z)));
  }

  /** The graph of the activation, and the place on it where the neuron is. */
  drawCurve(g, z, low, high) {
    const { curve } = this;
    const reach = [Math.min(-6, z - 0.5), Math.max(6, z + 0.5)];
    const room = 0.1 * (high - low);
    curve.zoom(reach, [Math.min(low, g(z)) - room, Math.max(high, g(z)) + room]);
    const points = Array.from({ length: 241 }, (_, k) => {
      const u = reach[0] + (k / 240) * (reach[1] - reach[0]);
      return [u, g(u)];
    });
    const [x, y] = [curve.X(z), curve.Y(g(z))];
    curve.clipped.replaceChildren(
      s("path", { d: curve.path(points), fill: "none", stroke: "#222", "stroke-width": 2.5 }),
      s("path", { class: "axis", d: `M${x} ${curve.Y(curve.y[0])}V${y}H${curve.X(reach[0])}`, "stroke-dasharray": "4 3" }),
      s("circle", { cx: x, cy: y, r: 7, fill: "white", stroke: "#222", "stroke-width": 2.5 }),
    );
  }
}

define("ann-neuron", NeuronFigure);
