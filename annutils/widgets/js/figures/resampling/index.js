// <ann-resampling>: what becomes of a boundary when the network gets another training set.

import { contours } from "../../engine/contour.js";
import { trueProbability } from "../../engine/moons.js";
import { rounded } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { boundary } from "../../parts/boundary.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { marker } from "../../parts/marker.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import { Cells } from "./cells.js";
import {
  COUNT,
  deviation,
  mean,
  meanOf,
  networksOf,
  pointsOf,
  probabilities,
} from "./model.js";
import { GHOST, legend, MEAN, ONE, Pair, Said, TRUTH } from "./view.js";
import {
  atRing,
  compared,
  GUESSES,
  guessed,
  HELP,
  HINTS,
  isNearlyRight,
  isRight,
  many,
  NEXT,
  nameOf,
  QUESTION,
  SAMPLES,
  soFar,
  solved,
  UNITS,
  verdict,
} from "./words.js";

/**
 * @import { Data, Ten } from "./model.js"
 * @import { Place } from "./words.js"
 */

const PIXELS = 70;
const X = [-2, 3];
const Y = [-1.5, 2];
const MARGIN = { left: 8, right: 8, top: 8, bottom: 26 };
const SHOWN = 200; // points at most
const ASKED = [20, 1]; // the units that the question is about,
const OF = 200; // which learned so many points

class ResamplingFigure extends Figure {
  // Where the picture stands above, nothing need fill the place beside it.
  static style = "@container (max-width: 44rem) { .unknown { display: none; } }";
  static title = "Would another training set draw the same boundary?";
  static hint = HINTS.first;
  static options = {
    units: choice("20", UNITS),
    samples: choice("200", SAMPLES),
    drawn: number(1, steps(1, COUNT, 1), { whole: true }),
    x1: number(0.9, X),
    x2: number(0.05, Y),
    guess: choice("none", { none: "none", ...GUESSES }),
  };

  /** @type {Data} */
  record = later();
  plane = later(Plane);
  surface = later(Surface);
  places = new Float64Array(0);
  truth = new Float64Array(0);
  lines = later(SVGGElement);
  points = later(SVGGElement);
  said = later(Said);
  pair = later(Pair);
  cells = later(Cells);
  guesses = later(HTMLElement);
  /** @type {ReturnType<typeof handle>} */
  ring = later();
  another = later(HTMLElement);
  all = later(HTMLElement);
  same = later(HTMLElement);
  acting = later(HTMLElement);
  again = later(HTMLElement);
  /** What is drawn in the plane. */
  pictured = "";
  /** Whether the ring was moved last. */
  asked = false;
  /** Whether networks were chosen in the table, not to answer the question. */
  tabled = false;
  /** Whether the place was found that the task asks for. */
  found = false;
  /** Whether other networks were seen than the first ones: then all are compared. */
  open = false;
  /** What the networks of each record say all over the plane. @type {Map<Ten, { networks: ArrayLike<number>[], everywhere: Float64Array[] }>} */
  read = new Map();

  /** A link sets what it names; what was found stays. */
  get kept() {
    return this.values;
  }

  build() {
    this.record ??= this.carried("it came without its networks");
    this.pictured = "";
    this.asked = false;
    this.tabled = false;
    this.plane = new Plane({
      x: X,
      y: Y,
      height: 303,
      margin: MARGIN,
      name: "Boundaries of networks that learned different samples",
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.places = grid(PIXELS, X, Y);
    this.truth = trueProbability(this.places, this.record.noise);
    this.lines = s("g");
    this.points = s("g");
    this.plane.clipped.append(this.points, this.lines);
    this.ring = handle(this.plane, {
      name: "Ring",
      at: [this.values.x1, this.values.x2],
      step: 0.1,
      shape: [s("circle", { r: 10, fill: "none", stroke: INK, "stroke-width": 3 })],
      help: this.help("Ring", HELP.ring),
      move: ([x, y]) => {
        this.asked = true;
        this.change("x1", rounded(x, 2));
        this.chosen("x2", rounded(y, 2));
      },
    });
    this.plane.content.append(this.ring.element);
    this.said = new Said();
    this.pair = new Pair(this.plane);
    this.another = this.button(
      "Another set",
      () => this.draw(Math.min(COUNT, this.values.drawn + 1)),
      HELP.another,
      true,
    );
    this.all = this.button("All ten", () => this.draw(COUNT), HELP.all);
    this.same = this.button(NEXT, () => this.goOn(), HELP.same, true);
    this.acting = h("div", { class: "row" }, this.another, this.all, this.same);
    this.again = this.button("Start over", () => this.startOver(), HELP.again);
    this.guesses = optionRadios(this, "guess", {
      name: "Your prediction",
      text: HELP.guess,
      legend: QUESTION,
      labels: GUESSES,
    });
    const help = this.help("Cells", HELP.cells);
    const { tens } = this.record;
    this.cells = new Cells(tens, this.ten, (ten) => this.choose(ten, true), help);
    return [
      scene(
        h(
          "div",
          { class: "stack" },
          this.plane.element,
          this.said.element,
          this.status,
        ),
        this.guesses,
        this.acting,
        this.pair.element,
        this.cells.element,
        h("div", { class: "row" }, this.again),
      ),
    ];
  }

  /** @param {number} count of training sets */
  draw(count) {
    this.asked = false;
    this.chosen("drawn", count);
    // The buttons have gone, and the keyboard would be lost.
    if (count === COUNT && !this.open) this.same.focus({ preventScroll: true });
  }

  /**
   * Other networks, all ten at once.
   * @param {Ten} ten
   * @param {boolean} tabled
   */
  choose(ten, tabled) {
    this.tabled = tabled;
    this.change("units", String(ten.units));
    this.change("samples", String(ten.samples));
    this.draw(COUNT);
  }

  /** From the networks that are seen first to those that they are compared with. */
  goOn() {
    this.choose(this.asking[1], false);
    this.cells.focus(this.ten);
  }

  /** From the first training set on, where the guess may be changed. */
  startOver() {
    this.open = false;
    this.found = false;
    for (const name of ["units", "samples"])
      this.change(name, this.kind.options[name].fallback);
    this.draw(1);
    this.another.focus({ preventScroll: true });
  }

  /** The networks that the question is about. */
  get asking() {
    return ASKED.map((units) => this.tenOf(units, OF));
  }

  /** The networks that are chosen. */
  get ten() {
    const { units, samples } = this.values;
    return this.tenOf(Number(units), Number(samples));
  }

  /**
   * @param {number} units
   * @param {number} samples
   */
  tenOf(units, samples) {
    const { tens } = this.record;
    const isAsked = (/** @type {Ten} */ ten) =>
      ten.units === units && ten.samples === samples;
    return tens.find(isAsked) ?? tens[0];
  }

  /** @param {Ten} ten */
  reading(ten) {
    let found = this.read.get(ten);
    if (!found) {
      const networks = networksOf(ten);
      const everywhere = networks.map((one) => probabilities(one, this.places));
      found = { networks, everywhere };
      this.read.set(ten, found);
    }
    return found;
  }

  /**
   * What networks say at the ring, and the truth there.
   * @param {Ten} ten
   * @param {number} [drawn] how many of the ten
   */
  atRing(ten, drawn = COUNT) {
    const { x1, x2 } = this.values;
    const place = Float64Array.of(x1, x2);
    const networks = this.reading(ten).networks.slice(0, drawn);
    const said = networks.map((one) => probabilities(one, place)[0]);
    const [truth] = trueProbability(place, this.record.noise);
    const middle = mean(said);
    return { said, truth, middle, spread: deviation(said) };
  }

  update() {
    const { ten } = this;
    const { drawn } = this.values;
    const full = drawn === COUNT;
    this.open ||= full && ten !== this.asking[0];
    this.picture(ten, drawn);
    const now = this.atRing(ten, drawn);
    this.said.draw(now.said, full ? now.truth : null);
    this.another.hidden = full;
    this.all.hidden = full;
    this.same.hidden = !full || this.open;
    this.again.hidden = drawn === 1 && !this.open;
    // The guess gives way to what answers it.
    this.guesses.hidden = full || this.open;
    this.acting.hidden = this.open && full;
    this.cells.element.hidden = !this.open;
    this.compare(full);
    this.found ||= this.open && this.asked && isRight(this.atRing(this.asking[1]));
    const hint = this.stage.querySelector(".hint");
    if (hint) hint.textContent = this.hint;
    this.showStatus(this.sentence(now));
  }

  get hint() {
    const { drawn, guess } = this.values;
    if (this.open) return this.found ? HINTS.solved : HINTS.task;
    if (drawn === COUNT) return HINTS.drawn;
    return drawn === 1 && guess === "none" ? HINTS.first : HINTS.guessed;
  }

  /**
   * Both networks of the question beside each other, as far as they are known.
   * @param {boolean} full whether all ten training sets were drawn
   */
  compare(full) {
    const { x1, x2 } = this.values;
    this.cells.draw(this.ten);
    this.pair.draw(
      [x1, x2],
      this.asking.map((ten) => ({
        name: nameOf(ten),
        place: this.open || (full && ten === this.ten) ? this.atRing(ten) : null,
        lines: () => this.linesOf(ten, COUNT),
      })),
    );
  }

  /** @param {Place} now */
  sentence(now) {
    const { ten, asking } = this;
    const { drawn, guess } = this.values;
    if (drawn === 1 && !this.open && guess !== "none") return guessed(guess);
    if (drawn < COUNT) return soFar(ten, drawn, now.said[drawn - 1]);
    const [twenty, one] = asking.map((each) => this.atRing(each));
    if (this.asked) {
      if (this.open && isRight(one)) return solved(one);
      return atRing(now, this.open && !this.found && isNearlyRight(one));
    }
    if (!this.open) return many(ten, now);
    if (this.tabled || !asking.includes(ten))
      return verdict(ten, this.record.tens, now);
    return compared(guess, one, twenty);
  }

  /**
   * What is shown all over the plane: the last network, or the mean of all ten.
   * @param {Ten} ten
   * @param {number} drawn
   */
  shown(ten, drawn) {
    const { everywhere } = this.reading(ten);
    return drawn === COUNT ? meanOf(everywhere) : everywhere[drawn - 1];
  }

  /**
   * The boundaries of networks, the last one or the mean standing out.
   * @param {Ten} ten
   * @param {number} drawn
   */
  linesOf(ten, drawn) {
    const full = drawn === COUNT;
    const line = (/** @type {Float64Array} */ p, /** @type {object} */ look) =>
      boundary(
        this.plane,
        contours(
          p.map((value) => value - 0.5),
          PIXELS,
        ),
        PIXELS,
        look,
      );
    return [
      ...this.reading(ten)
        .everywhere.slice(0, full ? COUNT : drawn - 1)
        .map((p) => line(p, GHOST)),
      line(this.shown(ten, drawn), full ? MEAN : ONE),
      ...(full ? [line(this.truth, TRUTH)] : []),
    ];
  }

  /**
   * Draw the plane, where it has changed.
   * @param {Ten} ten
   * @param {number} drawn
   */
  picture(ten, drawn) {
    const wanted = `${ten.units} ${ten.samples} ${drawn}`;
    if (wanted === this.pictured) return;
    this.pictured = wanted;
    const { plane } = this;
    const full = drawn === COUNT;
    this.surface.paint(this.shown(ten, drawn), (p) => p - 0.5);
    this.lines.replaceChildren(...this.linesOf(ten, drawn));
    const points = full ? [] : pointsOf(this.record.sets[ten.samples][drawn - 1]);
    this.points.replaceChildren(
      ...points
        .slice(0, SHOWN)
        .map(([x, y, label]) => marker(label, plane.X(x), plane.Y(y), 3)),
    );
    /** @type {[Record<string, any>, string][]} */
    const entries = full
      ? [
          [GHOST, "ten networks"],
          [MEAN, "their mean"],
          [TRUTH, "truth"],
        ]
      : [
          [ONE, "this training set"],
          [GHOST, "earlier ones"],
        ];
    plane.frame.replaceChildren(...legend(plane, entries));
  }
}

define("ann-resampling", ResamplingFigure);
