// <ann-resampling>: what becomes of a boundary when the network gets another training set.

import { contours } from "../../engine/contour.js";
import { rounded } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { boundary } from "../../parts/boundary.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { marker } from "../../parts/marker.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import {
  COUNT,
  meanOf,
  networksOf,
  pointsOf,
  probabilities,
  trueProbability,
} from "./model.js";
import { GHOST, legend, MEAN, ONE, Parts, Said, TRUTH } from "./view.js";
import { HELP, SAMPLES, soFar, UNITS, verdict } from "./words.js";

/**
 * @import { Network } from "../../engine/network.js"
 * @import { Data, Ten } from "./model.js"
 */

const PIXELS = 70;
const X = [-2, 3];
const Y = [-1.9, 2.4];
const SHOWN = 200; // points at most

class ResamplingFigure extends Figure {
  static title = "Would another training set draw the same boundary?";
  static hint =
    "Press “Another training set” until there are ten. Then choose another number of units.";
  static options = {
    units: choice("20", UNITS),
    samples: choice("200", SAMPLES),
    drawn: number(1, steps(1, COUNT, 1), { whole: true }),
    x1: number(0.95, X),
    x2: number(0.1, Y),
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
  parts = later(Parts);
  /** @type {ReturnType<typeof handle>} */
  ring = later();
  another = later(HTMLElement);
  all = later(HTMLElement);
  /** What is drawn in the plane. */
  pictured = "";
  /** Those whose ten training sets were seen. @type {Set<Ten>} */
  known = new Set();
  /** What the networks of each record say all over the plane. @type {Map<Ten, { networks: Network[], everywhere: Float64Array[] }>} */
  read = new Map();

  build() {
    this.record = this.carried("it came without its networks");
    this.pictured = "";
    this.known.clear();
    this.plane = new Plane({
      x: X,
      y: Y,
      height: 378,
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
        this.change("x1", rounded(x, 2));
        this.chosen("x2", rounded(y, 2));
      },
    });
    this.plane.content.append(this.ring.element);
    this.said = new Said();
    this.parts = new Parts();
    const choices = [
      this.control("units", "A hidden layer of", HELP.units),
      this.control("samples", "learns from", HELP.samples),
    ];
    this.another = this.button(
      "Another training set",
      () => this.draw(1),
      HELP.another,
      true,
    );
    this.all = this.button("All ten", () => this.draw(COUNT), HELP.all);
    return [
      scene(
        this.plane.element,
        h("div", { class: "row" }, this.another, this.all),
        h("div", { class: "controls" }, choices),
        this.said.element,
        this.parts.element,
      ),
    ];
  }

  /** @param {number} more samples */
  draw(more) {
    this.chosen("drawn", Math.min(COUNT, this.values.drawn + more));
  }

  /** The networks that are chosen. */
  get ten() {
    const { units, samples } = this.values;
    return this.record.tens.find(
      (ten) => String(ten.units) === units && String(ten.samples) === samples,
    );
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

  update() {
    const ten = /** @type {Ten} */ (this.ten);
    const { drawn, x1, x2 } = this.values;
    const full = drawn === COUNT;
    if (full) this.known.add(ten);
    this.picture(ten, drawn);
    const place = Float64Array.of(x1, x2);
    const { networks } = this.reading(ten);
    const said = networks.slice(0, drawn).map((one) => probabilities(one, place)[0]);
    const [truth] = trueProbability(place, this.record.noise);
    this.said.draw(said, full ? truth : null);
    const rivals = this.record.tens.filter(({ samples }) => samples === ten.samples);
    const most = Math.max(
      ...this.record.tens.map((each) => each.bias2 + each.variance),
    );
    this.parts.draw(rivals, (each) => this.known.has(each), most);
    for (const button of [this.another, this.all])
      button.toggleAttribute("disabled", full);
    this.showStatus(full ? verdict(ten) : soFar(ten, drawn, said[drawn - 1]));
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
    const everywhere = this.reading(ten).everywhere.slice(0, drawn);
    const now = full ? meanOf(everywhere) : everywhere[drawn - 1];
    this.surface.paint(now, (p) => p - 0.5);
    const line = (/** @type {Float64Array} */ p, /** @type {object} */ look) =>
      boundary(
        plane,
        contours(
          p.map((value) => value - 0.5),
          PIXELS,
        ),
        PIXELS,
        look,
      );
    const ghosts = (full ? everywhere : everywhere.slice(0, -1)).map((p) =>
      line(p, GHOST),
    );
    const last = full ? [line(now, MEAN), line(this.truth, TRUTH)] : [line(now, ONE)];
    this.lines.replaceChildren(...ghosts, ...last);
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
          [MEAN, "mean (colors)"],
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
