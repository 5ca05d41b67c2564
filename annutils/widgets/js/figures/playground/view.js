// What the playground shows: network, decision surface with the points, loss curves.

import { ACTIVATIONS, sigmoid } from "../../engine/activations.js";
import { FEATURES, featurize } from "../../engine/features.js";
import { written } from "../../engine/number_text.js";
import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { marker } from "../../parts/marker.js";
import { Plane } from "../../parts/plane.js";
import { grid, Surface } from "../../parts/surface.js";
import { Diagram } from "./diagram.js";
import { LossCurves } from "./loss_curves.js";
import { HELP } from "./words.js";

/**
 * @import { Samples } from "../../engine/datasets.js"
 * @import { Network } from "../../engine/network.js"
 * @import { Playground } from "../../engine/playground.js"
 * @import { Figure } from "../../parts/figure.js"
 */

const RANGE = [-3, 3];
const PIXELS = 52;
const PLACES = { X: grid(PIXELS, RANGE, RANGE), y: [], m: PIXELS * PIXELS };
const OUTPUT = "output"; // the unit that the plane shows at first

const probabilityLevel = (/** @type {number} */ z) => 2 * sigmoid(z) - 1;
const featureLevel = (/** @type {number} */ x) => x / 3;
const labelOf = (/** @type {string} */ name) => FEATURES[name].label;

export class PlaygroundView {
  losses = new LossCurves();
  plane = new Plane({
    x: RANGE,
    y: RANGE,
    name: "Points and the response of the network",
    xName: "x₁",
    yName: "x₂",
  });
  surface = new Surface(this.plane.addCanvas(PIXELS));
  dots = s("g", { "aria-hidden": "true" });
  weights = h("p");
  /** Of the network, at every place. @type {Float64Array} */
  inputs = PLACES.X;

  /** @param {Figure & { game: Playground }} figure */
  constructor(figure) {
    this.figure = figure;
    this.diagram = new Diagram((l, k) => this.show(l, k));
    this.plane.clipped.append(this.dots);
    this.shown = select({
      name: "Colors of the plane",
      value: OUTPUT,
      choices: [[OUTPUT, "Output"]],
      help: figure.help("Colors of the plane", HELP.colors),
      change: () => this.draw(),
    });
    const plots = [this.diagram.element, this.losses.element];
    const left = h("div", { class: "stack" }, plots);
    const right = h("div", {}, this.plane.element, this.shown.element, this.weights);
    this.element = h("div", { class: "split" }, left, right);
  }

  /** Put the network, the points and the choice of units in their places. */
  layOut() {
    const { game, values } = this.figure;
    const { sizes } = game.trainer.network;
    this.diagram.layOut(sizes, values.inputs.map(labelOf));
    this.inputs = featurize(PLACES, values.inputs).X;
    const hidden = sizes.slice(1, -1).flatMap((n, l) =>
      Array.from({ length: n }, (_, k) => ({
        value: `${l + 1}-${k}`,
        text: `Layer ${l + 1}, unit ${k + 1}`,
      })),
    );
    const units = [{ value: OUTPUT, text: "Output" }, ...hidden];
    const options = units.map(({ value, text }) => h("option", { value }, text));
    this.shown.input.replaceChildren(...options);
    const n = sizes[0];
    for (let k = 0; k < n; k++) {
      this.diagram.paint(0, k, this.inputs, PIXELS, featureLevel, k, n);
    }
    this.drawPoints(game.train, game.test);
  }

  /**
   * Show one unit's response in the plane; the only one of the last layer is the output.
   * @param {number} l
   * @param {number} k
   */
  show(l, k) {
    const { depth } = this.figure.game.trainer.network;
    if (l === 0) return;
    this.shown.value = l === depth ? OUTPUT : `${l}-${k}`;
    this.draw();
  }

  /**
   * Training points are large, test points small and pale.
   * @param {Samples} train
   * @param {Samples} test
   */
  drawPoints(train, test) {
    const marks = (/** @type {Samples} */ { X, y, m }, /** @type {number} */ size) =>
      Array.from({ length: m }, (_, i) =>
        marker(y[i], this.plane.X(X[2 * i]), this.plane.Y(X[2 * i + 1]), size),
      );
    const pale = marks(test, 2.6);
    for (const mark of pale) mark.setAttribute("opacity", "0.75");
    this.dots.replaceChildren(...pale, ...marks(train, 4.2));
  }

  /** Ask the network about every place, and color all that shows it. */
  draw() {
    const { game, values } = this.figure;
    const { network } = game.trainer;
    const { sizes, depth } = network;
    const logits = network.forward(this.inputs, PLACES.m);
    const { level } = ACTIVATIONS[values.activation];
    for (let l = 1; l < depth; l++) {
      for (let k = 0; k < sizes[l]; k++) {
        this.diagram.paint(l, k, network.A[l], PIXELS, level, k, sizes[l]);
      }
    }
    this.diagram.paint(depth, 0, logits, PIXELS, probabilityLevel, 0, 1);
    this.diagram.colorEdges(network);
    const { value } = this.shown;
    const [l, k] = value === OUTPUT ? [depth, 0] : value.split("-").map(Number);
    if (l < depth) this.surface.paint(network.A[l], level, k, sizes[l]);
    else this.surface.paint(logits, probabilityLevel);
    this.diagram.outline(l, k);
    const names = l > 1 ? [] : values.inputs.map(labelOf);
    this.weights.textContent = weightsText(network, l, k, names);
    this.losses.draw(game.history);
  }
}

/**
 * The weights that lead to a unit, each by what it weighs, and its bias.
 * @param {Network} network
 * @param {number} l
 * @param {number} k
 * @param {string[]} names of the inputs; units have none
 */
function weightsText({ sizes, parameters }, l, k, names) {
  const W = parameters.W[l].filter((_, place) => place % sizes[l] === k);
  const each = Array.from(W, (w, j) => `${names[j] ?? `unit ${j + 1}`}: ${written(w)}`);
  return `Weights of ${each.join(", ")}; bias ${written(parameters.b[l][k])}.`;
}
