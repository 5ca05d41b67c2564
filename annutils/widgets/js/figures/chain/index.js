// <ann-chain>: how much of a small change gets through ten units in a row.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
import { held } from "../../parts/scene.js";
import { toggles } from "../../parts/toggles.js";
import { CURVES, pass, RANGE } from "./model.js";
import { onTheCurve, SIZE, unitAt, units } from "./view.js";
import { back, GUESSES, HELP, question, verdict, WAYS } from "./words.js";

const START = 2.5; // where all functions can be compared: ReLU's corner is far

/**
 * Which outputs are shown of curves that are bounded.
 * @type {Record<string, number[] | undefined>}
 */
const OUTPUTS = { sigmoid: [-0.2, 1.2], tanh: [-1.3, 1.3] };
const WIDE = [-1.3, 4.1];

class ChainFigure extends Figure {
  static title = "What survives ten units in a row?";
  static hint =
    "Guess for ten sigmoids. Then drag the white point, try other functions, and go backward.";
  static options = {
    x: number(START, RANGE),
    curve: choice("sigmoid", labelsOf(CURVES)),
    way: choice("forward", WAYS),
    guess: choice("none", { none: "none", ...labelsOf(GUESSES) }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  input = later();
  row = later(SVGSVGElement);
  /** Whether what follows unit 1 waits for a guess. */
  asks = false;
  /** The guess, until something is moved. */
  fresh = "none";
  guesses = later(HTMLElement);
  choices = later(HTMLElement);
  /** The unit that is pointed at, from 0, where that is none. */
  pointed = 0;

  /** What a link does not name stays. */
  get kept() {
    return this.values;
  }

  /** Whether the row is read from its end. */
  get isBack() {
    return this.values.way === "back";
  }

  build() {
    const { curve, guess } = this.values;
    this.asks = !this.addressed && curve === "sigmoid" && guess === "none";
    this.plane = new Plane({
      x: RANGE,
      y: WIDE,
      height: 275, // so that a slope of 1 looks like one
      name: "The activation function, with the change at the input and the output of unit 1",
      yName: "output g(z)",
    });
    this.input = handle(this.plane, {
      name: "Input of unit 1",
      at: [this.values.x, 0],
      shape: [s("circle", { r: 8, fill: "white", stroke: INK, "stroke-width": 2.5 })],
      help: this.help("Input of unit 1", HELP.input),
      text: ([x]) => written(x),
      move: ([x]) => this.chosen("x", rounded(x, 2)),
    });
    this.plane.content.append(this.input.element);
    this.row = s("svg", {
      viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`,
      style: { fontSize: "16px" }, // 12 on a phone
      role: "img",
      "aria-label": "Ten units in a row, their slopes, and what is left after each",
      onpointermove: (/** @type {PointerEvent} */ event) => {
        const { left, width } = this.row.getBoundingClientRect();
        this.point(unitAt(((event.clientX - left) / width) * SIZE[0]));
      },
      onpointerleave: (/** @type {PointerEvent} */ event) => {
        if (event.pointerType === "mouse") this.point(0); // a finger has left at once
      },
    });
    const curves = toggles(this, "curve", "Activation function", HELP.curve);
    const ways = toggles(this, "way", "Direction", HELP.way);
    this.choices = h("div", { class: "stack" }, curves, ways);
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: "At best, how much is left after ten sigmoids?",
      labels: labelsOf(GUESSES),
    });
    // One in the place of the other: nothing below them moves.
    for (const each of [this.guesses, this.choices]) each.style.gridArea = "1 / 1";
    return [
      h(
        "div",
        { class: "scene loose" },
        held(this.plane.element),
        h("div", { class: "drawing" }, this.row),
        h(
          "div",
          { style: { display: "grid", alignItems: "start" } },
          this.guesses,
          this.choices,
        ),
        this.status,
      ),
    ];
  }

  /** @param {number} unit */
  point(unit) {
    if (unit === this.pointed) return;
    this.pointed = unit;
    this.update();
  }

  /**
   * Another function begins where the last one did.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.asks = false;
    this.fresh = name === "guess" ? value : "none";
    if (name === "curve") this.change("x", START);
    super.chosen(name, value);
    if (name === "guess") this.input.element.focus(); // its place is taken
  }

  update() {
    const { curve, x, guess } = this.values;
    const row = pass(curve, x);
    this.guesses.style.visibility = this.asks ? "visible" : "hidden";
    this.choices.style.visibility = this.asks ? "hidden" : "visible";
    this.status.style.position = this.asks ? "static" : ""; // pinned, it hid the guesses
    this.plane.zoom(RANGE, OUTPUTS[curve] ?? WIDE);
    this.input.put([x, CURVES[curve].value(x)]);
    this.plane.clipped.replaceChildren(
      ...onTheCurve(this.plane, curve, row, this.asks, this.pointed),
    );
    this.row.replaceChildren(
      ...units(curve, row, this.isBack && !this.asks, guess, this.asks, this.pointed),
    );
    const told = this.isBack ? back(curve, row) : verdict(curve, row, this.fresh);
    this.showStatus(this.asks ? question(row) : told);
  }
}

define("ann-chain", ChainFigure);
