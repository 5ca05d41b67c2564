// <ann-signal>: the size of a signal through thirty layers, a line that is held at its end.

import { rounded } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { slider } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
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
import { STYLE } from "./style.js";
import {
  asked,
  axes,
  ghost,
  height,
  histograms,
  lines,
  names,
  ROOM,
  SPAN,
  scaleOf,
} from "./view.js";
import {
  AGAIN,
  finding,
  GUESSES,
  HELP,
  next,
  question,
  rescaled,
  task,
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
const WIDE = "400"; // units of the second guess
const TEASED = 3; // layers that are shown before the guess

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
  static hint = "Guess where the line ends.";
  static style = STYLE;
  static options = {
    factor: number(0.9, RANGE),
    units: choice("100", UNITS),
    activation: choice("none", ACTIVATIONS),
    draw: number(1, steps(1, DRAWS, 1), { whole: true }),
    guess: choice("none", { none: "none", ...labelsOf(GUESSES) }),
    again: choice("none", { none: "none", ...labelsOf(AGAIN) }),
  };

  plane = later(Plane);
  /** @type {ReturnType<typeof handle>} */
  lever = later();
  layers = later(SVGSVGElement);
  drawing = later(HTMLElement);
  /** @type {ReturnType<typeof slider>} */
  spread = later();
  guesses = later(HTMLElement);
  again = later(HTMLElement);
  other = later(HTMLButtonElement);
  /** What is to be found, and where: there once a first level is. */
  table = later(HTMLElement);
  kinds = later(HTMLElement);
  wide = later(HTMLButtonElement);
  /** Where what is found is written. @type {Map<string, HTMLElement>} */
  cells = new Map();
  /** For which layers the level spread was found. @type {Set<string>} */
  found = new Set();
  /** Whether the line waits for a guess. */
  asks = false;
  /** Whether the reader has been at other layers: a second guess is no longer asked for. */
  widened = false;
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
    this.asks = isFirst && !this.addressed && this.values.guess === "none";
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
    this.other = this.button(`${NETWORKS} other networks`, other, HELP.draw);
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: `What is left after ${LAYERS} layers?`,
      labels: labelsOf(GUESSES),
    });
    this.again = optionRadios(this, "again", {
      name: "Your guess for 400 units",
      text: HELP.again,
      legend: "At which spread is the line level with 400 units?",
      labels: labelsOf(AGAIN),
    });
    this.table = this.findings();
    const units = toggles(this, "units", "Units in each layer", HELP.units);
    this.wide = units.querySelectorAll("button")[Object.keys(UNITS).indexOf(WIDE)];
    this.kinds = h(
      "div",
      { class: "stack" },
      units,
      toggles(this, "activation", "After each layer", HELP.activation),
    );
    this.drawing = h("div", { class: "drawing" }, this.layers);
    return [
      scene(
        h("div", { class: "stack" }, this.plane.element, this.status),
        this.drawing,
        this.guesses,
        this.spread.element,
        this.kinds,
        this.again,
        this.table,
        h("div", { class: "row" }, this.other),
      ),
    ];
  }

  /** What is to be found, in a row for each number of units. */
  findings() {
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
      h("tr", {}, h("th", { scope: "col" }, "Level at"), heads),
    );
    return h("table", {}, head, h("tbody", {}, rows));
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
   * With other layers, the weights stay, and the scale is theirs; a second guess leads to
   * them.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.asks = false;
    if (name === "again") {
      this.change(name, value);
      this.wide.click();
      this.update(AGAIN[value].said);
      this.lever.element.focus(); // the choice is gone
    } else if (name === "units" || name === "activation") this.widen(name, value);
    else if (name === "guess") this.reveal(value);
    else super.chosen(name, value);
  }

  /**
   * Show the line, and the guess beside it.
   * @param {string} guess
   */
  reveal(guess) {
    const { label, layers, said } = GUESSES[guess];
    const { state } = this;
    if (layers)
      this.earlier = {
        ...state,
        factor: state.factor ** (layers / LAYERS),
        guess: label,
      };
    this.change("guess", guess);
    this.update(`${said} Now make the line level.`.trim());
    this.lever.element.focus(); // the choice is gone
  }

  /**
   * Go to other layers.
   * @param {string} name
   * @param {string} value
   */
  widen(name, value) {
    const before = this.state;
    this.widened = true;
    this.earlier = before;
    this.change(name, value);
    this.change("factor", moved(before.factor, before, this.state));
    this.fits = false;
    this.update();
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

  /** @param {string} [said] about a guess */
  update(said = "") {
    const { asks, state } = this;
    const { factor, ...kind } = state;
    const scale = this.held ? "" : this.rescale();
    this.lever.put([LAYERS, height(factor)]);
    const drawn = this.networks();
    this.plane.clipped.replaceChildren(
      ...(asks ? asked(this.plane) : ghost(this.plane, this.earlier, state)),
      ...lines(this.plane, factor, drawn, asks ? TEASED : LAYERS),
      ...(asks ? [] : names(this.plane, this.earlier, state)),
    );
    this.spread.put(this.nearest());
    this.layers.replaceChildren(
      ...histograms(state, drawn[0].slice(0, asks ? 2 : undefined)),
    );
    const ends = drawn.map((above) => 10 ** (above[LAYERS] + height(factor)));
    if (factor === 1 && !asks) this.found.add(`${kind.units} ${kind.activation}`);
    const isKnown = this.found.has(`${kind.units} ${kind.activation}`);
    this.showStatus(
      asks
        ? question(factor)
        : verdict({ factor, kind, isKnown, ends, news: said || scale }),
    );
    this.uncover();
  }

  /** What to find next: these layers, or the first empty field of the table. */
  next() {
    const { units, activation } = this.values;
    if (!this.found.has(`${units} ${activation}`)) return next(null);
    const layers = [...this.cells.keys()].find((key) => !this.found.has(key));
    if (!layers) return "";
    const [n, bend] = layers.split(" ");
    return next({ units: Number(n), activation: bend });
  }

  /** Show what there is to do by now: guess, make the line level, and for other layers. */
  uncover() {
    const { asks, found, widened } = this;
    const { units, activation, factor } = this.values;
    const isPlain = units === "100" && activation === "none";
    const isOpen = !asks && (found.size > 0 || !isPlain);
    const asksAgain = isOpen && isPlain && !widened;
    this.lever.element.style.display = asks ? "none" : "";
    this.guesses.hidden = !asks;
    this.again.hidden = !asksAgain;
    this.other.hidden = asks || asksAgain;
    this.spread.element.hidden = asks;
    this.kinds.hidden = !isOpen;
    this.table.hidden = !isOpen || asksAgain; // the guess stands in its place
    const line = this.stage.querySelector(".hint");
    if (line)
      line.textContent = asks
        ? SignalFigure.hint
        : task(asksAgain, isOpen, this.next(), factor === 1);
    for (const [layers, cell] of this.cells) {
      const [n, bend] = layers.split(" ");
      const known = finding({ units: Number(n), activation: bend });
      cell.textContent = found.has(layers) ? known : "?";
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
