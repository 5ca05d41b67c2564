// <ann-regularization>: networks that were trained beforehand, with every mix of remedies.

import { sigmoid } from "../../engine/activations.js";
import { number } from "../../engine/options.js";
import { histogram, Runs, SETTINGS } from "../../engine/runs.js";
import { slider } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { ErrorBars } from "./error_bars.js";
import { marker } from "../../parts/marker.js";
import { BLUE } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { grid, Surface } from "../../parts/surface.js";
import { define, Figure } from "../../parts/figure.js";

const [PIXELS, BINS, REACH] = [80, 31, 3];
const TEXTS = {
  size: ["Hidden units", "Units of the hidden layer."],
  l1: ["L1 penalty λ", "Price on the size of the hidden layer's weights."],
  l2: ["L2 penalty λ", "Price on their squares."],
  dropout: ["Dropout", "Share of hidden units left out in each update."],
};
const percent = (share) => `${(100 * share).toFixed(1)}%`;

/** The interval of the points along one axis, with a margin. */
function reach(points, k) {
  const values = points.map((point) => point[k]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low - 0.1 * (high - low), high + 0.1 * (high - low)];
}

class RegularizationFigure extends Figure {
  static title = "Regularization: mix the remedies";
  static options = {
    ...{ size: number(50, 1, 1000), l1: number(0, 0, 1) },
    ...{ l2: number(0, 0, 1), dropout: number(0, 0, 0.9) },
  };

  build() {
    const carried = this.querySelector('script[type="application/json"]');
    if (!carried) throw new Error("it came without its runs");
    const { points, runs } = JSON.parse(carried.textContent);
    this.runs = new Runs(runs);
    for (const name of SETTINGS) this.settle(name, this.runs.nearest(name, this.values[name]));
    this.plane = new Plane({
      ...{ x: reach(points, 0), y: reach(points, 1), xName: "x₁", yName: "x₂" },
      name: "Training points and what the network makes of the plane",
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.places = grid(PIXELS, this.plane.x, this.plane.y);
    const dot = ([x, y, label]) => marker(label, this.plane.X(x), this.plane.Y(y), 4);
    this.plane.clipped.append(...points.map(dot));
    const worst = Math.max(...runs.flatMap(({ train, test }) => [train, test].map(([mean, half]) => mean + half)));
    this.errors = new ErrorBars(Math.min(1, Math.ceil(10 * worst) / 10));
    this.weights = new Plane({
      ...{ x: [-REACH, REACH], y: [0, 1], height: 200, yName: "share of the weights" },
      name: "How the weights of the hidden layer are distributed",
    });
    const right = h("div", { class: "stack" }, this.errors.element, this.weights.element);
    return [h("div", { class: "split" }, this.plane.element, right), this.status, this.sliders()];
  }

  sliders() {
    const all = SETTINGS.map((key) => {
      const [name, text] = TEXTS[key];
      return slider({
        ...{ name, values: this.runs.grid[key], value: this.values[key] },
        help: this.help(name, text),
        change: (value) => {
          this.change(key, value);
          this.update();
        },
      }).element;
    });
    return h("div", { class: "controls" }, all);
  }

  update() {
    const run = this.runs.find(this.values);
    if (!run) return this.say("This combination was not computed.");
    const network = this.runs.network(run);
    const logits = network.forward(this.places, PIXELS * PIXELS);
    this.surface.paint(logits, (z) => 0.6 * Math.sign(z) * Math.min(1, 0.5 + 2 * Math.abs(sigmoid(z) - 0.5)));
    this.errors.draw({ training: run.train, new: run.test });
    this.drawWeights(network.parameters.W[1]);
    const share = ([mean, half]) => `${percent(mean)} ± ${percent(half)}`;
    return this.say(
      `Error on training data ${share(run.train)}, on new data ${share(run.test)} ` +
        "(mean and 95% interval over the seeds; boundary and weights are those of the first).",
    );
  }

  drawWeights(values) {
    const counts = histogram(values, BINS, REACH).map((count) => count / values.length);
    const { weights } = this;
    const bars = counts.map((share, k) => {
      const [x, next] = [k, k + 1].map((edge) => weights.X(REACH * ((2 * edge) / BINS - 1)));
      const y = weights.Y(share);
      return s("rect", { x, y, width: next - x - 1, height: weights.Y(0) - y, fill: BLUE });
    });
    weights.clipped.replaceChildren(...bars);
  }
}

define("ann-regularization", RegularizationFigure);
