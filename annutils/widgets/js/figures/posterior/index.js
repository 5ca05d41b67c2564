// <ann-posterior>: two bells to drag, and what share of the samples at x is of class 1.

import { sigmoid } from "../../engine/activations.js";
import { rounded } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { label, Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
import { held } from "../../parts/scene.js";
import { crossings, guessed, logOdds } from "./model.js";
import {
  bells,
  flank,
  frame,
  guessedCurve,
  knob,
  level,
  names,
  odds,
  outward,
  pill,
  REACH,
  shares,
  sigmoidName,
  TALL,
  top,
} from "./view.js";
import {
  brief,
  COVERED,
  factors,
  formula,
  GUESSES,
  HELP,
  QUESTION,
  SIGN,
  sentence,
  verdict,
  winner,
} from "./words.js";

const CENTERS = steps(-3, 3, 0.1);
const SPREADS = steps(0.8, 2.5, 0.1);
const SHARES = steps(0.1, 0.9, 0.05);
const X = [-REACH, REACH];
// The planes have one axis of x, below the last of them.
const MARGIN = { left: 34, right: 8, top: 22, bottom: 6 };

/**
 * The value on offer that is closest.
 * @param {number[]} values
 * @param {number} value
 */
const closest = (values, value) =>
  values.reduce((best, each) =>
    Math.abs(each - value) < Math.abs(best - value) ? each : best,
  );

class PosteriorFigure extends Figure {
  static title = "When is the share of orange an S-curve?";
  static hint =
    "Guess, then drag a bell by its top (center μ, share) or by ↔ (spread s).";
  // Beside the bells, what they make of the curve; beside this, the question; at z, z.
  static style = `
    @container (min-width: 44rem) {
      .scene { grid-template-rows: 176fr 128fr 150fr; }
      .scene > .held { grid-row: 1 / 4; }
      .scene > .stack { grid-row: 3; }
    }
  `;
  static options = {
    mu0: number(-1, CENTERS),
    mu1: number(1, CENTERS),
    s0: number(2, SPREADS),
    s1: number(1, SPREADS),
    share: number(0.5, SHARES),
    guess: choice("none", { none: "none", ...GUESSES }),
  };

  plane = later(Plane);
  below = later(Plane);
  log = later(Plane);
  back = later(SVGGElement);
  /** Where the bells cross, in each plane. @type {SVGGElement[]} */
  levels = [];
  names = later(SVGGElement);
  /** One for each class. @type {ReturnType<typeof handle>[]} */
  tops = [];
  /** @type {ReturnType<typeof handle>[]} */
  flanks = [];
  guesses = later(HTMLElement);
  again = later(HTMLElement);
  equation = later(HTMLElement);
  factors = later(HTMLElement);
  /** Whether the bells are others than those that the question is about. */
  isMoved = false;
  /** Where a drag goes: as it begins, sideways or up, as no hand goes straight. */
  way = "";

  /** What else the reader has moved stays. */
  get kept() {
    return this.values;
  }

  build() {
    this.isMoved = this.addressed !== null || !this.asks;
    this.plane = new Plane({
      x: X,
      y: [-0.05, 2.3],
      height: 176,
      margin: { ...MARGIN, top: 8 },
      name: "How many samples of either class there are near each place",
      yName: "samples near x",
    });
    this.plane.frame.replaceChildren(label(40, 22, "samples near x", "start"));
    this.below = new Plane({
      x: X,
      y: [0, 1],
      height: 128,
      margin: MARGIN,
      name: "The share of class 1 at each place",
    });
    this.log = new Plane({
      x: X,
      y: X,
      height: 150,
      margin: { ...MARGIN, bottom: 26 },
      name: "The logarithm of the odds of class 1 at each place",
      xName: "x",
    });
    const planes = [this.plane, this.below, this.log];
    for (const { frame, clipped } of planes) frame.before(clipped);
    this.log.frame.replaceChildren(...frame(this.log, "log odds z", [-5, 0, 5]));
    this.levels = planes.map(() =>
      s("g", { "aria-hidden": "true", "pointer-events": "none" }),
    );
    this.back = s("g", { "aria-hidden": "true" });
    this.names = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    this.tops = [0, 1].map((k) => this.top(k));
    this.flanks = [0, 1].map((k) => this.flank(k));
    const handles = [0, 1].flatMap((k) => [
      this.tops[k].element,
      this.flanks[k].element,
    ]);
    for (const [k, { frame }] of planes.entries()) frame.before(this.levels[k]);
    this.plane.content.append(this.back, this.names, ...handles);
    this.plane.element.append(this.below.svg, this.log.svg);
    this.guesses = optionRadios(this, "guess", {
      name: "Your prediction",
      text: HELP.guess,
      legend: QUESTION,
      labels: GUESSES,
    });
    this.factors = h("p", { class: "counts", style: { whiteSpace: "pre-line" } });
    const again = this.button("Start over", () => this.startOver(), HELP.again);
    this.again = h("div", { class: "row" }, again);
    this.equation = h("p", { class: "given" });
    const words = h("div", {}, this.equation, this.factors);
    const found = h("div", { class: "stack" }, words, this.again);
    const parts = [held(this.plane.element), this.status, this.guesses, found];
    return [h("div", { class: "scene loose" }, parts)];
  }

  /** @returns {import("./model.js").Classes} */
  get classes() {
    const { mu0, mu1, s0, s1, share } = this.values;
    return { mu: [mu0, mu1], s: [s0, s1], share };
  }

  /** Whether the curve turns within the window: else there is nothing to guess. */
  get asks() {
    const places = crossings(logOdds(this.classes));
    return places.length === 2 && places[0] > -REACH && places[1] < REACH;
  }

  /** @param {number} k */
  top(k) {
    const name = `Top of class ${k}`;
    const { element, put } = handle(this.plane, {
      name,
      at: top(this.classes, k),
      level: true,
      shape: [knob(k)],
      help: this.help(name, HELP.top),
      limits: () => [CENTERS[0], CENTERS[CENTERS.length - 1]],
      text: ([x]) => {
        const { share } = this.values;
        return `center ${brief(x)}, ${Math.round(100 * (k ? share : 1 - share))}% of the samples`;
      },
      move: (place) => this.moveTop(k, place),
    });
    element.addEventListener("pointerdown", () => {
      this.way = "";
    });
    element.addEventListener("keydown", () => {
      this.way = "anywhere";
    });
    return { element, put };
  }

  /**
   * @param {number} k
   * @param {number[]} place
   */
  moveTop(k, [x, y]) {
    const { plane, classes } = this;
    const [left, high] = top(classes, k);
    const aside = Math.abs(plane.X(x) - plane.X(left));
    this.way ||= aside < Math.abs(plane.Y(y) - plane.Y(high)) ? "up" : "sideways";
    if (this.way !== "up") this.change(`mu${k}`, closest(CENTERS, x));
    if (this.way !== "sideways") {
      const part = (y / TALL) * classes.s[k] * Math.sqrt(2 * Math.PI);
      this.change("share", closest(SHARES, k ? part : 1 - part));
    }
    this.moved();
  }

  /** @param {number} k */
  flank(k) {
    const name = `Flank of class ${k}`;
    return handle(this.plane, {
      name,
      at: flank(this.classes, k),
      level: true,
      shape: pill(k),
      help: this.help(name, HELP.flank),
      limits: () => {
        const { mu } = this.classes;
        const ends = [SPREADS[0], SPREADS[SPREADS.length - 1]];
        return ends
          .map((spread) => mu[k] + outward(this.classes, k) * spread)
          .sort((one, other) => one - other);
      },
      text: () => `spread ${brief(this.classes.s[k])}`,
      move: ([x]) => {
        const spread = (x - this.classes.mu[k]) * outward(this.classes, k);
        this.change(`s${k}`, closest(SPREADS, rounded(spread, 6)));
        this.moved();
      },
    });
  }

  moved() {
    this.isMoved = true;
    this.update();
  }

  /** As the page gave it. */
  startOver() {
    for (const [name, value] of Object.entries(this.given?.values ?? {})) {
      this.change(name, value);
    }
    for (const input of this.guesses.querySelectorAll("input")) input.checked = false;
    this.isMoved = !this.asks;
    this.update();
  }

  update() {
    const { classes, plane, below, log } = this;
    const { guess } = this.values;
    const z = logOdds(classes);
    const isAsked = !this.isMoved && guess === "none";
    // Half an S, up to where the curve begins to turn.
    const turn = -z.w / (2 * z.a) - 0.5;
    const end = isAsked ? turn : REACH;
    const even = classes.share === 0.5 ? null : logOdds({ ...classes, share: 0.5 });
    for (const k of [0, 1]) {
      this.tops[k].put(top(classes, k));
      this.flanks[k].put(flank(classes, k));
    }
    this.back.replaceChildren(...bells(plane, classes));
    level([plane, below, log], z, end, classes).forEach((lines, k) => {
      this.levels[k].replaceChildren(...lines);
    });
    this.names.replaceChildren(...names(plane, classes, z, end));
    const name = `share of orange${even ? " (dashed: with 50% each)" : ""}`;
    below.frame.replaceChildren(...frame(below, name, [0, 0.5, 1]));
    below.clipped.replaceChildren(...shares(below, z, even, end));
    log.clipped.replaceChildren(...odds(log, z, end));
    const isShown = guess !== "none" && !this.isMoved && guess !== winner(z);
    const curve = guessed(z, turn, guess !== "alike");
    below.content.replaceChildren(
      ...sigmoidName(below, z),
      ...(isShown ? guessedCurve(below, turn, (x) => sigmoid(curve(x))) : []),
    );
    log.content.replaceChildren(...(isShown ? guessedCurve(log, turn, curve) : []));
    this.equation.textContent = `z = ${formula(z)}`;
    this.equation.hidden = isAsked;
    this.factors.textContent = isAsked ? SIGN : factors(classes, z).join("\n");
    this.guesses.hidden = this.isMoved;
    this.again.hidden = isAsked;
    if (isAsked) this.showStatus(COVERED);
    else if (this.isMoved) this.showStatus(sentence(classes, z, REACH));
    else this.showStatus(verdict(guess, z, REACH));
  }
}

define("ann-posterior", PosteriorFigure);
