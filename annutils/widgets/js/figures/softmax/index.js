// <ann-softmax>: three scores to drag, their probabilities, and a step of descent.

import { rounded, written } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { crossEntropy, errors, softmax } from "../../engine/softmax.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { pressed } from "../../parts/press.js";
import { optionRadios } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { told } from "./model.js";
import {
  Bars,
  COLORS,
  ghosts,
  heads,
  levels,
  losses,
  pulls,
  rails,
  SIZE,
  targetPlace,
} from "./view.js";
import {
  asked,
  FARTHEST,
  GUESSES,
  HELP,
  lifted,
  logit,
  NEXT,
  QUESTION,
  sentence,
  stepped,
  verdict,
} from "./words.js";

const REACH = 3; // of the scores
const MARGIN = 0.7; // above and below them, so that no point or arrow is cut
const CLASSES = [0, 1, 2];
const FIRST = Float64Array.of(2.5, -2, -0.5); // sure and wrong
const TARGET = "1"; // then
const KEY = 0.1;
const NEAR = KEY / 2; // scores that look equal
const SCORES = steps(-REACH, REACH, KEY);

class SoftmaxFigure extends Figure {
  static title = "Which score does a step move most?";
  static hint = "Guess, or drag the points.";
  static options = {
    z0: number(FIRST[0], SCORES),
    z1: number(FIRST[1], SCORES),
    z2: number(FIRST[2], SCORES),
    target: choice(TARGET, { 0: "class 0", 1: "class 1", 2: "class 2" }),
    guess: choice("none", { none: "none", ...GUESSES }),
  };

  plane = later(Plane);
  bars = later(Bars);
  loss = later(Plane);
  arrows = later(SVGGElement);
  /** One for each score. @type {ReturnType<typeof handle>[]} */
  handles = [];
  /** One for each class. @type {SVGGElement[]} */
  targets = [];
  /** The scores before the last step. @type {Float64Array | null} */
  earlier = null;
  /** How far it moved all of them, to keep them in the picture. */
  shift = 0;
  guesses = later(HTMLElement);
  stepButton = later(HTMLElement);
  /** What there is to do. */
  next = later(HTMLElement);
  /** What the reader has done of it. @type {Set<string>} */
  done = new Set();
  /** Whether the steps are shown: after a guess, or whatever the reader moves. */
  isAnswered = false;
  /** Whether the guess was the last that the reader did. */
  isGuessed = false;

  /** A guess stays. */
  get kept() {
    const { guess } = this.values;
    return guess ? { guess } : {};
  }

  build() {
    this.earlier = null;
    this.isAnswered = this.addressed !== null;
    this.isGuessed = false;
    this.plane = new Plane({
      ...SIZE,
      x: [-0.99, 2.99], // room for names and sums beside the bars
      margin: { left: 42, right: 8, top: 8, bottom: 26 },
      y: [-REACH - MARGIN, REACH + MARGIN],
      name: "The scores of three classes",
      xName: "class",
      yName: "score z",
    });
    this.bars = new Bars(this.plane);
    this.plane.element.append(this.bars.element);
    this.arrows = s("g", { "aria-hidden": "true" });
    this.handles = CLASSES.map((k) => this.score(k));
    const beads = this.handles.map(({ element }) => element);
    this.plane.clipped.append(...rails(this.plane));
    this.plane.content.append(this.arrows, ...beads);
    const help = this.help("Targets", HELP.target);
    this.targets = CLASSES.map((k) => this.target(k, help));
    this.bars.element.append(...this.targets);
    this.loss = new Plane({
      x: [0, 1],
      y: [0, 7],
      height: 184,
      name: "The loss over the probability of the true class",
    });
    this.guesses = optionRadios(this, "guess", {
      name: "Your prediction",
      text: HELP.guess,
      legend: QUESTION,
      labels: GUESSES,
    });
    this.guesses.addEventListener("change", () => this.guessed());
    this.next = h("p");
    this.stepButton = this.button("Take this step", () => this.step(), HELP.step);
    const again = this.button("Start over", () => this.startOver(), HELP.again);
    const picture = h("div", { class: "stack" }, this.plane.element, this.status);
    const row = h("div", { class: "row" }, this.stepButton, again);
    return [scene(picture, this.guesses, row, this.next, this.loss.element)];
  }

  get scores() {
    const { z0, z1, z2 } = this.values;
    return Float64Array.of(z0, z1, z2);
  }

  /** @param {number} k */
  score(k) {
    const name = `Score ${logit(k)}`;
    const look = { r: 9, fill: COLORS[k], stroke: INK, "stroke-width": 2 };
    return handle(this.plane, {
      name,
      at: [k, this.scores[k]],
      vertical: true,
      shape: [s("circle", look)],
      text: ([, z]) => written(z),
      limits: () => [-REACH, REACH],
      help: this.help(name, HELP.logit),
      move: ([, z]) => {
        this.moved();
        const value = this.magnetic(k, Math.min(REACH, Math.max(-REACH, z)));
        this.handles[k].put([k, value]);
        this.chosen(`z${k}`, value);
      },
    });
  }

  /**
   * The height of another point that is nearer than a key goes: there, a point stops.
   * @param {number} k
   * @param {number} z
   */
  magnetic(k, z) {
    const others = CLASSES.filter((each) => each !== k).map(
      (each) => this.scores[each],
    );
    const near = (/** @type {number} */ other) => rounded(Math.abs(other - z), 3) < KEY;
    return others.find(near) ?? rounded(z, 2);
  }

  /**
   * @param {number} k
   * @param {import("../../parts/dom.js").Properties} help
   */
  target(k, help) {
    const box = { x: -16, y: -12, width: 32, height: 24, rx: 6 };
    const press = () => {
      this.moved();
      this.done.add("turn");
      this.chosen("target", String(k));
    };
    const look = { fill: PAPER, stroke: COLORS[k], "stroke-width": 1.5 };
    const shape = [s("rect", { ...box, ...look }), label(0, 5, "", "middle")];
    const element = pressed({
      name: `Target of class ${k}`,
      size: 34,
      shape,
      press,
      help,
    });
    return set(element, { transform: targetPlace(this.plane, k) });
  }

  /** The reader has changed something: what was said of the last step or guess is past. */
  moved() {
    this.earlier = null;
    this.isAnswered = true;
    this.isGuessed = false;
  }

  guessed() {
    this.moved();
    this.isGuessed = true;
    this.update();
  }

  /**
   * Each score goes to the tip of its arrow. Where a tip is beyond the scale, all move by
   * the same, which changes no probability, to the middle.
   */
  step() {
    const { scores } = this;
    const gradient = errors(scores, Number(this.values.target));
    const tips = scores.map((z, k) => z - gradient[k]);
    const [low, high] = [Math.min(...tips), Math.max(...tips)];
    if (high - low > 2 * REACH) {
      this.showStatus(FARTHEST);
      return;
    }
    this.moved();
    this.shift = Math.max(-low, high) > REACH ? -(low + high) / 2 : 0;
    this.earlier = scores.map((z) => z + this.shift);
    this.put(tips.map((z) => rounded(z + this.shift, 6)));
  }

  startOver() {
    this.change("guess", "none");
    for (const input of this.guesses.querySelectorAll("input")) input.checked = false;
    this.moved();
    this.isAnswered = false;
    this.done.clear();
    this.change("target", TARGET);
    this.put(FIRST);
  }

  /** @param {Float64Array} next */
  put(next) {
    for (const k of CLASSES) {
      this.change(`z${k}`, next[k]);
      this.handles[k].put([k, next[k]]);
    }
    this.update();
  }

  /** Whether class 2 may be lifted, with all else as it was at first. */
  get isLift() {
    const { scores, values, earlier } = this;
    const stay = [0, 1].every((k) => scores[k] === FIRST[k]);
    return values.target === TARGET && !earlier && stay;
  }

  get sentence() {
    const { scores, earlier } = this;
    const target = Number(this.values.target);
    const now = told(scores, target);
    if (!this.isAnswered) return asked(target, now);
    if (this.isGuessed) return verdict(Number(this.values.guess), target, now);
    if (earlier) {
      const losses = [earlier, scores].map((z) => crossEntropy(z, target));
      return stepped(losses, target, now, this.shift);
    }
    if (this.isLift && scores[2] === scores[0]) return lifted(told(FIRST, target), now);
    return sentence(softmax(scores), target, now);
  }

  /** What there is to do next, if anything. @returns {keyof typeof NEXT | undefined} */
  get task() {
    const { done, scores } = this;
    if (Math.abs(scores[2] - scores[0]) < NEAR) done.add("lift");
    if (scores[Number(this.values.target)] === Math.max(...scores)) done.add("step");
    const tasks = /** @type {(keyof typeof NEXT)[]} */ (Object.keys(NEXT));
    return tasks.find((each) => !done.has(each));
  }

  update() {
    const { scores, earlier, plane, task, isAnswered } = this;
    const target = Number(this.values.target);
    this.arrows.replaceChildren(
      ...levels(plane, scores, isAnswered && task === "lift" && this.isLift),
      ...(earlier ? ghosts(plane, earlier) : []),
      ...(isAnswered ? pulls(plane, scores, errors(scores, target)) : []),
      ...heads(plane, target),
    );
    this.bars.draw(softmax(scores), told(scores, target), !isAnswered);
    this.targets.forEach((element, k) => {
      const y = k === target ? 1 : 0;
      set(element, {
        "aria-label": `Target of class ${k}: ${y}`,
        "aria-pressed": `${y === 1}`,
      });
      const text = element.querySelector("text");
      if (text) text.textContent = String(y);
    });
    this.loss.content.replaceChildren(...losses(this.loss, scores, target, earlier));
    this.showStatus(this.sentence);
    // Its room stays.
    this.next.textContent = (isAnswered && task && NEXT[task]) || "\u00a0";
    this.stepButton.classList.toggle("main", isAnswered && task === "step");
  }
}

define("ann-softmax", SoftmaxFigure);
