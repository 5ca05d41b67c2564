// What the playground shows: network, decision surface with the points, loss curves.

import { sigmoid } from "../../engine/activations.js";
import { fromPoints } from "../../engine/datasets.js";
import { featurize, FEATURES } from "../../engine/features.js";
import { select } from "../../parts/controls.js";
import { Diagram } from "./diagram.js";
import { h, s } from "../../parts/dom.js";
import { Losses } from "./loss_curves.js";
import { marker } from "../../parts/marker.js";
import { Plane } from "../../parts/plane.js";
import { grid, Surface } from "../../parts/surface.js";

const RANGE = [-3, 3];
const PIXELS = 52;

/** How activations are brought to -1 .. 1 for the colors. */
const LEVELS = {
  ...{ tanh: (a) => a, sigmoid: (a) => 2 * a - 1, linear: (a) => a / 2 },
  ...{ relu: (a) => a / 2, leaky_relu: (a) => a / 2 },
};
const PROBABILITY = (z) => 2 * sigmoid(z) - 1;
const FEATURE = (x) => x / 3;

export class PlaygroundView {
  constructor(figure) {
    this.figure = figure;
    this.diagram = new Diagram((l, k) => this.show(l, k));
    this.losses = new Losses();
    this.plane = new Plane({
      ...{ x: RANGE, y: RANGE, name: "Points and the response of the network" },
      ...{ xName: "x₁", yName: "x₂" },
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.dots = s("g", { "aria-hidden": "true" });
    this.plane.clipped.append(this.dots);
    this.places = { X: grid(PIXELS, RANGE, RANGE), y: [], m: PIXELS * PIXELS };
    this.shown = select({
      ...{ name: "Colors of the plane", value: "output", choices: [["output", "Output"]] },
      help: figure.help("Colors of the plane", "Whose response the plane shows: blue is low, orange is high. Below stand its weights. Or press a unit of the network."),
      change: () => this.draw(),
    });
    this.weights = h("p");
    const right = h("div", {}, this.plane.element, this.shown.element, this.weights);
    this.element = h("div", { class: "split" }, h("div", { class: "stack" }, this.diagram.element, this.losses.element), right);
  }

  /** Lay out the network, the points and the choice of units. */
  lay() {
    const { game, values } = this.figure;
    const { sizes } = game.trainer.network;
    this.diagram.lay(sizes, values.inputs.map((name) => FEATURES[name].text));
    this.inputs = featurize(this.places, values.inputs).X;
    const units = sizes.slice(1, -1).flatMap((n, l) =>
      Array.from({ length: n }, (_, k) => [`${l + 1}-${k}`, `Layer ${l + 1}, unit ${k + 1}`]),
    );
    const { input } = this.shown;
    input.replaceChildren(
      ...[["output", "Output"], ...units].map(([value, text]) => h("option", { value }, text)),
    );
    this.drawInputs(sizes[0]);
    this.drawPoints(game.train, game.test);
  }

  /** Show one unit's response in the plane; the only one of the last layer is the output. */
  show(l, k) {
    const { depth } = this.figure.game.trainer.network;
    if (l === 0) return;
    this.shown.value = l === depth ? "output" : `${l}-${k}`;
    this.draw();
  }

  drawInputs(n) {
    for (let k = 0; k < n; k++) this.diagram.paint(0, k, this.inputs, PIXELS, FEATURE, k, n);
  }

  /** Training points are full, test points hollow. */
  drawPoints(train, test) {
    const dot = ({ X, y }, size) => (_, i) =>
      marker(y[i], this.plane.X(X[2 * i]), this.plane.Y(X[2 * i + 1]), size);
    const make = (set, size) => Array.from({ length: set.m }, dot(set, size));
    const hollow = make(test ?? fromPoints([]), 2.6);
    for (const mark of hollow) mark.setAttribute("opacity", 0.75);
    this.dots.replaceChildren(...hollow, ...make(train, 4.2));
  }

  /** Ask the network about every place, and color all that shows it. */
  draw() {
    const { game, values } = this.figure;
    const { network } = game.trainer;
    const { sizes, depth } = network;
    const logits = network.forward(this.inputs, this.places.m);
    const level = LEVELS[values.activation];
    for (let l = 1; l < depth; l++) {
      for (let k = 0; k < sizes[l]; k++) {
        this.diagram.paint(l, k, network.A[l], PIXELS, level, k, sizes[l]);
      }
    }
    this.diagram.paint(depth, 0, logits, PIXELS, PROBABILITY, 0, 1);
    this.diagram.weigh(network);
    const [l, k] = this.shown.value === "output" ? [depth, 0] : this.shown.value.split("-").map(Number);
    if (l < depth) this.surface.paint(network.A[l], level, k, sizes[l]);
    else this.surface.paint(logits, PROBABILITY);
    this.diagram.outline(l, k);
    const names = l > 1 ? [] : values.inputs.map((name) => FEATURES[name].text);
    this.weights.textContent = read(network, l, k, names);
    this.losses.draw(game.history);
  }
}

/** The weights that lead to a unit, each by what it weighs, and its bias, as text. */
function read({ sizes, parameters }, l, k, names) {
  const text = (value) => value.toFixed(2).replace("-", "−");
  const W = parameters.W[l].filter((_, place) => place % sizes[l] === k);
  const each = Array.from(W, (w, j) => `${names[j] ?? `unit ${j + 1}`}: ${text(w)}`);
  return `Weights of ${each.join(", ")}; bias ${text(parameters.b[l][k])}.`;
}
