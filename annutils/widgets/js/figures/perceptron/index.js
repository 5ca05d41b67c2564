// <ann-perceptron>: points to move and relabel, and the learning rule to step through.

import { choice, labelsOf, number } from "../../engine/options.js";
import { Perceptron, PRESETS } from "../../engine/perceptron.js";
import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { NEW_POINTS } from "../../parts/marker.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { scene } from "../../parts/scene.js";
import { attention, line, sides } from "../../parts/separation.js";
import { Points } from "./points.js";
import { beside, mistaken, past, weightsAfter } from "./view.js";
import { adds, HELP, outcome, sentence } from "./words.js";

/**
 * @import { Step } from "../../engine/perceptron.js"
 * @import { Guess } from "./view.js"
 */

const RANGE = [-2.2, 2.2];
const GUESS = { w: [0.2, 1], b: 0 }; // a line to begin with, which is not right
const REMEMBERED = 40; // lines of before
const GOLDEN_ANGLE = 2.4; // in radians

class PerceptronFigure extends RunningFigure {
  static title = "Can one line separate them?";
  static hint =
    "Press Step a few times: which points move the line? Drag a point, or click it to change its class.";
  static pause = 150; // milliseconds between two samples
  static options = {
    data: choice("separable", labelsOf(PRESETS)),
    rate: number(1, [0.1, 0.2, 0.5, 1, 2]),
  };

  plane = later(Plane);
  weights = later(Plane);
  points = later(Points);
  adds = later(HTMLElement);
  back = later(SVGGElement);
  model = later(Perceptron);
  /** @type {Step | null} */
  last = null;
  /** Weights and bias before each update, oldest first. @type {Guess[]} */
  guesses = [];

  build() {
    this.begin();
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
    this.weights = new Plane({
      x: [-3, 3],
      y: [-3, 3],
      width: 280,
      height: 280,
      name: "The weights, and what the last mistake added to them",
      xName: "w₁",
      yName: "w₂",
    });
    this.fold("More", this.more());
    const data = this.control("data", "Points", HELP.data);
    this.adds = h("p");
    const side = h("div", { class: "smaller" }, this.weights.element);
    return [scene(this.plane.element, this.buttons(), data, this.adds, side)];
  }

  buttons() {
    return h("div", { class: "row" }, [
      this.button("Step", () => this.step(), HELP.step, true),
      this.makeRunButton("Run", HELP.run),
      this.button("Rewind", () => this.rewind(), HELP.rewind),
    ]);
  }

  more() {
    const add = this.button("Add a point", () => this.add(), HELP.add);
    const rate = this.control("rate", "Learning rate", HELP.rate);
    const label = select({
      ...NEW_POINTS,
      help: this.help(NEW_POINTS.name, HELP.label),
      change: (value) => {
        this.points.label = Number(value);
      },
    });
    return h("div", { class: "controls" }, add, label.element, rate);
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
    this.guesses = [];
    this.update(text);
  }

  get ended() {
    return this.model.ended;
  }

  advance() {
    const { w, b } = this.model;
    this.last = this.model.step(this.points.list);
    if (this.last.error) this.guesses = [...this.guesses.slice(-REMEMBERED), { w, b }];
  }

  /** Begin with the first guess. */
  begin() {
    this.model = new Perceptron(this.values.rate, GUESS.w, GUESS.b);
    this.last = null;
    this.guesses = [];
  }

  rewind() {
    this.ticker.stop();
    this.begin();
    this.update();
  }

  /** The points that were right before the last update and are wrong after it. */
  get spoiled() {
    if (!this.last?.error) return [];
    const { w, b } = this.guesses[this.guesses.length - 1];
    const before = new Perceptron(1, w, b);
    return this.points.list.filter(
      (point) =>
        before.predict(point) === point[2] && this.model.predict(point) !== point[2],
    );
  }

  /** Which point comes next, which are wrong, and what the last step did. */
  words() {
    const { model, plane, last } = this;
    const { list } = this.points;
    const wrong = list.filter((point) => model.predict(point) !== point[2]);
    const spoiled = this.spoiled;
    const next = list[model.next];
    const coming = [attention(plane, next), beside(plane, next, -20, "next")];
    return [
      ...(this.ended ? [] : coming),
      ...wrong.map((point) =>
        beside(plane, point, 25, spoiled.includes(point) ? "wrong now" : "wrong"),
      ),
      ...(last && !last.error
        ? [beside(plane, list[last.index], 25, "right: no change")]
        : []),
      ...(last?.error
        ? [mistaken(plane, list[last.index], last.error, model.learningRate)]
        : []),
    ];
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
      ...past(plane, this.guesses),
      ...line(plane, model.w, model.b),
      ...this.words(),
    );
    this.adds.textContent = adds(model.learningRate);
    const changed = last?.error ? this.guesses[this.guesses.length - 1].w : null;
    weightsAfter(this.weights, model.w, changed, last?.error ?? 0, model.learningRate);
    this.points.outline((point) => model.predict(point) !== point[2]);
    const said = text ?? sentence(last, model, this.spoiled.length);
    this.showStatus(`${said} ${outcome(model, list)}`.trim());
  }
}

define("ann-perceptron", PerceptronFigure);
