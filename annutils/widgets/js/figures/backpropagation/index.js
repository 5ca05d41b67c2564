// <ann-backpropagation>: slopes go back edge by edge, and where two meet they add up; a
// move goes forward, and shows that they do.

import { choice, number, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { BLUE } from "../../parts/palette.js";
import { optionRadios } from "../../parts/radio.js";
import { loose } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { isKnown, NUDGED, START, STEPS, SUM, values } from "./model.js";
import { graph, VIEW, valuePlace } from "./view.js";
import {
  checked,
  GUESSES,
  HELP,
  hinted,
  NUDGE_QUESTION,
  NUDGES,
  QUESTION,
  told,
} from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Leaf } from "./model.js"
 */

const LEAVES = /** @type {(Leaf)[]} */ (Object.keys(START));
/** How far each can be moved, and in what steps: such that a finger's move is small. */
const REACH = { u: [0.2, 0.002], "w₁": [0.5, 0.005], "w₂": [0.5, 0.005] };

class BackpropagationFigure extends Figure {
  static title = "Two ways lead from u to ℓ: what is the slope at u?";
  static hint = hinted(0, null, "none");
  static style = "@container (max-width: 30rem) { .hint { min-height: 2.8em; } }";
  static options = {
    step: number(0, [0, STEPS.length], { whole: true }),
    guess: choice("none", { none: "none", ...GUESSES }),
    nudge: choice("none", { none: "none", ...NUDGES }),
  };

  picture = s("g", { "aria-hidden": "true" });
  next = later(HTMLButtonElement);
  back = later(HTMLButtonElement);
  guesses = later(HTMLElement);
  nudges = later(HTMLElement);
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
    this.nudges = optionRadios(this, "nudge", {
      name: "Your second answer",
      text: HELP.guess,
      legend: NUDGE_QUESTION,
      labels: NUDGES,
    });
    const name = "The graph of ℓ = v₁² + v₂²; values whose slope is known can be moved";
    const numbers = this.scrubs.map(({ element }) => element);
    const svg = s(
      "svg",
      {
        ...{ viewBox: VIEW, role: "group", "aria-label": name },
        style: { fontSize: "16.8px" }, // 12 on a phone
      },
      this.picture,
      ...numbers,
    );
    this.status.style.minHeight = "5.6em"; // so that the buttons stay where they are
    const buttons = h("div", { class: "row" }, this.next, this.back);
    const picture = h("div", { class: "plot" }, svg);
    return [loose(picture, this.status, this.guesses, this.nudges, buttons)];
  }

  /**
   * The value of a leaf, to move where it stands.
   * @param {Leaf} name
   * @param {Properties} help
   */
  leaf(name, help) {
    const [reach, step] = REACH[name];
    const { element, put } = scrub({
      name: `Value of ${name}`,
      values: steps(START[name] - reach, START[name] + reach, step),
      value: START[name],
      at: valuePlace(name),
      width: 58,
      change: (value) => this.move(name, value),
      help,
    });
    for (const part of ["--text", "--edge"]) element.style.setProperty(part, BLUE);
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

  /** First put back what was moved; after the last step, from the beginning. */
  goOn() {
    const { step } = this.values;
    if (this.moved) this.move(this.moved, START[this.moved]);
    else this.goTo(step < STEPS.length ? step + 1 : 0);
    if (this.values.step === SUM - 1) focusFirst(this.guesses); // not what shows the answer
  }

  /**
   * @param {number} step
   * @param {string} [guess]
   */
  goTo(step, guess = "none") {
    this.moves = step > this.values.step;
    this.change("step", step);
    this.change("guess", guess);
    this.change("nudge", "none");
    this.leaves = START;
    this.moved = null;
    this.putAll();
    this.update();
  }

  /**
   * The right answer shows the sum, or the move; after a wrong one there is another try.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (value === "sum") {
      this.goTo(SUM + 1, value);
      focusFirst(this.nudges);
      return;
    }
    super.chosen(name, value);
    if (value !== "right") return;
    const { element, put } = this.scrubs[LEAVES.indexOf("u")];
    put(NUDGED);
    this.move("u", NUDGED);
    element.focus({ preventScroll: true }); // next
  }

  update() {
    const { step, guess, nudge } = this.values;
    const now = values(this.leaves);
    this.picture.replaceChildren(...graph(now, step, this.moves, this.moved));
    this.moves = false;
    const isAsked = step === SUM - 1;
    for (const { name, element } of this.scrubs) {
      element.style.display = isKnown(name, step) ? "" : "none";
    }
    this.guesses.hidden = !isAsked;
    strike(this.guesses, Object.keys(GUESSES).indexOf(guess));
    this.nudges.hidden = step !== SUM + 1 || nudge === "right" || this.moved !== null;
    strike(this.nudges, Object.keys(NUDGES).indexOf(nudge));
    this.back.disabled = step === 0 || this.moved !== null;
    const isFirst = isAsked || step === SUM + 1 || step === STEPS.length;
    this.next.classList.toggle("main", !isFirst || this.moved !== null);
    this.next.textContent = this.nextName(step);
    const hint = this.stage.querySelector(".hint");
    if (hint) hint.textContent = hinted(step, this.moved, nudge);
    const mark = nudge === "right" && this.leaves.u === NUDGED ? "✓ " : "";
    const said = this.moved
      ? mark + checked(this.moved, now)
      : told(step, guess, nudge);
    this.showStatus(said);
  }

  /** @param {number} step */
  nextName(step) {
    if (this.moved) return `Put ${this.moved} back`;
    if (step === SUM - 1) return "Show it";
    return step === STEPS.length ? "Start again" : "Next edge";
  }
}

/** @param {HTMLElement} answers */
const focusFirst = (answers) =>
  answers.querySelector("input")?.focus({ preventScroll: true });

/**
 * Strike out an answer that was wrong; those before it stay so, until there is none.
 * @param {HTMLElement} answers which are hidden when it was right
 * @param {number} given
 */
function strike(answers, given) {
  for (const [k, input] of answers.querySelectorAll("input").entries()) {
    const label = /** @type {HTMLElement} */ (input.nextElementSibling);
    if (given < 0) input.checked = false;
    if (given < 0 || k === given)
      label.style.textDecoration = k === given ? "line-through" : "";
  }
}

define("ann-backpropagation", BackpropagationFigure);
