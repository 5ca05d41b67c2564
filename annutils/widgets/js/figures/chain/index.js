// <ann-chain>: how much of a small change gets through ten units in a row.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { toggles } from "../../parts/toggles.js";
import { CURVES, most, mostOfAll, pass, RANGE, UNITS, WEIGHTS } from "./model.js";
import { found, onTheCurve, SIZE, units } from "./view.js";
import { amount, GUESS, GUESSES, HELP, verdict } from "./words.js";

const START = 2.5; // where all functions can be compared: ReLU's corner is far

/**
 * Which outputs are shown of curves that are bounded.
 * @type {Record<string, number[] | undefined>}
 */
const OUTPUTS = { sigmoid: [-0.2, 1.2], tanh: [-1.3, 1.3] };
const WIDE = [-1.3, 4.1];

class ChainFigure extends Figure {
  static title = "What survives ten units in a row?";
  static hint = "Guess how much gets through ten sigmoids, then drag the white point.";
  static options = {
    x: number(START, RANGE),
    curve: choice("sigmoid", labelsOf(CURVES)),
    w: number(1, WEIGHTS),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  input = later();
  row = later(SVGSVGElement);
  /** The largest slope that the reader has found, in which row and where. */
  best = { of: "", slope: 0, x: 0 };
  /** Whether the reader has moved the input. */
  moved = false;
  /** Whether the bars wait for a guess. */
  asks = false;
  /** What is said about it, until something is moved. */
  said = "";
  guesses = later(HTMLElement);
  curves = later(HTMLElement);

  /** What a link does not name stays. */
  get kept() {
    return this.values;
  }

  build() {
    this.moved = false;
    const { curve, w } = this.values;
    this.asks = !this.addressed && curve === "sigmoid" && w === 1;
    this.plane = new Plane({
      x: RANGE,
      y: WIDE,
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
    this.curves = toggles(this, "curve", "Activation function", HELP.curve);
    const guesses = Object.entries(GUESSES).map(([guess, said]) => {
      const press = () => {
        this.asks = false;
        this.said = said;
        this.update();
        this.input.element.focus(); // the button is gone
      };
      return this.button(guess, press, HELP.guess);
    });
    this.guesses = h(
      "div",
      { class: "row", role: "group", "aria-label": GUESS },
      h("span", { style: { alignSelf: "center" } }, "At best:"),
      guesses,
    );
    return [
      loose(
        h("div", { class: "stack" }, this.plane.element, this.guesses, this.curves),
        h("div", { class: "drawing" }, this.row),
        this.status,
        weight,
      ),
    ];
  }

  /**
   * Another function begins where the last one did.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.asks = false;
    this.said = "";
    if (name === "curve") this.change("x", START);
    super.chosen(name, value);
  }

  update() {
    const { curve, x, w } = this.values;
    const row = pass(curve, x, w);
    const plain = pass(curve, x);
    const slope = row.products[UNITS - 1];
    const of = `${curve} ${w}`;
    if (of !== this.best.of) {
      this.best = { of, slope: 0, x: 0 };
      this.moved = false;
    }
    if (this.moved && slope > this.best.slope) this.best = { of, slope, x };
    const goal = curve === "sigmoid" ? most(curve, w) : null;
    const isMost = (/** @type {number} */ each) =>
      goal !== null && amount(each) === amount(goal); // as far as a reader can see
    const [isFound, isReached] = [isMost(this.best.slope), isMost(slope)];
    this.guesses.hidden = !this.asks;
    this.curves.hidden = this.asks;
    this.plane.zoom(RANGE, OUTPUTS[curve] ?? WIDE);
    this.input.put([x, CURVES[curve].value(x)]);
    this.plane.clipped.replaceChildren(
      ...onTheCurve(this.plane, curve, row, plain),
      ...(isFound ? found(this.plane, this.best.x) : []),
    );
    const record = goal && w !== 1 ? mostOfAll() : null;
    this.row.replaceChildren(
      ...units(row, w, this.asks ? null : { goal, record, isReached }),
    );
    const state = { weight: w, plain, best: this.best.slope, isFound, isReached };
    this.showStatus(
      this.asks ? GUESS : verdict(curve, row, { ...state, said: this.said }),
    );
  }
}

define("ann-chain", ChainFigure);
