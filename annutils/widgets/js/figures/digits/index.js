// <ann-digits>: draw a digit, and the chapter's network reads it: at its end, or as it was
// while it learned.

import { readImages, readNetwork } from "../../engine/compact.js";
import { Ink, PRESETS } from "../../engine/ink.js";
import { percent, written } from "../../engine/number_text.js";
import { number, steps } from "../../engine/options.js";
import { preprocess, shifted } from "../../engine/preprocess.js";
import { softmax } from "../../engine/softmax.js";
import { select } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { Bars } from "./bars.js";
import { paintImage } from "./image.js";
import { Pad } from "./pad.js";
import { HELP, reading } from "./words.js";

/** @import { Network } from "../../engine/network.js" */

const NONE = ["", "choose"];

class DigitsFigure extends Figure {
  static title = "Digits: draw one, and the network reads it";
  static options = {
    digit: number(0, steps(0, 99, 1), { whole: true }),
    shift: number(0, steps(-8, 8, 1), { whole: true }),
    back: number(0, steps(0, 9, 1), { whole: true }), // stages, from the last one
  };

  /** One for each stage. @type {{ updates: number, network: Network }[]} */
  stages = [];
  pad = later(Pad);
  ink = new Ink();
  /** Digits of the test set. @type {{ image: Float64Array, label: number }[]} */
  gallery = [];
  drawing = false; // whether the sheet shows what the reader draws
  /** What is shown there. @type {Float64Array} */
  sheet = this.ink.dots;
  /** What the network sees of it. @type {Float64Array} */
  image = this.ink.dots;
  /** What the image is, if it is known. @type {number | null} */
  truth = null;
  seen = h("canvas", {
    class: "pad seen",
    role: "img",
    "aria-label": "What the network sees",
  });
  probabilities = later(Bars);
  activations = later(Bars);
  /** @type {ReturnType<typeof select>} */
  tests = later();
  /** @type {ReturnType<typeof select>} */
  presets = later();

  build() {
    const { stages, images, labels } = this.carried("it came without a network");
    this.stages = stages.map(
      (/** @type {{ updates: number, network: any }} */ { updates, network }) => ({
        updates,
        network: readNetwork(network),
      }),
    );
    this.useNearest("back", Math.min(this.values.back, this.stages.length - 1));
    this.gallery = readImages(images).map((image, k) => ({ image, label: labels[k] }));
    this.ink = new Ink();
    this.pad = new Pad(this.ink, this.help("The sheet", HELP.sheet), {
      begin: () => {
        if (!this.drawing) this.clear();
      },
      changed: () => this.fromInk(),
      tell: (text) => this.showStatus(text),
    });
    const units = this.stages[0].network.sizes[1];
    const names = Array.from({ length: units }, (_, k) => String(k + 1));
    const share = (/** @type {number} */ value) => percent(value, 1);
    this.probabilities = new Bars("Probabilities", [..."0123456789"], share);
    const output = (/** @type {number} */ a) => written(a, 1);
    this.activations = new Bars(`The ${units} hidden units`, names, output);
    this.useNearest("digit", Math.min(this.values.digit, this.gallery.length - 1));
    this.load(this.values.digit);
    const plot = (/** @type {string} */ title, /** @type {HTMLElement} */ picture) =>
      h("div", { class: "plot" }, h("p", { class: "title" }, title), picture);
    const pictures = [
      plot("Draw here", this.pad.element),
      plot("What the network sees", this.seen),
    ];
    const bars = [this.probabilities.element, this.activations.element];
    return [
      h("div", { class: "two" }, pictures),
      this.controls(),
      this.status,
      h("div", { class: "split" }, bars),
    ];
  }

  controls() {
    const clear = this.button("Clear", () => this.clear(), HELP.clear, true);
    const digits = this.gallery.map(({ label }, k) => [
      String(k),
      `Digit ${k + 1}: ${label}`,
    ]);
    this.tests = select({
      name: "Test digits",
      value: String(this.values.digit),
      choices: [NONE, ...digits],
      help: this.help("Test digits", HELP.tests),
      change: (value) => value !== "" && this.choose(Number(value)),
    });
    this.presets = select({
      name: "Draw for me",
      value: "",
      choices: [NONE, ...PRESETS.map((_, k) => [String(k), `a ${k}`])],
      help: this.help("Draw for me", HELP.presets),
      change: (value) => value !== "" && this.drawPreset(Number(value)),
    });
    const lists = [this.tests.element, this.presets.element];
    const format = (/** @type {number} */ pixels) =>
      pixels === 0
        ? "none"
        : `${Math.abs(pixels)} to the ${pixels < 0 ? "left" : "right"}`;
    const sliders = [this.control("shift", "Shift, pixels", HELP.shift, { format })];
    if (this.stages.length > 1) sliders.unshift(this.training());
    return h("div", { class: "controls" }, lists, clear, sliders);
  }

  training() {
    return this.control("back", "Updates", HELP.updates, {
      values: this.stages.map((_, k) => k).reverse(),
      format: (back) => String(this.asOf(back).updates),
    });
  }

  /** @param {number} back */
  asOf(back) {
    return this.stages[this.stages.length - 1 - back];
  }

  clear() {
    this.drawing = true;
    this.presets.value = "";
    this.ink.clear();
    this.fromInk();
  }

  /** @param {number} digit */
  drawPreset(digit) {
    this.drawing = true;
    this.ink.clear();
    this.ink.strokes(PRESETS[digit]);
    this.fromInk();
  }

  fromInk() {
    this.sheet = this.ink.dots;
    this.image = preprocess(this.ink.dots);
    this.truth = null;
    this.tests.value = "";
    this.update();
  }

  /** @param {number} index of the gallery */
  load(index) {
    const { image, label } = this.gallery[index];
    this.drawing = false;
    this.sheet = image;
    this.image = image;
    this.truth = label;
  }

  /** @param {number} index of the gallery */
  choose(index) {
    this.change("digit", index);
    this.presets.value = "";
    this.load(index);
    this.update();
  }

  /** Ask the network and show all that it answers. */
  update() {
    const { network } = this.asOf(this.values.back);
    const image = shifted(this.image, this.values.shift);
    paintImage(this.pad.canvas, this.sheet);
    paintImage(this.seen, image);
    const empty = image.every((ink) => ink === 0);
    const probabilities = softmax(network.forward(image, 1));
    const strongest = Math.max(...probabilities);
    const answer = probabilities.indexOf(strongest);
    const hidden = network.A[1].subarray(0, network.sizes[1]);
    this.probabilities.draw(empty ? new Float64Array(10) : probabilities, 1, answer);
    this.activations.draw(hidden, Math.max(...hidden, 1e-9));
    const text = empty
      ? "An empty sheet. Draw a digit."
      : reading(answer, strongest, this.truth);
    this.showStatus(text);
  }
}

define("ann-digits", DigitsFigure);
