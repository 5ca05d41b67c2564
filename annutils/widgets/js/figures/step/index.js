// <ann-step>: how far a step goes, which rate that means, and what further steps do.

import { rounded, written } from "../../engine/number_text.js";
import { number, steps } from "../../engine/options.js";
import { s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { ORANGE, PAPER } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { descend, lossAt, markOf, RATES, rateOf } from "./model.js";
import { curve, startDot, stepped } from "./view.js";
import { HELP, outcome, rateText } from "./words.js";

const X = [-4, 4];
const LOSSES = [0, 11];
// Drawn beside each other, both are equally high, and equal losses side by side.
const SIZE = { width: 400, height: 330 };
const LOSS_SIZE = { width: 425, height: 316 };
const STEPS = 12;
const KEY = 0.08; // so that the first rates are 0.20, 0.22, and so on
const STARTS = [-2, -1.4];

/** @typedef {ReturnType<typeof handle>} Handle */

class StepFigure extends Figure {
  static title = "How far should one step go?";
  static hint =
    "Drag the orange tip to the right: how far may it go before the loss rises?";
  static options = {
    rate: number(0.2, RATES),
    curvature: number(2, steps(1, 4, 0.5)),
    theta: number(-2, STARTS),
  };

  plane = later(Plane);
  losses = later(Plane);
  tip = /** @type {Handle} */ (later());
  start = /** @type {Handle} */ (later());
  /** Marks that the tip has been at: 1 for 1/L, 2 for 2/L. @type {Set<number>} */
  found = new Set();

  build() {
    this.found.clear();
    this.plane = new Plane({
      ...SIZE,
      x: X,
      y: LOSSES,
      name: "The loss over the parameter, and a step",
      xName: "θ",
    });
    this.losses = new Plane({
      ...LOSS_SIZE,
      x: [-1.6, STEPS + 1.5], // room for the names of the axes
      y: LOSSES,
      name: "The loss after each step",
      xName: "step",
      yName: "loss",
    });
    this.tip = this.tipHandle();
    this.start = this.startHandle();
    this.plane.content.append(this.start.element, this.tip.element);
    const curvature = this.control("curvature", "Curvature L", HELP.curvature, {
      format: (value) => written(value, 1),
    });
    return [scene(this.plane.element, this.losses.element, curvature)];
  }

  tipHandle() {
    return handle(this.plane, {
      name: "Tip of the step",
      at: [0, 0],
      step: KEY,
      shape: [s("circle", { r: 9, fill: ORANGE, stroke: PAPER, "stroke-width": 2 })],
      help: this.help("Tip of the step", HELP.tip),
      text: () => rateText(this.values),
      move: ([x]) => this.chosen("rate", rateOf(x, /** @type {any} */ (this.values))),
    });
  }

  startHandle() {
    const [low, high] = STARTS;
    return handle(this.plane, {
      name: "Start",
      at: [0, 0],
      shape: [startDot()],
      help: this.help("Start", HELP.start),
      text: ([x]) => `θ = ${written(x)}`,
      move: ([x]) => this.chosen("theta", rounded(Math.min(high, Math.max(low, x)), 2)),
    });
  }

  update() {
    const values = /** @type {any} */ (this.values);
    const { theta, curvature } = values;
    const level = lossAt(curvature, theta);
    const places = descend(values, STEPS);
    const mark = markOf(values);
    if (mark) this.found.add(mark);
    this.plane.clipped.replaceChildren(
      ...stepped(this.plane, values, places, this.found),
    );
    this.losses.clipped.replaceChildren(
      ...curve(
        this.losses,
        places.map((place) => lossAt(curvature, place)),
      ),
    );
    this.start.put([theta, level]);
    this.tip.put([Math.min(X[1], places[1]), level]);
    this.showStatus(outcome(values));
  }
}

define("ann-step", StepFigure);
