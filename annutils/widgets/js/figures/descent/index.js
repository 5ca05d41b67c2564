// <ann-descent>: optimizers walk down a surface from the same start.

import { choice, labelsOf, number, several } from "../../engine/options.js";
import { SURFACES } from "../../engine/surfaces.js";
import { WALKERS, Walk } from "../../engine/walk.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { optimizerControls } from "./controls.js";
import { crosses, drawWalk, paintLoss } from "./view.js";
import { HELP, whereabouts } from "./words.js";

const LAST = 1000; // steps, then a run ends
const RATES = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.17, 0.19, 0.2, 0.21, 0.25, 0.3,
  0.5, 1, 2,
];
const learningRate = (/** @type {number} */ fallback) =>
  number(fallback, RATES, { range: [0.0001, 10] });
const BETAS = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

class DescentFigure extends RunningFigure {
  static title = "Gradient descent: optimizers walk down a surface";
  static pause = 100; // milliseconds between two steps
  static options = {
    surface: choice("bowl", labelsOf(SURFACES)),
    show: several(["plain", "momentum"], labelsOf(WALKERS)),
    plain: learningRate(0.02),
    momentum: learningRate(0.02),
    rmsprop: learningRate(0.3),
    adam: learningRate(0.3),
    beta: number(0.9, BETAS),
  };

  plane = later(Plane);
  canvas = later(HTMLCanvasElement);
  /** @type {ReturnType<typeof handle>} */
  start = later();
  surface = SURFACES.bowl;
  from = SURFACES.bowl.start;
  /** By the names of WALKERS. @type {[string, Walk][]} */
  walks = [];

  build() {
    this.plane = new Plane({
      x: [0, 1],
      y: [0, 1],
      name: "The loss of two parameters, and the paths down",
      xName: "θ₁",
      yName: "θ₂",
    });
    this.canvas = this.plane.addCanvas(160);
    this.start = this.startHandle();
    this.plane.content.append(this.start.element);
    this.showSurface();
    const buttons = this.buttons();
    const surface = this.control("surface", "Surface", HELP.surface);
    const optimizers = optimizerControls(this);
    return [this.plane.element, buttons, this.status, surface, optimizers];
  }

  startHandle() {
    return handle(this.plane, {
      name: "Start",
      at: [0, 0],
      shape: [s("circle", { r: 7, fill: "white", stroke: INK, "stroke-width": 2.5 })],
      help: this.help("Start", HELP.start),
      move: (place) => {
        this.from = place;
        this.rewind();
      },
    });
  }

  buttons() {
    return h("div", { class: "row" }, [
      this.makeRunButton("Run", HELP.run, true),
      this.button("Step", () => this.step(), HELP.step),
      this.button("Rewind", () => this.rewind(), HELP.rewind),
    ]);
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    if (name === "surface") this.showSurface();
    this.rewind();
  }

  /** Go to the surface that is chosen, and to its start. */
  showSurface() {
    this.surface = SURFACES[this.values.surface];
    this.from = [...this.surface.start];
    this.plane.zoom(this.surface.x, this.surface.y);
    paintLoss(this.canvas, this.surface);
    this.begin();
  }

  begin() {
    const { values, surface, from } = this;
    this.start.put(from);
    this.walks = values.show.map((/** @type {string} */ name) => [
      name,
      new Walk(surface, from, name, values[name], values.beta),
    ]);
  }

  rewind() {
    this.ticker.stop();
    this.begin();
    this.update();
  }

  get steps() {
    return Math.max(...this.walks.map(([, walk]) => walk.steps));
  }

  get ended() {
    return this.steps >= LAST || this.walks.every(([, walk]) => walk.diverged);
  }

  advance() {
    for (const [, walk] of this.walks) walk.step();
  }

  update() {
    super.update();
    const { plane, steps, surface, walks } = this;
    plane.clipped.replaceChildren(
      ...crosses(plane, surface.minima),
      ...walks.flatMap(([name, { path }]) => drawWalk(plane, path, name)),
    );
    const places = walks.map(([name, walk]) => whereabouts(name, walk)).join("; ");
    const end = steps < LAST ? "" : ` A run ends after ${LAST} steps.`;
    this.showStatus(`Steps: ${steps}.${end} ${places}.`);
  }
}

define("ann-descent", DescentFigure);
