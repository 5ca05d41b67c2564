// <ann-learner>: a network that learns two spirals as soon as somebody looks.

import { sigmoid } from "../../engine/activations.js";
import { boundary } from "../../engine/halfplane.js";
import { percent } from "../../engine/number_text.js";
import { number } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { marker } from "../../parts/marker.js";
import { GREEN, INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { held } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import { calm } from "../../parts/ticker.js";
import { Learner, SEEDS, UNITS, zeroLine } from "./model.js";

const RANGE = [-3, 3];
const PIXELS = 60;
const PLACES = grid(PIXELS, RANGE, RANGE);
const PROLOGUE = 1200; // milliseconds in which the reader sees the first state
const AT_ONCE = { calm: 20, else: 1 }; // epochs in a picture
const SPOKEN = 10; // epochs between two sentences
const RUN =
  "Train, pause and go on; in the end, begin anew from other random weights: the boundary of before stays as a dashed line.";
const UNIT =
  "Each thin line is where one of the 16 units of the first layer is undecided. Choose one to see it.";
const level = (/** @type {number} */ z) => 2 * sigmoid(z) - 1;

class LearnerFigure extends RunningFigure {
  static title = "How does a network find a boundary?";
  static hint = "Watch it: out of 16 straight lines it makes one that winds.";
  static pause = 45; // milliseconds: it has learned in 5 to 9 seconds
  static options = {
    seed: number(0, SEEDS, { whole: true }),
    unit: number(0, UNITS, { whole: true }),
  };

  learner = later(Learner);
  plane = later(Plane);
  surface = later(Surface);
  lines = later(SVGPathElement);
  chosenLine = later(SVGPathElement);
  ghost = later(SVGPathElement);
  line = later(SVGPathElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  prologue;

  build() {
    this.learner = new Learner(this.values.seed);
    const name =
      "Two spirals of points, and the side on which the network sees each place";
    // Small, so that it fits the first screen of a phone with letters that can be read.
    const size = { width: 320, height: 320 };
    this.plane = new Plane({ x: RANGE, y: RANGE, name, ...size });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    const look = { fill: "none", stroke: INK };
    this.lines = s("path", { ...look, opacity: 0.35 });
    this.chosenLine = s("path", { ...look, "stroke-width": 3, stroke: GREEN });
    this.ghost = s("path", { ...look, "stroke-dasharray": "3 4", opacity: 0.6 });
    this.line = s("path", { ...look, "stroke-width": 2 });
    const { X, y, m } = this.learner.data;
    const dots = Array.from({ length: m }, (_, i) =>
      marker(y[i], this.plane.X(X[2 * i]), this.plane.Y(X[2 * i + 1]), 3.6),
    );
    const drawn = [this.lines, this.chosenLine, this.ghost, this.line];
    this.plane.clipped.append(...drawn, ...dots);
    const format = (/** @type {number} */ unit) => (unit ? String(unit) : "none");
    const unit = this.control("unit", "Line of unit", UNIT, { format });
    const row = h("div", { class: "row" }, this.makeRunButton("Train", RUN), unit);
    if (!calm.matches) this.prologue = setTimeout(() => this.toggle(), PROLOGUE);
    return [held(this.plane.element, "small"), row, this.status];
  }

  toggle() {
    clearTimeout(this.prologue);
    super.toggle();
  }

  /** Begin from other weights. */
  rewind() {
    this.ghost.setAttribute("d", this.line.getAttribute("d") ?? "");
    this.change("seed", (this.values.seed + 1) % SEEDS.length);
    this.learner = new Learner(this.values.seed);
  }

  get ended() {
    return this.learner.ended;
  }

  advance() {
    this.learner.advance(calm.matches ? AT_ONCE.calm : AT_ONCE.else);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.prologue);
  }

  update() {
    const { learner, plane } = this;
    this.runName = learner.ended ? "Start over" : learner.epoch ? "Go on" : "Train";
    super.update();
    const logits = learner.trainer.network.forward(PLACES, PIXELS * PIXELS);
    this.surface.paint(logits, level);
    const pieces = zeroLine(logits, PLACES, PIXELS);
    this.line.setAttribute("d", pieces.map((ends) => plane.path(ends)).join(""));
    this.lines.setAttribute("d", learner.lines().map(this.across, this).join(""));
    const chosen = learner.lines().slice(this.values.unit - 1, this.values.unit);
    this.chosenLine.setAttribute("d", chosen.map(this.across, this).join(""));
    if (learner.ended || learner.epoch % SPOKEN === 0) this.showStatus(this.sentence());
  }

  /**
   * The path of a line w x + b = 0 across the plane.
   * @param {{ w: number[], b: number }} line
   */
  across({ w, b }) {
    const z = (/** @type {number[]} */ [x, y]) => w[0] * x + w[1] * y + b;
    return this.plane.path(boundary(RANGE, RANGE, z));
  }

  sentence() {
    const { epoch, learned, data, result } = this.learner;
    if (!epoch) return "Its task: tell blue from orange. The line is its first guess.";
    if (!learned) {
      const share = percent(result.accuracy);
      return `Learning: after ${epoch} passes over the points, it has ${share} of them right.`;
    }
    return (
      `Learned: after ${epoch} passes, it has all ${data.m} points right. ` +
      "Nobody told it where the boundary runs."
    );
  }
}

define("ann-learner", LearnerFigure);
