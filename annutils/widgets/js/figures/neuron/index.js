// <ann-neuron>: what a neuron answers to every input, the neuron itself to change, and two
// rings to bring its line through; dashed is the line before a number was changed.

import { ACTIVATIONS } from "../../engine/activations.js";
import { rounded } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { GREEN, INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { choices, radio } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { attention, line } from "../../parts/separation.js";
import { grid, Surface } from "../../parts/surface.js";
import { Diagram, POINT } from "./diagram.js";
import { Ghost } from "./ghost.js";
import { levels } from "./levels.js";
import {
  ACTIVATION,
  answer,
  atPoint,
  GUESSES,
  HINTS,
  INPUT,
  isThrough,
  LEGEND,
  motion,
  OTHER,
  outcome,
  outputOnLine,
  PARAMETERS,
  PREDICTION,
  RINGS,
  rest,
  unbounded,
} from "./words.js";

const RANGE = [-3, 3];
const WEIGHTS = steps(-4, 4, 0.1);
const PIXELS = 60;
const STRONGEST = 10; // the output without bound that has the full color
const PLACES = grid(PIXELS, RANGE, RANGE);
/** On a line that differs from the first one in direction and in place. */
const PLACES_OF_RINGS = [
  [-0.5, -2],
  [1.5, 2],
];
const OPEN = { stroke: INK, "stroke-width": 1.5, "stroke-dasharray": "4 3" };
const MET = { stroke: GREEN, "stroke-width": 3.5, "stroke-dasharray": "none" };

/** On a phone, a hint of one line takes as much room as the first, of two. */
const STYLE = "@media (max-width: 30rem) { .hint { min-height: 2.8em; } }";

class NeuronFigure extends Figure {
  static style = STYLE;
  static title = "What turns a neuron’s line, and what shifts it?";
  static hint = HINTS.rings;
  static options = {
    w1: number(1, WEIGHTS),
    w2: number(-1, WEIGHTS),
    b: number(0.5, WEIGHTS),
    activation: choice("sigmoid", labelsOf(ACTIVATIONS)),
    x1: number(1, RANGE),
    x2: number(1.5, RANGE),
  };

  plane = later(Plane);
  surface = later(Surface);
  lines = later(SVGGElement);
  /** @type {SVGElement[]} */
  rings = [];
  diagram = later(Diagram);
  asked = later(HTMLElement);
  activation = later(HTMLElement);
  ghost = new Ghost();
  /** What the reader expects of doubled weights. @type {keyof typeof GUESSES | ""} */
  guess = "";
  /** Whether they have just been doubled. */
  doubled = false;
  /** Of what sign b was then, and whether it has had the other on the same line. */
  side = 0;
  turned = false;

  /** A link sets what it names: what it did to the line is seen. */
  get kept() {
    return this.values;
  }

  build() {
    this.plane = new Plane({
      x: RANGE,
      y: RANGE,
      name: "Output of the neuron over the plane of its inputs",
      xName: "x₁",
      yName: "x₂",
    });
    this.surface = new Surface(this.plane.addCanvas(PIXELS));
    this.lines = s("g", { "aria-hidden": "true" });
    this.doubled = false;
    this.rings = PLACES_OF_RINGS.map((place) => attention(this.plane, place));
    this.plane.content.append(this.lines, ...this.rings, this.input());
    this.diagram = new Diagram(
      this.values,
      WEIGHTS,
      (key, value) => {
        this.doubled = false;
        this.chosen(key, value);
      },
      (key) => this.help(PARAMETERS[key].name, PARAMETERS[key].help),
    );
    this.activation = this.control("activation", "Activation g", ACTIVATION);
    const help = this.help("Your prediction", PREDICTION);
    const radios = Object.entries(GUESSES).map(([guess, name]) => {
      const choose = () => this.take(/** @type {any} */ (guess));
      const settings = { group: "guess", checked: false, choose, help };
      return radio(settings, h("span", {}, name));
    });
    this.asked = choices(LEGEND, "tools", radios);
    return [
      scene(this.plane.element, this.diagram.element, this.asked, this.activation),
    ];
  }

  /**
   * After the task, one question: the reader expects something, and weights and bias double.
   * @param {keyof typeof GUESSES} guess
   */
  take(guess) {
    this.guess = guess;
    this.doubled = true;
    this.side = Math.sign(this.values.b);
    for (const key of ["w1", "w2", "b"]) this.change(key, 2 * this.values[key]);
    this.diagram.put(this.values);
    this.update();
    this.diagram.scrubs[0].element.focus({ preventScroll: true }); // the guesses go
  }

  /** Whether there is room to double weights and bias. */
  get small() {
    const { w1, w2, b } = this.values;
    const most = WEIGHTS[WEIGHTS.length - 1] / 2;
    return [w1, w2, b].every((each) => Math.abs(each) <= most);
  }

  /** The input as a point of the plane. */
  input() {
    return handle(this.plane, {
      name: "Input",
      at: [this.values.x1, this.values.x2],
      shape: [s("circle", { r: 8, ...POINT })],
      help: this.help("Input", INPUT),
      move: ([x, y]) => {
        this.change("x1", rounded(x, 2));
        this.change("x2", rounded(y, 2));
        this.update();
      },
    }).element;
  }

  update() {
    const { w1, w2, b, x1, x2 } = this.values;
    const activation = ACTIVATIONS[this.values.activation];
    const outputs = Float64Array.from({ length: PIXELS * PIXELS }, (_, k) =>
      activation.value(w1 * PLACES[2 * k] + w2 * PLACES[2 * k + 1] + b),
    );
    const white = outputOnLine(activation);
    const far = unbounded(activation) ? STRONGEST : activation.range[1] - white;
    this.surface.paint(outputs, (a) => (a - white) / far);
    const { ghost, plane } = this;
    ghost.follow(this.values);
    const pivot = ghost.pivot(plane);
    const kept = [[x1, x2], ...PLACES_OF_RINGS, ...(pivot ? [pivot] : [])];
    const boundary = line(plane, [w1, w2], b, "direction of w");
    this.lines.replaceChildren(
      ...ghost.line(plane),
      ...levels(plane, [w1, w2], b, activation, kept, boundary[2]),
      ...boundary,
      ...ghost.point(plane),
    );
    const z = rounded(w1 * x1 + w2 * x2 + b, 9); // a sum of decimals has few digits
    this.diagram.show(this.values, z, activation);
    const passed = PLACES_OF_RINGS.map((place) => isThrough(place, [w1, w2], b));
    this.rings.forEach((ring, k) => {
      set(ring, passed[k] ? MET : OPEN);
    });
    const through = passed.filter(Boolean).length;
    const isThere = through === 2;
    const asks = isThere && !this.guess && this.small;
    this.asked.hidden = !asks;
    this.activation.hidden = asks; // one in the place of the other: nothing moves
    const isOther = isThere && this.side * b < 0;
    this.turned ||= isOther;
    const next = asks ? "guess" : !this.guess ? "rings" : this.turned ? "rest" : "side";
    const hint = this.stage.querySelector(".hint");
    if (hint) hint.textContent = HINTS[next];
    const a = activation.value(z);
    const said = ghost.moved && motion(ghost.moved, this.values, pivot !== null);
    const met = isOther ? OTHER : isThere ? RINGS[2] : `${said} ${RINGS[through]}`;
    const first = said ? met.trim() : rest(this.values);
    const all = `${first}\n${asks ? HINTS.guess : outcome(z, a)}`;
    const doubled = this.doubled && this.guess && answer(this.guess, activation);
    this.showStatus(ghost.input ? atPoint(this.values, z, a) : doubled || all);
  }
}

define("ann-neuron", NeuronFigure);
