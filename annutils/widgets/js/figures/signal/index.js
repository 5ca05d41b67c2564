// <ann-signal>: the size of a signal through thirty layers, a line that is held at its end.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { Drawn, LAYERS, onAverage, RULES } from "./model.js";
import { axes, cover, factor, legend, lines } from "./view.js";
import { answer, COVERED, GUESSES, HELP, verdict } from "./words.js";

const SCALES = steps(0.75, 1.35, 0.01);
const SEEDS = steps(0, 9, 1);
const UNCOVERED = 5; // layers, while the reader guesses

/** How high the lever is for a scale. @param {number} scale */
const height = (scale) => LAYERS * Math.log10(scale);

class SignalFigure extends Figure {
  static title = "How long does a signal live?";
  static hint =
    "Guess first. Then drag the end of the line up and down: the weights follow.";
  static options = {
    scale: number(0.9, SCALES),
    activation: choice("relu", labelsOf(RULES)),
    seed: number(0, SEEDS, { whole: true }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  lever = later();
  back = later(SVGGElement);
  notes = later(SVGGElement);
  question = later(HTMLElement);
  answered = later(HTMLElement);
  again = later(HTMLElement);
  /** The network that is drawn, with its seed. @type {{ seed: number, network: Drawn }} */
  drawn = later();
  guessing = false;

  build() {
    const { scale, activation } = this.values;
    this.guessing = !this.addressed && scale === 0.9 && activation === "relu";
    this.plane = new Plane({
      x: [-6.9, 31.5],
      y: [-4.9, 4.9],
      height: 350,
      name: "Sizes of signal and gradient by layer, on a logarithmic scale",
    });
    this.plane.frame.replaceChildren(...axes(this.plane));
    this.back = s("g", { "aria-hidden": "true" });
    this.notes = s("g", { "aria-hidden": "true" });
    this.lever = handle(this.plane, {
      name: "Scale of the weights",
      at: [LAYERS, height(scale)],
      step: 0.14,
      vertical: true,
      shape: [
        s("circle", { r: 9, fill: "white", stroke: INK, "stroke-width": 2.5 }),
        s("path", {
          d: "M-3 -4l3 -3l3 3M-3 4l3 3l3 -3",
          fill: "none",
          stroke: "black",
        }),
      ],
      help: this.help("Scale of the weights", HELP.lever),
      text: () => written(this.values.scale),
      move: ([, y]) => this.pull(y),
    });
    this.plane.clipped.append(this.back);
    this.plane.content.append(this.notes, this.lever.element);
    this.answered = h("p", { role: "status" });
    this.again = this.button(
      "Other weights",
      () => this.chosen("seed", (this.values.seed + 1) % SEEDS.length),
      HELP.again,
    );
    return [
      scene(
        this.plane.element,
        this.guesses(),
        this.answered,
        this.control("activation", "Units and rule", HELP.activation),
        h("div", { class: "row" }, this.again),
      ),
    ];
  }

  guesses() {
    const help = this.help("Guess", HELP.guess);
    const press = (/** @type {number | null} */ guess) => () => {
      this.guessing = false;
      this.answered.textContent = answer(guess);
      this.update();
      this.lever.element.focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
    };
    const choices = Object.entries(GUESSES).map(([guess, name]) =>
      h("button", { type: "button", ...help, onclick: press(Number(guess)) }, name),
    );
    this.question = h(
      "div",
      { class: "stack" },
      h(
        "p",
        {},
        "At 0.9 times He's scale, how much of the signal is left after 30 layers?",
      ),
      h("div", { class: "row" }, choices, this.button("Skip", press(null), HELP.skip)),
    );
    return this.question;
  }

  /** @param {number} y where the lever is held */
  pull(y) {
    const scale = rounded(10 ** (y / LAYERS), 2);
    const [least, most] = [SCALES[0], SCALES[SCALES.length - 1]];
    this.chosen("scale", Math.min(most, Math.max(least, scale)));
  }

  /**
   * Whoever changes something has no guess to make; what was said of it is over.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.guessing = false;
    this.answered.textContent = "";
    super.chosen(name, value);
  }

  update() {
    const { plane, guessing } = this;
    const { scale, activation, seed } = this.values;
    if (this.drawn?.seed !== seed) this.drawn = { seed, network: new Drawn(seed) };
    const mean = onAverage(activation, scale);
    const one = this.drawn.network.sizes(activation, scale);
    this.question.hidden = !guessing;
    this.again.hidden = guessing;
    this.lever.element.toggleAttribute("hidden", guessing);
    this.lever.put([LAYERS, height(scale)]);
    this.back.replaceChildren(
      ...lines(plane, mean, one, guessing ? UNCOVERED : LAYERS),
    );
    this.notes.replaceChildren(
      ...(guessing
        ? cover(plane, UNCOVERED)
        : [...legend(plane), factor(plane, height(scale), `× ${written(scale)}`)]),
    );
    this.showStatus(guessing ? COVERED : verdict(activation, scale, mean, one));
  }
}

define("ann-signal", SignalFigure);
