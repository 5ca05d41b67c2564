// <ann-trials>: nine tries in a hidden map of trained networks, and the luck of the best.

import { choice, number, sizes, steps } from "../../engine/options.js";
import { Random } from "../../engine/random.js";
import { button } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { cloud, cloudDrawing, cover, own } from "./cloud.js";
import { gaps, TRIES, Trials, winner } from "./model.js";
import { cursorAt, drawMap, mapAxes } from "./view.js";
import {
  GUESSES,
  guessed,
  HELP,
  onAverage,
  placeText,
  pressed,
  sofar,
  worth,
} from "./words.js";

/**
 * @import { Many } from "./model.js"
 */

const FIRST = 32; // the place that is tried at first, counted from 1
const MOST = 63; // places
const SETS = 40;

class TrialsFigure extends Figure {
  static title = "Does the best keep its score?";
  static hint =
    "Press cells: find the best in nine tries. Then guess what it is worth.";
  static options = {
    tries: sizes([FIRST], { longest: TRIES, most: MOST }),
    images: number(0, steps(0, SETS - 1, 1), { whole: true }),
    guess: choice("none", { none: "none", ...GUESSES }),
    searches: choice("none", { none: "none", many: "many" }),
  };

  trials = later(Trials);
  map = later(Plane);
  /** @type {ReturnType<typeof cloudDrawing>} */
  gaps = later();
  cursor = later(SVGGElement);
  asking = later(HTMLElement);
  acting = later(HTMLElement);
  showAll = later(HTMLButtonElement);
  /** Where the keys are: a place of the map. */
  place = FIRST - 1;
  open = false;
  random = new Random(1);
  /** The gaps of earlier images and searches. @type {number[][]} */
  seen = [];
  /** What many searches found, once they were asked for. @type {Many | undefined} */
  many = undefined;
  /** What the first sentence is about. @type {"press" | "guess" | "seen" | "many"} */
  about = "press";

  build() {
    this.trials = new Trials(this.carried("it came without its trials"));
    const { columns, rows, cells } = this.trials;
    this.open = false;
    this.seen = [];
    this.map = new Plane({
      x: [0, columns],
      y: [-0.5, rows + 0.5],
      width: 424,
      height: 336,
      name: "Trained networks by learning rate and number of units",
    });
    this.map.frame.replaceChildren(...mapAxes(this.map, this.trials));
    this.cursor = this.placeCursor();
    this.map.content.append(this.cursor);
    this.map.clicked(([x, y]) => {
      if (y >= 0 && y < rows) this.try(Math.floor(x), Math.floor(y));
    });
    this.gaps = cloudDrawing(cells.length);
    this.about = this.values.searches === "many" ? "many" : "press";
    this.help("Points too high", HELP.gap);
    this.asking = this.question();
    this.acting = h("div", { class: "row" }, [
      this.button("Other images", () => this.otherImages(), HELP.images, true),
      this.button("Nine at random", () => this.drawNine(), HELP.nine),
      this.button("1,000 searches", () => this.searchMany(), HELP.many),
    ]);
    this.showAll = this.button("Show all", () => this.uncover(), HELP.map);
    const again = this.button("Start over", () => this.startOver(), HELP.again);
    this.fold("More", h("div", { class: "row" }, again, this.showAll));
    return [
      loose(
        h("div", { class: "stack" }, this.map.element, this.status),
        this.asking,
        this.acting,
        this.gaps.element,
      ),
    ];
  }

  /** What to guess before the gaps are seen. */
  question() {
    const help = this.help("Guess", HELP.guess);
    const answers = Object.entries(GUESSES).map(([guess, name]) =>
      button({ name, help, press: () => this.guessed(guess) }),
    );
    return h(
      "fieldset",
      {},
      h("legend", {}, "Of 100 other images, your best will read"),
      h("div", { class: "row" }, answers),
    );
  }

  placeCursor() {
    return s(
      "g",
      {
        tabindex: 0,
        role: "slider",
        "aria-label": "Place",
        "aria-valuemin": 1,
        "aria-valuemax": this.trials.cells.length,
        ...this.help("Place", HELP.place),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
        style: { pointerEvents: "none" },
      },
      s("circle", { r: 13, fill: "none" }),
    );
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { columns, rows } = this.trials;
    const way = ARROWS[event.key];
    const [x, y] = [this.place % columns, Math.floor(this.place / columns)];
    if (way) {
      const next = [x + way[0], y + way[1]];
      if (next[0] < 0 || next[0] >= columns || next[1] < 0 || next[1] >= rows) return;
      this.place = next[1] * columns + next[0];
      this.about = "press";
      this.update();
    } else if (event.key === "Enter" || event.key === " ") this.try(x, y);
    else return;
    event.preventDefault();
  }

  /**
   * Train the network of a place, if there is a try left.
   * @param {number} column
   * @param {number} row
   */
  try(column, row) {
    const { columns } = this.trials;
    this.place = row * columns + Math.min(column, columns - 1);
    this.about = "press";
    const { tries } = this.values;
    if (tries.length < TRIES && !tries.includes(this.place + 1)) {
      this.change("tries", [...tries, this.place + 1]);
    }
    this.update();
  }

  uncover() {
    this.open = !this.open;
    this.update();
  }

  /** @param {string} guess */
  guessed(guess) {
    this.about = "guess";
    this.chosen("guess", guess);
    this.acting.querySelector("button")?.focus();
  }

  /** What was seen stays. */
  keep() {
    this.seen.push(gaps(this.tried, this.values.images));
    this.about = "seen";
  }

  otherImages() {
    this.keep();
    this.chosen("images", (this.values.images + 1) % this.trials.sets);
  }

  drawNine() {
    this.keep();
    this.chosen("tries", this.trials.shuffled(this.random).slice(0, TRIES));
  }

  searchMany() {
    this.about = "many";
    this.chosen("searches", "many");
  }

  /** From the first try on, with a guess. */
  startOver() {
    this.open = false;
    this.about = "press";
    this.seen = [];
    this.place = FIRST - 1;
    for (const [name, { fallback }] of Object.entries(TrialsFigure.options)) {
      this.change(name, fallback);
    }
    this.update();
  }

  /** The trials so far. */
  get tried() {
    const { tries } = this.values;
    return (tries.length ? tries : [FIRST]).map(
      (/** @type {number} */ place) => this.trials.cells[place - 1],
    );
  }

  /** What many searches find. */
  get found() {
    this.many ??= this.trials.many();
    return this.many;
  }

  update() {
    const { trials, map, tried, seen } = this;
    const { images, guess, searches } = this.values;
    const uncovered = guess !== "none" || searches === "many";
    map.clipped.replaceChildren(
      ...drawMap(map, trials, tried, winner(tried, images), images, this.open),
    );
    const place = trials.cells[this.place];
    const known = this.open || tried.includes(place);
    const score = known ? place.scores[images] : null;
    this.cursor.setAttribute("transform", cursorAt(map, place));
    this.cursor.setAttribute("aria-valuenow", String(this.place + 1));
    this.cursor.setAttribute("aria-valuetext", placeText(place, score));
    this.showAll.textContent = this.open ? "Cover the map" : "Show all";
    this.asking.hidden = uncovered;
    this.acting.hidden = !uncovered;
    const now = gaps(tried, images);
    this.gaps.content.replaceChildren(
      ...(searches === "many" ? cloud(this.found) : []),
      ...(uncovered ? own(now, seen) : cover()),
    );
    const first = {
      press: () => pressed(place, score, tried.length),
      guess: () => guessed(guess),
      seen: () => sofar([...seen, now]),
    };
    this.showStatus(
      this.about === "many"
        ? onAverage(this.found, trials.cells.length)
        : `${first[this.about]()}\n${worth(tried, images, uncovered)}`,
    );
  }
}

define("ann-trials", TrialsFigure);
