// <ann-approximator>: a curve followed by pieces, and the error against their number.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import {
  BENDS,
  bent,
  halfJump,
  isSteepest,
  KINDS,
  samples,
  TARGETS,
  unitPlaces,
  without,
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
import {
  BASE,
  ErrorChart,
  ghost,
  names,
  reason,
  unitMarks,
  unitName,
  unitShape,
  worstMark,
} from "./view.js";
import {
  AGAIN,
  addedText,
  FULL,
  HELP,
  isNone,
  outcome,
  QUESTION,
  SHARES,
  state,
} from "./words.js";

/**
 * @import { Samples } from "../../engine/datasets.js"
 * @import { Network } from "../../engine/network.js"
 * @import { Found, Try } from "./view.js"
 */

const RANGE = [-1.65, 1.45];
const MARGIN = { left: 34, right: 8, top: 52, bottom: 26 }; // names are at its top
const WITHIN = 1.3; // of the points that bend the curve
const LINE = { fill: "none", "stroke-width": 2.5 };
const HEIGHTS = steps(-1, 1, 0.05);
const BEND = BENDS.map((_, k) => `bend${k + 1}`);
const COUNTS = steps(1, 40, 1);
const MOST = COUNTS[COUNTS.length - 1];
const FIRST = 10;

class ApproximatorFigure extends Figure {
  static title = "How does the error fall?";
  static hint = "Guess what twice the pieces do; then try hinges, and a jump.";
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
  /** What takes their place where there is no room to double. */
  full = later(HTMLElement);
  /** @type {Network} */
  network = later();
  /** @type {Samples} */
  data = later();
  outputs = new Float64Array();
  /** @type {ReturnType<typeof slider>} */
  count = later();
  target = s("path", { ...LINE, stroke: INK, "stroke-dasharray": "7 5" });
  output = s("path", { ...LINE, stroke: BLUE });
  units = s("g", { "aria-hidden": "true", "pointer-events": "none" });
  /** What the unit that is pointed at adds. */
  shape = s("g", { "aria-hidden": "true" });
  added = s("g", { "aria-hidden": "true" });
  cursor = later(SVGGElement);
  /** Where the reader looks at a unit: there it stays when pieces become narrow. At first,
   * at the one that adds most. @type {number | null} */
  place = null;
  mark = s("g", { "aria-hidden": "true" });
  /** What was tried on each curve. @type {Map<string, Try[]>} */
  tries = new Map();
  /** What was guessed for twice as many pieces, and the worst place before.
   * @type {{ share: number, before: Found } | null} */
  guess = null;
  /** The worst place now. @type {Found} */
  found = later();
  /** Of which kinds the reader has guessed. @type {Set<string>} */
  judged = new Set();

  build() {
    this.plane = new Plane({
      x: [0, 1],
      y: RANGE,
      height: 300,
      margin: MARGIN,
      name: "The curve, and the output of the network",
      yName: "y",
    });
    const right = label(this.plane.X(0.9), this.plane.height - 9, "x", "middle");
    this.plane.frame.append(right, ...names());
    const points = this.help("White points of your own curve", HELP.bend);
    this.bends = BEND.map((key, k) => this.bend(key, k, points));
    this.plane.clipped.append(this.shape, this.target, this.output);
    // Whole also at the frame, where the wave has its largest error.
    this.plane.content.append(
      this.units,
      this.pointing(),
      this.mark,
      this.added,
      ...this.bends.map(({ element }) => element),
    );
    this.chart = new ErrorChart();
    this.guess = null;
    this.place = null;
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
      this.control("kind", "Each unit adds", HELP.kind),
      this.control("target", "Curve", HELP.target),
    );
    const chart = this.chart.plane.element;
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: QUESTION,
      labels: SHARES,
    });
    this.full = h(
      "fieldset",
      { class: "tools" },
      h("legend", {}, FULL),
      this.button(AGAIN, () => this.chosen("pieces", this.put(FIRST)), HELP.again),
    );
    const picture = h("div", { class: "stack" }, this.plane.element, this.status);
    return [scene(picture, this.guesses, this.full, chart, controls)];
  }

  /** @param {number} share which of SHARES is left */
  double(share) {
    const { kind, pieces } = this.values;
    const before = this.found;
    this.put(2 * pieces);
    for (const one of this.guesses.querySelectorAll("input")) one.checked = false;
    this.guess = { share, before };
    this.judged.add(kind);
    this.update();
  }

  /** @param {number} pieces */
  put(pieces) {
    this.count.put(pieces);
    this.change("pieces", pieces);
    return pieces;
  }

  /** The plot, in which units are pointed at, also by keys. */
  pointing() {
    this.cursor = cursor({
      name: "Hidden unit that is looked at",
      size: [14, 26],
      help: this.help("Dots", HELP.unit),
      go: ([right]) => {
        const places = unitPlaces(this.network);
        this.look(places[this.unit + right] ?? places[this.unit]);
      },
    });
    const point = (/** @type {PointerEvent} */ event) =>
      this.look(this.plane.at(event)[0]);
    return s(
      "g",
      { class: "press", onpointerdown: point, onpointermove: point },
      s("rect", { ...this.plane.inside(), fill: "transparent" }),
      this.cursor,
    );
  }

  /** Which unit the reader looks at, or -1 where there is none. */
  get unit() {
    const { network, place } = this;
    const places = unitPlaces(network);
    const far = places.map((each, j) =>
      place === null ? -Math.abs(network.parameters.W[2][j]) : Math.abs(each - place),
    );
    return far.indexOf(Math.min(...far));
  }

  /** @param {number} place */
  look(place) {
    this.place = place;
    this.showUnits();
  }

  /** Show the units, and what the one that is looked at adds. */
  showUnits() {
    const { curve, cursor, data, network, outputs, plane, unit } = this;
    const places = unitPlaces(network);
    const place = places[unit];
    const adds =
      place === undefined ? "" : addedText(this.values.kind, unit, places, network);
    this.units.replaceChildren(...unitMarks(plane, places, curve.value, unit));
    const points = (/** @type {Float64Array} */ y) =>
      Array.from(data.X, (x, i) => [x, y[i]]).filter(([x]) => x > place);
    const shape = adds
      ? unitShape(plane, points(without(network, unit, data)), points(outputs))
      : [];
    this.shape.replaceChildren(...shape);
    this.added.replaceChildren(...(adds ? unitName(adds) : []));
    set(cursor, {
      transform: `translate(${plane.X(place ?? 0)} ${plane.Y(BASE)})`,
      hidden: adds ? null : "",
      "aria-valuemax": places.length - 1,
      "aria-valuenow": unit,
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
    if (name === "guess") return this.double(Number(value));
    this.guess = null;
    if (name !== "pieces") this.place = null;
    if (name !== "pieces" && 2 * this.values.pieces > MOST) this.put(FIRST);
    super.chosen(name, value);
  }

  update() {
    const { kind, pieces } = this.values;
    const { chart, curve, guess, plane, tried } = this;
    const data = samples(curve, pieces);
    this.data = data;
    this.network = KINDS[kind].build(pieces, curve);
    const { network } = this;
    const found = { ...worst(network, data), pieces };
    this.found = found;
    const { error } = found;
    const outputs = network.forward(data.X, data.m).slice();
    this.outputs = outputs;
    const line = (/** @type {ArrayLike<number>} */ y) =>
      plane.path(Array.from(data.X, (x, i) => [x, y[i]]));
    this.target.setAttribute("d", line(data.y));
    this.output.setAttribute("d", line(outputs));
    this.showUnits();
    const leans = kind === "steps" && curve.jump === undefined;
    this.mark.replaceChildren(
      ...(guess ? ghost(plane, guess.before, found) : []),
      ...(guess && leans ? reason(plane, guess.before, 0.25) : []),
      ...(leans ? reason(plane, found, 0.6) : []),
      ...worstMark(plane, found),
    );
    this.bends.forEach(({ element, put }, k) => {
      put([BENDS[k], curve.value(BENDS[k])]);
      set(element, { hidden: this.values.target === "own" ? null : "" });
    });
    const before = tried.findIndex((one) => one.kind === kind && one.pieces === pieces);
    if (before >= 0) tried.splice(before, 1);
    tried.push({ kind, pieces, error });
    const isFull = 2 * pieces > MOST;
    const isOver = isFull || isNone(error);
    this.guesses.hidden = isOver;
    this.full.hidden = !isFull;
    const asked = Object.keys(SHARES).map((share) => [
      2 * pieces,
      error / 2 ** Number(share),
    ]);
    const guessed = guess && [pieces, guess.before.error / 2 ** guess.share];
    chart.show(tried, curve, isOver ? [] : asked, guessed, this.judged);
    this.showStatus(
      guess
        ? outcome(
            kind,
            pieces,
            [guess.before.error, error],
            guess.share,
            halfJump(curve),
          )
        : state(
            this.values,
            unitPlaces(network).length,
            error,
            isSteepest(kind, curve, pieces, found.x),
            halfJump(curve),
          ),
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
