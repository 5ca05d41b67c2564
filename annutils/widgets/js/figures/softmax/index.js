// <ann-softmax>: three logits to drag, their probabilities, and how descent pulls them.

import { rounded, written } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { crossEntropy, errors, softmax } from "../../engine/softmax.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { Bars, COLORS, lossAlong, pulls, RATE } from "./view.js";
import { HELP, logit, OUT_OF_SCALE, sentence, slope } from "./words.js";

const REACH = 4; // of the logits
const CLASSES = [0, 1, 2];
const LOGITS = steps(-REACH, REACH, 0.1);

class SoftmaxFigure extends Figure {
  static title = "Who pulls, and how hard?";
  static hint =
    "Drag a point up or down. Each arrow is a step of descent: against the error ŷ − y.";
  static options = {
    z0: number(2.5, LOGITS),
    z1: number(-2, LOGITS),
    z2: number(-0.5, LOGITS),
    target: choice("1", { 0: "class 0", 1: "class 1", 2: "class 2" }),
  };

  plane = later(Plane);
  bars = later(Bars);
  loss = later(Plane);
  arrows = later(SVGGElement);
  slope = later(HTMLElement);
  /** One for each logit. @type {ReturnType<typeof handle>[]} */
  handles = [];
  /** The logit that was moved last; the loss is drawn along it. */
  along = 0;

  build() {
    this.along = Number(this.values.target);
    this.plane = new Plane({
      x: [-0.6, 2.6],
      y: [-REACH, REACH],
      height: 298,
      name: "The logits of three classes",
      xName: "class",
      yName: "logit z",
    });
    this.bars = new Bars(this.plane);
    this.plane.element.append(this.bars.element);
    this.arrows = s("g", { "aria-hidden": "true" });
    this.handles = CLASSES.map((k) => this.logit(k));
    const beads = this.handles.map(({ element }) => element);
    this.plane.content.append(this.arrows, ...beads);
    this.loss = new Plane({
      x: [-REACH, REACH],
      y: [-1, 10], // the name of the axis stands below 0
      height: 270,
      name: "The loss, while one logit moves",
      yName: "loss",
    });
    const target = this.control("target", "True class", HELP.target);
    const step = this.button("One step of descent", () => this.step(), HELP.step, true);
    const controls = h("div", { class: "row" }, target, step);
    this.slope = h("p");
    return [scene(this.plane.element, controls, this.slope, this.loss.element)];
  }

  get logits() {
    const { z0, z1, z2 } = this.values;
    return Float64Array.of(z0, z1, z2);
  }

  /** @param {number} k */
  logit(k) {
    const look = { r: 9, fill: COLORS[k], stroke: INK, "stroke-width": 2 };
    const name = `Logit ${logit(k)}`;
    return handle(this.plane, {
      name,
      at: [k, this.logits[k]],
      vertical: true,
      shape: [s("circle", look)],
      text: ([, z]) => written(z),
      help: this.help(name, HELP.logit),
      move: ([, z]) => {
        const value = rounded(z, 2);
        this.along = k;
        this.handles[k].put([k, value]);
        this.chosen(`z${k}`, value);
      },
    });
  }

  /** Each logit goes to the tip of its arrow, if all tips are on the scale. */
  step() {
    const { logits } = this;
    const gradient = errors(logits, Number(this.values.target));
    const next = logits.map((z, k) => rounded(z - RATE * gradient[k], 6));
    if (next.some((z) => Math.abs(z) > REACH)) {
      this.showStatus(OUT_OF_SCALE);
      return;
    }
    for (const k of CLASSES) {
      this.change(`z${k}`, next[k]);
      this.handles[k].put([k, next[k]]);
    }
    this.update();
  }

  update() {
    const { logits, along, loss } = this;
    const target = Number(this.values.target);
    const gradient = errors(logits, target);
    this.arrows.replaceChildren(...pulls(this.plane, logits, gradient));
    this.bars.draw(softmax(logits), gradient, target);
    loss.xName = logit(along);
    loss.zoom(loss.x, loss.y);
    lossAlong(loss, logits, gradient, target, along);
    this.slope.textContent = slope(gradient, along);
    this.showStatus(sentence(crossEntropy(logits, target), gradient, target));
  }
}

define("ann-softmax", SoftmaxFigure);
