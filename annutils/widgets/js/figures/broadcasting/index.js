// <ann-broadcasting>: predictions and targets, whose shapes decide what is compared.

import { choice, number } from "../../engine/options.js";
import { cursor } from "../../parts/cursor.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { label } from "../../parts/plane.js";
import { pressed } from "../../parts/press.js";
import { scene } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { differences, SHAPES } from "./model.js";
import {
  axes,
  box,
  COLORS,
  drawing,
  light,
  nameOf,
  PITCH,
  places,
  result,
  sizes,
  spot,
  Table,
} from "./view.js";
import {
  cellText,
  codeText,
  FRAMED,
  HELP,
  LINED_UP,
  shapeText,
  verdict,
} from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Difference } from "./model.js"
 */

const KEYS = ["predictions", "targets"];
const VALUES = ["p", "y"];
const FORMS = Object.keys(SHAPES);
const SAMPLES = [0, 1, 2, 3];
const shaped = (/** @type {string} */ form) =>
  choice(form, { 4: "(4,)", "4x1": "(4, 1)" });
const sample = (/** @type {number} */ k) => number(k, [0, 3], { whole: true });
/** A 0 or 1 for each of the four samples. */
const bits = {
  fallback: "0110",
  expected: "four digits, each 0 or 1",
  read: (/** @type {string} */ text) => (/^[01]{4}$/.test(text) ? text : undefined),
  write: String,
};

class BroadcastingFigure extends Figure {
  static title = "Why is the loss 0.5?";
  static hint =
    "All predictions are right, and yet the loss is not 0. Choose other shapes until it is.";
  static options = {
    predictions: shaped("4x1"),
    targets: shaped("4"),
    p: bits,
    y: bits,
    i: sample(1),
    j: sample(0),
  };

  table = later(Table);
  lit = later(SVGGElement);
  frame = later(SVGGElement);
  cursor = later(SVGGElement);
  /** Of predictions and targets. @type {ReturnType<typeof scrub>[]} */
  shapes = [];
  /** Their numbers. @type {SVGGElement[][]} */
  numbers = [];
  sizes = later(HTMLTableElement);
  cell = later(HTMLElement);
  code = later(HTMLElement);

  build() {
    this.table = new Table((i, j, kept) => this.look(i, j, kept));
    this.lit = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    this.frame = s("g", { "aria-hidden": "true" });
    const shapeHelp = this.help("Shapes", HELP.shape);
    const valueHelp = this.help("Predictions and targets", HELP.value);
    this.shapes = KEYS.map((key) => this.shape(key, shapeHelp));
    this.numbers = VALUES.map((key, k) =>
      SAMPLES.map((n) => this.number(key, k, n, valueHelp)),
    );
    this.cursor = cursor({
      name: "Difference that is looked at",
      size: [PITCH, PITCH],
      help: this.help("Differences", HELP.cell),
      go: (way) => this.go(way),
    });
    const picture = drawing(
      this.frame,
      this.table.element,
      ...this.shapes.map(({ element }) => element),
      ...this.numbers.flat(),
      this.lit,
      this.cursor,
    );
    this.sizes = h("table");
    this.cell = h("p");
    this.code = h("code");
    return [
      scene(
        picture,
        h("p", {}, this.code),
        h("p", {}, LINED_UP),
        this.sizes,
        this.cell,
        h("p", {}, FRAMED),
      ),
    ];
  }

  /**
   * The shape of an array, to press or to drag.
   * @param {string} key
   * @param {Properties} help
   */
  shape(key, help) {
    const made = scrub({
      name: `Shape of the ${key}`,
      values: FORMS.map((_, k) => k),
      value: FORMS.indexOf(this.values[key]),
      at: [0, 0],
      width: 56,
      format: (k) => shapeText(SHAPES[FORMS[k]]),
      change: (k) => this.chosen(key, FORMS[k]),
      cycles: true,
      help,
    });
    const [field] = made.element.querySelectorAll("rect.field"); // looks like a button
    if (field instanceof SVGElement)
      set(field, { style: { stroke: "var(--accent)", strokeWidth: "2.5" } });
    return made;
  }

  /**
   * @param {string} key
   * @param {number} k 0 for the predictions, 1 for the targets
   * @param {number} n the sample
   * @param {Properties} help
   */
  number(key, k, n, help) {
    const press = () => {
      const digits = [...this.values[key]];
      digits[n] = digits[n] === "0" ? "1" : "0";
      this.chosen(key, digits.join(""));
    };
    const name = `${["Prediction", "Target"][k]} of sample ${n}`;
    const shape = [box(COLORS[k]), label(0, 5, "", "middle")];
    return pressed({ name, size: PITCH, shape, press, help });
  }

  /** Predictions and targets, each with its numbers and its shape. */
  get arrays() {
    return KEYS.map((key, k) => ({
      values: [...this.values[VALUES[k]]].map(Number),
      shape: SHAPES[this.values[key]],
    }));
  }

  /**
   * @param {number} i whose prediction
   * @param {number} j whose target
   * @param {boolean} kept also in the address
   */
  look(i, j, kept) {
    if (!kept && i === this.values.i && j === this.values.j) return;
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
    const shapes = arrays.map(({ shape }) => shape);
    const values = arrays.map(({ values }) => values);
    const stands = places(shapes);
    const cell = this.seen(found.cells);
    this.frame.replaceChildren(
      ...axes(found.shape),
      ...stands.map(nameOf),
      ...result(found),
    );
    this.table.show(found.cells);
    this.lit.replaceChildren(...light(stands, cell, values));
    stands.forEach((place, k) => {
      this.shapes[k].put(FORMS.indexOf(this.values[KEYS[k]]));
      set(this.shapes[k].element, { transform: `translate(${place.shape.join(" ")})` });
      this.numbers[k].forEach((element, n) => {
        const value = arrays[k].values[n];
        set(element, {
          transform: `translate(${place.numbers[n].join(" ")})`,
          "aria-label": `${["Prediction", "Target"][k]} of sample ${n}: ${value}`,
        });
        const text = element.querySelector("text");
        if (text) text.textContent = String(value);
      });
    });
    const lines = cellText(cell, shapes, values);
    set(this.cursor, {
      transform: `translate(${spot(cell.index).join(" ")})`,
      "aria-valuemax": found.cells.length - 1,
      "aria-valuenow": found.cells.indexOf(cell),
      "aria-valuetext": lines.join(" "),
    });
    this.cell.replaceChildren(...lines.flatMap((line) => [line, h("br")]));
    this.sizes.replaceChildren(...sizes(shapes, found.shape));
    this.code.textContent = codeText(shapes);
    this.showStatus(verdict(found));
  }
}

define("ann-broadcasting", BroadcastingFigure);
