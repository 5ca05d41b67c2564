// <ann-gradient>: which activations and errors an entry of dW is made of.

import { number, steps } from "../../engine/options.js";
import { cursor } from "../../parts/cursor.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { scene } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { A, changed, DELTA, entry } from "./model.js";
import { drawing, light, names, PITCH, place, spot, table } from "./view.js";
import { changeText, ERRORS, entryText, HELP, numberText, sentence } from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Place } from "./model.js"
 */

const SHAPES = "A.T @ Delta: shapes (3, 4) @ (4, 2) → (3, 2)";

class GradientFigure extends Figure {
  static title = "Where does dW come from?";
  static hint = "Touch an entry of dW. Then drag a number of A: which entries change?";
  static options = {
    j: number(1, [0, 2], { whole: true }),
    k: number(0, [0, 1], { whole: true }),
  };

  a = A;
  delta = DELTA;
  entries = table(() => {});
  lit = later(SVGGElement);
  cursor = later(SVGGElement);
  text = later(HTMLElement);
  /** The number that was changed last, as long as no entry is looked at. @type {Place | null} */
  touched = null;

  build() {
    this.touched = null;
    [this.a, this.delta] = [A, DELTA].map((rows) => rows.map((row) => [...row]));
    this.entries = table((j, k, kept) => this.look(j, k, kept));
    this.lit = s("g", { "aria-hidden": "true", "pointer-events": "none" });
    const help = this.help("Activations and errors", HELP.value);
    const values = [
      ...this.numbers("a", "Activation", this.a, steps(0, 3, 0.5), help),
      ...this.numbers("delta", "Error", this.delta, steps(-0.5, 0.5, 0.1), help),
    ];
    this.cursor = cursor({
      name: "Entry of dW",
      size: PITCH,
      help: this.help("Entry of dW", HELP.entry),
      go: (way) => this.go(way),
    });
    const tiles = this.entries.map(({ element }) => element);
    const picture = drawing(
      s("g", { "aria-hidden": "true" }, ...names(), ...tiles),
      ...values,
      this.lit,
      this.cursor,
    );
    this.text = h("p");
    return [scene(picture, this.text, h("p", {}, SHAPES), h("p", {}, ERRORS))];
  }

  /**
   * The numbers of an array, each to change where it stands.
   * @param {"a" | "delta"} where
   * @param {string} name
   * @param {number[][]} rows
   * @param {number[]} values
   * @param {Properties} help
   */
  numbers(where, name, rows, values, help) {
    return rows.flatMap((row, i) =>
      row.map(
        (value, j) =>
          scrub({
            name: `${name} of unit ${j}, sample ${i}`,
            values,
            value,
            at: place(where, i, j),
            width: 40,
            format: numberText,
            change: (next) => {
              row[j] = next;
              this.touched = { where, i, j };
              this.update();
            },
            help,
          }).element,
      ),
    );
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
    for (const [key, value] of Object.entries({ j, k })) {
      if (kept) this.change(key, value);
      else this.values[key] = value;
    }
    this.update();
  }

  update() {
    const { a, delta, touched } = this;
    const { j, k } = this.values;
    const moved = touched && changed(a, delta, touched);
    for (const each of this.entries) {
      each.mark(Boolean(moved?.(each.j, each.k)));
      each.text.textContent = numberText(entry(a, delta, each.j, each.k).sum);
    }
    const { products, sum } = entry(a, delta, j, k);
    this.lit.replaceChildren(...light(j, k, products, sum));
    const lines = entryText(a, delta, j, k, sum);
    set(this.cursor, {
      transform: `translate(${spot(j, k).join(" ")})`,
      "aria-valuemax": 5,
      "aria-valuenow": 2 * j + k,
      "aria-valuetext": lines.join(" "),
    });
    this.text.replaceChildren(...lines.flatMap((line) => [line, h("br")]));
    this.showStatus(touched ? changeText(touched) : sentence(j, k));
  }
}

define("ann-gradient", GradientFigure);
