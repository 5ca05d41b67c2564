// <ann-gradient>: which activations and errors an entry of dW is made of.

import { choice, number, steps } from "../../engine/options.js";
import { cursor } from "../../parts/cursor.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { optionRadios } from "../../parts/radio.js";
import { loose } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { A, DELTA, entry, gradient } from "./model.js";
import {
  CELL,
  connections,
  drawing,
  light,
  meeting,
  names,
  network,
  place,
  spot,
  Transposed,
  table,
} from "./view.js";
import {
  ARRANGED,
  changeText,
  entryText,
  first,
  from,
  GUESSES,
  HELP,
  numberText,
  question,
  SHOW,
  sentence,
  to,
} from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Place } from "./model.js"
 */

const ARRAYS = {
  a: { name: "Activation", unit: from, values: steps(0, 3, 0.5), width: 36 },
  delta: { name: "Error", unit: to, values: steps(-0.5, 0.5, 0.1), width: 50 },
};

class GradientFigure extends Figure {
  static title = "Where does dW come from?";
  static hint =
    "Guess first. Then press other entries of dW, or drag a number of A sideways.";
  static options = {
    j: number(1, [0, 2], { whole: true }),
    k: number(0, [0, 1], { whole: true }),
    guess: choice("none", { none: "none", ...GUESSES, skip: "skip" }),
  };

  a = A;
  delta = DELTA;
  /** The entry that is asked about. */
  asked = { j: 1, k: 0 };
  transposed = later(Transposed);
  entries = table(() => {});
  lit = later(SVGGElement);
  cursor = later(SVGGElement);
  network = later(SVGSVGElement);
  guesses = later(HTMLElement);
  meeting = later(HTMLTableElement);
  /**
   * The number that was changed last, what it was and what dW was, as long as no other
   * entry is looked at.
   * @type {(Place & { value: number, before: number[][] }) | null}
   */
  touched = null;

  build() {
    const { j, k, guess } = this.values;
    this.asked = { j, k };
    this.touched = null;
    [this.a, this.delta] = [A, DELTA].map((rows) => rows.map((row) => [...row]));
    this.transposed = new Transposed();
    this.entries = table((j, k) => this.look(j, k));
    this.lit = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    this.network = connections();
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: question(j, k),
      labels: { ...GUESSES, skip: SHOW },
    });
    const help = this.help("Activations and errors", HELP.value);
    const values = [...this.numbers("a", help), ...this.numbers("delta", help)];
    this.cursor = cursor({
      name: "Entry of dW",
      size: CELL,
      help: this.help("Entry of dW", HELP.entry),
      go: (way) => this.go(way),
    });
    const tiles = this.entries.map(({ element }) => element);
    const picture = drawing(
      s("g", { "aria-hidden": "true" }, ...names(), this.transposed.element, ...tiles),
      ...values,
      this.lit,
      this.cursor,
    );
    // A link that shows an entry asks nothing.
    this.guesses.hidden = guess === "skip";
    this.meeting = h("table", { class: "tight" });
    return [
      loose(
        picture,
        this.guesses,
        this.status,
        this.meeting,
        h("div", { class: "drawing" }, this.network),
      ),
    ];
  }

  /**
   * The numbers of an array, each to change where it stands.
   * @param {"a" | "delta"} where
   * @param {Properties} help
   */
  numbers(where, help) {
    const { name, unit, values, width } = ARRAYS[where];
    return this[where].flatMap((row, i) =>
      row.map(
        (value, j) =>
          scrub({
            name: `${name} ${unit(j)}, sample ${i}`,
            values,
            value,
            at: place(where, i, j),
            width,
            format: numberText,
            change: (next) => this.put({ where, i, j }, next),
            help,
          }).element,
      ),
    );
  }

  /**
   * The guess is about the entry that was asked for.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    const { j, k } = this.asked;
    this.touched = null;
    this.change("j", j);
    this.change("k", k);
    super.chosen(name, value);
  }

  get answered() {
    return this.values.guess !== "none";
  }

  /**
   * A number is changed; without an answer, dW stays covered.
   * @param {Place} at
   * @param {number} next
   */
  put(at, next) {
    const { where, i, j } = at;
    const { touched } = this;
    const isSame =
      touched && touched.where === where && touched.i === i && touched.j === j;
    if (!isSame) {
      const before = gradient(this.a, this.delta);
      this.touched = { ...at, value: this[where][i][j], before };
    }
    this[where][i][j] = next;
    if (this.answered) this.follow(at);
    this.update();
  }

  /**
   * To an entry that moves with a number, if this one does not.
   * @param {Place} place
   */
  follow({ where, i, j }) {
    const { a, delta, values } = this;
    const moving = this.entries.filter((each) =>
      where === "a"
        ? each.j === j && delta[i][each.k] !== 0
        : each.k === j && a[i][each.j] !== 0,
    );
    const isHere = (/** @type {{ j: number, k: number }} */ each) =>
      each.j === values.j && each.k === values.k;
    if (moving.length === 0 || moving.some(isHere)) return;
    const near = moving.find((each) => each.j === values.j || each.k === values.k);
    const { j: row, k: column } = near ?? moving[0];
    this.goTo(row, column);
  }

  /**
   * A guess was about one entry, and says nothing of another.
   * @param {number} j
   * @param {number} k
   */
  goTo(j, k) {
    if (j === this.values.j && k === this.values.k) return;
    this.change("j", j);
    this.change("k", k);
    this.change("guess", "skip");
  }

  /**
   * To the entry beside this one, if there is one.
   * @param {number[]} way to the right and up
   */
  go([right, up]) {
    const { j, k } = this.values;
    const within = (/** @type {number} */ n, /** @type {number} */ most) =>
      Math.min(most, Math.max(0, n));
    this.look(within(j - up, 2), within(k + right, 1));
  }

  /**
   * To an entry, as soon as the question is answered.
   * @param {number} j
   * @param {number} k
   */
  look(j, k) {
    if (!this.answered) {
      this.showStatus(first(this.asked.j, this.asked.k));
      return;
    }
    this.touched = null;
    this.goTo(j, k);
    this.update();
  }

  update() {
    const { a, delta, touched, answered } = this;
    const { j, k, guess } = this.values;
    const dW = gradient(a, delta);
    for (const each of this.entries) {
      const now = dW[each.j][each.k];
      const before = touched?.before[each.j][each.k] ?? now;
      const moved = answered && Math.abs(now - before) > 1e-9;
      const isAsked = each.j === j && each.k === k;
      const hidden = isAsked ? "?" : "";
      each.show(answered ? numberText(now) : hidden, moved ? numberText(before) : null);
    }
    this.transposed.show(a, answered);
    this.lit.replaceChildren(...light(j, k, answered));
    this.network.replaceChildren(
      ...network(j, k, (one, other) => this.look(one, other)),
    );
    const found = entry(a, delta, j, k);
    this.meeting.hidden = !answered;
    this.meeting.replaceChildren(...meeting(a, delta, j, k, found));
    set(this.cursor, {
      transform: `translate(${spot(j, k).join(" ")})`,
      "aria-valuemax": 5,
      "aria-valuenow": 2 * j + k,
      "aria-valuetext": answered
        ? entryText(a, delta, j, k, found.sum).join(" ")
        : question(j, k),
    });
    this.showStatus(
      touched
        ? changeText(
            touched,
            touched.value,
            this[touched.where][touched.i][touched.j],
            answered,
          )
        : answered
          ? sentence(guess, j, k)
          : ARRANGED,
    );
  }
}

define("ann-gradient", GradientFigure);
