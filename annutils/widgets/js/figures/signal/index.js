// <ann-signal>: the size of a signal through thirty layers, a line that is held at its end.

import { rounded } from "../../engine/number_text.js";
import { choice, number } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { toggles } from "../../parts/toggles.js";
import { LAYERS, UNITS, widened, within } from "./model.js";
import { axes, dots, ghost, height, lines, SIZE, scaleOf } from "./view.js";
import { findings, HELP, rescaled, times, verdict } from "./words.js";

/** @import { Scale, State } from "./view.js" */

const RANGE = /** @type {[number, number]} */ ([0.15, 6]); // that all widths allow
const COARSE = 0.75; // factors below have a digit more

class SignalFigure extends Figure {
  static title = "How large must random weights be to keep a signal alive?";
  static hint =
    "Drag the white end of the line until it is level. Then take four times as many units.";
  static options = {
    factor: number(0.85, RANGE),
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
  /** At the beginning, or when layers had another number of units. @type {State} */
  earlier = { factor: 1, units: 100 };
  /** @type {Scale | null} */
  scale = null;
  /** While a hand drags the line, its scale stays. */
  held = false;

  build() {
    this.levels.clear();
    this.scale = null;
    this.earlier = this.state;
    this.plane = new Plane({
      x: [-7.2, 31.6],
      y: [-1, 1],
      height: 350,
      name: "Sizes of signal and gradient by layer, on a logarithmic scale",
    });
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
      loose(
        this.plane.element,
        h("div", { class: "drawing" }, this.weights),
        toggles(this, "units", "Units in each layer", HELP.units),
        this.found,
      ),
    ];
  }

  /** @type {State} */
  get state() {
    return { factor: this.values.factor, units: Number(this.values.units) };
  }

  end() {
    const end = handle(this.plane, {
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
      text: () => `${times(this.values.factor)} times in each layer`,
      move: ([, y]) => {
        const factor = 10 ** (y / LAYERS);
        const next = rounded(factor, factor < COARSE ? 3 : 2);
        this.chosen("factor", within(next, this.state.units));
      },
    });
    end.element.addEventListener("pointerdown", () => {
      this.held = true;
    });
    end.element.addEventListener("lostpointercapture", () => {
      this.held = false;
      this.update();
    });
    return end;
  }

  /**
   * With another number of units, the weights stay.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name === "units") {
      this.earlier = this.state;
      const { factor, units } = this.earlier;
      this.change("factor", widened(factor, units, Number(value)));
    }
    super.chosen(name, value);
  }

  update() {
    const { factor, units } = this.state;
    if (factor === 1) this.levels.add(units);
    const news = this.held ? "" : this.rescale(scaleOf(factor));
    this.lever.put([LAYERS, height(factor)]);
    this.back.replaceChildren(
      ...ghost(this.plane, this.earlier, this.state),
      ...lines(this.plane, factor, units),
    );
    this.weights.replaceChildren(...dots(factor, units));
    this.found.textContent = findings([...this.levels].sort((a, b) => a - b));
    this.showStatus(`${verdict(factor, units)} ${news}`.trim());
  }

  /**
   * Show a scale; what to say if it is another one than before.
   * @param {Scale} scale
   */
  rescale(scale) {
    const isOther = this.scale !== null && this.scale !== scale;
    this.scale = scale;
    this.plane.zoom(this.plane.x, [-scale.reach, scale.reach]);
    this.plane.frame.replaceChildren(...axes(this.plane, scale));
    return isOther ? rescaled(scale.step) : "";
  }
}

define("ann-signal", SignalFigure);
