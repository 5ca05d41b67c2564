// <ann-signal>: the size of a signal through thirty layers, a line that is held at its end.

import { rounded } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { toggles } from "../../parts/toggles.js";
import {
  ACTIVATIONS,
  LAYERS,
  limits,
  moved,
  networks,
  RANGE,
  UNITS,
  within,
} from "./model.js";
import { axes, dots, ghost, height, lines, names, SIZE, scaleOf } from "./view.js";
import { finding, HELP, rescaled, times, verdict } from "./words.js";

/** @import { Scale, State } from "./view.js" */

const COARSE = 0.75; // factors below have a digit more
const LEVEL = 4; // pixels from the level line that a hand need not hit
const REST = 600; // milliseconds until the handle is said to rest
const DRAWS = 99;

class SignalFigure extends Figure {
  static title = "How large must random weights be to keep a signal alive?";
  static hint =
    "Drag the white end of the line until it is level. Then take four times as many units, or a ReLU.";
  static options = {
    factor: number(0.85, RANGE),
    units: choice("100", UNITS),
    activation: choice("none", ACTIVATIONS),
    draw: number(1, steps(1, DRAWS, 1), { whole: true }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  lever = later();
  weights = later(SVGSVGElement);
  /** Where what was found is written. @type {Map<string, HTMLElement>} */
  cells = new Map();
  /** At the beginning, or when layers were others. @type {State} */
  earlier = { factor: 1, units: 100, activation: "none" };
  /** The networks drawn, and what they were drawn for. */
  drawn = { what: "", networks: /** @type {number[][]} */ ([]) };
  /** @type {Scale | null} */
  scale = null;
  /** Whether the scale was chosen for these layers. */
  fits = false;
  /** While a hand drags the line, its scale stays. */
  held = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting = undefined;

  build() {
    this.scale = null;
    this.earlier = this.state;
    this.plane = new Plane({
      x: [-7.2, 31.6],
      y: [-1, 1],
      height: 350,
      name: "Size of the signal by layer, on a logarithmic scale",
    });
    this.lever = this.end();
    this.plane.content.append(this.lever.element);
    this.weights = s("svg", {
      viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`,
      role: "img",
      "aria-label": "The weights into one unit",
    });
    const other = () => this.chosen("draw", (this.values.draw % DRAWS) + 1);
    const bends = toggles(this, "activation", "After each layer", HELP.activation);
    bends.append(this.button("Other weights", other, HELP.draw));
    return [
      scene(
        this.plane.element,
        h("div", { class: "drawing" }, this.weights),
        toggles(this, "units", "Units in each layer", HELP.units),
        bends,
        this.table(),
      ),
    ];
  }

  /** What is to be found, in a row for each number of units. */
  table() {
    this.cells.clear();
    const kinds = Object.entries(ACTIVATIONS);
    const rows = Object.entries(UNITS).map(([units, words]) => {
      const cells = kinds.map(([activation]) => {
        const cell = h("td", {}, "?");
        this.cells.set(`${units} ${activation}`, cell);
        return cell;
      });
      return h("tr", {}, h("th", { scope: "row" }, words), cells);
    });
    const heads = kinds.map(([, words]) => h("th", { scope: "col" }, words));
    const head = h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col" }, "Level at"), heads),
    );
    return h("table", { class: "tight" }, head, h("tbody", {}, rows));
  }

  /** @type {State} */
  get state() {
    const { factor, units, activation } = this.values;
    return { factor, units: Number(units), activation };
  }

  end() {
    const end = handle(this.plane, {
      name: "End of the line",
      at: [LAYERS, height(this.values.factor)],
      step: height(1.01),
      vertical: true,
      limits: () => limits(this.state).map(height),
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
      move: ([, y]) => this.chosen("factor", this.factorAt(y)),
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

  /** The factor that brings the signal to a height. @param {number} y */
  factorAt(y) {
    const isLevel = Math.abs(this.plane.Y(y) - this.plane.Y(0)) < LEVEL;
    if (this.held && isLevel) return 1;
    const factor = 10 ** (y / LAYERS);
    return within(rounded(factor, factor < COARSE ? 3 : 2), this.state);
  }

  /**
   * With other layers, the weights stay, and the scale is theirs.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name === "units" || name === "activation") {
      const before = this.state;
      this.earlier = before;
      this.values[name] = value;
      this.change("factor", moved(before.factor, before, this.state));
      this.fits = false;
    }
    super.chosen(name, value);
  }

  /** The networks drawn. */
  networks() {
    const { units, activation } = this.state;
    const what = `${units} ${activation} ${this.values.draw}`;
    if (this.drawn.what !== what) {
      const drawn = networks({ units, activation }, this.values.draw);
      this.drawn = { what, networks: drawn };
    }
    return this.drawn.networks;
  }

  update() {
    const { factor, ...kind } = this.state;
    const news = this.held ? "" : this.rescale();
    this.lever.put([LAYERS, height(factor)]);
    const drawn = this.networks();
    this.plane.clipped.replaceChildren(
      ...ghost(this.plane, this.earlier, this.state),
      ...lines(this.plane, factor, drawn),
      ...names(this.plane, this.earlier, this.state),
    );
    this.weights.replaceChildren(...dots(this.state));
    const ends = drawn.map((above) => 10 ** (above[LAYERS] + height(factor)));
    this.showStatus(`${verdict(factor, kind, ends)} ${news}`.trim());
    clearTimeout(this.resting);
    if (factor === 1 && !this.held) this.resting = setTimeout(() => this.find(), REST);
  }

  /** The handle rests where the line is level. */
  find() {
    const { units, activation } = this.state;
    const cell = this.cells.get(`${units} ${activation}`);
    if (cell) cell.textContent = finding({ units, activation });
  }

  /**
   * Show the scale that fits, where the hand does not see it move: for other layers, for a
   * line that keys bring out of sight, and for a level line, which is where it was. What to
   * say if it is another scale than before.
   */
  rescale() {
    const { factor } = this.state;
    const before = this.scale;
    const stays =
      before && this.fits && factor !== 1 && Math.abs(height(factor)) <= before.reach;
    const scale = stays ? before : scaleOf(factor);
    this.fits = true;
    if (scale === before) return "";
    this.scale = scale;
    this.plane.zoom(this.plane.x, [-scale.reach, scale.reach]);
    this.plane.frame.replaceChildren(...axes(this.plane, scale));
    return before ? rescaled(scale.step) : "";
  }
}

define("ann-signal", SignalFigure);
