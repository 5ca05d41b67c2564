// <ann-pairing>: two methods on the same seeds, and what becomes of their luck in pairs.

import { rounded, written } from "../../engine/number_text.js";
import { choice, number, steps } from "../../engine/options.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { optionRadios } from "../../parts/radio.js";
import { loose } from "../../parts/scene.js";
import { calm } from "../../parts/ticker.js";
import {
  added,
  changes,
  interval,
  moved,
  moveList,
  partners,
  shuffles,
  unpaired,
} from "./model.js";
import {
  axis,
  changeAxis,
  changesDrawn,
  lines,
  methods,
  panel,
  ROWS,
  Scale,
  WIDTH,
} from "./view.js";
import {
  alone,
  answer,
  bySeed,
  capital,
  covered,
  estranged,
  GUESSES,
  HELP,
  HINTS,
  QUESTION,
  shared,
  unrelated,
} from "./words.js";

/** @import { Values } from "../../engine/options.js" */
/** @import { Interval, Move, Runs } from "./model.js" */

const STEP = 0.1; // points, of an arrow key
const FAST = 5; // steps at once, with Shift
const REACH = 24; // units of the drawing, from a pointer to what it holds
const NEAR = 20; // within the rows, an end is held
const BEYOND = 14; // outside of them, too
const LOYAL = 8; // units by which the chosen line counts as nearer
const TREMOR = 3; // units that a hand moves when it only wants to choose
const WHOLE = 2; // neither end is held, but the line
const FAR = 9; // points that a run may move
const MOST = 99; // shuffles
const TURN = 500; // milliseconds until lines have found their new partners

/** The pair that errs most. @param {number[][]} errors */
function hardest([before, after]) {
  const sums = before.map((error, k) => error + after[k]);
  return sums.indexOf(Math.max(...sums));
}

class PairingFigure extends Figure {
  static title = "Does pairing by seed matter?";
  static hint = HINTS.covered;
  static options = {
    guess: choice("none", { none: "none", ...GUESSES, seen: "seen" }),
    partners: number(0, steps(0, MOST, 1), { whole: true }),
    moved: moveList(FAR),
  };

  /** @type {Runs} */
  runs = later();
  scale = later(Scale);
  svg = later(SVGSVGElement);
  drawing = later(SVGGElement);
  changed = later(SVGGElement);
  /** The ends of the chosen line, and its middle. @type {SVGGElement[]} */
  hands = [];
  asking = later(HTMLElement);
  acting = later(HTMLElement);
  strangers = later(HTMLButtonElement);
  same = later(HTMLButtonElement);
  /** The line that is held, or was held last. */
  line = 0;
  /** What a pointer holds of it, where it began and how far from there, and if it moved. */
  held = { hand: WHOLE, from: 0, grip: 0, dragged: false };
  drawn = 0; // shuffles that the reader has seen
  /** What the sentence is about. @type {"guess" | "seed" | "strangers" | "shared" | "unrelated" | "alone"} */
  about = "guess";
  turning = 0; // the next picture of lines that turn

  /** A link sets what it names. */
  get kept() {
    return this.values;
  }

  build() {
    this.runs ??= this.carried("it came without its runs");
    const { names, errors } = this.runs;
    this.scale = new Scale(errors);
    this.line = hardest(errors);
    this.about = this.subject;
    this.drawing = s("g");
    this.changed = s("g");
    this.asking = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: QUESTION,
      labels: GUESSES,
    });
    this.asking.addEventListener("change", () => this.guessed());
    this.hands = [...names, "both"].map((name, hand) => this.hand(name, hand));
    const runs = panel(
      0,
      {
        role: "group",
        "aria-label": `Errors of ${names.join(" and ")}`,
        style: { touchAction: "pan-y" },
        onpointerdown: (/** @type {PointerEvent} */ event) => this.take(event),
        onpointermove: (/** @type {PointerEvent} */ event) => this.drag(event),
      },
      s("g", { "aria-hidden": "true" }, ...axis(this.scale), this.drawing),
      ...this.hands,
    );
    this.svg = runs.svg;
    const { element } = panel(
      1,
      { "aria-hidden": "true" },
      ...changeAxis(this.scale, names),
      this.changed,
    );
    this.strangers = this.button(
      "Pair strangers",
      () => this.pair((this.drawn % MOST) + 1),
      HELP.strangers,
      true,
    );
    this.same = this.button("Pair by seed", () => this.pair(0), HELP.seed);
    const again = this.button("Start over", () => this.startOver(), HELP.again);
    this.acting = h("div", { class: "row" }, this.strangers, this.same);
    this.fold("More", h("div", { class: "row" }, again));
    const beside = h("div", { class: "held loose" }, element);
    return [loose(runs.element, beside, this.status, this.asking, this.acting)];
  }

  /** What a link is about, that may have brought the reader here. */
  get subject() {
    const { partners: number, moved: moves } = this.values;
    if (number) return "strangers";
    const last = this.addressed?.has("moved") && moves[moves.length - 1]?.by;
    if (!last) return "guess";
    return last[0] === last[1] ? "shared" : "alone";
  }

  /**
   * What is held of a line: an end, or all of it.
   * @param {string} name
   * @param {number} hand
   */
  hand(name, hand) {
    return s(
      "g",
      {
        class: "handle",
        tabindex: 0,
        role: "slider",
        "aria-label": `Error, ${name}`,
        "aria-valuemin": this.scale.low,
        "aria-valuemax": this.scale.high,
        ...this.help(capital(name), hand === WHOLE ? HELP.line : HELP.end),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event, hand),
        style: { touchAction: "pan-y" },
      },
      s("path", { class: "reach", d: "M0 0h.01" }),
      s("circle", { class: "ring", r: 13 }),
    );
  }

  guessed() {
    this.about = "guess";
    this.update();
    this.strangers.focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
  }

  startOver() {
    this.change("guess", "none");
    this.change("moved", []);
    this.about = "guess";
    this.drawn = 0;
    this.line = hardest(this.runs.errors);
    for (const input of this.asking.querySelectorAll("input")) input.checked = false;
    this.chosen("partners", 0);
  }

  /**
   * Join each run with its own partner or, in a shuffle, with another's.
   * @param {number} number of the shuffle
   */
  pair(number) {
    const { pairs, paired } = this;
    this.about = number ? "strangers" : "seed";
    this.chosen("partners", number);
    if (!calm.matches) this.turn(pairs, paired);
  }

  get open() {
    return this.values.guess !== "none";
  }

  get errors() {
    return moved(this.runs.errors, this.values.moved);
  }

  /** Whom each run of the first method is joined with. */
  get order() {
    return partners(this.runs.errors[0].length, this.values.partners);
  }

  /** The errors at both ends of each line. */
  get pairs() {
    const [before, after] = this.errors;
    return this.order.map((partner, k) => [before[k], after[partner]]);
  }

  /** @returns {Interval} */
  get paired() {
    return interval(changes(this.errors, this.order), this.runs.t);
  }

  /** The same with each run's own partner. @param {number[][]} errors */
  bySeed(errors) {
    return interval(changes(errors, partners(errors[0].length, 0)), this.runs.t);
  }

  /** The changes with all strangers so far. */
  get strange() {
    return shuffles(this.errors, this.runs.t, this.drawn);
  }

  /**
   * Where a hand is.
   * @param {number[]} pair
   * @param {number} hand
   */
  place([before, after], hand) {
    return hand === WHOLE ? (before + after) / 2 : [before, after][hand];
  }

  /**
   * An event's place in the drawing.
   * @param {PointerEvent} event
   */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.svg.getBoundingClientRect();
    return [
      ((clientX - left) / width) * WIDTH,
      ((clientY - top) / height) * this.svg.viewBox.baseVal.height,
    ];
  }

  /** Hold the line or end that is nearest. @param {PointerEvent} event */
  take(event) {
    const [x, y] = this.at(event);
    const [high, low] = ROWS;
    if (y < high - BEYOND || y > low + BEYOND) return;
    const hand = y < high + NEAR ? 0 : y > low - NEAR ? 1 : WHOLE;
    if (hand === WHOLE && !this.open) return;
    const share = hand === WHOLE ? (y - high) / (low - high) : hand;
    const { pairs, scale, line } = this;
    const far = pairs.map(
      ([before, after], k) =>
        Math.abs(scale.X(before + share * (after - before)) - x) -
        (k === line && this.open ? LOYAL : 0),
    );
    const least = Math.min(...far);
    if (least > REACH) return;
    this.line = far.indexOf(least);
    const grip = scale.X(this.place(pairs[this.line], hand)) - x;
    this.held = { hand, from: x, grip, dragged: false };
    this.svg.setPointerCapture(event.pointerId);
    this.hands[hand].focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
    event.preventDefault(); // which would focus what is under the pointer
    this.update();
  }

  /** @param {PointerEvent} event */
  drag(event) {
    if (!this.svg.hasPointerCapture(event.pointerId)) return;
    const { held } = this;
    const [x] = this.at(event);
    held.dragged ||= Math.abs(x - held.from) > TREMOR;
    if (held.dragged) this.go(held.hand, this.scale.error(x + held.grip));
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} hand
   */
  key(event, hand) {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    if (way[0]) {
      const pace = way[0] * STEP * (event.shiftKey ? FAST : 1);
      this.go(hand, this.place(this.pairs[this.line], hand) + pace);
    } else {
      const count = this.pairs.length;
      this.line = (this.line + count - way[1]) % count;
      this.update();
    }
  }

  /**
   * Move an end of the line, or all of it, as far as the scale goes.
   * @param {number} hand
   * @param {number} wanted
   */
  go(hand, wanted) {
    const { scale, line, order } = this;
    const pair = this.pairs[line];
    const runs = hand === WHOLE ? [0, 1] : [hand];
    const held = runs.map((method) => pair[method]);
    const by = rounded(
      Math.min(
        scale.high - Math.max(...held),
        Math.max(scale.low - Math.min(...held), wanted - this.place(pair, hand)),
      ),
      2,
    );
    this.about =
      hand !== WHOLE ? "alone" : this.values.partners ? "unrelated" : "shared";
    const owners = [line, order[line]];
    const moves = runs.reduce(
      (list, method) => added(list, owners[method], method, by),
      /** @type {Move[]} */ (this.values.moved),
    );
    this.chosen("moved", moves);
  }

  update() {
    cancelAnimationFrame(this.turning);
    this.drawn = Math.max(this.drawn, this.values.partners);
    const { pairs, paired, open, line } = this;
    this.draw(pairs, paired);
    this.hands.forEach((element, hand) => {
      const error = this.place(pairs[line], hand);
      const y = hand === WHOLE ? (ROWS[0] + ROWS[1]) / 2 : ROWS[hand];
      set(element, {
        transform: `translate(${this.scale.X(error)} ${y})`,
        "aria-valuenow": rounded(error, 2),
        "aria-valuetext": `pair ${line + 1}, ${written(error, 1)}%`,
      });
    });
    this.hands[WHOLE].style.display = open ? "" : "none";
    this.asking.hidden = open;
    this.acting.hidden = !open;
    this.same.disabled = !this.values.partners;
    const hint = this.stage.querySelector(".hint");
    if (hint) hint.textContent = HINTS[open ? this.about : "covered"];
    this.showStatus(this.sentence);
  }

  get sentence() {
    const { errors, paired, open } = this;
    const { t, errors: first } = this.runs;
    const apart = unpaired(errors);
    if (!open) return covered(apart);
    const said = {
      guess: () => answer(this.values.guess, paired, apart),
      seed: () => bySeed(paired),
      strangers: () => estranged(this.strange, this.bySeed(errors)),
      shared: () => shared(paired, apart, unpaired(first)),
      unrelated: () => unrelated(this.bySeed(errors), this.bySeed(first)),
      alone: () => alone(paired, interval(changes(first, this.order), t)),
    };
    return said[this.about]();
  }

  /**
   * @param {number[][]} pairs
   * @param {Interval} change of these pairs
   */
  draw(pairs, change) {
    const { errors, open, scale, line, runs } = this;
    const both = errors.map((own) => interval(own, runs.t));
    const number = this.values.partners;
    this.drawing.replaceChildren(
      ...(open ? lines(scale, pairs, line) : []),
      ...methods(scale, runs.names, errors, both),
    );
    const own = open ? (number ? this.bySeed(errors) : change) : null;
    const found = [unpaired(errors), own, number ? change : null];
    const drawn = open ? this.strange : [];
    this.changed.replaceChildren(
      ...changesDrawn(scale, open ? pairs : [], line, found, drawn),
    );
  }

  /**
   * Let lines turn from old partners to those they have now.
   * @param {number[][]} before
   * @param {Interval} old change
   */
  turn(before, old) {
    const { pairs, paired } = this;
    const began = performance.now();
    const frame = (/** @type {number} */ now) => {
      const time = Math.min(1, Math.max(0, now - began) / TURN);
      const share = time * time * (3 - 2 * time);
      const mix = (/** @type {number} */ from, /** @type {number} */ to) =>
        from + share * (to - from);
      this.draw(
        pairs.map(([first, second], k) => [first, mix(before[k][1], second)]),
        {
          mean: paired.mean,
          low: mix(old.low, paired.low),
          high: mix(old.high, paired.high),
        },
      );
      if (time < 1) this.turning = requestAnimationFrame(frame);
    };
    this.turning = requestAnimationFrame(frame);
  }
}

define("ann-pairing", PairingFigure);
