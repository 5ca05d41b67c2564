// <ann-fold>: two soft neurons move the points of XOR until one line separates them.

import { rounded, written } from "../../engine/number_text.js";
import { number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { raiseAxes } from "../../parts/labels.js";
import { INK, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { sides } from "../../parts/separation.js";
import { grid, Surface } from "../../parts/surface.js";
import { beyond, lineThrough, moved, POINTS, separation, weightsOf } from "./model.js";
import {
  axisNames,
  crossed,
  endsOf,
  mesh,
  names,
  neuron,
  points,
  probe,
  separating,
  stringName,
  strings,
} from "./view.js";
import { HELP, INPUTS, movedNames, verdict } from "./words.js";

/** @typedef {ReturnType<typeof handle>} Handle */

// Drawn beside each other, both are equally high; the scales of both axes are the same.
const INPUT = { x: [-0.55, 1.55], y: [-0.355, 1.355], height: 325 };
const OUTPUT = { x: [-0.42, 1.48], y: [-0.19, 1.18], width: 425, height: 310 };
const HELD = { x: [-0.45, 1.45], y: [-0.27, 1.27] }; // where lines are held
const PIXELS = 120;
const FAINT = 0.27; // of a class's color behind the points
const ANGLES = [-180, 180];
const OFFSETS = [-0.75, 0.75]; // with these, each line meets the rectangle HELD
const NEAR = 0.2; // between the two ends of a line

class FoldFigure extends Figure {
  static title = "Two neurons move the points: when is one line enough?";
  static hint =
    "Drag the ends of line 2 until the strings among the outputs no longer cross.";
  // On a phone, both planes are next to each other.
  static style = `
    @container (max-width: 44rem) {
      .held, .held > .stack { display: contents; }
      label { order: 1; }
      .folds { order: 2; }
    }
  `;
  static options = {
    angle1: number(45, ANGLES),
    offset1: number(-0.35, OFFSETS),
    angle2: number(170, ANGLES),
    offset2: number(0.05, OFFSETS),
    sharpness: number(6, steps(4, 40, 1)),
  };

  input = later(Plane);
  output = later(Plane);
  surface = later(Surface);
  places = grid(PIXELS, INPUT.x, INPUT.y);
  /** Where the input that is pointed at is drawn, in both planes. */
  probes = [0, 1].map(() => s("g", { "aria-hidden": "true" }));
  /** The widest gap between the strings that the reader has found. */
  widest = 0;
  /** The two ends of both lines. @type {Handle[][]} */
  ends = [];

  build() {
    this.input = new Plane({
      ...INPUT,
      name: "The inputs, and the lines of both neurons",
    });
    this.output = new Plane({
      ...OUTPUT,
      name: "The same points where the neurons' outputs put them",
      xName: "h₁: output of neuron 1",
      yName: "h₂: output of neuron 2",
    });
    this.surface = new Surface(this.input.addCanvas(PIXELS));
    this.ends = [1, 2].map((k) => [0, 1].map((end) => this.end(k, end)));
    this.input.content.append(...this.ends.flat().map(({ element }) => element));
    this.input.frame.append(...axisNames(this.input));
    this.input.svg.addEventListener("pointermove", (event) => {
      this.point(event.buttons ? null : this.input.at(event));
    });
    this.input.svg.addEventListener("pointerleave", () => this.point(null));
    raiseAxes(this.input);
    raiseAxes(this.output);
    const sharpness = this.control(
      "sharpness",
      "Neurons, soft to hard",
      HELP.sharpness,
      { format: (length) => `weights ${length} long` },
    );
    this.help("Inputs", HELP.inputs);
    const left = h("div", { class: "stack" }, this.input.element, sharpness);
    return [loose(left, this.output.element, this.status)];
  }

  /**
   * An end of a line.
   * @param {number} k of the neuron
   * @param {number} end 0 or 1
   */
  end(k, end) {
    const name = `Line ${k}, ${["one", "other"][end]} end`;
    return handle(this.input, {
      name,
      at: [0, 0],
      step: 0.05,
      shape: [
        s("circle", { r: 11, fill: PAPER, stroke: INK, "stroke-width": 2.5 }),
        label(0, 5, String(k), "middle"),
      ],
      help: this.help(name, HELP.end),
      text: (place) => place.map((value) => written(value)).join(", "),
      move: (place) => this.turn(k, end, place),
    });
  }

  /** Both neurons. */
  get units() {
    const { angle1, offset1, angle2, offset2, sharpness } = this.values;
    return [
      weightsOf({ angle: angle1, offset: offset1, sharpness }),
      weightsOf({ angle: angle2, offset: offset2, sharpness }),
    ];
  }

  /**
   * Put one end of a line elsewhere; the other stays.
   * @param {number} k
   * @param {number} end
   * @param {number[]} place
   */
  turn(k, end, place) {
    const ends = endsOf(HELD.x, HELD.y, this.units[k - 1]);
    ends[end] = [within(place[0], HELD.x), within(place[1], HELD.y)];
    const apart = Math.hypot(ends[0][0] - ends[1][0], ends[0][1] - ends[1][1]);
    if (apart > NEAR) {
      const { angle, offset } = lineThrough(ends);
      this.change(`angle${k}`, rounded(angle, 1));
      this.change(`offset${k}`, rounded(within(offset, OFFSETS), 3));
    }
    this.update();
  }

  /**
   * Show an input in both planes, or none.
   * @param {number[] | null} place
   */
  point(place) {
    const [before, after] = this.probes;
    before.replaceChildren(...(place ? probe(this.input, place) : []));
    after.replaceChildren(
      ...(place ? probe(this.output, moved(this.units, place)) : []),
    );
  }

  update() {
    const { input, output, units } = this;
    const move = (/** @type {number[]} */ point) => moved(units, point);
    const places = POINTS.map(move);
    const found = separation(places);
    const held = units.map((unit) => endsOf(HELD.x, HELD.y, unit));
    this.ends.flat().forEach((end, k) => {
      end.put(held.flat()[k]);
    });
    this.shadeInput(found);
    const lines = units.map((unit, k) => neuron(input, held[k], unit, k + 1));
    input.clipped.replaceChildren(
      ...mesh(input, (point) => point),
      ...lines.flatMap(({ drawn }) => drawn),
      ...strings(input, POINTS),
      ...points(input, POINTS),
      ...names(input, POINTS, INPUTS, (point) => point, lines),
      this.probes[0],
    );
    const cross = beyond(places);
    const more = [
      ...(found ? separating(output, found) : []),
      stringName(output, places),
    ];
    output.clipped.replaceChildren(
      ...(found ? sides(output, found.w, found.b) : []),
      ...mesh(output, move),
      ...strings(output, places),
      ...more.flatMap(({ drawn }) => drawn),
      ...(cross ? crossed(output, places, cross) : []),
      ...points(output, places),
      ...names(output, places, movedNames(places), move, more),
      this.probes[1],
    );
    this.widest = Math.max(this.widest, found?.gap ?? 0);
    this.showStatus(verdict(places, found, this.widest));
  }

  /**
   * What the separating line means for every input.
   * @param {{ w: number[], b: number } | null} found
   */
  shadeInput(found) {
    const { units, places } = this;
    const level = Float64Array.from({ length: PIXELS * PIXELS }, (_, k) => {
      if (!found) return 0;
      const [a, b] = moved(units, [places[2 * k], places[2 * k + 1]]);
      return found.w[0] * a + found.w[1] * b + found.b >= 0 ? FAINT : -FAINT;
    });
    this.surface.paint(level);
  }
}

/**
 * @param {number} value
 * @param {number[]} interval
 */
const within = (value, [low, high]) => Math.min(high, Math.max(low, value));

define("ann-fold", FoldFigure);
