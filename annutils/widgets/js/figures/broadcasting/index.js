// <ann-broadcasting>: predictions and targets, whose shapes decide what is compared.

import { choice, number, steps } from "../../engine/options.js";
import { cursor } from "../../parts/cursor.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { optionRadios } from "../../parts/radio.js";
import { loose } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { toggles } from "../../parts/toggles.js";
import { differences, SHAPES } from "./model.js";
import {
  axes,
  CELL,
  Copies,
  drawing,
  grips,
  gripsOf,
  levelOf,
  light,
  nameOf,
  PITCH,
  places,
  predictionBox,
  result,
  spot,
  Table,
  targetBox,
} from "./view.js";
import {
  alignedText,
  cellText,
  codeText,
  GUESSES,
  goalText,
  HELP,
  numberText,
  verdict,
} from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Difference } from "./model.js"
 */

const KEYS = ["predictions", "targets"];
const TARGETS = [0, 1, 1, 0];
const LEVELS = steps(0, 1, 0.1);
const PACE = 12; // pixels of a drag for each of them: the middle is not passed unseen
const shaped = (/** @type {string} */ form) =>
  choice(form, { 4: "(4,)", "4x1": "(4, 1)" });
const sample = (/** @type {number} */ k) => number(k, [0, 3], { whole: true });
/** A prediction for each of the four samples. */
const levels = {
  fallback: TARGETS,
  expected: 'four numbers from 0 to 1, joined by "-"',
  read(/** @type {string} */ text) {
    const found = text.split("-").map(Number);
    const fits = found.length === 4 && found.every((p) => p >= 0 && p <= 1);
    return fits ? found : undefined;
  },
  write: (/** @type {number[]} */ found) => found.join("-"),
};

class BroadcastingFigure extends Figure {
  static title = "Can wrong predictions have a smaller loss than right ones?";
  static hint = "Guess, then drag a purple number off its target; then change a shape.";
  static style = `
    .copy { animation: appear 0.3s backwards; }
    .asked { display: grid; align-items: center; }
    .asked > * { grid-area: 1 / 1; }
    @keyframes appear { from { opacity: 0; } }
    @media (prefers-reduced-motion: reduce) { .copy { animation: none; } }
  `;
  static options = {
    predictions: shaped("4x1"),
    targets: shaped("4"),
    p: levels,
    i: sample(1),
    j: sample(0),
    guess: choice("none", { none: "none", ...GUESSES }),
  };

  table = later(Table);
  copies = later(Copies);
  lit = later(SVGGElement);
  frame = later(SVGGElement);
  above = later(SVGGElement);
  cursor = later(SVGGElement);
  /** Of the predictions. @type {ReturnType<typeof scrub>[]} */
  scrubs = [];
  /** How high each prediction is. */
  levels = TARGETS.map(() => s("rect"));
  /** To which sides each can be dragged. */
  grips = TARGETS.map(grips);
  /** Of predictions and targets. @type {SVGGElement[][]} */
  numbers = [];
  shapes = later(HTMLElement);
  cell = later(HTMLElement);
  code = later(HTMLElement);
  guesses = later(HTMLElement);
  /** What takes their place, and their room, once the reader has seen the answer. */
  goal = later(HTMLElement);
  /** The smallest wrong loss that the reader has seen. */
  least = Number.POSITIVE_INFINITY;
  /** Whether the reader has pointed at a difference. */
  pointed = false;
  /** Whether the reader has seen what the guess is about. */
  answered = false;

  get kept() {
    const { guess = "none" } = this.values;
    return { guess };
  }

  build() {
    this.table = new Table((i, j, kept) => this.look(i, j, kept));
    this.copies = new Copies();
    this.lit = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    this.frame = s("g", { "aria-hidden": "true" });
    this.above = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    const shapes = KEYS.map((key) => {
      const name = `Shape of the ${key}`;
      const code = h("p", {}, h("code", {}, `${key}.shape`));
      return h("div", {}, code, toggles(this, key, name, HELP.shape));
    });
    const help = this.help("Predictions", HELP.value);
    this.scrubs = TARGETS.map((_, n) => this.prediction(n, help));
    this.numbers = [
      this.scrubs.map(({ element }) => element),
      TARGETS.map((y) => targetBox(String(y))),
    ];
    this.cursor = cursor({
      name: "Difference that is looked at",
      size: [PITCH, PITCH],
      help: this.help("Differences", HELP.cell),
      go: (way) => this.go(way),
    });
    const picture = drawing(
      this.frame,
      this.table.element,
      this.lit,
      this.copies.element,
      this.above,
      ...this.numbers.flat(),
      this.cursor,
    );
    this.shapes = h("pre");
    this.cell = h("p");
    // Its lines fit a phone.
    this.code = h("code", { style: { fontSize: "0.8rem", whiteSpace: "pre-line" } });
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: "Your guess, for the loss that NumPy computes (blue):",
      labels: GUESSES,
    });
    this.goal = h("p");
    this.fold("More", this.shapes, this.cell);
    return [
      loose(
        picture,
        this.status,
        h("div", { class: "asked" }, this.guesses, this.goal),
        h("div", { class: "two" }, shapes),
        h("p", {}, this.code),
      ),
    ];
  }

  /**
   * @param {number} n the sample
   * @param {Properties} help
   */
  prediction(n, help) {
    const made = scrub({
      name: `Prediction of sample ${n}`,
      values: LEVELS,
      value: this.values.p[n],
      at: [0, 0],
      width: CELL,
      pace: PACE,
      format: numberText,
      change: (value) => {
        const others = [...this.values.p];
        others[n] = value;
        this.chosen("p", others);
      },
      help,
    });
    const field = made.element.querySelector("rect.field");
    field?.replaceWith(predictionBox(), this.levels[n], this.grips[n]);
    return made;
  }

  /** Predictions and targets, each with its numbers and its shape. */
  get arrays() {
    return [this.values.p, TARGETS].map((values, k) => ({
      values,
      shape: SHAPES[this.values[KEYS[k]]],
    }));
  }

  /**
   * @param {number} i whose prediction
   * @param {number} j whose target
   * @param {boolean} kept also in the address
   */
  look(i, j, kept) {
    if (this.pointed && !kept && i === this.values.i && j === this.values.j) return;
    this.pointed = true;
    for (const [key, value] of Object.entries({ i, j })) {
      if (kept) this.change(key, value);
      else this.values[key] = value;
    }
    this.update();
  }

  /**
   * To the difference beside this one, if there is one.
   * @param {number[]} way to the right and up
   */
  go([right, up]) {
    const { cells } = this.found;
    const { index } = this.seen(cells);
    const last = index.length - 1;
    const next = index.map((k, axis) => k + (axis === last ? right : -up));
    const other = cells.find((cell) => String(cell.index) === String(next));
    if (other) this.look(other.i, other.j, true);
  }

  get found() {
    const [predictions, targets] = this.arrays;
    return differences(predictions, targets);
  }

  /**
   * The difference that is looked at; where samples meet their own targets alone, that of
   * the same sample.
   * @param {Difference[]} cells
   */
  seen(cells) {
    const { i, j } = this.values;
    const [same] = cells.filter((cell) => cell.i === i && cell.j === j);
    return same ?? cells[i];
  }

  update() {
    const { arrays, found } = this;
    const [predictions, targets] = arrays;
    const right = differences({ ...predictions, values: TARGETS }, targets).loss;
    const crossed = found.cells.length > TARGETS.length;
    const { guess } = this.values;
    this.answered ||= crossed && found.loss < right;
    if (crossed) this.least = Math.min(this.least, found.loss);
    this.guesses.style.visibility = this.answered ? "hidden" : "visible";
    this.goal.textContent = this.answered ? goalText(this.least, crossed) : "";
    const shapes = arrays.map(({ shape }) => shape);
    const values = arrays.map((array) => array.values);
    const stands = places(shapes);
    const cell = this.seen(found.cells);
    this.frame.replaceChildren(...stands.map(nameOf), ...result(found));
    this.above.replaceChildren(...axes(found.shape));
    this.table.show(found.cells);
    this.copies.show(crossed ? found.cells : [], values);
    this.lit.replaceChildren(...(this.pointed ? light(stands, cell, crossed) : []));
    stands.forEach((place, k) => {
      this.numbers[k].forEach((element, n) => {
        set(element, { transform: `translate(${place.numbers[n].join(" ")})` });
      });
    });
    this.levels.forEach((level, n) => {
      set(level, levelOf(this.values.p[n]));
      set(this.grips[n], { d: gripsOf(this.values.p[n]) });
    });
    const text = cellText(cell, shapes, values);
    set(this.cursor, {
      transform: `translate(${spot(cell.index).join(" ")})`,
      "aria-valuemax": found.cells.length - 1,
      "aria-valuenow": found.cells.indexOf(cell),
      "aria-valuetext": text,
    });
    this.cell.textContent = text;
    this.shapes.textContent = alignedText(shapes, found.shape);
    this.code.textContent = codeText(shapes, found.shape);
    this.showStatus(verdict(found, right, guess, this.answered));
  }
}

define("ann-broadcasting", BroadcastingFigure);
