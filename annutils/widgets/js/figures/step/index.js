// <ann-step>: how far a step goes, which rate that means, and what further steps do.

import { rounded, written } from "../../engine/number_text.js";
import { number, steps } from "../../engine/options.js";
import { slider } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { ORANGE, PAPER } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { choices, radio } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { descend, lossAt, markOf, partnerOf, RATES, rateOf } from "./model.js";
import { curve, scaleOf, shapeOf, startDot, stepped } from "./view.js";
import {
  ELSEWHERE,
  GUESSES,
  HELP,
  onward,
  outcome,
  question,
  rateText,
  verdict,
} from "./words.js";

const X = [-4, 4];
const LOSSES = [0, 11];
// Drawn beside each other, both are equally high, and equal losses side by side.
const SIZE = { width: 400, height: 310 };
const LOSS_SIZE = { width: 425, height: 297 };
const STEPS = 12;
const REACH = 22; // pixels to each side, as far as a handle is taken
const KEY = 0.08; // so that the first rates are 0.20, 0.22, and so on
const STARTS = [-2.2, -1];
const CURVATURES = steps(1, 4, 0.5);

class StepFigure extends Figure {
  static title = "How far should one step go?";
  static hint =
    "Drag the orange tip to the right: how far may it go before the loss rises?";
  static options = {
    rate: number(0.2, RATES),
    curvature: number(2, CURVATURES),
    theta: number(-2, STARTS),
  };

  plane = later(Plane);
  losses = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  tip = later();
  /** @type {ReturnType<typeof handle>} */
  start = later();
  shape = later(SVGPathElement);
  /** @type {ReturnType<typeof slider>} */
  curvature = later();
  asked = later(HTMLElement);
  /** Marks that the tip has been at, for each L: 1 for 1/L, 2 for 2/L. Links leave them. @type {Map<number, Set<number>>} */
  found = new Map();
  /** What the reader expects of the limit at another L. @type {keyof typeof GUESSES | ""} */
  guess = "";
  /** Whether the start was moved, and after the tip. */
  isMoved = false;
  isLast = false;

  build() {
    this.plane = new Plane({
      ...SIZE,
      x: X,
      y: LOSSES,
      name: "The loss over the parameter, and a step",
      xName: "θ",
    });
    this.losses = new Plane({
      ...LOSS_SIZE,
      x: [-1.6, STEPS + 1.5], // room for the names of the axes
      y: LOSSES,
      name: "The loss after each step",
      xName: "step",
      yName: "loss",
      margin: { left: 44, right: 8, top: 8, bottom: 26 }, // a loss may have four digits
    });
    this.tip = this.tipHandle();
    this.start = this.startHandle();
    this.plane.content.append(this.tip.element, this.start.element);
    this.curvature = slider({
      name: "Curvature L",
      values: CURVATURES,
      value: this.values.curvature,
      format: (value) => written(value, 1),
      help: this.help("Curvature L", HELP.curvature),
      change: (value) => this.chosen("curvature", value),
    });
    this.asked = h("div", {});
    const picture = h("div", { class: "stack" }, this.plane.element, this.asked);
    return [scene(picture, this.losses.element, this.curvature.element), this.status];
  }

  startHandle() {
    return handle(this.plane, {
      name: "Start",
      at: [0, 0],
      shape: [startDot()],
      level: true, // along the parabola
      limits: () => STARTS,
      help: this.help("Start", HELP.start),
      text: ([x]) => `θ = ${written(x)}`,
      move: ([x]) => {
        this.isMoved = true;
        this.isLast = true;
        this.chosen("theta", rounded(Math.min(STARTS[1], Math.max(STARTS[0], x)), 2));
      },
    });
  }

  tipHandle() {
    this.shape = s("path", { fill: ORANGE, stroke: PAPER, "stroke-width": 2 });
    return handle(this.plane, {
      name: "Tip of the step",
      at: [0, 0],
      step: KEY,
      shape: [this.shape],
      help: this.help("Tip of the step", HELP.tip),
      text: () => rateText(this.values),
      move: ([x]) => {
        this.isLast = false;
        this.chosen("rate", rateOf(x, /** @type {any} */ (this.values)));
      },
    });
  }

  /** The curvatures whose limit 2/L the reader has found. */
  get limits() {
    return [...this.found].flatMap(([curvature, marks]) =>
      marks.has(2) ? [curvature] : [],
    );
  }

  /** After the first limit, one question: where is that of another L? */
  ask() {
    const [first, ...more] = this.limits;
    if (more.length && !this.isMoved) return [h("p", {}, ELSEWHERE)];
    if (!first || more.length || !CURVATURES.includes(partnerOf(first))) return [];
    if (this.guess) return [h("p", {}, onward(this.guess, this.values))];
    const radios = Object.entries(GUESSES).map(([guess, name]) => {
      const choose = () => this.take(/** @type {any} */ (guess), first);
      return radio({ group: "guess", checked: false, choose }, h("span", {}, name));
    });
    return [choices(question(first), "tools", radios)];
  }

  /**
   * The reader expects something: go to the other L, with the same rate.
   * @param {keyof typeof GUESSES} guess
   * @param {number} first
   */
  take(guess, first) {
    this.guess = guess;
    const other = partnerOf(first);
    this.curvature.put(other);
    this.chosen("curvature", other);
    this.tip.element.focus();
  }

  update() {
    const values = /** @type {any} */ (this.values);
    const { theta, curvature } = values;
    const level = lossAt(curvature, theta);
    const places = descend(values, STEPS);
    const losses = places.map((place) => lossAt(curvature, place));
    const mark = markOf(values);
    const marks = this.found.get(curvature) ?? new Set();
    if (mark) this.found.set(curvature, marks.add(mark));
    this.plane.clipped.replaceChildren(...stepped(this.plane, values, places, marks));
    const scale = scaleOf(losses, LOSSES[1]);
    this.losses.zoom(this.losses.x, [0, scale * LOSSES[1]]);
    this.losses.clipped.replaceChildren(...curve(this.losses, losses, scale));
    this.shape.setAttribute("d", shapeOf(places[1] > X[1]));
    this.start.put([theta, level]);
    this.tip.put([Math.min(X[1], places[1]), level]);
    // Where a step is small, the start leaves what is right of it to the tip.
    const half = (this.plane.X(places[1]) - this.plane.X(theta)) / 2;
    const right = Math.min(REACH, Math.max(9, half));
    const reach = this.start.element.querySelector(".reach");
    reach?.setAttribute("d", `M${right - REACH} 0h.01`);
    const [first, second] = this.limits;
    const other = first === curvature ? second : curvature;
    const there = second && mark === 2 && !this.isLast;
    const ends = there ? verdict(first, other, this.guess) : null;
    const isSought = !this.limits.length;
    this.showStatus(outcome(values, { ends, isMoved: this.isMoved, isSought }));
    const asked = this.ask();
    this.asked.replaceChildren(...asked);
    this.asked.hidden = !asked.length;
  }
}

define("ann-step", StepFigure);
