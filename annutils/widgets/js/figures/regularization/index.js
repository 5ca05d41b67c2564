// <ann-regularization>: a network much too large, and how strong a remedy must be for it.

import { choice, labelsOf, number } from "../../engine/options.js";
import { boundary } from "../../parts/boundary.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { marker } from "../../parts/marker.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import { leastError, nearest, REMEDIES, seenBy, truth } from "./model.js";
import {
  axes,
  cover,
  ERRORS,
  errors,
  GHOST,
  legend,
  SIDE,
  TRUTH,
  training,
} from "./view.js";
import { answer, covered, HELP, named, told } from "./words.js";

/** @import { Data, Try } from "./model.js" */

const PIXELS = 72;
const HEIGHT = 304; // of the errors, with the name of their axis
const VEIL = 26.5; // where the button lies upon what it uncovers, in percent

/**
 * The interval of the points along one axis, with a margin.
 * @param {number[][]} points
 * @param {number} k
 */
function reach(points, k) {
  const values = points.map((point) => point[k]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low - 0.12 * (high - low), high + 0.12 * (high - low)];
}

/**
 * Colors that are pale near the boundary.
 * @param {number} z
 */
const level = (z) => 0.5 * Math.tanh(z / 2);

class RegularizationFigure extends Figure {
  static title = "How much is enough?";
  static hint =
    "Drag the round marker to the right: the remedy grows stronger. Stop where you trust the boundary, then uncover.";
  static options = {
    remedy: choice("l2", labelsOf(REMEDIES)),
    l2: number(0, [0, 10]),
    dropout: number(0, [0, 0.99]),
    stop: number(2000, [1, 100_000]),
    curve: choice("covered", { covered: "covered", shown: "shown" }),
  };

  /** @type {Data} */
  record = later();
  plane = later(Plane);
  chart = later(Plane);
  surface = later(Surface);
  places = new Float64Array(0);
  /** What each network that was looked at sees. @type {Map<Try, ReturnType<typeof seenBy>>} */
  known = new Map();
  ghost = later(SVGGElement);
  line = later(SVGGElement);
  truth = later(SVGElement);
  curves = later(SVGGElement);
  /** @type {ReturnType<typeof handle>} */
  marker = later();
  uncover = later(HTMLElement);
  /** @type {Record<string, HTMLElement>} */
  buttons = {};
  /** The place that the reader guessed, by remedy. @type {Map<string, number>} */
  guesses = new Map();
  /** Remedies whose errors were uncovered. @type {Set<string>} */
  open = new Set();
  /** The error that even the true boundary makes, in percent. */
  least = 0;

  build() {
    this.record = this.carried("it came without its runs");
    for (const name of Object.keys(REMEDIES)) {
      const tries = this.record.tries[name];
      this.useNearest(name, tries[nearest(tries, this.values[name])].strength);
    }
    this.open = new Set(this.values.curve === "shown" ? [this.values.remedy] : []);
    this.guesses.clear();
    const { points, noise } = this.record;
    this.least = 100 * leastError(noise);
    this.plane = new Plane({
      x: reach(points, 0),
      y: reach(points, 1),
      height: 378,
      name: "The training samples and the boundary of the network",
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.places = grid(PIXELS, this.plane.x, this.plane.y);
    this.ghost = s("g");
    this.line = s("g");
    const dots = points.map(([x, y, label]) =>
      marker(label, this.plane.X(x), this.plane.Y(y), 5),
    );
    const lines = truth(this.record, this.places, PIXELS);
    this.truth = boundary(this.plane, lines, PIXELS, TRUTH);
    this.plane.clipped.append(this.ghost, ...dots, this.line, this.truth);
    return [scene(this.plane.element, this.remedies(), this.errors())];
  }

  /** One button for each remedy. */
  remedies() {
    const help = this.help("Remedy", HELP.remedy);
    this.buttons = Object.fromEntries(
      Object.entries(REMEDIES).map(([remedy, { label }]) => {
        const press = () => {
          this.change("curve", this.open.has(remedy) ? "shown" : "covered");
          this.chosen("remedy", remedy);
        };
        return [
          remedy,
          h("button", { type: "button", ...help, onclick: press }, label),
        ];
      }),
    );
    return h("div", { class: "row" }, Object.values(this.buttons));
  }

  /** The errors, with the marker that chooses among them. */
  errors() {
    this.chart = new Plane({
      x: [-SIDE, 6 + SIDE],
      y: ERRORS,
      width: 424,
      height: 280,
      name: "The error against the strength of the remedy",
    });
    this.chart.svg.setAttribute("viewBox", `0 0 424 ${HEIGHT}`);
    this.curves = s("g", { "aria-hidden": "true" });
    this.marker = handle(this.chart, {
      name: "Strength of the remedy",
      at: [0, 0],
      step: 1,
      shape: [
        s("circle", { r: 9, fill: "white", stroke: INK, "stroke-width": 2.5 }),
        s("path", {
          d: "M-4 -3l-3 3l3 3M4 -3l3 3l-3 3",
          fill: "none",
          stroke: "black",
        }),
      ],
      help: this.help("Strength of the remedy", HELP.marker),
      text: () => named(this.values.remedy, this.tries, this.place),
      move: ([k]) => {
        const { remedy } = this.values;
        const place = Math.min(this.tries.length - 1, Math.max(0, Math.round(k)));
        this.chosen(remedy, this.tries[place].strength);
      },
    });
    this.chart.content.append(this.curves, this.marker.element);
    this.chart.element.append(this.covering());
    return this.chart.element;
  }

  /** What uncovers the errors lies upon their cover: on a phone nothing hides it. */
  covering() {
    const press = () => {
      const { remedy } = this.values;
      this.open.add(remedy);
      if (this.place) this.guesses.set(remedy, this.place);
      this.chosen("curve", "shown");
      this.marker.element.focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
    };
    this.uncover = this.button(
      "Uncover the error on new samples",
      press,
      HELP.uncover,
      true,
    );
    Object.assign(this.uncover.style, {
      position: "absolute",
      left: "53%",
      top: `${(100 * this.chart.Y(VEIL)) / HEIGHT}%`,
      transform: "translate(-50%, -50%)",
      width: "max-content",
    });
    return this.uncover;
  }

  /** The strengths of the remedy that is chosen. */
  get tries() {
    return this.record.tries[this.values.remedy];
  }

  /** The place of the one that is shown. */
  get place() {
    return nearest(this.tries, this.values[this.values.remedy]);
  }

  /** @param {Try} one */
  look(one) {
    const found =
      this.known.get(one) ?? seenBy(one, this.record.units, this.places, PIXELS);
    this.known.set(one, found);
    return found;
  }

  update() {
    const { plane, chart, tries, place } = this;
    const { remedy, curve } = this.values;
    const shown = curve === "shown";
    const guess = this.guesses.get(remedy);
    const { z, lines } = this.look(tries[place]);
    this.surface.paint(z, level);
    this.ghost.replaceChildren(
      boundary(plane, this.look(tries[0]).lines, PIXELS, GHOST),
    );
    plane.frame.replaceChildren(...legend(plane, place > 0, shown));
    this.line.replaceChildren(boundary(plane, lines, PIXELS, { "stroke-width": 3 }));
    set(this.truth, { visibility: shown ? "visible" : "hidden" });
    chart.zoom([-SIDE, tries.length - 1 + SIDE], ERRORS);
    chart.frame.replaceChildren(...axes(chart, remedy, tries, shown));
    this.curves.replaceChildren(
      ...(shown ? errors(chart, tries, place, guess, this.least) : cover(chart)),
      ...training(chart, tries),
    );
    this.marker.put([place, tries[place].seen]);
    for (const [name, button] of Object.entries(this.buttons)) {
      button.setAttribute("aria-pressed", String(name === remedy));
      button.classList.toggle("main", name === remedy);
    }
    this.uncover.hidden = shown;
    const says = !shown ? covered : place === guess ? answer : told;
    this.showStatus(says(remedy, tries, place));
  }
}

define("ann-regularization", RegularizationFigure);
