// What the playground shows: network, decision surface with the points, loss curves.

import { ACTIVATIONS, sigmoid } from "../../engine/activations.js";
import { FEATURES, featurize } from "../../engine/features.js";
import { zeroLine } from "../../engine/zero_line.js";
import { h, s, set } from "../../parts/dom.js";
import { marker } from "../../parts/marker.js";
import { AXIS, GREEN, INK, tone } from "../../parts/palette.js";
import { HALO, label, Plane } from "../../parts/plane.js";
import { held } from "../../parts/scene.js";
import { grid, Surface } from "../../parts/surface.js";
import { Diagram } from "./diagram.js";
import { LossCurves } from "./loss_curves.js";
import { HELP, unitName } from "./words.js";

/**
 * @import { Samples } from "../../engine/datasets.js"
 * @import { Playground } from "../../engine/playground.js"
 * @import { Child } from "../../parts/dom.js"
 * @import { Figure } from "../../parts/figure.js"
 * @import { Acts, Unit } from "./diagram.js"
 */

const LOSS = ["deep", "few"]; // tasks about it: on a phone, it stays in sight as well
const RANGE = [-3, 3];
const PIXELS = 52;
const PLACES = { X: grid(PIXELS, RANGE, RANGE), y: [], m: PIXELS * PIXELS };
const OFFERED = Object.keys(FEATURES);
const PICTURES = featurize(PLACES, OFFERED).X;
const [TALL, LOWER] = [350, 290]; // a network, and one below a question
const LINE = { fill: "none", stroke: INK, "aria-hidden": "true" };

const probabilityLevel = (/** @type {number} */ z) => 2 * sigmoid(z) - 1;
const featureLevel = (/** @type {number} */ x) => x / 3;

export class PlaygroundView {
  losses = new LossCurves();
  plane = new Plane({
    x: RANGE,
    y: RANGE,
    name: "Points and the response of the network",
    yName: "x₂",
  });
  surface = new Surface(this.plane.addCanvas(PIXELS));
  dots = s("g", { "aria-hidden": "true" });
  /** The boundary that was. */
  ghost = s("path", { ...LINE, stroke: AXIS, "stroke-width": 7, opacity: 0.35 });
  boundary = s("path", { ...LINE, "stroke-width": 2.5 });
  outcome = s("g");
  /** Where a unit of the first layer is neither high nor low. */
  lines = s("path", { ...LINE, stroke: GREEN, "stroke-width": 2 });
  /** Those of units that are off. */
  pale = s("path", { ...LINE, stroke: GREEN, "stroke-width": 2, opacity: 0.4 });
  caption = label(386, 26, "", "end");
  legend = label(42, 366, "", "start");
  /** Names of the inputs that are shown. @type {string[]} */
  offered = OFFERED;
  /** Of the network, at every place. @type {Float64Array} */
  inputs = PLACES.X;
  /** Whose response the plane shows; null for the output. @type {Unit | null} */
  looked = null;

  /**
   * @param {Figure & { game: Playground, few: boolean }} figure
   * @param {Omit<Acts, "preview" | "redraw">} acts
   */
  constructor(figure, acts) {
    this.figure = figure;
    const help = Object.fromEntries(
      Object.entries(HELP.drawing).map(([key, [name, text]]) => [
        key,
        figure.help(name, text),
      ]),
    );
    const preview = (/** @type {Unit | null} */ unit) => this.look(unit);
    this.diagram = new Diagram({ ...acts, preview, redraw: () => this.draw() }, help);
    this.outcome.append(this.ghost, this.boundary);
    this.plane.clipped.append(this.dots, this.pale, this.lines, this.outcome);
    set(this.caption, { class: "halo", "aria-hidden": "true" });
    // Above the lines, which may run through it.
    const quiet = s("g", { ...HALO, "aria-hidden": "true" });
    quiet.append(this.legend, label(388, 366, "x₁", "end"));
    this.plane.content.append(this.caption, quiet);
  }

  /**
   * The plane on the right, what acts on it and the network on the left.
   * @param {Child[]} above the network
   * @param {...Child} below
   */
  scene(above, ...below) {
    const plane = held(h("div", { class: "small" }, this.plane.element));
    const scene = h("div", { class: "scene turned" }, [
      plane,
      h("div", { class: "stack" }, ...above, this.diagram.element, below),
    ]);
    (LOSS.includes(this.figure.values.task) ? plane : scene).append(
      this.losses.element,
    );
    return scene;
  }

  /** Put the network and the points in their places. */
  layOut() {
    const { game, values } = this.figure;
    this.offered = this.figure.few ? values.inputs : OFFERED;
    const names = this.offered.map((key) => FEATURES[key].label);
    const chosen = values.inputs.map((/** @type {string} */ key) =>
      this.offered.indexOf(key),
    );
    this.inputs = featurize(PLACES, values.inputs).X;
    this.looked = null;
    this.dropGhost();
    this.diagram.few = this.figure.few;
    this.diagram.tallest = values.task === "free" ? TALL : LOWER;
    this.diagram.layOut(game.trainer.network, names, chosen);
    this.drawPoints(game.train, game.test);
  }

  /** The boundary of now stays, as a band, while the reader changes something. */
  keepGhost() {
    if (!this.ghost.getAttribute("d"))
      this.ghost.setAttribute("d", this.boundary.getAttribute("d") ?? "");
  }

  dropGhost() {
    this.ghost.setAttribute("d", "");
  }

  /**
   * Show one unit's response in the plane, or again that of the output.
   * @param {Unit | null} unit
   */
  look(unit) {
    const isOutput = unit?.[0] === this.figure.game.trainer.network.depth;
    const next = isOutput ? null : unit;
    if (next?.join() === this.looked?.join()) return;
    this.looked = next;
    this.draw();
  }

  /**
   * Training points are large, test points small and pale.
   * @param {Samples} train
   * @param {Samples} test
   */
  drawPoints(train, test) {
    const marks = (/** @type {Samples} */ { X, y, m }, /** @type {number} */ size) =>
      Array.from({ length: m }, (_, i) =>
        marker(y[i], this.plane.X(X[2 * i]), this.plane.Y(X[2 * i + 1]), size),
      );
    const pale = marks(test, 2.6);
    for (const mark of pale) mark.setAttribute("opacity", "0.75");
    this.dots.replaceChildren(...pale, ...marks(train, 4.2));
  }

  /** Ask the network about every place, and color all that shows it. */
  draw() {
    const { game, values } = this.figure;
    const { network } = game.trainer;
    const { sizes, depth } = network;
    const { diagram } = this;
    const logits = network.forward(this.inputs, PLACES.m);
    const { level } = ACTIVATIONS[values.activation];
    diagram.clear();
    for (const k of diagram.chosen) {
      const at = OFFERED.indexOf(this.offered[k]);
      diagram.paint([0, k], PICTURES, PIXELS, featureLevel, at, OFFERED.length);
    }
    for (let l = 1; l < depth; l++) {
      for (let k = 0; k < sizes[l]; k++) {
        if (!network.off[l]?.includes(k))
          diagram.paint([l, k], network.A[l], PIXELS, level, k, sizes[l]);
      }
    }
    diagram.paint([depth, 0], logits, PIXELS, probabilityLevel, 0, 1);
    diagram.mark();
    const pieces = zeroLine(logits, PLACES.X, PIXELS);
    const line = pieces.map((ends) => this.plane.path(ends)).join("");
    this.boundary.setAttribute("d", line);
    if (!this.looked) this.surface.paint(logits, probabilityLevel);
    else if (this.looked[0] === 0) {
      const k = OFFERED.indexOf(this.offered[this.looked[1]]);
      this.surface.paint(PICTURES, featureLevel, k, OFFERED.length, tone);
    } else {
      const [l, k] = this.looked;
      this.surface.paint(network.A[l], level, k, sizes[l], tone);
    }
    const off = network.off[1] ?? [];
    const all = this.unitLines();
    const lines = all.filter((_, k) =>
      this.looked ? `${this.looked}` === `1,${k}` : !off.includes(k),
    );
    const pale = all.filter((_, k) => !this.looked && off.includes(k));
    this.lines.setAttribute("d", lines.join(""));
    this.pale.setAttribute("d", pale.join(""));
    const also = pale.length ? "; pale: off" : "";
    this.legend.textContent = also || lines.length ? `green: units${also}` : "";
    this.outcome.style.display = this.looked ? "none" : "";
    const before = this.ghost.getAttribute("d") ? "gray: before" : "";
    this.caption.textContent = this.looked
      ? unitName(this.looked[0], this.looked[1], this.diagram.offered, false)
      : before;
    this.losses.draw(game.history);
  }

  /**
   * The lines of units of the first layer; as long as only the coordinates go in, they are
   * straight.
   */
  unitLines() {
    const { game, values } = this.figure;
    const { sizes, depth, parameters } = game.trainer.network;
    if (depth < 2 || `${values.inputs}` !== "x1,x2") return [];
    const [W, b] = [parameters.W[1], parameters.b[1]];
    return Array.from({ length: sizes[1] }, (_, k) => {
      const [u, v] = [W[k], W[sizes[1] + k]];
      const square = u * u + v * v || 1;
      const far = 9 / Math.sqrt(square);
      const [x, y] = [u, v].map((w) => (-w * b[k]) / square);
      return this.plane.path([-far, far].map((t) => [x - t * v, y + t * u]));
    });
  }
}
