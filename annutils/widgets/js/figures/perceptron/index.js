// <ann-perceptron>: points to move and relabel, and the learning rule to step through.

import { knot } from "../../engine/knot.js";
import { choice, labelsOf, number } from "../../engine/options.js";
import { Perceptron, PRESETS } from "../../engine/perceptron.js";
import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { NEW_POINTS } from "../../parts/marker.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { loose } from "../../parts/scene.js";
import { attention, line, sides } from "../../parts/separation.js";
import { Points } from "./points.js";
import { STYLE } from "./style.js";
import { names, past, tied, Weights } from "./view.js";
import { counts, HELP, sentence, verdict, ways } from "./words.js";

/**
 * @import { Step } from "../../engine/perceptron.js"
 * @import { Guess } from "./view.js"
 */

const RANGE = [-2.2, 2.2];
const GUESS = { w: [0, 1], b: 0 }; // a line to begin with, which is not right
const PATIENCE = 10; // epochs after which it is said whether any line is right
const REMEMBERED = 40; // lines of before,
const LAST = 5; // and where strings should be seen among them
const GOLDEN_ANGLE = 2.4; // in radians

class PerceptronFigure extends RunningFigure {
  static title = "Will the next point move the line?";
  static hint = "The ringed point is next: guess, and see why. Or drag points.";
  static pause = 150; // milliseconds between two samples
  static style = STYLE;
  static options = {
    data: choice("separable", labelsOf(PRESETS)),
    rate: number(1, [0.1, 0.2, 0.5, 1, 2]),
  };

  plane = later(Plane);
  weights = later(Weights);
  points = later(Points);
  counts = later(HTMLElement);
  numbers = later(HTMLElement);
  back = later(SVGGElement);
  model = later(Perceptron);
  /** The buttons of what the next point does with the line. @type {HTMLButtonElement[]} */
  answers = [];
  /** Of the last step, whether the line should move; null if nobody guessed.
   * @type {boolean | null} */
  guess = null;
  score = { right: 0, all: 0 };
  /** Whether the line has come to rest: then the reader is dared to spoil that. */
  dared = false;
  /** @type {Step | null} */
  last = null;
  /** Weights and bias before each update, oldest first. @type {Guess[]} */
  guesses = [];
  /** Points that no line separates, null if there are none; not looked for at first.
   * @type {number[][][] | null | undefined} */
  knot = undefined;

  build() {
    const range = this.preset.range ?? RANGE;
    this.plane = new Plane({
      x: range,
      y: range,
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
    this.points.load(this.preset.points);
    this.weights = new Weights();
    this.begin();
    this.fold("More", this.more());
    this.counts = h("p", { class: "counts" });
    this.numbers = h("p");
    const beside = h(
      "div",
      { class: "stack" },
      this.numbers,
      this.control("data", "Points", HELP.data),
    );
    return [
      loose(
        this.plane.element,
        this.buttons(),
        this.status,
        this.counts,
        h("div", { class: "pair" }, this.weights.plane.element, beside),
      ),
    ];
  }

  get preset() {
    return PRESETS[this.values.data];
  }

  buttons() {
    this.answers = [
      this.button("It moves", () => this.answer(true), HELP.moves, true),
      this.button("It stays", () => this.answer(false), HELP.stays, true),
    ];
    return h("div", { class: "row" }, [
      ...this.answers,
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
    if (name === "data") {
      const range = this.preset.range ?? RANGE;
      this.plane.zoom(range, range);
      this.points.load(this.preset.points);
    }
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
    this.forget();
    if (this.dared) this.knot = knot(this.points.list);
    this.update(text);
  }

  forget() {
    this.last = null;
    this.guesses = [];
    this.knot = undefined;
  }

  /** Whether every step to come is known: nothing moves, or all repeats, or all is vain. */
  get ended() {
    return !this.wrong || this.model.cycle > 0 || !!this.knot;
  }

  /** How many points are on the wrong side. */
  get wrong() {
    return this.model.mistakes(this.points.list);
  }

  /**
   * The reader has guessed: take the step, and see.
   * @param {boolean} moves
   */
  answer(moves) {
    this.ticker.stop();
    this.advance();
    this.guess = moves;
    this.score.all += 1;
    if (moves === !!this.last?.error) this.score.right += 1;
    this.update();
  }

  advance() {
    const { model } = this;
    this.guess = null;
    const { w, b } = model;
    const { list } = this.points;
    this.last = model.step(list);
    if (this.last.error) this.guesses = [...this.guesses.slice(-REMEMBERED), { w, b }];
    const long = model.cycle > 0 || model.seen.size > PATIENCE;
    if (long && this.knot === undefined) this.knot = knot(list);
  }

  /** Begin with the first guess. */
  begin() {
    this.model = new Perceptron(this.values.rate, GUESS.w, GUESS.b);
    this.weights.rewind();
    this.score = { right: 0, all: 0 };
    this.dared = false;
    this.forget();
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

  /**
   * Draw the line and say what happened.
   * @param {string} [text]
   */
  update(text) {
    super.update();
    const { model, plane, last, wrong, spoiled } = this;
    const { list } = this.points;
    const next = wrong ? list[model.next] : null;
    const seen = last && {
      point: list[last.index],
      error: last.error,
      rate: model.learningRate,
    };
    this.back.replaceChildren(
      ...sides(plane, model.w, model.b),
      ...past(plane, this.knot ? this.guesses.slice(-LAST) : this.guesses),
      ...line(plane, model.w, model.b),
      ...tied(plane, this.knot ?? []),
      ...(next ? [attention(plane, next)] : []),
      ...names(plane, list, { next, seen, spoiled }),
    );
    this.weights.draw(model, this.guesses, seen);
    this.points.outline((point) => spoiled.includes(point));
    this.dared ||= !wrong;
    const z = last ? model.z(list[last.index]) : 0;
    const said = text ?? sentence(last, model, z, spoiled.length, this.guess);
    this.showStatus(verdict(said, model, list, this.knot, this.dared));
    this.numbers.textContent = ways(model);
    this.counts.textContent = counts(wrong, list.length, model.updates, this.score);
    for (const button of this.answers) button.disabled = !wrong;
  }
}

define("ann-perceptron", PerceptronFigure);
