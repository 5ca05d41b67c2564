// <ann-approximator>: a curve followed by pieces, and the error against their number.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import {
  BENDS,
  bent,
  halfJump,
  KINDS,
  samples,
  sumOf,
  TARGETS,
  unitPlaces,
  worst,
} from "../../engine/staircase.js";
import { slider } from "../../parts/controls.js";
import { cursor } from "../../parts/cursor.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { BLUE, INK } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { BASE, ErrorChart, unitMarks, unitShape, worstMark } from "./view.js";
import {
  addedText,
  HELP,
  isNone,
  outcome,
  question,
  SHARES,
  state,
  unitText,
} from "./words.js";

/**
 * @import { Network } from "../../engine/network.js"
 * @import { Try } from "./view.js"
 */

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
    "Guess what twice as many pieces do. Point at a dot to see what its unit adds.";
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
  /** @type {Network} */
  network = later();
  /** @type {ReturnType<typeof slider>} */
  count = later();
  target = s("path", { ...LINE, stroke: INK, "stroke-dasharray": "7 5" });
  output = s("path", { ...LINE, stroke: BLUE });
  units = s("g", { "aria-hidden": "true", "pointer-events": "none" });
  /** What the unit that is pointed at adds. */
  shape = s("g", { "aria-hidden": "true" });
  cursor = later(SVGGElement);
  /** Which unit the reader points at. @type {number | null} */
  unit = null;
  mark = s("g", { "aria-hidden": "true" });
  /** What was tried on each curve. @type {Map<string, Try[]>} */
  tries = new Map();
  /** What was guessed for twice as many pieces, and the error before.
   * @type {{ share: number, before: number } | null} */
  guess = null;
  /** Of which kinds the reader has guessed. @type {Set<string>} */
  judged = new Set();

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
    this.plane.clipped.append(this.shape, this.target, this.output);
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
      this.units,
      this.pointing(),
      this.mark,
      names,
      ...this.bends.map(({ element }) => element),
    );
    this.chart = new ErrorChart();
    this.guess = null;
    this.unit = null;
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
    this.judged.add(kind);
    this.update();
  }

  /** @param {number} pieces */
  put(pieces) {
    this.count.put(pieces);
    this.change("pieces", pieces);
  }

  /** The strip of the units' dots, where they are pointed at, also by keys. */
  pointing() {
    this.cursor = cursor({
      name: "Hidden unit that is looked at",
      size: [14, 26],
      help: this.help("Dots", HELP.unit),
      go: ([right]) => this.look((this.unit ?? 0) + right),
    });
    this.cursor.addEventListener("focus", () => this.look(this.unit ?? 0));
    this.cursor.addEventListener("blur", () => this.look(null));
    const near = (/** @type {PointerEvent} */ event) => {
      const [x] = this.plane.at(event);
      const gaps = unitPlaces(this.network).map((place) => Math.abs(place - x));
      this.look(gaps.indexOf(Math.min(...gaps)));
    };
    const { x, width } = this.plane.inside();
    const y = this.plane.Y(BASE) - 26;
    return s(
      "g",
      {
        class: "press",
        onpointerdown: near,
        onpointermove: near,
        onpointerleave: (/** @type {PointerEvent} */ { pointerType }) => {
          if (pointerType === "mouse") this.look(null);
        },
      },
      s("rect", { x: x - 8, y, width: width + 8, height: 44, fill: "transparent" }),
      this.cursor,
    );
  }

  /** @param {number | null} unit of those that there are */
  look(unit) {
    const last = unitPlaces(this.network).length - 1;
    const next = unit === null || last < 0 ? null : Math.min(last, Math.max(0, unit));
    if (next === this.unit) return;
    this.unit = next;
    this.showUnits();
  }

  /** Show the units, and what the one that is pointed at adds to those before it. */
  showUnits() {
    const { curve, cursor, network, plane, unit } = this;
    const { kind } = this.values;
    const places = unitPlaces(network);
    const seen = unit ?? 0; // by the keyboard, at first
    const adds = places.length ? addedText(kind, seen, places, network) : "";
    const text = unit === null ? unitText(places.length) : adds;
    this.units.replaceChildren(...unitMarks(plane, places, curve.value, unit, text));
    this.shape.replaceChildren(
      ...(unit === null
        ? []
        : unitShape(
            plane,
            places[unit],
            [0, 1].map((more) => (x) => sumOf(network, kind, unit + more, x)),
          )),
    );
    this.output.style.opacity = unit === null ? "1" : "0.45";
    set(cursor, {
      transform: `translate(${plane.X(places[seen] ?? 0)} ${plane.Y(BASE)})`,
      hidden: places.length ? null : "",
      "aria-valuemax": Math.max(0, places.length - 1),
      "aria-valuenow": seen,
      "aria-valuetext": adds,
    });
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
    this.unit = null;
    if (name === "guess") return this.double(Number(value));
    this.guess = null;
    if (name !== "pieces" && 2 * this.values.pieces > MOST) this.put(FIRST);
    super.chosen(name, value);
  }

  update() {
    const { kind, pieces } = this.values;
    const { chart, curve, guess, plane, tried } = this;
    const data = samples(curve, pieces);
    this.network = KINDS[kind].build(pieces, curve);
    const { network } = this;
    const found = worst(network, data);
    const { error } = found;
    const outputs = network.forward(data.X, data.m);
    const line = (/** @type {ArrayLike<number>} */ y) =>
      plane.path(Array.from(data.X, (x, i) => [x, y[i]]));
    this.target.setAttribute("d", line(data.y));
    this.output.setAttribute("d", line(outputs));
    this.showUnits();
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
    chart.show(tried, curve, isOver ? [] : asked, guessed, this.judged);
    this.showStatus(
      guess
        ? outcome(kind, pieces, [guess.before, error], guess.share, halfJump(curve))
        : state(this.values, unitPlaces(network).length, error, halfJump(curve)),
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
