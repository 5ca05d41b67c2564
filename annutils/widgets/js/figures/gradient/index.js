// <ann-gradient>: an entry of dW is added up, sample by sample, until readers know the sum.

import { number } from "../../engine/options.js";
import { h, s, set } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { loose } from "../../parts/scene.js";
import { calm } from "../../parts/ticker.js";
import { A, answers, DELTA, entry, LAST } from "./model.js";
import {
  addition,
  arrays,
  arrive,
  drawing,
  names,
  network,
  pile,
  tile,
  transposed,
} from "./view.js";
import {
  AGAIN,
  columnName,
  entryText,
  FULL,
  HELP,
  HINTS,
  hiddenText,
  numberText,
  PRODUCTS,
  pickText,
  productVerdict,
  question,
  sampleText,
  scoreText,
  verdict,
  WANTED,
  WHICH,
  WHY,
} from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Answer } from "./model.js"
 * @import { Picks } from "./view.js"
 * @import { Layer, Product } from "./words.js"
 */

const PACE = 900; // milliseconds from one sample to the next
const NONE = "000000";
const ALL = "111111";
const ENOUGH = 2; // entries, before the product is asked for
/** A 0 or 1 for each entry of dW, row by row: whether it is known. */
const bits = {
  fallback: NONE,
  expected: "six digits, each 0 or 1",
  read: (/** @type {string} */ text) => (/^[01]{6}$/.test(text) ? text : undefined),
  write: String,
};

class GradientFigure extends Figure {
  static title = "Where does dW come from?";
  static hint = HINTS.pick;
  // A column is wide enough for a finger, and its neighbors are near.
  static style = `
.pile .reach { display: none; }
.pile .ground { fill: transparent; }
.pile:hover .ring { stroke: var(--text); }
@container (max-width: 30rem) { .hint { min-height: 2.8em; } }
`;
  static options = {
    j: number(1, [0, 2], { whole: true }),
    k: number(0, [0, 1], { whole: true }),
    samples: number(0, [0, LAST + 1], { whole: true }),
    known: bits,
  };

  names = later(SVGGElement);
  above = later(SVGGElement);
  below = later(SVGGElement);
  /** @type {ReturnType<typeof tile>[]} */
  entries = [];
  /** Columns of A and Δ, to press. @type {SVGElement[]} */
  piles = [];
  /** Those that were pressed for the marked entry. @type {Picks} */
  picks = { right: new Set(), wrong: new Set() };
  /** The last of them. @type {{ layer: Layer, n: number } | null} */
  picked = null;
  asking = later(HTMLElement);
  next = later(HTMLButtonElement);
  other = later(HTMLButtonElement);
  all = later(HTMLButtonElement);
  again = later(HTMLButtonElement);
  score = { right: 0, asked: 0 };
  scoreLine = later(HTMLElement);
  /** @type {Properties} */
  answerHelp = {};
  /** What was last answered for the entry that is marked. @type {Answer | null} */
  answer = null;
  /** Whether that answer was about the last sample alone. */
  begun = false;
  /** Whether the product for all entries is asked for. */
  asksAll = false;
  /** What was last answered then. @type {Product | null} */
  product = null;
  /** Wrong answers to the question that is asked. @type {string[]} */
  wrong = [];
  /** Whether the product is known. */
  isDone = false;
  /** How many samples of an entry that is known are in sight. */
  shown = LAST + 1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  playing = undefined;
  /** What is there already, so that nothing arrives twice. @type {string[]} */
  there = [];

  /** A link that shows all samples of an entry leaves the others as the reader had them. */
  readSettings() {
    const { known } = this.values;
    super.readSettings();
    if (known && !this.addressed?.has("known")) this.values.known = known;
    if (this.values.samples > LAST) this.values.known = this.withMarked;
  }

  build() {
    this.forget();
    this.there = [];
    const hidden = { "aria-hidden": "true", "pointer-events": "none" };
    this.names = s("g", hidden);
    this.above = s("g", hidden);
    this.below = s("g", hidden);
    const help = this.help("Entries of dW", HELP.entry);
    this.entries = [0, 1, 2].flatMap((j) =>
      [0, 1].map((k) => tile(j, k, () => this.press(j, k), help)),
    );
    const tiles = this.entries.map(({ element }) => element);
    const columnHelp = this.help("Columns of A and Δ", HELP.column);
    const columns = /** @type {[Layer, number][]} */ ([
      ...A[0].map((_, n) => ["a", n]),
      ...DELTA[0].map((_, n) => ["delta", n]),
    ]);
    this.piles = columns.map(([layer, n]) =>
      pile(layer, n, () => this.pick(layer, n), columnHelp),
    );
    this.answerHelp = this.help("Answers", HELP.answer);
    this.asking = h("div", { class: "tools", role: "group", tabindex: -1 });
    this.next = this.button("Next sample", () => this.add(), HELP.next, true);
    this.other = this.button("Another entry", () => this.goOn(), HELP.other);
    this.all = this.button("All at once", () => this.askAll(), HELP.all);
    this.again = this.button("Start over", () => this.startOver(), HELP.again);
    this.scoreLine = h("p");
    return [
      loose(
        drawing(this.names, this.above, this.below, ...this.piles, ...tiles),
        this.asking,
        h("div", { class: "row" }, this.next, this.other, this.all, this.again),
        this.scoreLine,
        this.status,
      ),
    ];
  }

  get isKnown() {
    const { j, k, known } = this.values;
    return known[2 * j + k] === "1";
  }

  /** What is known once the marked entry is. */
  get withMarked() {
    const { j, k, known } = this.values;
    const at = 2 * j + k;
    return `${known.slice(0, at)}1${known.slice(at + 1)}`;
  }

  /** The first entry is added up in sight, and others where the reader wants it. */
  get isStepped() {
    return this.values.known === NONE || this.values.samples > 0;
  }

  get asksEntry() {
    const isReady = !this.isStepped || this.values.samples === LAST;
    return !this.asksAll && !this.isKnown && isReady;
  }

  /** Whether its two columns are to be found: before its first sample. */
  get isPicking() {
    const { isStepped, isKnown, asksAll, values } = this;
    return isStepped && !isKnown && !asksAll && values.samples === 0;
  }

  get isAsking() {
    return this.asksAll || this.asksEntry;
  }

  /**
   * An entry is pressed: it is marked, or its next sample added.
   * @param {number} j
   * @param {number} k
   */
  press(j, k) {
    const isMarked = j === this.values.j && k === this.values.k;
    if (isMarked && !this.asksAll && this.isStepped && !this.isKnown) {
      this.add();
      return;
    }
    if (!isMarked || this.asksAll) this.mark(j, k);
    this.update();
  }

  /**
   * A column is pressed; once both are found, the first product is added.
   * @param {Layer} layer
   * @param {number} n
   */
  pick(layer, n) {
    const { right, wrong } = this.picks;
    this.picked = { layer, n };
    if (n === this.values[layer === "a" ? "j" : "k"]) right.add(layer);
    else wrong.add(columnName(layer, n));
    if (right.size === 2) this.add();
    else this.update();
  }

  /**
   * @param {number} j
   * @param {number} k
   */
  mark(j, k) {
    this.forget();
    this.change("j", j);
    this.change("k", k);
    this.change("samples", 0);
  }

  /** What was answered, and the samples that are played then. */
  forget() {
    this.answer = null;
    this.picks = { right: new Set(), wrong: new Set() };
    this.picked = null;
    this.wrong = [];
    this.asksAll = false;
    this.product = null;
    this.shown = LAST + 1;
    clearTimeout(this.playing);
  }

  add() {
    const { samples } = this.values;
    if (samples === 0) this.forget();
    if (samples < LAST) this.change("samples", samples + 1);
    this.update();
  }

  /** To an entry in another row and column; from the product, back. */
  goOn() {
    const { j, k } = this.values;
    if (this.asksAll) this.forget();
    else this.mark((j + 1) % 3, 1 - k);
    this.update();
  }

  /** @param {Answer} answer */
  say(answer) {
    this.begun = this.isStepped;
    this.answer = answer;
    if (this.isWrong(numberText(answer.value), answer.mistake)) return;
    this.change("known", this.withMarked);
    this.shown = calm.matches || this.begun ? LAST : 0;
    this.play();
  }

  /** After an answer, the samples light one after another. */
  play() {
    this.shown += 1;
    this.update();
    if (this.shown <= LAST) this.playing = setTimeout(() => this.play(), PACE);
    else {
      const { j, k } = this.values;
      this.entries[2 * j + k].fill();
    }
  }

  askAll() {
    this.forget();
    this.asksAll = true;
    this.update();
  }

  /** @param {Product} product */
  sayAll(product) {
    this.product = product;
    if (this.isWrong(product.name, product.mistake)) return;
    this.asksAll = false;
    this.isDone = true;
    this.change("known", ALL);
    this.update();
  }

  /**
   * Whether another try is due; the first one is counted.
   * @param {string} text
   * @param {string | null} mistake
   */
  isWrong(text, mistake) {
    if (!this.wrong.length) {
      this.score.asked += 1;
      if (!mistake) this.score.right += 1;
    }
    if (!mistake) return false;
    this.wrong.push(text);
    this.update();
    return true;
  }

  startOver() {
    const { j, k } = this.given?.values ?? this.values;
    this.score = { right: 0, asked: 0 };
    this.isDone = false;
    this.change("known", NONE);
    this.mark(j, k);
    this.update();
  }

  /** Four answers, or what was answered. */
  showAnswers() {
    const { answer, product, isAsking } = this;
    const { j, k } = this.values;
    const isBegun = answer ? this.begun : this.isStepped;
    const ofAll = this.asksAll || product !== null;
    const asked = ofAll ? WHICH : question(j, k, isBegun);
    const given = product?.name ?? (answer ? numberText(answer.value) : null);
    const right = isAsking ? null : given;
    const buttons = ofAll
      ? PRODUCTS.map((each) =>
          this.answerButton(each.name, right, () => this.sayAll(each)),
        )
      : answers(j, k, isBegun).map((each) =>
          this.answerButton(numberText(each.value), right, () => this.say(each)),
        );
    this.asking.hidden = !isAsking && right === null;
    set(this.asking, { "aria-label": asked });
    const words = { style: { flexBasis: "100%", fontWeight: "600" } };
    this.asking.replaceChildren(h("p", words, asked), ...buttons);
  }

  /**
   * @param {string} text
   * @param {string | null} right the text of the right answer, once it was given
   * @param {() => void} press
   */
  answerButton(text, right, press) {
    const mark = this.wrong.includes(text) ? " ✗" : text === right ? " ✓" : "";
    return h(
      "button",
      {
        type: "button",
        ...this.answerHelp,
        onclick: press,
        disabled: mark !== "" || right !== null,
        class: mark ? "given" : null,
        style: { opacity: mark ? "1" : "" },
      },
      text + mark,
    );
  }

  /** Who presses by keys is not left alone where a button goes. */
  keepFocus(preventScroll = false) {
    const rest = [this.other, this.next, this.again, this.all];
    const goal = this.isAsking ? this.asking : rest.find((button) => !button.hidden);
    goal?.focus({ preventScroll });
  }

  get task() {
    if (this.asksAll) return HINTS.all;
    if (this.isDone) return HINTS.done;
    if (this.isKnown) return HINTS.known;
    if (this.asksEntry) return HINTS.ask;
    return this.isPicking ? HINTS.pick : HINTS.step;
  }

  get sentence() {
    const { answer, product, begun, isKnown, isStepped } = this;
    const { j, k, samples } = this.values;
    if (product) return `${productVerdict(product)} ${this.asksAll ? AGAIN : FULL}`;
    if (this.asksAll) return WANTED;
    const parts = [];
    if (answer) parts.push(verdict(answer, j, k, begun));
    if (answer?.mistake) parts.push(AGAIN);
    else if (isKnown) parts.push(...(this.shown > LAST ? [entryText(j, k)] : []));
    else if (samples > 0) parts.push(sampleText(samples - 1, j, k));
    else parts.push(isStepped ? pickText(j, k, this.picked) : hiddenText(j, k));
    if (isKnown && answer && begun) parts.push(WHY);
    return parts.join(" ");
  }

  update() {
    const { j, k, samples, known } = this.values;
    const { isKnown, isDone, isStepped, isPicking, asksAll, answer } = this;
    const isEnough = [...known].filter((bit) => bit === "1").length >= ENOUGH;
    const shown = isKnown ? this.shown : samples;
    const current = isDone || (isKnown && !answer) ? -1 : shown - 1;
    const picks = isPicking ? this.picks : null;
    for (const each of this.entries) {
      const isMarked = each.j === j && each.k === k;
      const isShown =
        known[2 * each.j + each.k] === "1" && !(isMarked && shown <= LAST);
      const { sum } = entry(A, DELTA, each.j, each.k);
      each.show(isShown ? numberText(sum) : "?", isMarked);
    }
    this.names.replaceChildren(...names(isDone || asksAll));
    this.above.replaceChildren(
      ...arrays(j, k, shown, current, picks).filter((part) => part !== null),
      ...addition(j, k, shown, this.asksEntry || isPicking),
    );
    const { elements, arriving } = isDone
      ? transposed(j)
      : network(j, k, current, picks);
    this.below.replaceChildren(...elements);
    for (const { element, name, way, delay } of arriving) {
      if (!this.there.includes(name)) arrive(element, way, delay);
    }
    this.there = arriving.map(({ name }) => name);
    const focused = this.shadowRoot?.activeElement;
    const byKeys = focused?.matches(":focus-visible");
    for (const each of this.piles) each.style.display = isPicking ? "" : "none";
    this.showAnswers();
    this.next.hidden = isKnown || asksAll || samples === LAST;
    this.next.classList.toggle("main", isStepped && !isPicking);
    this.next.textContent = isPicking ? "Show it" : "Next sample";
    this.other.hidden = !asksAll && (isEnough || !isKnown);
    this.other.classList.toggle("main", !asksAll);
    this.other.textContent = asksAll ? "Back" : "Another entry";
    this.all.hidden = isDone || asksAll || known === NONE;
    this.all.classList.toggle("main", isEnough && isKnown);
    this.again.hidden = !isDone && known !== ALL;
    this.scoreLine.textContent = scoreText(this.score);
    const hint = this.stage.querySelector(".hint");
    if (hint) hint.textContent = this.task;
    this.showStatus(this.sentence);
    if (focused?.getClientRects().length === 0) this.keepFocus(!byKeys);
  }
}

define("ann-gradient", GradientFigure);
