// <ann-learner>: a network that learns two spirals as soon as somebody looks.

import { sigmoid } from "../../engine/activations.js";
import { boundary } from "../../engine/halfplane.js";
import { percent } from "../../engine/number_text.js";
import { number } from "../../engine/options.js";
import { zeroLine } from "../../engine/zero_line.js";
import { h, s } from "../../parts/dom.js";
import { define, later, onSight } from "../../parts/figure.js";
import { labels } from "../../parts/labels.js";
import { marker } from "../../parts/marker.js";
import { GREEN, INK, tone } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { choices, radio } from "../../parts/radio.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { held } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import { calm } from "../../parts/ticker.js";
import { Learner, nearest, SEEDS, UNITS } from "./model.js";
import { STYLE } from "./style.js";

const RANGE = [-3, 3];
const PIXELS = 60;
const PLACES = grid(PIXELS, RANGE, RANGE);
const PROLOGUE = 1200; // milliseconds in which the reader sees the first state
const AT_ONCE = { calm: 20, else: 1 }; // epochs in a picture
const SPOKEN = 10; // epochs between two sentences
const RUN =
  "Train, pause and go on; in the end, see the same run again, from the same random weights.";
const OTHER =
  "Begin from other random weights: the boundary of before stays as a dashed line.";
const LEAVE = "Leave out unit";
const UNIT =
  "Each gray line belongs to one of the 8 units of the first layer: the unit's output is positive on one side, negative on the other, and 0 on the line. The wider the line, the larger the weights by which the second layer hears the unit. Point at a line to see its output alone, purple where it is positive. Touch the line, or choose its unit here: the colors and the thick curve show the network when this output is 0 everywhere, and rings mark the points that are then wrong. Dashed is what was there before.";
const REACH = 0.25; // of a finger or a pointer, in units of the plane
const DASHES = "3 4"; // no longer than the pieces of a curve, each of which begins anew
const ALONG = [0.06, 0.94, 0.13, 0.87, 0.2, 0.8]; // places on a line for its number
const FEW = 8; // points: a twentieth
const level = (/** @type {number} */ z) => 2 * sigmoid(z) - 1;
const same = (/** @type {number} */ a) => a;
const own = (/** @type {number} */ unit) =>
  `Unit\u00a0${unit} alone: purple on one side of its line, white on the other. Press to leave it out.`;

class LearnerFigure extends RunningFigure {
  static title = "How does a network find a boundary?";
  static hint = "Watch, then touch a gray line.";
  static style = STYLE;
  static pause = 45; // milliseconds: it has learned in 3 to 9 seconds
  static options = {
    seed: number(0, SEEDS, { whole: true }),
    unit: number(0, UNITS, { whole: true }),
  };

  learner = later(Learner);
  plane = later(Plane);
  surface = later(Surface);
  lines = later(SVGGElement);
  /** @type {HTMLElement[]} */
  radios = [];
  said = "";
  /** The line near the pointer. */
  near = later(SVGPathElement);
  chosenLine = later(SVGPathElement);
  /** The unit whose own output is shown, from 1, or 0. */
  alone = 0;
  /** The units' numbers, at their lines. */
  numbers = later(SVGGElement);
  earlier = later(SVGPathElement);
  line = later(SVGPathElement);
  rings = later(SVGGElement);
  /** The boundary of the run before. */
  ghost = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  prologue;

  build() {
    this.learner = new Learner(this.values.seed);
    this.alone = 0;
    const name =
      "Two spirals of points, and the side on which the network sees each place";
    // Small, so that it fits the first screen of a phone with letters that can be read.
    const size = { width: 320, height: 320 };
    this.plane = new Plane({ x: RANGE, y: RANGE, name, ...size });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    const look = { fill: "none", stroke: INK };
    this.lines = s("g", { ...look, opacity: 0.4 });
    const green = { ...look, stroke: GREEN, "stroke-width": 3 };
    this.near = s("path", { ...green, opacity: 0.7 });
    this.chosenLine = s("path", { ...green, "stroke-dasharray": "8 6" });
    this.earlier = s("path", {
      ...look,
      "stroke-width": 1.5,
      "stroke-dasharray": DASHES,
      opacity: 0.8,
    });
    this.line = s("path", { ...look, "stroke-width": 3 });
    this.rings = s("g", { ...look, "stroke-width": 1.5 });
    this.numbers = s("g");
    const { y, m } = this.learner.data;
    const dots = Array.from({ length: m }, (_, i) =>
      marker(y[i], ...this.place(i), 3.6),
    );
    this.plane.clipped.append(
      ...[this.lines, this.near, this.chosenLine, this.earlier, this.line],
      ...dots,
      this.rings,
      this.numbers,
    );
    this.watchPointer();
    const train = this.makeRunButton("Train", RUN);
    const other = this.button("Another start", () => this.startOther(), OTHER);
    const help = this.help(LEAVE, UNIT);
    this.radios = UNITS.map((unit) => {
      const checked = unit === this.values.unit;
      const choose = () => this.look(unit);
      const name = h("span", {}, unit ? String(unit) : "none");
      return radio({ group: "unit", checked, choose, help }, name);
    });
    const row = h("div", { class: "row" }, train, other);
    const units = choices(LEAVE, "tools units", this.radios);
    this.awaitReader(row);
    return [held(this.plane.element, "small"), row, units, this.status];
  }

  /**
   * Where a point stands in the drawing.
   * @param {number} i
   * @returns {[number, number]}
   */
  place(i) {
    const { X } = this.learner.data;
    return [this.plane.X(X[2 * i]), this.plane.Y(X[2 * i + 1])];
  }

  /**
   * The line near a pointer, or below a finger, lights up, and its unit's own output is
   * shown; one that is pressed is left out.
   */
  watchPointer() {
    const { svg } = this.plane;
    const show = (/** @type {number} */ unit) => {
      const line = this.learner.lines()[unit - 1];
      this.near.setAttribute("d", line ? this.across(line) : "");
      svg.style.cursor = line ? "pointer" : "";
      const alone = unit === this.values.unit ? 0 : unit;
      if (alone === this.alone) return;
      this.alone = alone;
      this.light();
    };
    const unitAt = (/** @type {PointerEvent} */ event) =>
      nearest(this.learner.lines(), this.plane.at(event), REACH);
    for (const kind of /** @type {const} */ (["pointermove", "pointerdown"])) {
      svg.addEventListener(kind, (event) => show(unitAt(event)));
    }
    svg.addEventListener("pointerup", (event) => {
      const unit = unitAt(event);
      if (unit) this.look(unit === this.values.unit ? 0 : unit); // again: put it back
      show(unit);
    });
    // Also where a finger begins to scroll.
    svg.addEventListener("pointerleave", () => show(0));
  }

  /** @param {number} unit that is left out, from 1, or 0 */
  look(unit) {
    const input = this.radios[unit].querySelector("input");
    if (input) input.checked = true;
    this.change("unit", unit);
    this.light();
  }

  /** Show the lines, and the network: without the unit whose line is chosen. */
  light() {
    const { learner } = this;
    const lines = learner.lines();
    const looked = this.values.unit;
    const { alone } = this;
    const width = (/** @type {number} */ strength) => 0.5 + 1.5 * strength;
    this.lines.replaceChildren(
      ...lines.map((line) =>
        s("path", { d: this.across(line), "stroke-width": width(line.strength) }),
      ),
    );
    const line = lines[looked - 1];
    this.chosenLine.setAttribute("d", line ? this.across(line) : "");
    // Where lines move, only the one that is looked at has its number.
    const named = this.running ? lines.filter((_, k) => k + 1 === looked) : lines;
    const numbers = named.map((each) => this.number(lines.indexOf(each) + 1, each));
    this.numbers.replaceChildren(...labels(this.plane, numbers, []));
    // As in all figures, dashed is what was before.
    this.earlier.setAttribute("d", line ? this.curve(this.logits()) : this.ghost);
    const now = learner.without(looked, () => this.logits());
    this.line.setAttribute("d", this.curve(now));
    if (alone) this.surface.paint(learner.alone(alone, PLACES), same, 0, 1, tone);
    else this.surface.paint(now, level);
    const wrong = looked && !alone ? learner.wrongWithout(looked) : [];
    this.rings.replaceChildren(
      ...wrong.map((i) => {
        const [cx, cy] = this.place(i);
        return s("circle", { cx, cy, r: 6 });
      }),
    );
    if (alone) this.showStatus(own(alone));
    else this.showStatus(looked ? this.missed(looked, wrong.length) : this.said);
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

  /** Begin anew, from the same weights. */
  rewind() {
    this.ghost = this.curve(this.logits());
    this.learner = new Learner(this.values.seed);
    this.look(0);
  }

  /** Begin from other weights. */
  startOther() {
    this.change("seed", (this.values.seed + 1) % SEEDS.length);
    this.rewind();
    if (this.running) this.update();
    else this.toggle();
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
    this.runName = learner.ended ? "See it again" : learner.epoch ? "Go on" : "Train";
    super.update();
    if (learner.ended || learner.epoch % SPOKEN === 0) this.said = this.sentence();
    this.light();
  }

  /**
   * The path of a line w x + b = 0 across the plane.
   * @param {Line} line
   */
  across(line) {
    return this.plane.path(endsOf(line));
  }

  /**
   * The number of a unit, on its line.
   * @param {number} unit
   * @param {Line} line
   */
  number(unit, line) {
    const [from, to] = endsOf(line);
    const at = (to ? ALONG : []).map((part) => {
      const [x, y] = from.map((value, k) => value + part * (to[k] - value));
      return [this.plane.X(x), this.plane.Y(y)];
    });
    const bold = unit === this.values.unit;
    return { text: String(unit), at, bold, optional: true };
  }

  /** How far it has learned, how, and at the end what to find out. */
  sentence() {
    const { epoch, learned, data, result } = this.learner;
    if (!epoch)
      return "Each gray line is a unit, which only tells one side from the other. Thick: the first boundary.";
    if (!learned) {
      const share = percent(result.accuracy);
      return (
        `After ${epoch} passes over the points, ${share} are right. Each pass moves ` +
        "every line a little, to where the errors are smaller."
      );
    }
    return (
      `Learned in ${epoch} passes: a second layer makes a curve of 8 lines, and all ` +
      `${data.m} points are right. ` +
      "Which is needed least? Touch it."
    );
  }

  /**
   * What becomes of the points without a unit; once it has learned, whether it is the one
   * that was asked for.
   * @param {number} unit
   * @param {number} count of the points that are wrong
   */
  missed(unit, count) {
    const without = `ithout unit\u00a0${unit}`;
    const { epoch, learned } = this.learner;
    const are = count === 1 ? "1 point is" : `${count} points are`;
    const when = epoch ? `After ${epoch} passes` : "Before training";
    if (!learned) return `${when}, w${without}, ${are} wrong (ringed).`;
    const fewest = Math.min(
      ...UNITS.slice(1).map((other) => this.learner.wrongWithout(other).length),
    );
    if (count > fewest) {
      const others =
        count > FEW
          ? "no other line does its work there"
          : "the others do most of its work";
      return `W${without}, ${are} wrong (ringed): ${others}. Try another line.`;
    }
    return count
      ? `Found: w${without}, ${are} wrong (ringed), the fewest of all.`
      : `Found: w${without}, not one point is lost. The other lines do its work.`;
  }
}

/**
 * Where a line w x + b = 0 leaves the plane.
 * @typedef {{ w: number[], b: number }} Line
 * @param {Line} line
 */
const endsOf = ({ w, b }) =>
  boundary(RANGE, RANGE, ([x, y]) => w[0] * x + w[1] * y + b);

define("ann-learner", LearnerFigure);
