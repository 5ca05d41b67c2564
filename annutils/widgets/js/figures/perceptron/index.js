// <ann-perceptron>: points to move and relabel, and the learning rule to step through.

import { choice, labelsOf, number } from "../../engine/options.js";
import { Perceptron, PRESETS } from "../../engine/perceptron.js";
import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { NEW_POINTS } from "../../parts/marker.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { attention, line, sides } from "../../parts/separation.js";
import { Points } from "./points.js";
import { HELP, outcome, sentence } from "./words.js";

/** @import { Step } from "../../engine/perceptron.js" */

const RANGE = [-2.2, 2.2];
const GOLDEN_ANGLE = 2.4; // in radians

class PerceptronFigure extends RunningFigure {
  static title = "Perceptron: move the points and watch the rule";
  static pause = 200; // milliseconds between two samples
  static options = {
    data: choice("separable", labelsOf(PRESETS)),
    rate: number(1, [0.1, 0.2, 0.5, 1, 2]),
  };

  plane = later(Plane);
  points = later(Points);
  back = later(SVGGElement);
  model = new Perceptron();
  /** @type {Step | null} */
  last = null;

  build() {
    this.model = new Perceptron(this.values.rate);
    this.plane = new Plane({
      x: RANGE,
      y: RANGE,
      name: "Points of two classes",
      xName: "x₁",
      yName: "x₂",
    });
    this.points = new Points(
      this.plane,
      this.help("A point", HELP.point),
      (text) => this.moved(text),
      (text) => this.update(text),
    );
    this.back = s("g", { "aria-hidden": "true" });
    this.plane.content.append(this.back, this.points.layer);
    this.points.load(PRESETS[this.values.data].points);
    return [this.plane.element, this.buttons(), this.controls()];
  }

  buttons() {
    return h("div", { class: "row" }, [
      this.makeRunButton("Run", HELP.run, true),
      this.button("Step", () => this.step(), HELP.step),
      this.button("Rewind", () => this.rewind(), HELP.rewind),
      this.button("Add a point", () => this.add(), HELP.add),
    ]);
  }

  controls() {
    const data = this.control("data", "Points", HELP.data);
    const rate = this.control("rate", "Learning rate", HELP.rate);
    const label = select({
      ...NEW_POINTS,
      help: this.help(NEW_POINTS.name, HELP.label),
      change: (value) => {
        this.points.label = Number(value);
      },
    });
    return h("div", { class: "controls" }, data, rate, label.element);
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    if (name === "data") this.points.load(PRESETS[value].points);
    this.rewind();
  }

  /** Put a point where no other one added so is likely to be: on a circle. */
  add() {
    const angle = GOLDEN_ANGLE * this.points.list.length;
    this.points.add([Math.cos(angle), Math.sin(angle)]);
  }

  /**
   * The points are others now: whether a line is right is open again.
   * @param {string} text
   */
  moved(text) {
    this.model.forget();
    this.last = null;
    this.update(text);
  }

  get ended() {
    return this.model.ended;
  }

  advance() {
    this.last = this.model.step(this.points.list);
  }

  rewind() {
    this.ticker.stop();
    this.model = new Perceptron(this.values.rate);
    this.last = null;
    this.update();
  }

  /**
   * Draw the line and say what happened.
   * @param {string} [text]
   */
  update(text) {
    super.update();
    const { model, plane, last } = this;
    const { list } = this.points;
    this.back.replaceChildren(
      ...sides(plane, model.w, model.b),
      ...line(plane, model.w, model.b),
      ...(this.ended ? [] : [attention(plane, list[model.next])]),
    );
    this.points.outline((point) => model.predict(point) !== point[2]);
    this.showStatus(`${text ?? sentence(last, model)} ${outcome(model, list)}`.trim());
  }
}

define("ann-perceptron", PerceptronFigure);
