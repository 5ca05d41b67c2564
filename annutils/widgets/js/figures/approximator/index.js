// <ann-approximator>: fit a curve by steps, by hand first, then by gradient descent.

import { choice, number } from "../../engine/options.js";
import { equalPlaces, errors, middles, randomStart, samples, staircase, TARGETS } from "../../engine/staircase.js";
import { Trainer } from "../../engine/trainer.js";
import { h, s } from "../../parts/dom.js";
import { LevelHandles } from "./handles.js";
import { BLUE, ORANGE } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { Ticker } from "../../parts/ticker.js";
import { curveControls, KINDS } from "./controls.js";
import { define, Figure } from "../../parts/figure.js";

const UPDATES = 40; // in a frame
const LAST = 20000;
const RANGE = [-1.3, 1.3];
const LINE = { fill: "none", "stroke-width": 2.5 };

class ApproximatorFigure extends Figure {
  static title = "Approximator: fit a curve with steps and bumps";
  static options = {
    target: choice("wave", Object.keys(TARGETS)),
    kind: choice("bumps", Object.keys(KINDS)),
    pieces: number(6, 2, 16, { whole: true }),
    steepness: number(100, 10, 500),
    start: choice("hand", ["hand", "random"]),
  };

  build() {
    const helps = {
      level: this.help("Level", "Drag it up and down, or use the arrow keys (Shift: faster)."),
      place: this.help("Step", "Drag it sideways, or use the arrow keys (Shift: faster)."),
    };
    this.plane = new Plane({
      ...{ x: [0, 1], y: RANGE, width: 480, height: 330, xName: "x", yName: "y" },
      name: "The curve, and the output of the network",
    });
    this.wanted = s("path", { ...LINE, stroke: ORANGE, "stroke-dasharray": "7 5" });
    this.output = s("path", { ...LINE, stroke: BLUE });
    this.handles = new LevelHandles(this.plane, helps, () => this.byHand());
    this.plane.clipped.append(this.wanted, this.output);
    this.plane.content.append(this.handles.layer);
    this.plane.element.classList.add("wide");
    this.ticker = new Ticker(() => this.frame());
    this.reset();
    return [this.plane.element, this.buttons(), this.status, curveControls(this)];
  }

  buttons() {
    this.runButton = this.button("Run gradient descent", () => this.toggle(), "Train all weights and biases with Adam.", true);
    return h("div", { class: "row" }, [
      this.runButton,
      this.button("Back to my steps", () => this.byHand(), "Forget what was trained."),
      this.button("Match the middles", () => this.match(), "Give each piece the value of the curve in its middle: the construction of the proof."),
      this.button("All to zero", () => this.reset(), "Begin by hand again."),
    ]);
  }

  chosen(key, value) {
    this.change(key, value);
    if (key === "steepness" || key === "start") this.byHand();
    else this.reset();
  }

  /** Pieces of equal width, all at zero. */
  reset() {
    this.places = equalPlaces(this.values.pieces);
    this.levels = new Array(this.values.pieces).fill(0);
    this.data = samples(TARGETS[this.values.target]);
    this.drawHandles();
    this.byHand();
  }

  match() {
    this.levels = middles(this.places).map((x) => TARGETS[this.values.target].of(x));
    this.drawHandles();
    this.byHand();
  }

  /** Show what the reader has built, and not what was trained. */
  byHand() {
    this.ticker?.stop();
    this.trainer = null;
    this.network = staircase(this.places, this.levels, this.values.steepness);
    this.handles.layer.removeAttribute("display");
    if (this.runButton) this.update();
  }

  drawHandles() {
    this.handles.show(this.places, this.levels, this.values.kind === "steps");
  }

  toggle() {
    if (this.ticker.wanted) this.ticker.stop();
    else {
      this.trainer ??= this.begin();
      this.ticker.start();
    }
    this.update();
  }

  /** Gradient descent on all parameters, from the chosen start. */
  begin() {
    const { start, steepness } = this.values;
    const from = start === "hand" ? this.network : randomStart(this.places.length, steepness, 0);
    const settings = { hidden: [from.sizes[1]], activation: "sigmoid", loss: "mean_squared_error" };
    const trainer = new Trainer(this.data, { ...settings, optimizer: "adam", learningRate: 0.02, batchSize: 1000, seed: 0 });
    trainer.network.theta.set(from.theta);
    this.network = trainer.network;
    this.handles.layer.setAttribute("display", "none");
    return trainer;
  }

  frame() {
    for (let k = 0; k < UPDATES; k++) this.trainer.step();
    this.ticker.wanted = !this.trainer.trouble && this.trainer.updates < LAST;
    this.update();
    return this.ticker.wanted;
  }

  update() {
    const { data, network, plane, trainer } = this;
    this.runButton.textContent = this.ticker.wanted ? "Pause" : "Run gradient descent";
    const { mean, largest } = errors(network, data);
    const outputs = network.forward(data.X, data.m);
    this.wanted.setAttribute("d", plane.path(Array.from(data.X, (x, i) => [x, data.y[i]])));
    this.output.setAttribute("d", plane.path(Array.from(data.X, (x, i) => [x, outputs[i]])));
    const who = trainer ? `Gradient descent, ${trainer.updates} updates` : "By hand";
    const text = `${who}: ${network.sizes[1]} hidden units, mean squared error ${mean.toFixed(4)}, largest error ${largest.toFixed(2)}.`;
    this.say(trainer?.trouble || text);
  }
}

define("ann-approximator", ApproximatorFigure);
