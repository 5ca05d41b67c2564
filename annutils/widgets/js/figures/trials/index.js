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
  chosen,
  GUESSES,
  HELP,
  kept,
  onAverage,
  placeText,
  pressed,
  sofar,
} from "./words.js";

/**
 * @import { Many, Search } from "./model.js"
 */

const FIRST = 32; // the place that is tried at first, counted from 1
const MOST = 63; // places
const SETS = 40;

class TrialsFigure extends Figure {
  static title = "Does the best keep its score?";
  static hint = "Press cells to find the best, then guess.";
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
  next = later(HTMLButtonElement);
  showAll = later(HTMLButtonElement);
  /** Where the keys are: a place of the map. */
  place = FIRST - 1;
  open = false;
  random = new Random(1);
  /** Whether the best is looked at on the next images. */
  held = false;
  /** Earlier searches, each once. @type {Map<string, Search>} */
  seen = new Map();
  /** What many searches found, once they were asked for. @type {Many | undefined} */
  many = undefined;
  /** What the sentences are about. @type {"press" | "guess" | "next" | "seen" | "many"} */
  about = "press";

  build() {
    this.trials = new Trials(this.carried("it came without its trials"));
    const { columns, rows, cells } = this.trials;
    this.open = this.held = false;
    this.seen = new Map();
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
    const { guess, searches } = this.values;
    this.about = guess === "none" ? "press" : "seen";
    if (searches === "many") this.about = "many";
    this.help("Gap", HELP.gap);
    this.asking = this.question();
    this.next = this.button("Other images", () => this.goOn(), HELP.next, true);
    this.acting = h("div", { class: "row" }, [
      this.next,
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
      this.held = false;
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
    this.held = true;
    this.about = "guess";
    this.chosen("guess", guess);
    this.next.focus();
  }

  /** The best on the next images; then a search on those. */
  goOn() {
    if (this.held) this.search(this.values.tries);
    else {
      this.held = true;
      this.about = "next";
      this.update();
    }
  }

  drawNine() {
    this.search(this.trials.shuffled(this.random).slice(0, TRIES));
  }

  /**
   * Choose the best of some places on the next images, where the last best is seen, too.
   * @param {number[]} tries
   */
  search(tries) {
    this.held = true;
    this.seen.set(...this.now);
    this.held = false;
    this.about = "seen";
    this.change("images", this.upcoming);
    this.chosen("tries", tries);
  }

  searchMany() {
    this.about = "many";
    this.chosen("searches", "many");
  }

  /** From the first try on, with a guess. */
  startOver() {
    this.open = this.held = false;
    this.about = "press";
    this.seen = new Map();
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

  /** The set of images that comes next. */
  get upcoming() {
    return (this.values.images + 1) % this.trials.sets;
  }

  /** The search on these images, after a name of its own. @returns {[string, Search]} */
  get now() {
    const { tried, upcoming } = this;
    const { tries, images } = this.values;
    const next = this.held ? winner(tried, images).gaps[upcoming] : null;
    return [`${images}: ${tries}`, { found: gaps(tried, images), next }];
  }

  /** What many searches find. */
  get found() {
    this.many ??= this.trials.many();
    return this.many;
  }

  update() {
    const { trials, map, tried, about } = this;
    const { images, guess, searches } = this.values;
    const uncovered = guess !== "none" || searches === "many";
    const shown = this.held ? this.upcoming : images;
    const best = winner(tried, images);
    map.clipped.replaceChildren(...drawMap(map, trials, tried, best, shown, this.open));
    const place = trials.cells[this.place];
    const known = this.open || tried.includes(place);
    const score = known ? place.scores[shown] : null;
    this.cursor.setAttribute("transform", cursorAt(map, place));
    this.cursor.setAttribute("aria-valuenow", String(this.place + 1));
    this.cursor.setAttribute("aria-valuetext", placeText(place, score));
    this.showAll.textContent = this.open ? "Cover the map" : "Show all";
    this.showAll.disabled = !uncovered;
    this.next.textContent = this.held ? "Search again" : "Other images";
    this.asking.hidden = uncovered;
    this.asking.toggleAttribute("disabled", tried.length < TRIES);
    this.acting.hidden = !uncovered;
    const [name, now] = this.now;
    const all = new Map(this.seen).set(name, now);
    this.gaps.content.replaceChildren(
      ...(searches === "many" ? cloud(this.found) : []),
      ...(uncovered ? [] : cover()),
      ...(uncovered && about !== "many" ? own(now, [...this.seen.values()]) : []),
    );
    const there = best.scores[images];
    const here = best.scores[shown];
    const gapsSoFar = () => sofar([...all.values()]);
    const said = {
      press: () => pressed(place, score, tried.length, here),
      guess: () => `${kept(there, here, guess)}\n${gapsSoFar()}`,
      next: () => `${kept(there, here, "none")}\n${gapsSoFar()}`,
      seen: () => `${chosen(tried.length, here)}\n${gapsSoFar()}`,
      many: () => onAverage(this.found, trials.cells.length),
    };
    this.showStatus(said[about]());
  }
}

define("ann-trials", TrialsFigure);
