// <ann-signal>: the size of a signal through thirty layers, a line that is held at its end.

import { rounded } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { slider } from "../../parts/controls.js";
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
  SPREADS,
  spreadOf,
  UNITS,
  within,
} from "./model.js";
import {
  axes,
  dots,
  ghost,
  height,
  histograms,
  lines,
  names,
  ROOM,
  SIZE,
  SPAN,
  scaleOf,
} from "./view.js";
import { finding, HELP, rescaled, times, verdict, weight } from "./words.js";

/** @import { Scale, State } from "./view.js" */

const COARSE = 0.75; // factors below have a digit more
const STEP = 0.001; // of the spread of weights
const FLAT = 1 / 6; // of what a scale reaches: a line that ends below looks level
const LEVEL = 4; // pixels from the level line that a hand need not hit
const REST = 600; // milliseconds until the handle is said to rest
const DRAWS = 99;

class SignalFigure extends Figure {
  static title = "How long does a signal live?";
  static hint =
    "Guess first: each layer takes a tenth, what do 30 leave? Then make the line level.";
  static options = {
    factor: number(0.9, RANGE),
    units: choice("100", UNITS),
    activation: choice("none", ACTIVATIONS),
    draw: number(1, steps(1, DRAWS, 1), { whole: true }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  lever = later();
  weights = later(SVGSVGElement);
  layers = later(SVGSVGElement);
  /** @type {ReturnType<typeof slider>} */
  spread = later();
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
      height: 290,
      name: "Size of the signal by layer, on a logarithmic scale",
    });
    this.lever = this.end();
    this.plane.content.append(this.lever.element);
    this.weights = s("svg", {
      viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`,
      role: "img",
      "aria-label": "The weights into one unit",
    });
    this.layers = s("svg", {
      viewBox: `0 0 ${SPAN[0]} ${SPAN[1]}`,
      role: "img",
      "aria-label": "The activations of four layers in one network",
    });
    const { values } = this;
    const name = "Standard deviation of the weights";
    this.spread = slider({
      name,
      value: this.nearest(),
      values: steps(SPREADS[0], SPREADS[1], STEP),
      format: () => weight(values.factor, this.state),
      change: (spread) => this.chosen("factor", this.factorOf(spread)),
      help: this.help(name, HELP.spread),
    });
    const other = () => this.chosen("draw", (this.values.draw % DRAWS) + 1);
    const bends = toggles(this, "activation", "After each layer", HELP.activation);
    bends.append(this.button("Other weights", other, HELP.draw));
    return [
      scene(
        h("div", {}, this.plane.element, h("div", { class: "drawing" }, this.layers)),
        h("div", { class: "drawing" }, this.weights),
        this.spread.element,
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

  /** The spread of the weights, as the slider has it. */
  nearest() {
    const spread = spreadOf(this.values.factor, this.state);
    return rounded(Math.min(SPREADS[1], Math.max(SPREADS[0], spread)), 3);
  }

  /** The factor of weights with a spread, as the slider has it. @param {number} spread */
  factorOf(spread) {
    const level = spreadOf(1, this.state);
    if (spread === rounded(level, 3)) return 1; // its step that is nearest
    return within(rounded(spread / level, 3), this.state);
  }

  /** The factor that brings the signal to a height. @param {number} wanted */
  factorAt(wanted) {
    const reach = this.scale?.reach ?? 0; // the handle stays off the numbers below
    const y = this.held ? Math.min(reach, Math.max(-reach, wanted)) : wanted;
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
    this.spread.put(this.nearest());
    this.layers.replaceChildren(...histograms(this.state, drawn[0]));
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
   * line that was brought out of sight, and for one that would look level. What to say if
   * it is another scale than before.
   */
  rescale() {
    const { factor } = this.state;
    const before = this.scale;
    const end = Math.abs(height(factor));
    const stays =
      before && this.fits && end <= before.reach && end >= FLAT * before.reach;
    const scale = stays ? before : scaleOf(factor);
    this.fits = true;
    if (scale === before) return "";
    this.scale = scale;
    const edge = ROOM * scale.reach;
    this.plane.zoom(this.plane.x, [-edge, edge]);
    this.plane.frame.replaceChildren(...axes(this.plane, scale));
    return before ? rescaled(scale.step) : "";
  }
}

define("ann-signal", SignalFigure);
