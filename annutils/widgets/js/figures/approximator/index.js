// <ann-approximator>: fit a curve by steps, by hand first, then by gradient descent.

import { choice, labelsOf, number, steps } from "../../engine/options.js";
import {
  equalPlaces,
  errors,
  middles,
  randomStart,
  samples,
  staircase,
  TARGETS,
} from "../../engine/staircase.js";
import { Trainer } from "../../engine/trainer.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { BLUE, ORANGE } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { LevelHandles } from "./view.js";
import { HELP, SETTINGS, state } from "./words.js";

const UPDATES = 40; // in a picture
const LAST = 20000;
const RANGE = [-1.3, 1.3];
const LINE = { fill: "none", "stroke-width": 2.5 };
/** Full batches: the figure shows gradient descent, and not its noise. */
const TRAINING = {
  activation: "sigmoid",
  loss: "mean_squared_error",
  optimizer: "adam",
  learningRate: 0.02,
  batchSize: 1000,
  seed: 0,
};

class ApproximatorFigure extends RunningFigure {
  static title = "Approximator: fit a curve with steps and bumps";
  static options = {
    target: choice("wave", labelsOf(TARGETS)),
    kind: choice("bumps", { bumps: "Equal bumps", steps: "Free steps" }),
    pieces: number(6, steps(2, 16, 1), { whole: true }),
    steepness: number(100, [10, 20, 30, 50, 100, 200, 500]),
    start: choice("hand", { hand: "my steps", random: "random steps" }),
  };

  plane = later(Plane);
  handles = later(LevelHandles);
  target = s("path", { ...LINE, stroke: ORANGE, "stroke-dasharray": "7 5" });
  output = s("path", { ...LINE, stroke: BLUE });
  /** @type {number[]} */
  places = [];
  /** @type {number[]} */
  levels = [];
  data = samples(TARGETS.wave);
  network = staircase([], [0], 1);
  /** What trains the network, if anything does. @type {Trainer | null} */
  trainer = null;

  build() {
    const level = this.help("Level", HELP.level);
    const place = this.help("Step", HELP.place);
    this.plane = new Plane({
      x: [0, 1],
      y: RANGE,
      width: 480,
      height: 330,
      name: "The curve, and the output of the network",
      xName: "x",
      yName: "y",
    });
    this.plane.element.classList.add("wide");
    this.handles = new LevelHandles(this.plane, { level, place }, () => this.byHand());
    this.plane.clipped.append(this.target, this.output);
    this.plane.content.append(this.handles.layer);
    const buttons = this.buttons();
    this.flatten();
    return [this.plane.element, buttons, this.status, this.controls()];
  }

  buttons() {
    return h("div", { class: "row" }, [
      this.makeRunButton("Run gradient descent", HELP.run, true),
      this.button("Back to my steps", () => this.byHand(), HELP.back),
      this.button("Match the middles", () => this.match(), HELP.match),
      this.button("All to zero", () => this.reset(), HELP.reset),
    ]);
  }

  controls() {
    const controls = Object.entries(SETTINGS).map(([key, [name, help]]) =>
      this.control(key, name, help),
    );
    return h("div", { class: "controls" }, controls);
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    if (name === "steepness" || name === "start") this.byHand();
    else this.reset();
  }

  /** Pieces of equal width, all at zero. */
  flatten() {
    const { pieces, target } = this.values;
    this.places = equalPlaces(pieces);
    this.levels = new Array(pieces).fill(0);
    this.data = samples(TARGETS[target]);
    this.showHandles();
    this.takeSteps();
  }

  reset() {
    this.flatten();
    this.update();
  }

  match() {
    this.levels = middles(this.places).map(TARGETS[this.values.target].value);
    this.showHandles();
    this.byHand();
  }

  /** Show what the reader has built, and not what was trained. */
  byHand() {
    this.takeSteps();
    this.update();
  }

  takeSteps() {
    this.ticker.stop();
    this.trainer = null;
    this.network = staircase(this.places, this.levels, this.values.steepness);
    this.handles.layer.removeAttribute("display");
  }

  showHandles() {
    this.handles.show(this.places, this.levels, this.values.kind === "steps");
  }

  /** Gradient descent on all parameters, from the chosen start. */
  prepareRun() {
    if (this.trainer) return;
    const { start, steepness } = this.values;
    const first =
      start === "hand" ? this.network : randomStart(this.places.length, steepness, 0);
    this.trainer = new Trainer(this.data, { ...TRAINING, layers: [first.sizes[1]] });
    this.network = this.trainer.network;
    this.network.theta.set(first.theta);
    this.handles.layer.setAttribute("display", "none");
  }

  get ended() {
    if (!this.trainer) return false;
    return this.trainer.trouble !== "" || this.trainer.updates >= LAST;
  }

  advance() {
    for (let k = 0; k < UPDATES; k++) this.trainer?.step();
  }

  update() {
    super.update();
    const { data, network, plane, trainer } = this;
    const outputs = network.forward(data.X, data.m);
    const curve = (/** @type {ArrayLike<number>} */ y) =>
      plane.path(Array.from(data.X, (x, i) => [x, y[i]]));
    this.target.setAttribute("d", curve(data.y));
    this.output.setAttribute("d", curve(outputs));
    const text = state(network.sizes[1], errors(network, data), trainer?.updates);
    this.showStatus(trainer?.trouble || text);
  }
}

define("ann-approximator", ApproximatorFigure);
