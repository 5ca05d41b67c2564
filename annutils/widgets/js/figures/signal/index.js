// <ann-signal>: the size of a signal through thirty layers, a line that is held at its end.

import { rounded, written } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { toggles } from "../../parts/toggles.js";
import { LAYERS, UNITS } from "./model.js";
import { axes, dots, ghost, height, lines, SIZE } from "./view.js";
import { findings, HELP, verdict } from "./words.js";

const FACTORS = steps(0.8, 1.25, 0.01);
const [LEAST, MOST] = [FACTORS[0], FACTORS[FACTORS.length - 1]];

class SignalFigure extends Figure {
  static title = "How large must random weights be to keep a signal alive?";
  static hint =
    "Drag the white end of the line until the signal leaves layer 30 as large as it came.";
  static options = {
    factor: number(0.85, FACTORS),
    units: choice("100", UNITS),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  lever = later();
  back = later(SVGGElement);
  weights = later(SVGSVGElement);
  found = later(HTMLElement);
  /** For how many units the level has been found. @type {Set<number>} */
  levels = new Set();
  opening = 1; // the factor that the figure was opened with

  build() {
    this.levels.clear();
    this.opening = this.values.factor;
    this.plane = new Plane({
      x: [-6.4, 31.6],
      y: [-3.7, 3.7],
      height: 350,
      name: "Sizes of signal and gradient by layer, on a logarithmic scale",
    });
    this.plane.frame.replaceChildren(...axes(this.plane));
    this.back = s("g", { "aria-hidden": "true" });
    this.lever = this.end();
    this.plane.content.append(this.back, this.lever.element);
    this.weights = s("svg", {
      viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`,
      role: "img",
      "aria-label": "The weights into one unit",
    });
    this.found = h("p");
    return [
      scene(
        this.plane.element,
        h("div", { class: "drawing" }, this.weights),
        toggles(this, "units", "Units in each layer", HELP.units),
        this.found,
      ),
    ];
  }

  end() {
    return handle(this.plane, {
      name: "End of the line",
      at: [LAYERS, height(this.values.factor)],
      step: height(1.01),
      vertical: true,
      shape: [
        s("circle", { r: 9, fill: "white", stroke: INK, "stroke-width": 2.5 }),
        s("path", {
          d: "M-3 -4l3 -3l3 3M-3 4l3 3l3 -3",
          fill: "none",
          stroke: "black",
        }),
      ],
      help: this.help("End of the line", HELP.lever),
      text: () => `${written(this.values.factor)} times in each layer`,
      move: ([, y]) => {
        const factor = rounded(10 ** (y / LAYERS), 2);
        this.chosen("factor", Math.min(MOST, Math.max(LEAST, factor)));
      },
    });
  }

  update() {
    const { factor } = this.values;
    const units = Number(this.values.units);
    if (factor === 1) this.levels.add(units);
    this.lever.put([LAYERS, height(factor)]);
    this.back.replaceChildren(
      ...ghost(this.plane, this.opening, factor, units),
      ...lines(this.plane, factor, units),
    );
    this.weights.replaceChildren(...dots(factor, units));
    this.found.textContent = findings([...this.levels].sort((a, b) => a - b));
    this.showStatus(verdict(factor, units));
  }
}

define("ann-signal", SignalFigure);
