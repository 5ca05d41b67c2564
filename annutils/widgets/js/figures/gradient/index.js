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
  Turned,
  table,
} from "./view.js";
import {
  ARRANGED,
  changeText,
  entryText,
  from,
  GUESSES,
  HELP,
  numberText,
  question,
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
    "Guess first. Then drag a number of A sideways: which slopes does it move?";
  static options = {
    j: number(1, [0, 2], { whole: true }),
    k: number(0, [0, 1], { whole: true }),
    guess: choice("none", { none: "none", ...GUESSES, skip: "skip" }),
  };

  a = A;
  delta = DELTA;
  turned = later(Turned);
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
    this.touched = null;
    [this.a, this.delta] = [A, DELTA].map((rows) => rows.map((row) => [...row]));
    this.turned = new Turned();
    this.entries = table((j, k, kept) => this.look(j, k, kept));
    this.lit = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    this.network = connections();
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: "",
      labels: GUESSES,
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
      s("g", { "aria-hidden": "true" }, ...names(), this.turned.element, ...tiles),
      ...values,
      this.lit,
      this.cursor,
    );
    this.meeting = h("table", { class: "tight" });
    return [
      loose(
        picture,
        h("div", { class: "drawing" }, this.network),
        this.guesses,
        this.status,
        this.meeting,
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
   * A number is changed: the reader has gone on without a guess.
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
    this.follow(at);
    if (this.values.guess === "none") this.change("guess", "skip");
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
    Object.assign(values, { j: row, k: column });
    this.forget(false);
  }

  /**
   * A guess was about one entry, and says nothing of another.
   * @param {boolean} kept also in the address
   */
  forget(kept) {
    if (this.values.guess === "none") return;
    if (kept) this.change("guess", "skip");
    else this.values.guess = "skip";
  }

  /**
   * To the entry beside this one, if there is one.
   * @param {number[]} way to the right and up
   */
  go([right, up]) {
    const { j, k } = this.values;
    const within = (/** @type {number} */ n, /** @type {number} */ most) =>
      Math.min(most, Math.max(0, n));
    this.look(within(j - up, 2), within(k + right, 1), true);
  }

  /**
   * @param {number} j
   * @param {number} k
   * @param {boolean} kept also in the address
   */
  look(j, k, kept) {
    this.touched = null;
    if (j !== this.values.j || k !== this.values.k) this.forget(kept);
    for (const [key, value] of Object.entries({ j, k })) {
      if (kept) this.change(key, value);
      else this.values[key] = value;
    }
    this.update();
  }

  update() {
    const { a, delta, touched } = this;
    const { j, k, guess } = this.values;
    const answered = guess !== "none";
    const dW = gradient(a, delta);
    for (const each of this.entries) {
      const now = dW[each.j][each.k];
      const before = touched?.before[each.j][each.k] ?? now;
      const moved = Math.abs(now - before) > 1e-9;
      const isAsked = each.j === j && each.k === k;
      const hidden = isAsked ? "?" : "";
      each.show(answered ? numberText(now) : hidden, moved ? numberText(before) : null);
    }
    this.turned.show(a, answered);
    this.lit.replaceChildren(...light(j, k, answered));
    this.network.replaceChildren(
      ...network(j, k, (one, other, kept) => this.look(one, other, kept)),
    );
    const [legend] = this.guesses.getElementsByTagName("legend");
    legend.textContent = question(j, k);
    const radios = [...this.guesses.getElementsByTagName("input")];
    Object.keys(GUESSES).forEach((each, n) => {
      radios[n].checked = each === guess;
    });
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
        ? changeText(touched, touched.value, this[touched.where][touched.i][touched.j])
        : answered
          ? sentence(guess, j, k)
          : ARRANGED,
    );
  }
}

define("ann-gradient", GradientFigure);
