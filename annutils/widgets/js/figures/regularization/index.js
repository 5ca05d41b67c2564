// <ann-regularization>: networks that were trained beforehand, with every mix of remedies.

import { sigmoid } from "../../engine/activations.js";
import { number } from "../../engine/options.js";
import { Runs, SETTINGS } from "../../engine/runs.js";
import { h } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { marker } from "../../parts/marker.js";
import { Plane } from "../../parts/plane.js";
import { grid, Surface } from "../../parts/surface.js";
import { ErrorBars, WeightHistogram } from "./view.js";
import { errorsOf, HELP } from "./words.js";

/** @import { Run } from "../../engine/runs.js" */

const PIXELS = 80;

/**
 * The interval of the points along one axis, with a margin.
 * @param {number[][]} points
 * @param {number} k
 */
function reach(points, k) {
  const values = points.map((point) => point[k]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low - 0.1 * (high - low), high + 0.1 * (high - low)];
}

/**
 * Colors that are pale near the boundary, and never white, so that it is seen.
 * @param {number} z
 */
function level(z) {
  const strength = Math.min(1, 0.5 + 2 * Math.abs(sigmoid(z) - 0.5));
  return 0.6 * Math.sign(z) * strength;
}

class RegularizationFigure extends Figure {
  static title = "Regularization: mix the remedies";
  static options = {
    size: number(50, [1, 1000]),
    l1: number(0, [0, 1]),
    l2: number(0, [0, 1]),
    dropout: number(0, [0, 0.9]),
  };

  runs = new Runs([]);
  plane = later(Plane);
  surface = later(Surface);
  places = new Float64Array(0);
  errors = later(ErrorBars);
  weights = later(WeightHistogram);

  build() {
    /** @type {{ points: number[][], runs: Run[] }} */
    const { points, runs } = this.carried("it came without its runs");
    this.runs = new Runs(runs);
    for (const name of SETTINGS) {
      this.useNearest(name, this.runs.nearest(name, this.values[name]));
    }
    this.plane = new Plane({
      x: reach(points, 0),
      y: reach(points, 1),
      name: "Training points and what the network makes of the plane",
      xName: "x₁",
      yName: "x₂",
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.places = grid(PIXELS, this.plane.x, this.plane.y);
    const dots = points.map(([x, y, label]) =>
      marker(label, this.plane.X(x), this.plane.Y(y), 4),
    );
    this.plane.clipped.append(...dots);
    const errors = runs.flatMap(({ train, test }) => [train, test]);
    const worst = Math.max(...errors.map(([mean, half]) => mean + half));
    this.errors = new ErrorBars(Math.min(1, Math.ceil(10 * worst) / 10));
    this.weights = new WeightHistogram();
    const plots = [this.errors.element, this.weights.element];
    const right = h("div", { class: "stack" }, plots);
    const pictures = h("div", { class: "split" }, this.plane.element, right);
    return [pictures, this.status, this.controls()];
  }

  controls() {
    const controls = SETTINGS.map((key) => {
      const [name, text] = HELP[key];
      return this.control(key, name, text, { values: this.runs.grid[key] });
    });
    return h("div", { class: "controls" }, controls);
  }

  update() {
    const run = this.runs.find(this.values);
    this.showStatus(errorsOf(run));
    if (!run) return;
    const network = this.runs.network(run);
    this.surface.paint(network.forward(this.places, PIXELS * PIXELS), level);
    this.errors.draw({ training: run.train, test: run.test });
    this.weights.draw(network.parameters.W[1]);
  }
}

define("ann-regularization", RegularizationFigure);
