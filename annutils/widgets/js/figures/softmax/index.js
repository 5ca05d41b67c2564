// <ann-softmax>: three scores to drag, their probabilities, and a step of descent.

import { rounded, written } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { errors, softmax } from "../../engine/softmax.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { pressed } from "../../parts/press.js";
import { scene } from "../../parts/scene.js";
import { Bars, COLORS, ghosts, losses, pulls, SIZE, targetPlace } from "./view.js";
import { HELP, logit, OUT_OF_SCALE, sentence } from "./words.js";

const REACH = 3; // of the scores
const CLASSES = [0, 1, 2];
/** Names of scores that are worth comparing, where class 1 is true. */
const STATES = {
  "Sure and wrong": [2.5, -2, -0.5],
  Undecided: [0, 0, 0],
  "Sure and right": [-1.5, 3, -1.5],
};
const SCORES = steps(-REACH, REACH, 0.1);

class SoftmaxFigure extends Figure {
  static title = "Which scores move, and how far?";
  static hint =
    "Drag a point, or press a 0 among the targets. Arrows: one step down the loss (η = 1).";
  static options = {
    z0: number(2.5, SCORES),
    z1: number(-2, SCORES),
    z2: number(-0.5, SCORES),
    target: choice("1", { 0: "class 0", 1: "class 1", 2: "class 2" }),
  };

  plane = later(Plane);
  bars = later(Bars);
  loss = later(Plane);
  arrows = later(SVGGElement);
  /** One for each score. @type {ReturnType<typeof handle>[]} */
  handles = [];
  /** One for each class. @type {SVGGElement[]} */
  targets = [];
  /** The scores before the last step. @type {number[] | null} */
  earlier = null;

  build() {
    this.earlier = null;
    this.plane = new Plane({
      ...SIZE,
      x: [-0.95, 2.75], // room for names beside the bars
      y: [-REACH, REACH],
      name: "The scores of three classes",
      xName: "class",
      yName: "score z",
    });
    this.bars = new Bars(this.plane);
    this.plane.element.append(this.bars.element);
    this.arrows = s("g", { "aria-hidden": "true" });
    this.handles = CLASSES.map((k) => this.score(k));
    const beads = this.handles.map(({ element }) => element);
    this.plane.content.append(this.arrows, ...beads);
    const help = this.help("Targets", HELP.target);
    this.targets = CLASSES.map((k) => this.target(k, help));
    this.bars.element.append(...this.targets);
    this.loss = new Plane({
      x: [-REACH, REACH + 0.3], // room for the sample
      y: [-0.6, 7], // the name of the axis stands below 0
      height: 270,
      name: "The loss over the score of the true class",
      xName: "score of the true class",
      yName: "loss",
    });
    const step = this.button("Take this step", () => this.step(), HELP.step, true);
    const states = Object.entries(STATES).map(([name, scores]) =>
      this.button(name, () => this.show(scores), HELP.state),
    );
    const picture = h("div", { class: "stack" }, this.plane.element, this.status);
    const row = h("div", { class: "row" }, step, ...states);
    return [scene(picture, row, this.loss.element)];
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
      help: this.help(name, HELP.logit),
      move: ([, z]) => {
        this.earlier = null;
        const value = rounded(z, 2);
        this.handles[k].put([k, value]);
        this.chosen(`z${k}`, value);
      },
    });
  }

  /**
   * @param {number} k
   * @param {import("../../parts/dom.js").Properties} help
   */
  target(k, help) {
    const box = { x: -16, y: -12, width: 32, height: 24, rx: 6 };
    const press = () => {
      this.earlier = null;
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

  /** Each score goes to the tip of its arrow, if all tips are on the scale. */
  step() {
    const { scores } = this;
    const gradient = errors(scores, Number(this.values.target));
    const next = scores.map((z, k) => rounded(z - gradient[k], 6));
    if (next.some((z) => Math.abs(z) > REACH)) {
      this.showStatus(OUT_OF_SCALE);
      return;
    }
    this.earlier = [...scores];
    this.put(next);
  }

  /**
   * Scores with a name, of a sample of class 1.
   * @param {number[]} scores
   */
  show(scores) {
    this.earlier = null;
    this.change("target", "1");
    this.put(scores);
  }

  /** @param {ArrayLike<number>} next */
  put(next) {
    for (const k of CLASSES) {
      this.change(`z${k}`, next[k]);
      this.handles[k].put([k, next[k]]);
    }
    this.update();
  }

  update() {
    const { scores, earlier, plane } = this;
    const target = Number(this.values.target);
    const p = softmax(scores);
    const gradient = errors(scores, target);
    this.arrows.replaceChildren(
      ...(earlier ? ghosts(plane, earlier) : []),
      ...pulls(plane, scores, gradient),
    );
    this.bars.draw(p, gradient, target);
    this.targets.forEach((element, k) => {
      const y = k === target ? 1 : 0;
      set(element, {
        "aria-label": `Target of class ${k}: ${y}`,
        "aria-pressed": `${y === 1}`,
      });
      const text = element.querySelector("text");
      if (text) text.textContent = String(y);
    });
    this.loss.clipped.replaceChildren(...losses(this.loss, scores, target, earlier));
    this.showStatus(sentence(p, target));
  }
}

define("ann-softmax", SoftmaxFigure);
