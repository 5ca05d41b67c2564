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
  INPUT,
  isThrough,
  LEGEND,
  motion,
  outputOnLine,
  PARAMETERS,
  PREDICTION,
  QUESTION,
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

/** On a phone, what is asked stands directly below the plane. */
const STYLE = "@container (max-width: 44rem) { .stack > fieldset { order: -1; } }";

class NeuronFigure extends Figure {
  static style = STYLE;
  static title = "What turns a neuron’s line, and what shifts it?";
  static hint =
    "Drag weights and bias sideways until the line passes through both rings.";
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
  /** Whether the line has been brought through both rings. */
  found = false;
  ghost = new Ghost();
  /** What the reader expects of doubled weights. @type {keyof typeof GUESSES | ""} */
  guess = "";
  /** Whether they have just been doubled. */
  doubled = false;

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
    const activation = this.control("activation", "Activation g", ACTIVATION);
    const help = this.help("Your prediction", PREDICTION);
    const radios = Object.entries(GUESSES).map(([guess, name]) => {
      const choose = () => this.take(/** @type {any} */ (guess));
      const settings = { group: "guess", checked: false, choose, help };
      return radio(settings, h("span", {}, name));
    });
    this.asked = choices(LEGEND, "tools", radios);
    return [scene(this.plane.element, this.diagram.element, this.asked, activation)];
  }

  /**
   * After the task, one question: the reader expects something, and weights and bias double.
   * @param {keyof typeof GUESSES} guess
   */
  take(guess) {
    this.guess = guess;
    this.doubled = true;
    for (const key of ["w1", "w2", "b"]) this.change(key, 2 * this.values[key]);
    this.diagram.put(this.values);
    this.update();
    this.diagram.scrubs[0].element.focus({ preventScroll: true }); // the guesses go
  }

  /** Whether the question is open: not before the task, and only where there is room. */
  get asks() {
    const { w1, w2, b } = this.values;
    const most = WEIGHTS[WEIGHTS.length - 1] / 2;
    return (
      this.found && !this.guess && [w1, w2, b].every((each) => Math.abs(each) <= most)
    );
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
    const met = PLACES_OF_RINGS.map((place) => isThrough(place, [w1, w2], b));
    this.rings.forEach((ring, k) => {
      set(ring, met[k] ? MET : OPEN);
    });
    const through = met.filter(Boolean).length;
    this.found ||= through === 2;
    const { asks } = this;
    this.asked.hidden = !asks;
    const said = ghost.moved && motion(ghost.moved, this.values, pivot !== null);
    const ring = through === 1 && RINGS[1];
    const moved = through === 2 ? RINGS[2] : [said, ring].filter(Boolean).join(" ");
    const first = this.doubled && this.guess ? answer(this.guess) : moved;
    const point = atPoint(this.values, z, activation.value(z));
    this.showStatus(
      `${first || rest(this.values)}\n${asks && through === 2 ? QUESTION : point}`,
    );
  }
}

define("ann-neuron", NeuronFigure);
