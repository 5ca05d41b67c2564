// <ann-chain>: how much of a small change gets through ten units in a row.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { toggles } from "../../parts/toggles.js";
import { CURVES, most, pass, RANGE, UNITS } from "./model.js";
import { found, onTheCurve, SIZE, units } from "./view.js";
import { amount, HELP, verdict } from "./words.js";

const START = 2.5; // where all functions can be compared: ReLU's corner is far

class ChainFigure extends Figure {
  static title = "What survives ten units in a row?";
  static hint =
    "Drag the white point: how much of a small change can you get through all ten?";
  static options = {
    x: number(START, RANGE),
    curve: choice("sigmoid", labelsOf(CURVES)),
    w: number(1, steps(0.5, 2.5, 0.05)),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  input = later();
  row = later(SVGSVGElement);
  /** The largest slope that the reader has found in this row, and where. */
  best = { slope: 0, x: 0 };
  /** Whether the reader has moved the input. */
  moved = false;

  build() {
    this.best = { slope: 0, x: 0 };
    this.moved = false;
    this.plane = new Plane({
      x: RANGE,
      y: [-1.3, 4.1],
      height: 275, // so that a slope of 1 looks like one
      name: "The activation function, with its tangent at the input of unit 1",
      xName: "input z",
      yName: "output g(z)",
    });
    this.input = handle(this.plane, {
      name: "Input of unit 1",
      at: [this.values.x, 0],
      shape: [s("circle", { r: 8, fill: "white", stroke: INK, "stroke-width": 2.5 })],
      help: this.help("Input of unit 1", HELP.input),
      text: ([x]) => written(x),
      move: ([x]) => {
        this.moved = true;
        this.chosen("x", rounded(x, 2));
      },
    });
    this.plane.content.append(this.input.element);
    this.row = s("svg", {
      viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`,
      style: { fontSize: "16px" }, // 12 on a phone
      role: "img",
      "aria-label": "Ten units in a row, their slopes, and what is left after each",
    });
    const weight = this.control("w", "Weight w between the units", HELP.weight);
    return [
      loose(
        h("div", { class: "stack" }, this.plane.element, weight),
        h("div", { class: "drawing" }, this.row),
        toggles(this, "curve", "Activation function", HELP.curve),
      ),
    ];
  }

  /**
   * Another row has another best; another function begins where the last one did.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name !== "x") {
      this.best = { slope: 0, x: 0 };
      this.moved = false;
    }
    if (name === "curve") this.change("x", START);
    super.chosen(name, value);
  }

  update() {
    const { curve, x, w } = this.values;
    const row = pass(curve, x, w);
    const plain = pass(curve, x);
    const slope = row.products[UNITS - 1];
    if (this.moved && slope > this.best.slope) this.best = { slope, x };
    const goal = curve === "sigmoid" ? most(curve, w) : null;
    const isMost = (/** @type {number} */ each) =>
      goal !== null && amount(each) === amount(goal); // as far as a reader can see
    const [isFound, isReached] = [isMost(this.best.slope), isMost(slope)];
    this.input.put([x, CURVES[curve].value(x)]);
    this.plane.clipped.replaceChildren(
      ...onTheCurve(this.plane, curve, row, plain),
      ...(isFound ? found(this.plane, this.best.x) : []),
    );
    this.row.replaceChildren(...units(row, w, goal, isReached));
    const state = { weight: w, plain, best: this.best.slope, isFound, isReached };
    this.showStatus(verdict(curve, row, state));
  }
}

define("ann-chain", ChainFigure);
