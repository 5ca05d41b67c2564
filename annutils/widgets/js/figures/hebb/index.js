// <ann-hebb>: an arrow of weights in a cloud of points, by Hebb's rule and by Oja's.

import { rounded, written } from "../../engine/number_text.js";
import { choice, number } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { handle } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { optionRadios } from "../../parts/radio.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { loose } from "../../parts/scene.js";
import { calm } from "../../parts/ticker.js";
import { growth, learned, length, mainDirection, off, turned, unit } from "./model.js";
import {
  axes,
  CHART,
  cloud,
  curves,
  HELD,
  MARGIN,
  names,
  pill,
  pulledFrom,
  pulling,
  ring,
  SIZE,
  weights,
} from "./view.js";
import {
  before,
  end,
  GUESSES,
  HELP,
  HINTS,
  pull,
  QUESTION,
  RULES,
  underway,
  verdict,
} from "./words.js";

const SHORTEST = 0.2; // arrow to begin with: without length, it would never move
const LOOKED = 5; // so many points are met with time to look at what each does,
const LOOK = 900; // in milliseconds;
const SLOW = 40; // so many one by one, then ever more at once
const JUMP = 125; // points at once, for readers who want less motion
const SETTINGS = ["rule", "tilt", "x", "y"];
const LOWEST = -1; // power of ten, of the lengths

class HebbFigure extends RunningFigure {
  static title = "Where does Hebb's rule lead the weights?";
  static hint = HINTS.asked;
  static pause = 30; // milliseconds between two pictures
  static options = {
    rule: choice("hebb", RULES),
    tilt: number(30, [-180, 180]),
    x: number(1.2, SIZE.x),
    y: number(-1.6, SIZE.y),
    guess: choice("none", { none: "none", ...GUESSES }),
  };

  /** @type {{ samples: number[][], rate: number }} */
  record = later();
  /** In which direction the samples vary most before they are turned. */
  own = 0;
  plane = later(Plane);
  chart = later(Plane);
  names = later(SVGGElement);
  /** @type {ReturnType<typeof handle>} */
  start = later();
  /** @type {ReturnType<typeof handle>} */
  grip = later();
  pill = later(SVGElement);
  asking = later(HTMLElement);
  rules = later(HTMLElement);
  /** How many points the arrow has met. */
  met = 0;
  /** Rules whose lengths the reader has seen. @type {Set<string>} */
  seen = new Set();
  isMoved = false;

  /** What else the reader has moved stays. */
  get kept() {
    return this.values;
  }

  build() {
    this.record ??= this.carried("it came without its points");
    const { samples, rate } = this.record;
    this.own = mainDirection(samples);
    // A link that sets them shows where they lead.
    this.isMoved = SETTINGS.some((name) => this.addressed?.has(name));
    this.met = this.isMoved ? samples.length : 0;
    this.plane = new Plane({
      ...SIZE,
      name: "A cloud of points, and the weights as an arrow",
      xName: "x₁, w₁",
      yName: "x₂, w₂",
    });
    // No arrow is longer than one that begins along the cloud, at the plane's end.
    const longest = learned(samples, [SIZE.x[1], 0], rate, "hebb").map(length);
    this.chart = new Plane({
      ...CHART,
      margin: MARGIN,
      x: [0, samples.length],
      y: [LOWEST, Math.log10(Math.max(...longest))],
      name: "The length of the arrow after each point, on a logarithmic scale",
    });
    this.chart.frame.replaceChildren(...axes(this.chart));
    this.names = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    this.pill = pill();
    this.grip = this.gripOfCloud();
    this.start = this.startOfArrow();
    this.plane.content.append(this.grip.element, this.start.element, this.names);
    this.asking = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: QUESTION,
      labels: GUESSES,
    });
    this.asking.addEventListener("change", () => this.watch());
    this.rules = optionRadios(this, "rule", {
      name: "Rule",
      text: HELP.rule,
      legend: "Rule",
      labels: RULES,
    });
    this.rules.addEventListener("change", () => this.watch());
    const run = this.makeRunButton("Run", HELP.run);
    return [
      loose(
        this.plane.element,
        this.chart.element,
        this.status,
        h("div", { class: "row" }, this.asking, this.rules, run),
      ),
    ];
  }

  startOfArrow() {
    const { x, y } = this.values;
    return handle(this.plane, {
      name: "Start of the arrow",
      at: [x, y],
      shape: [ring()],
      help: this.help("Start of the arrow", HELP.start),
      move: (place) => {
        const short = SHORTEST / Math.max(length(place), 1e-9);
        const [u, v] = short > 1 ? place.map((each) => short * each) : place;
        this.change("x", rounded(u, 2));
        this.change("y", rounded(v || SHORTEST, 2));
        this.moved();
      },
    });
  }

  gripOfCloud() {
    return handle(this.plane, {
      name: "Tilt of the cloud",
      at: this.held,
      shape: [this.pill],
      help: this.help("Tilt of the cloud", HELP.cloud),
      text: () => `${written(this.values.tilt, 0)} degrees`,
      move: ([x, y]) => {
        const angle = (Math.atan2(-y, -x) * 180) / Math.PI - this.own;
        this.change("tilt", rounded(angle < -180 ? angle + 360 : angle, 1));
        this.moved();
      },
    });
  }

  /** In which direction the points vary most. */
  get direction() {
    return this.values.tilt + this.own;
  }

  /** Where the cloud is held: on its long axis, away from most arrows. */
  get held() {
    return unit(this.direction).map((each) => -HELD * each);
  }

  /** Whether the question is open: nothing yet has shown where the arrow goes. */
  get isAsked() {
    return this.values.guess === "none" && !this.isMoved && !this.met && !this.running;
  }

  /** What the reader moves ends where it will end, but answers no open question. */
  moved() {
    this.ticker.stop();
    if (!this.isAsked) {
      this.isMoved = true;
      this.met = this.record.samples.length;
    }
    this.update();
  }

  /** From the start. */
  watch() {
    this.ticker.stop();
    this.isMoved = false;
    this.rewind();
    this.toggle();
  }

  rewind() {
    this.met = 0;
  }

  get ended() {
    return this.met === this.record.samples.length;
  }

  /** Whether what the last point did is looked at. */
  get isSlow() {
    return this.values.rule === "hebb" && this.met > 0 && this.met <= LOOKED;
  }

  advance() {
    const pace = calm.matches ? JUMP : Math.max(1, Math.round(this.met / SLOW));
    this.met = Math.min(this.record.samples.length, this.met + pace);
    this.ticker.pause = this.isSlow ? LOOK : HebbFigure.pause;
  }

  update() {
    const { plane, chart, met, direction, values, seen } = this;
    const { rule, tilt, x, y } = values;
    const { samples, rate } = this.record;
    const points = turned(samples, tilt);
    if (met) seen.add(rule);
    const known = [...seen].filter((other) => other !== rule);
    const whole = [...known, rule].map((each) => ({
      rule: each,
      path: learned(points, [x, y], rate, each),
    }));
    const path = whole[known.length].path.slice(0, met + 1);
    this.runName = this.ended ? "Run again" : met ? "Go on" : "Run";
    super.update();
    this.start.put([x, y]);
    this.grip.put(this.held);
    this.pill.setAttribute("transform", `rotate(${90 - direction})`);
    plane.clipped.replaceChildren(
      ...cloud(plane, points, direction, seen.has("oja")),
      ...weights(plane, path, rule),
      ...(met && !this.ended
        ? pulling(plane, points[met - 1], rule, this.isSlow ? path.slice(-2) : null)
        : []),
    );
    const factors =
      rule === "hebb" && this.ended ? growth(samples, this.own, rate) : [];
    const pulled = this.isSlow ? pulledFrom(path.slice(-2)) : [];
    this.names.replaceChildren(...names(plane, path, direction, factors, pulled));
    chart.content.replaceChildren(
      ...curves(
        chart,
        whole.map((each) => ({
          rule: each.rule,
          lengths: (each.rule === rule ? path : each.path).map(length),
        })),
      ),
    );
    this.asking.hidden = !this.isAsked;
    this.rules.hidden = this.isAsked;
    const hint = this.stage.querySelector(".hint");
    if (hint) hint.textContent = this.hint;
    this.showStatus(this.sentence(path.slice(-2), points[met - 1]));
  }

  get hint() {
    if (this.isAsked) return HINTS.asked;
    if (!this.ended) return HINTS.met;
    return this.seen.has("oja") ? HINTS.both : HINTS.hebb;
  }

  /**
   * @param {number[][]} path the last weights, and those before, if there are any
   * @param {number[]} point that brought them there
   */
  sentence(path, point) {
    const w = path[path.length - 1];
    const { met, ended } = this;
    const { rule, guess } = this.values;
    const { samples, rate } = this.record;
    if (!met) return before(samples.length);
    if (this.isSlow) return pull(met, path[0][0] * point[0] + path[0][1] * point[1]);
    if (!ended) return underway(met, length(w));
    const isAnswer = rule === "hebb" && guess !== "none" && !this.isMoved;
    if (isAnswer && !this.seen.has("oja")) {
      return verdict(guess, length(w), growth(samples, this.own, rate));
    }
    const isTurned = this.values.tilt !== this.given?.values.tilt;
    return end(rule, length(w), off(w, this.direction), isTurned);
  }
}

define("ann-hebb", HebbFigure);
