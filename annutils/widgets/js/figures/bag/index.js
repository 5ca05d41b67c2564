// <ann-bag>: two reviews as tiles, and the scores that a neuron gives to their words.

import { choice, phrase } from "../../engine/options.js";
import { h } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { optionRadios } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { Bag, wordsOf } from "./model.js";
import { STYLE } from "./style.js";
import { tiles } from "./tiles.js";
import { Walks } from "./view.js";
import { GUESSES, HELP, outcome, uncounted } from "./words.js";

/** @import { Tile } from "./model.js" */

const LONGEST = 12;
const KEYS = ["first", "second"];
const NAMES = ["First review", "Second review"];

class BagFigure extends Figure {
  static title = "Can a bag of words hear “not”?";
  static hint =
    "Guess which review scores higher. Then drag words, press one, or write your own.";
  static style = STYLE;
  static options = {
    first: phrase("not-bad", LONGEST),
    second: phrase("not-good", LONGEST),
    guess: choice("none", { none: "none", ...GUESSES, skip: "skip" }),
  };

  bag = later(Bag);
  walks = later(Walks);
  /** The tiles of both reviews. @type {Tile[][]} */
  reviews = [];
  /** The tiles as they were written. @type {Tile[][]} */
  written = [];
  /** @type {ReturnType<typeof tiles>[]} */
  rows = [];
  guesses = later(HTMLElement);

  build() {
    this.bag = new Bag(this.carried("it came without weights"));
    this.walks = new Walks();
    this.reviews = KEYS.map((key) => asTiles(this.values[key]));
    this.written = this.reviews.map((review) => [...review]);
    this.guesses = optionRadios(this, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: "Which one scores higher?",
      labels: GUESSES,
    });
    const help = this.help("A word", HELP.tile);
    this.rows = NAMES.map((name, k) =>
      tiles({
        name,
        help,
        move: (from, to) => {
          this.reviews[k].splice(to, 0, ...this.reviews[k].splice(from, 1));
          this.touched(k);
        },
        press: (at) => {
          const tile = this.reviews[k][at];
          this.reviews[k][at] = { ...tile, out: !tile.out };
          this.touched(k);
        },
      }),
    );
    const own = this.help("Your own words", HELP.text);
    const blocks = KEYS.map((_, k) =>
      h(
        "div",
        { class: "review" },
        h("p", { class: "title" }, NAMES[k]),
        this.rows[k].element,
        this.field(k, own),
      ),
    );
    return [scene(this.walks.element, this.guesses, ...blocks)];
  }

  /**
   * Where a reader writes a review.
   * @param {number} k
   * @param {Record<string, string>} help
   */
  field(k, help) {
    const input = h("input", {
      type: "text",
      placeholder: "your own words",
      "aria-label": `${NAMES[k]} in your own words`,
      ...help,
      oninput: () => {
        const words = wordsOf(input.value).slice(0, LONGEST);
        const first = this.given?.values[KEYS[k]] ?? [];
        this.reviews[k] = asTiles(words.length ? words : first);
        this.written[k] = [...this.reviews[k]];
        this.touched(k);
      },
    });
    return input;
  }

  /**
   * The reader has changed a review: a guess was about the words before.
   * @param {number} k
   */
  touched(k) {
    const words = this.reviews[k].filter(({ out }) => !out).map(({ word }) => word);
    this.change(KEYS[k], words);
    this.change("guess", "skip");
    this.update();
  }

  update() {
    const { bag } = this;
    const drawn = this.reviews.map((review, k) => {
      const counted = bag.count(review);
      const before = bag.walk(bag.count(this.written[k]));
      const [sums, score] = [bag.walk(counted), bag.score(counted)];
      return { counted, sums, score, before };
    });
    const { guess } = this.values;
    const shown = guess !== "none";
    // It keeps its room: nothing moves away under a hand that drags a word.
    this.guesses.style.visibility = guess === "skip" ? "hidden" : "visible";
    // What is chosen keeps the keyboard's place, and counts.
    for (const input of this.guesses.querySelectorAll("input"))
      input.disabled = shown && !input.checked;
    this.walks.draw(drawn, shown);
    this.rows.forEach(({ draw }, k) => {
      draw(drawn[k].counted, shown);
    });
    if (!shown) {
      this.showStatus(
        "Each word has one weight, and the score is their sum with the bias.",
      );
      return;
    }
    const scores = drawn.map(({ score }) => score);
    const all = drawn.flatMap(({ counted }) => counted);
    const bags = drawn.map(({ counted }) =>
      counted.filter(({ out, again }) => !out && !again),
    );
    const [one, other] = bags.map((bag) =>
      bag
        .map(({ word }) => word)
        .sort()
        .join(" "),
    );
    const nots = bags.map((bag) =>
      bag.find(({ word, known }) => word === "not" && known),
    );
    const said = outcome(scores, one === other, guess, nots[0] && nots[1]);
    this.showStatus(
      [said, uncounted(all, bag.weights.size)].filter(Boolean).join("\n"),
    );
  }
}

/** @param {string[]} words */
const asTiles = (words) => words.map((word) => ({ word, out: false }));

define("ann-bag", BagFigure);
