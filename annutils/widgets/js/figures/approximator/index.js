// <ann-approximator>: a curve followed by pieces, and the error against their number.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import {
  BENDS,
  bent,
  halfJump,
  KINDS,
  samples,
  TARGETS,
  unitPlaces,
  worst,
} from "../../engine/staircase.js";
import { slider } from "../../parts/controls.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { BLUE, INK } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { ErrorChart, unitMarks, worstMark } from "./view.js";
import { HELP, isNone, outcome, question, SHARES, state } from "./words.js";

/** @import { Try } from "./view.js" */

const RANGE = [-1.6, 1.9]; // the names of the lines are at its top
const WITHIN = 1.3; // of the points that bend the curve
const LINE = { fill: "none", "stroke-width": 2.5 };
const HEIGHTS = steps(-1, 1, 0.05);
const BEND = BENDS.map((_, k) => `bend${k + 1}`);
const COUNTS = steps(1, 40, 1);
const MOST = COUNTS[COUNTS.length - 1];
const FIRST = 10;

class ApproximatorFigure extends Figure {
  static title = "How much do more pieces help?";
  static hint =
    "Guess what twice as many pieces do. Then try hinges, and a curve that jumps.";
  static options = {
    target: choice("wave", labelsOf(TARGETS)),
    kind: choice("steps", labelsOf(KINDS)),
    pieces: number(FIRST, COUNTS, { whole: true }),
    ...Object.fromEntries(BEND.map((key) => [key, number(0, HEIGHTS)])),
  };

  plane = later(Plane);
  chart = later(ErrorChart);
  /** @type {ReturnType<typeof handle>[]} */
  bends = [];
  guesses = later(HTMLFieldSetElement);
  /** @type {ReturnType<typeof slider>} */
  count = later();
  target = s("path", { ...LINE, stroke: INK, "stroke-dasharray": "7 5" });
  output = s("path", { ...LINE, stroke: BLUE });
  units = s("g", { "aria-hidden": "true" });
  mark = s("g", { "aria-hidden": "true" });
  /** What was tried on each curve. @type {Map<string, Try[]>} */
  tries = new Map();
  /** What was guessed for twice as many pieces, and the error before.
   * @type {{ share: number, before: number } | null} */
  guess = null;

  build() {
    this.plane = new Plane({
      x: [0, 1],
      y: RANGE,
      height: 330,
      name: "The curve, and the output of the network",
      xName: "x",
      yName: "y",
    });
    const points = this.help("White points of your own curve", HELP.bend);
    this.bends = BEND.map((key, k) => this.bend(key, k, points));
    this.plane.clipped.append(this.units, this.target, this.output);
    const names = s(
      "g",
      { "aria-hidden": "true" },
      s("path", { ...LINE, d: "M170 22h28", stroke: INK, "stroke-dasharray": "7 5" }),
      label(203, 27, "curve", "start"),
      s("path", { ...LINE, d: "M262 22h28", stroke: BLUE }),
      label(295, 27, "network", "start"),
    );
    // Whole also at the frame, where the wave has its largest error.
    this.plane.content.append(
      this.mark,
      names,
      ...this.bends.map(({ element }) => element),
    );
    this.chart = new ErrorChart();
    this.guess = null;
    this.count = slider({
      name: "Pieces",
      values: COUNTS,
      value: this.values.pieces,
      help: this.help("Pieces", HELP.pieces),
      change: (pieces) => this.chosen("pieces", pieces),
    });
    const controls = h(
      "div",
      { class: "controls" },
      this.count.element,
      this.control("kind", "Made of", HELP.kind),
      this.control("target", "Curve", HELP.target),
    );
    const chart = this.chart.plane.element;
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: " ",
      labels: SHARES,
    });
    return [scene(this.plane.element, this.guesses, chart, this.status, controls)];
  }

  /** @param {number} share which of SHARES is left */
  double(share) {
    const { kind, pieces } = this.values;
    const now = this.tried.find((one) => one.kind === kind && one.pieces === pieces);
    this.put(2 * pieces);
    for (const one of this.guesses.querySelectorAll("input")) one.checked = false;
    this.guess = { share, before: now?.error ?? 0 };
    this.update();
  }

  /** @param {number} pieces */
  put(pieces) {
    this.count.put(pieces);
    this.change("pieces", pieces);
  }

  /**
   * @param {string} key
   * @param {number} k
   * @param {Record<string, string>} help
   */
  bend(key, k, help) {
    return handle(this.plane, {
      name: `Bend at ${BENDS[k]}`,
      at: [BENDS[k], 0],
      step: 0.05,
      vertical: true,
      limits: () => [-WITHIN, WITHIN],
      shape: [s("circle", { r: 7, fill: "white", stroke: INK, "stroke-width": 2.5 })],
      help,
      text: ([, y]) => written(y),
      move: ([, y]) => {
        const wanted = Math.min(WITHIN, Math.max(-WITHIN, y));
        const height = this.values[key] + wanted - this.curve.value(BENDS[k]);
        this.chosen(key, Math.min(1, Math.max(-1, rounded(height, 2))));
      },
    });
  }

  /** The curve to follow, bent where it is the reader's own. */
  get curve() {
    const { target } = this.values;
    const heights = BEND.map((key) => this.values[key]);
    return target === "own" ? bent(TARGETS.own, heights) : TARGETS[target];
  }

  /** What was tried on this curve. */
  get tried() {
    const { target } = this.values;
    const bends = target === "own" ? BEND.map((key) => this.values[key]) : [];
    return mapped(this.tries, [target, ...bends].join());
  }

  /**
   * Another kind or curve is another question: it begins where there is room to double.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name === "guess") return this.double(Number(value));
    this.guess = null;
    if (name !== "pieces" && 2 * this.values.pieces > MOST) this.put(FIRST);
    super.chosen(name, value);
  }

  update() {
    const { kind, pieces } = this.values;
    const { chart, curve, guess, plane, tried } = this;
    const data = samples(curve, pieces);
    const network = KINDS[kind].build(pieces, curve);
    const found = worst(network, data);
    const { error } = found;
    const places = unitPlaces(network);
    const outputs = network.forward(data.X, data.m);
    const line = (/** @type {ArrayLike<number>} */ y) =>
      plane.path(Array.from(data.X, (x, i) => [x, y[i]]));
    this.target.setAttribute("d", line(data.y));
    this.output.setAttribute("d", line(outputs));
    this.units.replaceChildren(...unitMarks(plane, places, curve.value));
    this.mark.replaceChildren(...worstMark(plane, found));
    this.bends.forEach(({ element, put }, k) => {
      put([BENDS[k], curve.value(BENDS[k])]);
      set(element, { hidden: this.values.target === "own" ? null : "" });
    });
    const before = tried.findIndex((one) => one.kind === kind && one.pieces === pieces);
    if (before >= 0) tried.splice(before, 1);
    tried.push({ kind, pieces, error });
    const isFull = 2 * pieces > MOST;
    const isOver = isFull || isNone(error);
    set(this.guesses, { disabled: isOver });
    const legend = this.guesses.querySelector("legend");
    if (legend) legend.textContent = question(isFull, error);
    const asked = Object.keys(SHARES).map((share) => [
      2 * pieces,
      error / 2 ** Number(share),
    ]);
    const guessed = guess && [pieces, guess.before / 2 ** guess.share];
    chart.show(tried, curve, isOver ? [] : asked, guessed);
    this.showStatus(
      guess
        ? outcome(kind, pieces, [guess.before, error], guess.share, halfJump(curve))
        : state(this.values, places.length, error),
    );
  }
}

/**
 * The list of a key, which begins empty.
 * @template T
 * @param {Map<string, T[]>} lists
 * @param {string} key
 */
function mapped(lists, key) {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

define("ann-approximator", ApproximatorFigure);
