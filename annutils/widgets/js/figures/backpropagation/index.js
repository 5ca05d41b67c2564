// <ann-backpropagation>: slopes go back edge by edge, and where two meet they add up.

import { choice, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { optionRadios } from "../../parts/radio.js";
import { loose } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { isKnown, START, STEPS, SUM, values } from "./model.js";
import { graph, VIEW, valuePlace } from "./view.js";
import { GUESSES, HELP, proven, QUESTION, told } from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Leaf } from "./model.js"
 */

const LEAVES = /** @type {(Leaf)[]} */ (Object.keys(START));

class BackpropagationFigure extends Figure {
  static title = "The value a is used twice: what is its slope?";
  static hint =
    "Press Next edge: slopes go back from right to left. Where two meet, you say what comes out.";
  static options = {
    step: number(0, [0, STEPS.length], { whole: true }),
    guess: choice("none", { none: "none", ...GUESSES }),
  };

  picture = s("g", { "aria-hidden": "true" });
  next = later(HTMLButtonElement);
  back = later(HTMLButtonElement);
  guesses = later(HTMLElement);
  /** @type {{ name: Leaf, element: SVGElement, put: (value: number) => void }[]} */
  scrubs = [];
  /** The leaf that was moved from where it began. @type {Leaf | null} */
  moved = null;
  leaves = START;
  moves = false; // whether the last step was just made

  build() {
    this.leaves = START;
    this.moved = null;
    this.moves = false;
    this.picture = s("g", { "aria-hidden": "true" });
    const help = this.help("A number in a box", HELP.value);
    this.scrubs = LEAVES.map((name) => this.leaf(name, help));
    this.next = this.button("Next edge", () => this.goOn(), HELP.next, true);
    this.back = this.button("Back", () => this.goTo(this.values.step - 1), HELP.back);
    this.guesses = optionRadios(this, "guess", {
      name: "Your answer",
      text: HELP.guess,
      legend: QUESTION,
      labels: GUESSES,
    });
    const name = "The graph of ℓ = v₁² + v₂²; values whose slope is known can be moved";
    const numbers = this.scrubs.map(({ element }) => element);
    const svg = s(
      "svg",
      {
        ...{ viewBox: VIEW, role: "group", "aria-label": name },
        style: { fontSize: "16px" }, // 12 on a phone
      },
      this.picture,
      ...numbers,
    );
    this.status.style.minHeight = "4.2em"; // so that the buttons stay where they are
    const buttons = h("div", { class: "row" }, this.next, this.back);
    return [
      loose(h("div", { class: "plot" }, svg), this.status, this.guesses, buttons),
    ];
  }

  /**
   * The value of a leaf, to move where it stands.
   * @param {Leaf} name
   * @param {Properties} help
   */
  leaf(name, help) {
    const { element, put } = scrub({
      name: `Value of ${name}`,
      values: steps(START[name] - 1, START[name] + 1, 0.02),
      value: START[name],
      at: valuePlace(name),
      width: 46,
      change: (value) => this.move(name, value),
      help,
    });
    return { name, element, put };
  }

  /**
   * Move one leaf from where it began; the others are there.
   * @param {Leaf} name
   * @param {number} value
   */
  move(name, value) {
    this.leaves = { ...START, [name]: value };
    this.moved = value === START[name] ? null : name;
    this.putAll();
    this.update();
  }

  putAll() {
    for (const { name, put } of this.scrubs) put(this.leaves[name]);
  }

  /** After the last step, from the beginning. */
  goOn() {
    const { step } = this.values;
    this.goTo(step < STEPS.length ? step + 1 : 0);
  }

  /** @param {number} step */
  goTo(step) {
    this.moves = step > this.values.step;
    this.change("step", step);
    if (step < SUM) this.change("guess", "none");
    this.leaves = START;
    this.moved = null;
    this.putAll();
    this.update();
  }

  /**
   * An answer shows the sum.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    this.goTo(SUM);
  }

  update() {
    const { step, guess } = this.values;
    const now = values(this.leaves);
    this.picture.replaceChildren(...graph(now, step, this.moves));
    this.moves = false;
    const isAsked = step === SUM - 1;
    for (const { name, element } of this.scrubs) {
      element.style.display = isKnown(name, step) ? "" : "none";
    }
    this.guesses.hidden = !isAsked && step !== SUM;
    for (const input of this.guesses.querySelectorAll("input")) {
      if (guess === "none") input.checked = false;
    }
    this.back.disabled = step === 0;
    this.next.classList.toggle("main", !isAsked); // first an answer
    const isLast = step === STEPS.length;
    this.next.textContent = isAsked ? "Show it" : isLast ? "Start again" : "Next edge";
    this.showStatus(this.moved ? proven(this.moved, now) : told(step, guess));
  }
}

define("ann-backpropagation", BackpropagationFigure);
