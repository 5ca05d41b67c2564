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
  NETWORKS,
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
  guessed,
  height,
  histograms,
  lines,
  names,
  ROOM,
  SIZE,
  SPAN,
  scaleOf,
} from "./view.js";
import {
  amount,
  finding,
  HELP,
  judged,
  question,
  rescaled,
  times,
  verdict,
  weight,
} from "./words.js";

/** @import { Scale, State } from "./view.js" */

const COARSE = 0.75; // factors below have a digit more
const STEP = 0.001; // of the spread of weights
const FLAT = 1 / 6; // of what a scale reaches: a line that ends below looks level
const LEVEL = 4; // pixels from the level line that a hand need not hit
const DRAWS = 99;

/**
 * @param {Record<string, any>} values
 * @returns {State}
 */
const stateOf = ({ factor, units, activation }) => ({
  factor,
  units: Number(units),
  activation,
});

class SignalFigure extends Figure {
  static title = "How long does a signal live?";
  static hint = "First guess where the line ends, then make it level.";
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
  show = later(HTMLButtonElement);
  other = later(HTMLButtonElement);
  /** Where what is found is written. @type {Map<string, HTMLElement>} */
  cells = new Map();
  /** For which layers the level spread was found. @type {Set<string>} */
  found = new Set();
  /**
   * Where the reader thinks that the line ends, in decades; null once it is shown.
   * @type {number | null}
   */
  guess = null;
  /** What the line is compared with: a guess, a start, or other layers. @type {State} */
  earlier = later();
  /** The networks drawn, and what they were drawn for. */
  drawn = { what: "", networks: /** @type {number[][]} */ ([]) };
  /** @type {Scale | null} */
  scale = null;
  /** Whether the scale was chosen for these layers. */
  fits = false;
  /** While a hand drags the line, its scale stays. */
  held = false;

  /** What else the reader has chosen stays. */
  get kept() {
    return this.values;
  }

  readSettings() {
    const chosen = this.values;
    super.readSettings();
    // After a link, what was there before is what the line is compared with.
    const isFirst = !Object.keys(chosen).length;
    this.guess = isFirst && !this.addressed ? 0 : null;
    this.earlier = isFirst ? this.state : stateOf(chosen);
  }

  build() {
    this.scale = null;
    this.plane = new Plane({
      x: [-7.2, 31.6],
      y: [-1, 1],
      height: 256,
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
    const name = "Spread of the weights";
    this.spread = slider({
      name,
      value: this.nearest(),
      values: steps(SPREADS[0], SPREADS[1], STEP),
      format: () => weight(values.factor, this.state),
      change: (spread) => this.chosen("factor", this.factorOf(spread)),
      help: this.help(name, HELP.spread),
    });
    const other = () => this.chosen("draw", (this.values.draw % DRAWS) + 1);
    this.show = this.button("Show it", () => this.reveal(), HELP.show, true);
    this.other = this.button(`${NETWORKS} other networks`, other, HELP.draw);
    return [
      scene(
        h("div", { class: "stack" }, this.plane.element, this.status),
        h("div", { class: "row" }, this.show, this.other),
        this.table(),
        this.spread.element,
        toggles(this, "units", "Units in each layer", HELP.units),
        toggles(this, "activation", "After each layer", HELP.activation),
      ),
      h(
        "div",
        { class: "split" },
        h("div", { class: "drawing" }, this.layers),
        h("div", { class: "drawing" }, this.weights),
      ),
    ];
  }

  /** What is to be found, in a row for each number of units. */
  table() {
    this.cells.clear();
    const kinds = Object.entries(ACTIVATIONS);
    const rows = Object.entries(UNITS).map(([units, words]) => {
      const cells = kinds.map(([activation]) => {
        const cell = h("td", {});
        this.cells.set(`${units} ${activation}`, cell);
        return cell;
      });
      return h("tr", {}, h("th", { scope: "row" }, words), cells);
    });
    const heads = kinds.map(([, words]) => h("th", { scope: "col" }, words));
    const head = h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col" }, "Spread when level"), heads),
    );
    return h("table", { class: "tight" }, head, h("tbody", {}, rows));
  }

  get state() {
    return stateOf(this.values);
  }

  end() {
    const end = handle(this.plane, {
      name: "End of the line",
      at: [LAYERS, height(this.values.factor)],
      step: height(1.01),
      vertical: true,
      limits: () =>
        this.guess === null ? limits(this.state).map(height) : this.plane.y,
      shape: [
        s("circle", { r: 9, fill: "white", stroke: INK, "stroke-width": 2.5 }),
        s("path", {
          d: "M-3 -4l3 -3l3 3M-3 4l3 3l3 -3",
          fill: "none",
          stroke: "black",
        }),
      ],
      help: this.help("End of the line", HELP.lever),
      text: () =>
        this.guess === null
          ? `${times(this.values.factor)} times in each layer`
          : `your guess: ${amount(10 ** this.guess)}`,
      move: ([, y]) => {
        if (this.guess === null) this.chosen("factor", this.factorAt(y));
        else {
          this.guess = y;
          this.update();
        }
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

  /** Draw the line, and keep the guess beside it. */
  reveal() {
    const { guess, state } = this;
    this.guess = null;
    if (guess)
      this.earlier = { ...state, factor: 10 ** (guess / LAYERS), isGuess: true };
    this.update(guess ? judged(10 ** guess, state.factor ** LAYERS) : "");
    this.lever.element.focus(); // the button is gone
  }

  /**
   * With other layers, the weights stay, and the scale is theirs. Whoever changes them does
   * not want to guess.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.guess = null;
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

  /** @param {string} [said] about the guess */
  update(said = "") {
    const { guess, state } = this;
    const { factor, ...kind } = state;
    const news = `${said} ${this.held ? "" : this.rescale()}`.trim();
    const asks = guess !== null;
    this.lever.put([LAYERS, asks ? guess : height(factor)]);
    const drawn = this.networks();
    this.plane.clipped.replaceChildren(
      ...(asks
        ? guessed(this.plane, guess)
        : [
            ...ghost(this.plane, this.earlier, state),
            ...lines(this.plane, factor, drawn),
            ...names(this.plane, this.earlier, state),
          ]),
    );
    this.weights.replaceChildren(...dots(state));
    this.spread.put(this.nearest());
    this.layers.replaceChildren(
      ...histograms(state, drawn[0].slice(0, asks ? 2 : undefined)),
    );
    const ends = drawn.map((above) => 10 ** (above[LAYERS] + height(factor)));
    this.showStatus(asks ? question(factor) : verdict(factor, kind, ends, news));
    this.show.hidden = !asks;
    this.other.hidden = asks;
    if (factor === 1 && !asks) this.found.add(`${kind.units} ${kind.activation}`);
    for (const [layers, cell] of this.cells) {
      const [units, activation] = layers.split(" ");
      const known = finding({ units: Number(units), activation });
      cell.textContent = this.found.has(layers) ? known : "?";
    }
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
