// <ann-digits>: draw a digit, and the chapter's network reads it.

import { readImages, readNetwork } from "../../engine/compact.js";
import { Ink, PRESETS } from "../../engine/ink.js";
import { softmax } from "../../engine/losses.js";
import { number } from "../../engine/options.js";
import { preprocess } from "../../engine/preprocess.js";
import { Bars } from "./bars.js";
import { select } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { paintImage } from "./image.js";
import { Pad } from "./pad.js";
import { define, Figure } from "../../parts/figure.js";

const percent = (share) => `${(100 * share).toFixed(1)}%`;

class DigitsFigure extends Figure {
  static title = "Digits: draw one, and the network reads it";
  static options = { digit: number(0, 0, 99, { whole: true }) };

  build() {
    const carried = this.querySelector('script[type="application/json"]');
    if (!carried) throw new Error("it came without a network");
    const { network, images, labels } = JSON.parse(carried.textContent);
    this.network = readNetwork(network);
    this.gallery = readImages(images).map((image, k) => ({ image, label: labels[k] }));
    this.ink = new Ink();
    const help = this.help("The sheet", "Draw with mouse, finger or pen. By keyboard, the arrow keys move a pen, with Shift in larger steps; the space bar puts it down and lifts it. What you draw is scaled into a box of 20 by 20 pixels and put so that its center of mass is in the middle of 28 by 28, as the images of MNIST are.");
    this.pad = new Pad(this.ink, help, {
      begin: () => this.drawing || this.clear(),
      changed: () => this.fromInk(),
      say: (text) => this.say(text),
    });
    this.seen = h("canvas", { class: "pad seen", role: "img", "aria-label": "What the network sees" });
    const hidden = this.network.sizes[1];
    const names = Array.from({ length: hidden }, (_, k) => String(k + 1));
    this.probabilities = new Bars("Probabilities", [..."0123456789"], percent);
    this.activations = new Bars(`The ${hidden} hidden units`, names, (a) => a.toFixed(1));
    this.settle("digit", Math.min(this.values.digit, this.gallery.length - 1));
    this.load(this.values.digit);
    const pictures = h("div", { class: "two" },
      h("div", { class: "plot" }, h("p", { class: "title" }, "Draw here"), this.pad.element),
      h("div", { class: "plot" }, h("p", { class: "title" }, "Scaled and centered"), this.seen),
    );
    const bars = h("div", { class: "split" }, this.probabilities.element, this.activations.element);
    return [pictures, this.controls(), this.status, bars];
  }

  controls() {
    const clear = this.button("Clear", () => this.clear(), "An empty sheet.", true);
    const texts = this.gallery.map(({ label }, k) => [String(k), `Digit ${k + 1}: ${label}`]);
    const tests = select({
      ...{ name: "Test digits", value: String(this.values.digit), choices: [["", "choose"], ...texts] },
      help: this.help("Test digits", "Images of the test set, with what they are."),
      change: (value) => value !== "" && this.choose(Number(value)),
    });
    const presets = select({
      ...{ name: "Draw for me", value: "", choices: [["", "choose"], ...PRESETS.map((_, k) => [String(k), `a ${k}`])] },
      help: this.help("Draw for me", "A digit drawn with simple strokes."),
      change: (value) => value !== "" && this.preset(Number(value)),
    });
    Object.assign(this, { tests, presets });
    return h("div", { class: "controls" }, tests.element, presets.element, clear);
  }

  clear() {
    this.drawing = true;
    this.presets.value = "";
    this.ink.clear();
    this.fromInk();
  }

  preset(digit) {
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

  load(index) {
    this.drawing = false;
    const { image, label } = this.gallery[index];
    Object.assign(this, { sheet: image, image, truth: label });
  }

  choose(index) {
    this.change("digit", index);
    this.presets.value = "";
    this.load(index);
    this.update();
  }

  /** Ask the network and show all that it answers. */
  update() {
    const { network, image } = this;
    paintImage(this.pad.canvas, this.sheet);
    paintImage(this.seen, image);
    const empty = image.every((ink) => ink === 0);
    const logits = network.forward(image, 1);
    const shares = new Float64Array(10);
    softmax(logits, shares, 0, 10);
    const answer = shares.indexOf(Math.max(...shares));
    const hidden = network.A[1].subarray(0, network.sizes[1]);
    this.probabilities.draw(empty ? shares.fill(0) : shares, 1, answer);
    this.activations.draw(hidden, Math.max(...hidden, 1e-9));
    if (empty) return this.say("An empty sheet. Draw a digit.");
    const truth = this.truth === null ? "" : this.truth === answer ? " Right." : ` Wrong: it is a ${this.truth}.`;
    return this.say(`The network reads a ${answer}, with probability ${percent(shares[answer])}.${truth}`);
  }
}

define("ann-digits", DigitsFigure);
