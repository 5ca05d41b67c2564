// <ann-bag>: two reviews as tiles, and the scores that a neuron gives to their words.

import { choice } from "../../engine/options.js";
import { phrase } from "../../engine/phrase.js";
import { h } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { optionRadios } from "../../parts/radio.js";
import { scene } from "../../parts/scene.js";
import { adding, Bag, wordsOf } from "./model.js";
import { STYLE } from "./style.js";
import { tiles } from "./tiles.js";
import { Walks } from "./view.js";
import { cut, GUESSES, HELP, outcome, task, uncounted } from "./words.js";

/**
 * @import { Tile } from "./model.js"
 * @import { Deed } from "./words.js"
 */

const LONGEST = 12;
const KEYS = ["first", "second"];
const NAMES = ["First review", "Second review"];

class BagFigure extends Figure {
  static title = "Can a bag of words hear “not”?";
  static hint = "Guess which review scores higher.";
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
  task = later(HTMLElement);
  /** @type {Deed | undefined} */
  deed = undefined;
  /** Whether the reader has moved or written words: what order does is known, or past. */
  answered = false;
  /** Which review is the reader's own. @type {number | undefined} */
  own = undefined;
  /** What was written beyond the longest review, of both. @type {string[][]} */
  cut = [[], []];

  build() {
    this.deed = undefined;
    this.answered = false;
    this.own = undefined;
    this.cut = [[], []];
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
          this.touched({ k, kind: "moved", word: "" });
        },
        press: (at) => {
          const { word, out } = this.reviews[k][at];
          this.reviews[k][at] = { word, out: !out };
          this.touched({ k, kind: out ? "back" : "out", word });
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
    // One in the place of the other: nothing moves away under a hand that drags a word.
    this.task = h("p", { style: { alignSelf: "center", fontWeight: 600 } });
    for (const each of [this.guesses, this.task]) each.style.gridArea = "1 / 1";
    const place = h("div", { style: { display: "grid" } }, this.guesses, this.task);
    // Below the picture, so that on a phone it covers no words.
    return [scene(h("div", {}, this.walks.element, this.status), place, ...blocks)];
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
        const all = wordsOf(input.value);
        const words = all.slice(0, LONGEST);
        this.cut[k] = all.slice(LONGEST);
        const first = this.given?.values[KEYS[k]] ?? [];
        this.reviews[k] = asTiles(words.length ? words : first);
        this.written[k] = [...this.reviews[k]];
        this.own = words.length ? k : undefined;
        this.touched({ k, kind: words.length ? "written" : "cleared", word: "" });
      },
    });
    return input;
  }

  /**
   * The reader has changed a review: a guess was about the words before.
   * @param {Deed} deed
   */
  touched(deed) {
    const { k } = deed;
    const words = this.reviews[k].filter(({ out }) => !out).map(({ word }) => word);
    this.deed = deed;
    this.answered ||= deed.kind === "moved" || deed.kind === "written";
    this.change(KEYS[k], words);
    this.change("guess", "skip");
    this.update();
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    super.chosen(name, value);
    const tile = this.rows[0].element.firstElementChild;
    if (tile instanceof HTMLElement) tile.focus(); // the guess has made room
  }

  update() {
    const { bag, deed, own, answered } = this;
    const { guess } = this.values;
    const shown = guess !== "none";
    const first = this.written.map((review) => bag.count(review));
    const reviews = this.reviews.map((review) => bag.count(review));
    const [before, scores] = [first, reviews].map((all) =>
      all.map((counted) => bag.score(counted)),
    );
    const hint = this.stage.querySelector(".hint");
    for (const each of [this.guesses, hint]) {
      if (each instanceof HTMLElement)
        each.style.visibility = shown ? "hidden" : "visible"; // its room stays
    }
    // Of the reader's own review, or of both where order is all that differs, it is asked
    // how few words make it praise.
    const asked = own === undefined ? (before[0] === before[1] ? [0, 1] : []) : [own];
    const fewest = first.map((counted, k) =>
      asked.includes(k) && before[k] > 0
        ? bag.fewest(counted)
        : Number.POSITIVE_INFINITY,
    );
    const open = asked.filter((k) => Number.isFinite(fewest[k]));
    const few = open.length > 0 && open.every((k) => scores[k] > 0);
    const fooled = own !== undefined && before[own] > 0;
    this.task.textContent = shown ? task(first, before, { answered, few, fooled }) : "";
    this.walks.draw(
      reviews.map((counted, k) => ({
        counted,
        sums: bag.walk(counted),
        score: scores[k],
        before: bag.walk(first[k]),
      })),
      shown,
    );
    this.rows.forEach(({ draw }, k) => {
      draw(reviews[k], shown);
    });
    if (!shown) {
      this.showStatus(
        "Each word has one weight, and the score is their sum with the bias.",
      );
      return;
    }
    const bags = reviews.map(adding);
    const [one, other] = bags.map((bag) =>
      bag
        .map(({ word }) => word)
        .sort()
        .join(" "),
    );
    const nots = bags.map((bag) => bag.find(({ word }) => word === "not"));
    const said = outcome({
      reviews,
      scores,
      same: one === other,
      guess,
      not: nots[0] && nots[1],
      deed,
      fewest: deed && open.includes(deed.k) ? fewest[deed.k] : undefined,
      turned: (scores[0] - scores[1]) * (before[0] - before[1]) < 0,
    });
    const rest = uncounted(reviews.flat(), bag.weights.size);
    const past = cut(this.cut.flat(), LONGEST);
    this.showStatus([said, past, rest].filter(Boolean).join("\n"));
  }
}

/** @param {string[]} words */
const asTiles = (words) => words.map((word) => ({ word, out: false }));

define("ann-bag", BagFigure);
