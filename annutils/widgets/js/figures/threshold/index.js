// <ann-threshold>: the rows of a truth table, as high as their weighted sums, and a bar.

import { written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { GATES, wrongRows } from "./model.js";
import {
  axis,
  bar,
  grown,
  neuron,
  obstacle,
  PILL,
  PLACES,
  placed,
  praise,
  proof,
  tiles,
} from "./view.js";
import { HELP, nowText, verdict } from "./words.js";

const MOST = 3; // the largest sum
const WEIGHTS = [-1, 0, 1];
const THRESHOLDS = steps(-MOST - 0.5, MOST + 0.5, 1); // a sum is never on the bar

class ThresholdFigure extends Figure {
  static title = "What can one threshold do?";
  static hint =
    "Drag the bar and the weights (−1, 0 or 1): each →1 belongs above the bar, each →0 below.";
  static options = {
    gate: choice("majority", labelsOf(GATES)),
    threshold: number(0.5, THRESHOLDS),
    w1: number(1, WEIGHTS, { whole: true }),
    w2: number(1, WEIGHTS, { whole: true }),
    w3: number(1, WEIGHTS, { whole: true }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  grip = later();
  gripText = later(SVGElement);
  back = later(SVGGElement);
  edges = later(SVGGElement);
  why = later(SVGElement);
  asked = ""; // the gate, as it was last drawn
  deny = later(HTMLButtonElement);
  /** Whether the reader has said that the gate cannot be built. */
  denied = false;

  build() {
    this.plane = new Plane({
      x: [0, 1],
      y: [-MOST - 1.1, MOST + 0.9],
      height: 322,
      name: "The eight rows of three inputs, as high as their weighted sums, and the bar",
    });
    this.plane.frame.replaceChildren(...axis(this.plane, MOST));
    this.back = s("g", { "aria-hidden": "true" });
    this.grip = this.bar();
    this.plane.content.append(this.back, this.grip.element);
    this.edges = s("g", { "aria-hidden": "true" });
    const svg = s(
      "svg",
      { viewBox: "0 0 400 170", role: "group", "aria-label": "The weights" },
      this.edges,
      this.weights(),
    );
    this.why = s("svg", { viewBox: "0 0 400 56", "aria-hidden": "true" });
    const drawing = h("div", { class: "drawing" }, svg, this.why);
    const gate = this.control("gate", "Gate to build", HELP.gate);
    this.deny = this.button("Impossible", () => this.say(), HELP.deny);
    const beside = { gridTemplateColumns: "minmax(0, 1fr) auto" };
    const row = h("div", { class: "controls", style: beside }, gate, this.deny);
    return [scene(this.plane.element, row, drawing)];
  }

  bar() {
    const { width, height } = PILL;
    const box = { x: -width / 2, y: -height / 2, width, height };
    this.gripText = label(0, 5, "", "middle");
    const grip = handle(this.plane, {
      name: "Threshold",
      at: [PILL.at, this.values.threshold],
      step: 1,
      vertical: true,
      shape: [
        s("rect", { ...box, rx: 11, fill: PAPER, stroke: INK, "stroke-width": 2.5 }),
        this.gripText,
      ],
      help: this.help("Threshold", HELP.bar),
      text: ([, y]) => written(y, 1),
      move: ([, y]) => {
        const [least, most] = [THRESHOLDS[0], THRESHOLDS[THRESHOLDS.length - 1]];
        const threshold = Math.min(most, Math.max(least, Math.floor(y) + 0.5));
        this.chosen("threshold", threshold);
      },
    });
    const ring = s("rect", { ...grown(box), class: "ring" }); // as wide as its text
    grip.element.querySelector(".ring")?.replaceWith(ring);
    return grip;
  }

  weights() {
    return ["w1", "w2", "w3"].map((key, k) => {
      const name = `Weight w${"₁₂₃"[k]}`;
      return scrub({
        name,
        values: WEIGHTS,
        value: this.values[key],
        at: PLACES[k],
        width: 40,
        change: (value) => this.chosen(key, value),
        help: this.help(name, HELP.weight),
      }).element;
    });
  }

  /** The reader has said that it cannot be done. */
  say() {
    this.denied = true;
    this.update();
    this.grip.element.focus({ preventScroll: true }); // the button is done with
  }

  update() {
    const { gate, threshold, w1, w2, w3 } = this.values;
    const w = [w1, w2, w3];
    const { plane } = this;
    if (gate !== this.asked) this.denied = false;
    this.asked = gate;
    const told = this.denied;
    const places = placed(plane, w);
    const solved = !wrongRows(gate, w, threshold).length;
    this.deny.disabled = told || solved;
    this.grip.put([PILL.at, threshold]);
    this.gripText.textContent = `threshold ${written(threshold, 1)}`;
    this.back.replaceChildren(
      ...bar(plane, threshold),
      ...(told ? obstacle(plane, places, gate, w) : []),
      ...tiles(places, gate, w, threshold),
      ...(solved ? [praise(plane, gate)] : []),
    );
    const now = nowText(w, threshold);
    this.edges.replaceChildren(...neuron(w, written(threshold, 1), now));
    const shown = told && gate === "xor";
    this.why.style.display = shown ? "" : "none";
    this.why.replaceChildren(...(shown ? proof(w) : []));
    this.showStatus(verdict(gate, w, threshold, told));
  }
}

define("ann-threshold", ThresholdFigure);
