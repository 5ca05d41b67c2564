// <ann-learner>: a network that learns two spirals as soon as somebody looks.

import { sigmoid } from "../../engine/activations.js";
import { boundary } from "../../engine/halfplane.js";
import { percent } from "../../engine/number_text.js";
import { number } from "../../engine/options.js";
import { zeroLine } from "../../engine/zero_line.js";
import { slider } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, later, onSight } from "../../parts/figure.js";
import { marker } from "../../parts/marker.js";
import { GREEN, INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { held } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import { calm } from "../../parts/ticker.js";
import { Learner, nearest, SEEDS, UNITS } from "./model.js";

const RANGE = [-3, 3];
const PIXELS = 60;
const PLACES = grid(PIXELS, RANGE, RANGE);
const PROLOGUE = 1200; // milliseconds in which the reader sees the first state
const AT_ONCE = { calm: 20, else: 1 }; // epochs in a picture
const SPOKEN = 10; // epochs between two sentences
const RUN =
  "Train, pause and go on; in the end, begin anew from other random weights: the boundary of before stays as a dashed line.";
const LEAVE = "Leave out";
const UNIT =
  "Each gray line belongs to one of the 8 units of the first layer: the unit's output is positive on one side, negative on the other, and 0 on the line. The wider the line, the larger the weights by which the second layer hears the unit. Touch a line, or choose its unit here: the colors and the dashed curve show the network when this output is 0 everywhere.";
const REACH = 0.25; // of a finger or a pointer, in units of the plane
const DASHES = "3 4"; // no longer than the pieces of a curve, each of which begins anew
const level = (/** @type {number} */ z) => 2 * sigmoid(z) - 1;

class LearnerFigure extends RunningFigure {
  static title = "How does a network find a boundary?";
  static hint = "Its task: tell blue from orange. Touch a line to remove it.";
  static pause = 45; // milliseconds: it has learned in 3 to 9 seconds
  static options = {
    seed: number(0, SEEDS, { whole: true }),
    unit: number(0, UNITS, { whole: true }),
  };

  learner = later(Learner);
  plane = later(Plane);
  surface = later(Surface);
  lines = later(SVGGElement);
  /** @type {ReturnType<typeof slider>} */
  unit = later();
  said = { progress: "", remark: "" };
  chosenLine = later(SVGPathElement);
  without = later(SVGPathElement);
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
    this.lines = s("g", { ...look, opacity: 0.4 });
    this.chosenLine = s("path", { ...look, stroke: GREEN, "stroke-width": 2 });
    this.without = s("path", {
      ...look,
      stroke: GREEN,
      "stroke-width": 3,
      "stroke-dasharray": DASHES,
    });
    this.ghost = s("path", { ...look, "stroke-dasharray": DASHES, opacity: 0.6 });
    this.line = s("path", { ...look, "stroke-width": 3 });
    const { X, y, m } = this.learner.data;
    const dots = Array.from({ length: m }, (_, i) =>
      marker(y[i], this.plane.X(X[2 * i]), this.plane.Y(X[2 * i + 1]), 3.6),
    );
    const curves = [this.ghost, this.line, this.without];
    this.plane.clipped.append(this.lines, this.chosenLine, ...curves, ...dots);
    // A pointer that only passes chooses nothing: what is chosen can be looked at in peace.
    const touch = (/** @type {PointerEvent} */ event) =>
      event.buttons &&
      this.touch(nearest(this.learner.lines(), this.plane.at(event), REACH));
    for (const kind of /** @type {const} */ (["pointermove", "pointerdown"])) {
      this.plane.svg.addEventListener(kind, touch);
    }
    this.plane.svg.style.cursor = "pointer";
    const train = this.makeRunButton("Train", RUN);
    this.unit = slider({
      name: LEAVE,
      values: UNITS,
      value: this.values.unit,
      format: (unit) => (unit ? `unit ${unit}` : "no unit"),
      change: (unit) => this.look(unit),
      help: this.help(LEAVE, UNIT),
    });
    const row = h("div", { class: "row" }, train, this.unit.element);
    this.awaitReader(row);
    return [held(this.plane.element, "small"), row, this.status];
  }

  /** @param {number} unit whose line a hand is on, from 1, or 0: the slider follows */
  touch(unit) {
    if (!unit || unit === this.values.unit) return;
    this.unit.put(unit);
    this.look(unit);
  }

  /** @param {number} unit whose line lights up, from 1, or 0 */
  look(unit) {
    this.change("unit", unit);
    this.light();
  }

  /** Show the lines, and the network: without the unit whose line is chosen. */
  light() {
    const { learner } = this;
    const lines = learner.lines();
    const looked = this.values.unit;
    const width = (/** @type {number} */ strength) => 0.5 + 1.5 * strength;
    this.lines.replaceChildren(
      ...lines.map((line) =>
        s("path", { d: this.across(line), "stroke-width": width(line.strength) }),
      ),
    );
    const line = lines[looked - 1];
    this.chosenLine.setAttribute("d", line ? this.across(line) : "");
    const whole = this.logits();
    this.line.setAttribute("d", this.curve(whole));
    this.line.setAttribute("stroke-width", line ? "1.5" : "3");
    const left = line ? learner.without(looked, () => this.logits()) : whole;
    this.without.setAttribute("d", line ? this.curve(left) : "");
    this.surface.paint(left, level);
    // One dashed curve at a time.
    this.ghost.setAttribute("visibility", line ? "hidden" : "visible");
    const { progress, remark } = this.said;
    this.showStatus(`${progress} ${line ? this.missed(looked) : remark}`);
  }

  /** What the network makes of each place. */
  logits() {
    return this.learner.trainer.network.forward(PLACES, PIXELS * PIXELS);
  }

  /**
   * The path on which numbers, one for each place, are 0.
   * @param {Float64Array} logits
   */
  curve(logits) {
    const pieces = zeroLine(logits, PLACES, PIXELS);
    return pieces.map((ends) => this.plane.path(ends)).join("");
  }

  /**
   * It begins by itself, once what stands below its picture is in sight: it waits for who
   * still reads above it. (Its sentence is always in sight, on a phone.)
   * @param {HTMLElement} below
   */
  awaitReader(below) {
    if (calm.matches) return;
    const look = onSight((inSight) => {
      if (!inSight) return;
      look.disconnect();
      const fresh = !this.running && !this.learner.epoch;
      if (fresh) this.prologue = setTimeout(() => this.toggle(), PROLOGUE);
    });
    look.observe(below);
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
    const { learner } = this;
    this.runName = learner.ended ? "Start over" : learner.epoch ? "Go on" : "Train";
    super.update();
    if (learner.ended || learner.epoch % SPOKEN === 0) this.said = this.sentence();
    this.light();
  }

  /**
   * The path of a line w x + b = 0 across the plane.
   * @param {{ w: number[], b: number }} line
   */
  across({ w, b }) {
    const z = (/** @type {number[]} */ [x, y]) => w[0] * x + w[1] * y + b;
    return this.plane.path(boundary(RANGE, RANGE, z));
  }

  /** How far it has learned, and what to say where no unit is looked at. */
  sentence() {
    const { epoch, learned, data, result } = this.learner;
    if (!epoch) return { progress: "The thick line is its first guess.", remark: "" };
    if (!learned) {
      const share = percent(result.accuracy);
      const progress = `Learning: after ${epoch} passes over the points, ${share} are right.`;
      return { progress, remark: "" };
    }
    return {
      progress: `Learned: after ${epoch} passes, all ${data.m} points are right.`,
      remark: "Nobody told it where the boundary runs.",
    };
  }

  /** @param {number} unit that is left out */
  missed(unit) {
    const count = this.learner.wrongWithout(unit);
    const wrong = count === 1 ? "1 point is wrong" : `${count} points are wrong`;
    const lost = count ? wrong : "not one point is lost: the others do without it";
    return `Without unit\u00a0${unit} (dashed), ${lost}.`;
  }
}

define("ann-learner", LearnerFigure);
