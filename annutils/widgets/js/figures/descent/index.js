// <ann-descent>: what momentum buys, on a map of rate and momentum.

import { rounded, written } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { SURFACES } from "../../engine/surfaces.js";
import { Walk } from "../../engine/walk.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { choices, radio } from "../../parts/radio.js";
import { loose } from "../../parts/scene.js";
import { BEST, bestNear } from "./model.js";
import {
  coverWords,
  crosses,
  drawWalk,
  knob,
  lossAxes,
  lossCurves,
  mapAxes,
  mapWords,
  noFormula,
  paceMark,
  paintCover,
  paintLoss,
  paintNothing,
  paintSpeed,
  startName,
  steepness,
  tag,
} from "./view.js";
import {
  AGAINST,
  ends,
  GUESSES,
  HELP,
  LEGEND,
  speed,
  tried,
  verdict,
} from "./words.js";

/** @import { Pair } from "./model.js" */

const STEPS = 60; // drawn, and counted on surfaces without a formula
const VALLEY_SIZE = { width: 400, height: 200 };
const LOSS_SIZE = { width: 400, height: 160 };
const MAP_SIZE = { width: 425, height: 352 };
const KEY = 0.025; // of the map, for an arrow key
const EDGE = 0.02; // momentum that a hand takes for none
const MOST = 0.99; // momentum
const USUAL = 0.9; // momentum, where no formula says which is best
const RATES = [0.001, 4];
const OTHER_RATES = [0.001, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2];

const NEAR = 0.01; // in the map: not worth another place of the trail
const SHORT = 12; // places of a trail that still needs a word
const LOW = 0.3; // so far up, the point is clear of it
/** On a phone, the path, the map and what is said of them are in sight together. */
const STYLE = `
.controls { grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.tools { align-items: center; }
.tools legend { width: auto; padding-right: 0.5rem; }
@container (max-width: 44rem) {
  .scene > .held, .scene .stack { display: contents; }
  .losses { order: 1; }
  .folds { order: 2; }
}`;

class DescentFigure extends Figure {
  static title = "What does momentum buy?";
  static hint =
    "Drag the orange point along the lower edge, where β = 0: at which rate does descent arrive soonest? Then lift it.";
  static style = STYLE;
  static options = {
    rate: number(0.05, RATES),
    beta: number(0.9, steps(0, MOST, 0.01)),
    surface: choice("bowl", labelsOf(SURFACES)),
    against: choice("plain", labelsOf(AGAINST)),
    other: number(0.3, OTHER_RATES),
  };

  valley = later(Plane);
  ground = later(HTMLCanvasElement);
  losses = later(Plane);
  map = later(Plane);
  shades = later(HTMLCanvasElement);
  cover = later(HTMLCanvasElement);
  words = later(SVGGElement);
  /** @type {ReturnType<typeof handle>} */
  start = later();
  /** @type {ReturnType<typeof handle>} */
  knob = later();
  surface = SURFACES.bowl;
  from = SURFACES.bowl.start;
  /** Which of the best the reader has found. @type {Set<keyof typeof BEST>} */
  found = new Set();
  /** Where the point has been in the map; a link begins another trail. @type {number[][][]} */
  trails = [];
  /** Whether the whole map is shown. */
  isOpen = false;
  opening = later(HTMLElement);
  asked = later(HTMLElement);
  /** The share that the reader expects to be best. */
  guess = "";
  /** The pair that was left on each surface. @type {Map<string, Pair>} */
  pairs = new Map();
  /** Whether it has just been tried. */
  trial = false;

  build() {
    this.trails.push([]);
    this.trial = false;
    this.valley = new Plane({
      ...VALLEY_SIZE,
      x: [0, 1],
      y: [0, 1],
      name: "The loss of two parameters, and the paths down",
      xName: "θ₁",
      yName: "θ₂",
    });
    this.ground = this.valley.addCanvas(160);
    this.losses = new Plane({
      ...LOSS_SIZE,
      x: [-4, STEPS + 1],
      y: [-4.6, 4.6], // room for names
      name: "The loss after each step, on a logarithmic scale",
    });
    this.losses.frame.replaceChildren(...lossAxes(this.losses, STEPS));
    this.map = new Plane({
      ...MAP_SIZE,
      x: [0, 1],
      y: [0, 1.15], // room for words
      name: "Learning rate and momentum, shaded by how fast descent is",
    });
    this.cover = this.map.addCanvas(150);
    this.shades = this.map.addCanvas(150); // behind it
    this.words = s("g", { "aria-hidden": "true" });
    this.start = this.startHandle();
    this.knob = this.mapHandle();
    this.valley.content.append(this.start.element);
    this.map.content.append(this.words, this.knob.element);
    this.showSurface();
    const open = () => {
      this.isOpen = true;
      this.update();
    };
    this.opening = this.button("Show the map", open, HELP.open);
    this.opening.style.order = "1"; // last: it comes and goes
    this.folds.append(this.opening);
    this.fold(
      "More",
      h("div", { class: "controls" }, [
        this.control("surface", "Surface", HELP.surface),
        this.control("against", "Compare with", HELP.against),
        this.control("other", "Rate (RMSprop, Adam)", HELP.other),
      ]),
    );
    const help = this.help("Your guess", HELP.guess);
    const radios = GUESSES.map((guess) => {
      const choose = () => this.take(guess);
      const settings = { group: "guess", checked: guess === this.guess, choose, help };
      return radio(settings, h("span", {}, guess));
    });
    this.asked = choices(LEGEND, "tools", radios);
    this.losses.element.classList.add("losses");
    const pictures = [this.valley.element, this.losses.element];
    return [
      loose(h("div", { class: "stack" }, pictures), this.map.element, this.asked),
    ];
  }

  /**
   * The reader expects a share to be the best, and it is tried: at the best rate without
   * momentum, once it is found.
   * @param {string} guess
   */
  take(guess) {
    this.guess = guess;
    this.trial = true;
    if (this.found.has("plain")) this.change("rate", rounded(BEST.plain.rate, 4));
    this.change("beta", Number(guess));
    this.update();
  }

  startHandle() {
    return handle(this.valley, {
      name: "Start",
      at: [0, 0],
      shape: [s("circle", { r: 7, fill: "white", stroke: INK, "stroke-width": 2.5 })],
      help: this.help("Start", HELP.start),
      move: (place) => {
        this.from = place;
        this.update();
      },
    });
  }

  mapHandle() {
    return handle(this.map, {
      name: "Rate and share",
      at: [0, 0],
      step: KEY,
      level: true, // along the lower edge
      shape: [knob()],
      help: this.help("Rate and share", HELP.pair),
      text: () =>
        `learning rate ${written(this.values.rate, 3)}, share ${written(this.values.beta)}`,
      move: (place) => this.pull(place),
    });
  }

  /** @param {number[]} place of the handle in the map */
  pull([x, y]) {
    const { fastest } = this.surface;
    const wanted = {
      rate: Math.max(RATES[0], rounded(x * fastest, 4)),
      beta: y < EDGE ? 0 : Math.min(MOST, rounded(y, 3)),
    };
    const near = this.surface === SURFACES.bowl ? bestNear(wanted) : null;
    const pair = near ? BEST[near] : wanted;
    this.change("rate", rounded(pair.rate, 4));
    this.chosen("beta", rounded(pair.beta, 4));
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.trial = false;
    const { surface, rate, beta } = this.values;
    this.change(name, value);
    if (name === "surface") {
      this.pairs.set(surface, { rate, beta });
      const first = { rate: SURFACES[value].fastest / 8, beta: USUAL };
      for (const [key, each] of Object.entries(this.pairs.get(value) ?? first)) {
        this.change(key, each);
      }
      this.showSurface();
    }
    this.update();
  }

  /** Go to the surface that is chosen, and to its start. */
  showSurface() {
    this.surface = SURFACES[this.values.surface];
    this.from = [...this.surface.start];
    this.valley.zoom(this.surface.x, this.surface.y);
    paintLoss(this.ground, this.surface);
    const { fastest } = this.surface;
    this.map.frame.replaceChildren(...mapAxes(this.map, fastest));
    if (this.surface === SURFACES.bowl) paintSpeed(this.shades, this.map, fastest);
    else paintNothing(this.shades);
  }

  /** @param {number[]} held where the point is in the map */
  uncover(held) {
    const trail = this.trails[this.trails.length - 1];
    const [x, y] = trail[trail.length - 1] ?? [-1, -1];
    if (Math.hypot(held[0] - x, held[1] - y) > NEAR) trail.push(held);
    if (!this.isOpen) paintCover(this.cover, this.map, this.trails);
  }

  /** @param {string} name @param {number} rate @param {number} beta */
  walk(name, rate, beta) {
    const walk = new Walk(this.surface, this.from, name, rate, beta);
    for (let k = 0; k < STEPS; k++) walk.step();
    return walk;
  }

  update() {
    const { valley, map, surface } = this;
    const { rate, beta, against, other } = this.values;
    const pair = { rate, beta };
    const own = this.walk("momentum", rate, beta);
    const bowl = surface === SURFACES.bowl;
    const near = bowl ? bestNear(pair) : null;
    // The best pair is compared with the best rate: its own is too large for plain descent.
    const fair = near === "pair" && against === "plain";
    const plain = fair ? BEST.plain.rate : rate;
    const compared = this.walk(against, against === "plain" ? plain : other, 0);
    const same = against === "plain" && beta === 0;
    const names = {
      own: beta ? `share β = ${written(beta)}` : "without momentum",
      other: fair
        ? "without, at its best"
        : AGAINST[/** @type {keyof typeof AGAINST} */ (against)].name,
    };
    valley.clipped.replaceChildren(
      ...(same ? [] : drawWalk(valley, compared.path, "other")),
      ...drawWalk(valley, own.path, "own"),
      ...crosses(valley, surface.minima),
      startName(valley, this.from),
      ...(bowl ? [steepness(valley)] : []),
    );
    const values = (/** @type {Walk} */ { path }) =>
      path.map(([u, v]) => surface.value(u, v));
    const curves = { own: values(own), ...(same ? {} : { other: values(compared) }) };
    this.losses.clipped.replaceChildren(
      ...lossCurves(this.losses, curves, names),
      ...(bowl ? paceMark(this.losses, values(own), near ? BEST[near] : pair) : []),
    );
    this.start.put(this.from);
    const held = [Math.min(1, rate / surface.fastest), beta];
    this.knob.put(held);
    if (bowl) {
      if (near) this.found.add(near);
      if (near === "pair") this.found.add("plain"); // what it is compared with
      this.isOpen ||= this.found.size === 2;
      this.uncover(held);
      const said = speed(pair);
      const places = this.trails.reduce((sum, trail) => sum + trail.length, 0);
      this.words.replaceChildren(
        ...(places < SHORT && beta < LOW && !this.isOpen && !this.guess
          ? coverWords(map)
          : []),
        ...mapWords(map, held, [...this.found], surface.fastest, said, this.isOpen),
        ...(near ? [] : [tag(map, held, said, this.found.has("plain"))]),
      );
    } else this.words.replaceChildren(...noFormula(map));
    this.cover.hidden = this.isOpen || !bowl;
    this.opening.hidden = this.cover.hidden || !this.guess; // first a guess
    const isPlain = bowl && against === "plain";
    this.asked.style.visibility = isPlain ? "visible" : "hidden"; // its room stays
    this.showStatus(
      isPlain
        ? (this.trial ? tried : verdict)(pair)
        : ends({ [names.own]: own, [names.other]: compared }, STEPS),
    );
  }
}

define("ann-descent", DescentFigure);
