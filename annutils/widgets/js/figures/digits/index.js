// <ann-digits>: what the chapter's network reads, at its end or while it learned, and which
// ink made it read this.

import { readImages, readNetwork } from "../../engine/compact.js";
import { evidence } from "../../engine/evidence.js";
import { Ink, PRESETS, SCRIBBLE, SIDE } from "../../engine/ink.js";
import { written } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { frameOf, PIXELS, sampled, shifted, WHOLE } from "../../engine/preprocess.js";
import { softmax } from "../../engine/softmax.js";
import { select } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { choices, optionRadios, radio } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { Answers } from "./answers.js";
import { Bars } from "./bars.js";
import { paint } from "./image.js";
import { Pad } from "./pad.js";
import { STYLE } from "./style.js";
import {
  asked,
  BEFORE,
  balance,
  before,
  HELP,
  INK,
  listed,
  needed,
  reading,
  rivalOf,
} from "./words.js";

/** @import { Network } from "../../engine/network.js" */

const DIGITS = Array.from({ length: 10 }, (_, k) => String(k));
const NAMES = Object.fromEntries(DIGITS.map((k) => [k, k]));
const TOOLS = { draw: "Draw", erase: "Erase", move: "Move" };
const FAR = steps(-8, 8, 1);

class DigitsFigure extends Figure {
  static title = "Why does it say that?";
  static hint = "Guess, then see.";
  static style = STYLE;
  static options = {
    digit: number(0, steps(0, 99, 1), { whole: true }),
    drawn: choice("no", { no: "no", scribble: "a scribble", ...NAMES }),
    why: choice("none", { none: "none", ...NAMES }),
    tool: choice("erase", TOOLS),
    shift: number(0, FAR, { whole: true }),
    down: number(0, FAR, { whole: true }),
    back: number(0, steps(0, 9, 1), { whole: true }), // stages, from the last one
    guess: choice("none", { none: "none", ...BEFORE, ...INK, skip: "skip" }),
  };

  /** One for each stage. @type {{ updates: number, network: Network }[]} */
  stages = [];
  pad = later(Pad);
  ink = new Ink();
  /** Digits that it has not learned from. @type {{ image: Float64Array, label: number }[]} */
  gallery = [];
  /** Where the network's pixels lie on the sheet. */
  frame = WHOLE;
  own = false; // whether the reader drew: the frame follows the ink
  /** The sheet before ink was erased. @type {Float64Array} */
  unerased = this.ink.dots;
  /** What the ink is meant to be, if it is known. @type {number | null} */
  truth = null;
  first = -1; // the answer before the ink was changed
  latest = -1; // the answer that was seen last
  previous = -1; // and the other one before it
  by = 0; // by the network of which stage
  took = 0; // the share of the ink that was gone when the answer turned
  /** The least such share so far, by the sheet that it was erased from. */
  least = new WeakMap();
  rival = -1; // what the answer whose reasons are shown is compared with
  listed = ""; // what the list says of the sheet: nothing, if a hand has changed it
  loaded = false; // whether anything has been on the sheet
  erased = false; // whether a hand took some of it away
  verdict = "";
  touched = false; // whether an answer's reasons were shown before a link
  /** Whether the answers before training wait for a guess. */
  asks = false;
  guesses = later(HTMLElement);
  updates = later(HTMLElement);
  /** Earlier sheets, to go back to. @type {ReturnType<DigitsFigure["sheet"]>[]} */
  past = [];
  /** Probabilities now. @type {Float64Array} */
  now = new Float64Array(10);
  /** Those before the last stroke. @type {Float64Array} */
  earlier = this.now;
  answer = -1;
  held = [0, 0]; // where the ink was when a hand began to move it
  way = [0, 0]; // how far the hand has gone, in sheets
  seen = h("canvas", {
    class: "pad seen",
    role: "img",
    "aria-label": "What the network sees",
  });
  answers = later(Answers);
  activations = later(Bars);
  caption = h("p", { class: "title" });
  /** @type {ReturnType<typeof select>} */
  list = later();
  undo = later(HTMLButtonElement);

  /** Whether a link leaves what is on the sheet, as it names no other digit. */
  get stays() {
    const named = this.addressed;
    return this.loaded && !named?.has("digit") && !named?.has("drawn");
  }

  /** With its ink, a sheet keeps all that a link does not name. */
  get kept() {
    return this.stays ? this.values : {};
  }

  readSettings() {
    const isFirst = !this.loaded;
    this.touched = (this.values.why ?? "none") !== "none";
    super.readSettings();
    this.asks = isFirst && !this.addressed && this.values.guess === "none";
  }

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
    this.useNearest("digit", Math.min(this.values.digit, this.gallery.length - 1));
    this.asks &&= this.learns;
    if (this.asks)
      Object.assign(this.values, { back: this.stages.length - 1, tool: "draw" });
    this.pad = new Pad(this.help("The sheet", HELP.sheet), {
      begin: () => this.begin(),
      stroke: (from, to) => this.stroke(from, to),
      push: ([right, up]) => {
        if (this.values.tool !== "move") return false;
        this.remember();
        this.moveTo(this.values.shift + right, this.values.down - up);
        return true;
      },
      tell: (text) => this.showStatus(`${this.verdict}\n${text}`),
    });
    this.answers = new Answers(
      this.values.why,
      (why) => this.ask(why),
      this.help("The ten answers", HELP.answers),
    );
    if (!this.stays) {
      if (this.loaded) this.remember();
      this.load();
      if (this.touched && !this.addressed?.has("why")) this.touch();
    }
    const plot = h("div", { class: "plot" }, this.pad.element, this.caption);
    const picture = h("div", { class: "small read" }, plot, this.status);
    this.guesses = this.asking();
    this.updates = this.training();
    const { element } = this.answers;
    const acts = [this.guesses, this.updates, this.tools(), element, this.digits()];
    this.fold("More", this.behind());
    return [scene(picture, ...acts)];
  }

  /** Whether the network comes as it was while it learned, too. */
  get learns() {
    return this.stages.length > 1;
  }

  /** What to guess: what it says before training, or how much of the ink it takes. */
  asking() {
    const [legend, labels] = this.learns
      ? ["It has not learned yet. It will say", BEFORE]
      : ["Your guess: ink that must go", INK];
    const text = HELP.guess;
    return optionRadios(this, "guess", { name: "Your guess", text, legend, labels });
  }

  /**
   * A guess shows what was asked for, as does to go on without one. To choose a pen is to
   * do neither.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name !== "guess" || !this.learns) {
      if (name !== "tool") this.skip();
      if (name === "back") this.earlier = this.now; // each stage beside the one before
      super.chosen(name, value);
      return;
    }
    this.asks = false;
    this.change(name, value);
    this.change("back", this.values.back);
    this.update(before(value, this.truth === this.answer));
  }

  skip() {
    if (!this.asks) return;
    this.asks = false;
    this.change("guess", "skip");
    this.change("back", this.values.back);
  }

  /** The next image is another question. */
  forgetGuess() {
    if (this.learns) return;
    this.change("guess", "none");
    for (const input of this.guesses.querySelectorAll("input")) input.checked = false;
  }

  digits() {
    const network = this.asOf(0).network;
    const kinds = new Array(10).fill(0);
    const digits = this.gallery.map(({ image, label }, k) => {
      const logits = network.forward(image, 1);
      kinds[label] += 1;
      const read = logits.indexOf(Math.max(...logits.subarray(0, 10)));
      return [`${k}`, listed(label, kinds[label], read)];
    });
    const simple = DIGITS.map((k) => [`drawn ${k}`, `A simple ${k}`]);
    this.list = select({
      name: "On the sheet",
      value: this.listed,
      choices: [
        ["", "your ink"],
        ["drawn scribble", "A scribble"],
        ...digits,
        ...simple,
      ],
      help: this.help("On the sheet", HELP.show),
      change: (value) => value !== "" && this.show(value),
    });
    return h("div", { class: "list" }, this.list.element);
  }

  tools() {
    const pen = optionRadios(this, "tool", {
      name: "Draw, erase, move",
      text: HELP.tool,
      legend: "The pen",
      labels: TOOLS,
    });
    this.undo = this.button("Undo", () => this.goBack(), HELP.undo);
    const clear = this.button("Clear", () => this.clear(), HELP.clear);
    const sheet = { class: "row", role: "group", "aria-label": "The sheet" };
    return h("div", { class: "row apart" }, pen, h("div", sheet, this.undo, clear));
  }

  training() {
    const help = this.help("Updates", HELP.updates);
    const radios = this.stages.map((stage, k) => {
      const back = this.stages.length - 1 - k;
      const checked = back === this.values.back;
      const choose = () => this.chosen("back", back);
      const words = stage.updates.toLocaleString("en");
      return radio({ group: "back", checked, choose, help }, h("span", {}, words));
    });
    return choices("Updates", "tools updates", radios);
  }

  /** What the network gets, and what its hidden units make of it. */
  behind() {
    const units = this.stages[0].network.sizes[1];
    const names = Array.from({ length: units }, (_, k) => String(k + 1));
    const output = (/** @type {number} */ a) => written(a, 1);
    this.activations = new Bars(`The ${units} hidden units`, names, output);
    const title = h("p", { class: "title" }, "What the network sees");
    const text =
      "What you draw is scaled into a box of 20 by 20 pixels and put so that its center of " +
      "mass is in the middle of 28 by 28, as the images of MNIST are. Erasing does not " +
      "move it.";
    return h(
      "div",
      { class: "two" },
      h("div", {}, h("div", { class: "plot" }, title, this.seen), h("p", {}, text)),
      this.activations.element,
    );
  }

  /** @param {number} back */
  asOf(back) {
    return this.stages[this.stages.length - 1 - back];
  }

  /** Put on the sheet what the settings say. */
  load() {
    const { drawn, digit } = this.values;
    this.loaded = true;
    this.own = drawn !== "no";
    this.listed = this.own ? `drawn ${drawn}` : String(digit);
    this.ink = new Ink();
    if (drawn === "scribble") this.ink.strokes(SCRIBBLE);
    else if (this.own) this.ink.strokes(PRESETS[Number(drawn)]);
    else this.ink.print(this.gallery[digit].image);
    this.truth = this.own ? null : this.gallery[digit].label;
    this.rival = -1;
    this.settle();
  }

  /** What is on the sheet. */
  sheet() {
    const { ink, unerased, frame, own, erased, truth, listed } = this;
    const { first, latest, previous, took } = this;
    const { digit, drawn, shift, down } = this.values;
    const dots = ink.dots.slice();
    const state = {
      unerased,
      frame,
      own,
      erased,
      truth,
      first,
      latest,
      previous,
      took,
      listed,
    };
    return { dots, state, values: { digit, drawn, shift, down } };
  }

  /** Keep the sheet, to go back to it. */
  remember() {
    this.skip();
    this.past.push(this.sheet());
  }

  goBack() {
    const sheet = this.past.pop();
    if (!sheet) return;
    this.earlier = this.now;
    this.ink.dots = sheet.dots;
    Object.assign(this, sheet.state);
    for (const [name, value] of Object.entries(sheet.values)) this.change(name, value);
    this.update();
  }

  /** @param {string} why the answer whose reasons shall be shown, or "none" */
  ask(why) {
    this.rival = -1;
    this.chosen("why", why);
  }

  /** Show the reasons of the answer that is given. */
  touch() {
    if (this.answer < 0) return;
    this.rival = -1;
    this.change("why", String(this.answer));
    this.answers.choose(this.answer);
  }

  /** The ink is as it shall be: later changes are seen against it. */
  settle() {
    this.frame = (this.own && frameOf(this.ink.dots)) || WHOLE;
    this.unerased = this.ink.dots.slice();
    this.erased = false;
    this.took = 0;
    this.read();
    this.begins();
    this.earlier = this.now;
  }

  /** From here on, the answer may turn. */
  begins() {
    this.first = this.answer;
    this.latest = this.answer;
    this.by = this.values.back;
  }

  /** The answer of now: another network's does not count as one that turned. */
  track() {
    if (this.by !== this.values.back) this.begins();
    else if (this.answer !== this.latest) {
      this.previous = this.latest;
      this.latest = this.answer;
    }
  }

  /** @param {string} word of the list */
  show(word) {
    this.remember();
    const [key, value] = word.startsWith("drawn ")
      ? ["drawn", word.slice(6)]
      : ["digit", Number(word)];
    this.change("drawn", "no");
    this.change(/** @type {string} */ (key), value);
    this.change("shift", 0);
    this.change("down", 0);
    this.forgetGuess();
    this.load();
    if (this.values.why !== "none") this.touch();
    this.update();
  }

  clear() {
    this.remember();
    this.forgetGuess();
    this.own = true;
    this.truth = null;
    this.listed = "";
    this.ink.clear();
    this.change("shift", 0);
    this.change("down", 0);
    this.take("draw");
    this.settle();
    this.update();
  }

  /** @param {string} tool */
  take(tool) {
    this.change("tool", tool);
    const radios = this.stage.querySelectorAll('[name="tool"]');
    Object.keys(TOOLS).forEach((name, k) => {
      /** @type {HTMLInputElement} */ (radios[k]).checked = name === tool;
    });
  }

  begin() {
    this.remember();
    this.earlier = this.now;
    this.held = [this.values.shift, this.values.down];
    this.way = [0, 0];
  }

  /**
   * @param {number[]} from
   * @param {number[]} to
   */
  stroke(from, to) {
    const { tool } = this.values;
    if (tool === "move") {
      this.way = this.way.map((done, axis) => done + to[axis] - from[axis]);
      const pixel = this.frame.scale / SIDE;
      const [right, down] = this.way.map((done) => Math.round(done / pixel));
      this.moveTo(this.held[0] + right, this.held[1] + down);
      return;
    }
    const places = [from, to].map((place) => this.unmoved(place));
    this.ink.line(places[0], places[1], tool === "erase");
    this.erased = true;
    if (tool === "draw") {
      this.truth = null;
      this.settle();
    }
    this.listed = "";
    this.read();
    if (tool === "erase" && !this.took && this.turned && this.answer >= 0) {
      this.took = this.gone;
      const least = this.least.get(this.unerased) ?? 1;
      this.least.set(this.unerased, Math.min(least, this.took));
    }
    this.update();
  }

  /** Whether the answer is another than that to the whole ink. */
  get turned() {
    return this.answer !== this.first;
  }

  /**
   * Where a place of the sheet is in the ink, which may have been moved.
   * @param {number[]} place
   */
  unmoved([x, y]) {
    const pixel = this.frame.scale / SIDE;
    return [x - this.values.shift * pixel, y - this.values.down * pixel];
  }

  /**
   * @param {number} right
   * @param {number} down
   */
  moveTo(right, down) {
    const [first, last] = [FAR[0], FAR[FAR.length - 1]];
    const within = (/** @type {number} */ n) => Math.min(last, Math.max(first, n));
    this.change("shift", within(right));
    this.change("down", within(down));
    this.update();
  }

  /**
   * What the network gets of a sheet.
   * @param {Float64Array} dots
   */
  pixels(dots) {
    const { shift, down } = this.values;
    return shifted(sampled(dots, this.frame), shift, down);
  }

  /** Ask the network of a stage. */
  read({ network } = this.asOf(this.values.back)) {
    const image = this.pixels(this.ink.dots);
    const logits = network.forward(image, 1);
    const empty = image.every((ink) => ink === 0);
    this.now = empty ? new Float64Array(10) : softmax(logits);
    this.answer = empty ? -1 : this.now.indexOf(Math.max(...this.now));
    return { network, image };
  }

  /** What it says to the same ink where that was before it was moved. */
  atHome() {
    const image = sampled(this.ink.dots, this.frame);
    const logits = this.asOf(this.values.back).network.forward(image, 1);
    return logits.indexOf(Math.max(...logits.subarray(0, 10)));
  }

  /** @param {string} [news] about a guess */
  update(news = "") {
    const home = this.atHome();
    const { network, image } = this.read();
    this.track();
    if (this.answer < 0) {
      this.change("why", "none");
      this.answers.forget();
    }
    const { why } = this.values;
    this.list.value = this.listed;
    const { truth } = this;
    const ink = truth === null ? "your ink" : `A written ${truth}, partly erased`;
    this.list.input.options[0].textContent = ink;
    this.undo.disabled = !this.past.length;
    const { asks } = this;
    const none = new Float64Array(10);
    if (asks) this.answers.draw(none, none, -1);
    else this.answers.draw(this.now, this.earlier, this.answer);
    this.answers.element.toggleAttribute("disabled", asks);
    this.guesses.hidden = this.learns && !asks;
    const isLate = this.erased || this.answer < 0;
    this.guesses.toggleAttribute("disabled", !this.learns && isLate);
    this.updates.hidden = asks || !this.learns;
    paint(this.seen, image);
    const hidden = network.A[1].subarray(0, network.sizes[1]);
    this.activations.draw(hidden, Math.max(...hidden, 1e-9));
    // The two stay the same until the answer is neither.
    if (this.rival < 0 || ![Number(why), this.rival].includes(this.answer)) {
      this.rival = rivalOf(this.now, Number(why));
    }
    const { rival } = this;
    const reasons = why === "none" ? null : evidence(network, Number(why), rival);
    this.drawSheet(network, reasons);
    this.explain(why, rival, reasons, news, home);
  }

  /**
   * The ink, in the colors of the reasons, and the trace of what was erased or moved.
   * @param {Network} network
   * @param {Float64Array | null} reasons of what is there now
   */
  drawSheet(network, reasons) {
    const { rival, unerased } = this;
    const { why, shift, down } = this.values;
    // Erased ink keeps the color that it had; full color is what the last network knows.
    const whole = this.pixels(unerased);
    const [past, final] = [network, this.asOf(0).network].map((each) => {
      each.forward(whole, 1);
      return reasons && evidence(each, Number(why), rival);
    });
    const strongest = Math.max(...(final ?? []).map(Math.abs), 1e-9);
    const { x, y, scale } = this.frame;
    const pixel = (/** @type {number} */ dot, /** @type {number} */ start) =>
      Math.floor((dot + 0.5 - start) / scale);
    const said = (
      /** @type {Float64Array | null} */ each,
      /** @type {number} */ dot,
    ) => {
      const column = pixel(dot % SIDE, x);
      const row = pixel(Math.floor(dot / SIDE), y);
      const inside = column >= 0 && column < PIXELS && row >= 0 && row < PIXELS;
      return inside && each ? each[row * PIXELS + column] / strongest : 0;
    };
    const moved = (/** @type {Float64Array} */ dots) =>
      displaced(dots, Math.round(shift * scale), Math.round(down * scale));
    // What was moved leaves a trace where it was.
    const here = moved(unerased);
    const traced =
      here === unerased ? here : here.map((dot, k) => Math.max(dot, unerased[k]));
    paint(
      this.pad.canvas,
      moved(this.ink.dots),
      reasons && ((dot) => said(reasons, dot)),
      traced,
      past && ((dot) => said(past, dot)),
    );
  }

  /** How much of the ink is gone. */
  get gone() {
    const [now, whole] = [this.ink.dots, this.unerased].map((dots) =>
      dots.reduce((sum, ink) => sum + ink, 0),
    );
    return 1 - now / whole;
  }

  /**
   * Say what is seen, at its place and in the status.
   * @param {string} why
   * @param {number} rival of the answer `why`
   * @param {Float64Array | null} reasons
   * @param {string} news about a guess
   * @param {number} home what it says to the ink where that was
   */
  explain(why, rival, reasons, news, home) {
    const { answer, asks, truth, erased, own, turned, gone } = this;
    const first = answer === this.first ? answer : this.previous;
    const { back, tool, guess, shift, down } = this.values;
    const { updates } = this.asOf(back);
    const untrained = back > 0 && updates === 0;
    const earlier = back > 0 ? updates.toLocaleString("en") : "";
    const right = truth === answer && !erased;
    const least = this.least.get(this.unerased) ?? 0;
    const words = asked({
      answer,
      asks,
      waits: !this.learns && guess === "none" && !erased,
      draws: this.learns && right && tool === "draw" && !own,
      right,
      updates,
      next: back > 0 ? this.asOf(back - 1).updates : 0,
      tool,
      moved: Math.abs(shift) + Math.abs(down),
      home,
      first: this.first,
      turned: turned && erased,
      gone,
      least,
      why,
      rival,
    });
    [".question", ".hint"].forEach((place, k) => {
      const line = this.stage.querySelector(place);
      if (line) line.textContent = words[k];
    });
    this.caption.replaceChildren(
      ...(reasons
        ? [
            h("b", { class: "for" }, `orange: for ${why}`),
            " · ",
            h("b", { class: "against" }, `blue: for ${rival}`),
          ]
        : ["it sees 28 × 28 numbers"]),
    );
    const probability = this.now[answer];
    this.verdict =
      answer < 0
        ? `An empty sheet.${untrained ? " The network has not learned yet." : ""}`
        : reading({ answer, probability, first, truth, erased, untrained, earlier });
    const sum = reasons ? balance(why, rival, reasons) : "";
    const took = turned ? this.took : 0;
    const ink =
      erased && answer >= 0 ? needed({ gone, took, guess, least, answer }) : "";
    if (asks) this.verdict = "Its weights are random: nobody has shown it a digit yet.";
    this.showStatus(`${this.verdict}\n${ink || news || sum}`.trim());
  }
}

/**
 * Dots moved to the right and down.
 * @param {Float64Array} dots
 * @param {number} right
 * @param {number} down
 */
function displaced(dots, right, down) {
  if (!right && !down) return dots;
  return dots.map((_, dot) => {
    const [column, row] = [(dot % SIDE) - right, Math.floor(dot / SIDE) - down];
    const inside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
    return inside ? dots[row * SIDE + column] : 0;
  });
}

define("ann-digits", DigitsFigure);
