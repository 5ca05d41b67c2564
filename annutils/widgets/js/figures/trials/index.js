// <ann-trials>: nine tries in a hidden map of trained networks, and the luck of the best.

import { choice, number, sizes, steps } from "../../engine/options.js";
import { Random } from "../../engine/random.js";
import { button } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { axes, climb, cloud, cloudDrawing, own, split } from "./cloud.js";
import { bests, gaps, TRIES, Trials, winner } from "./model.js";
import { cursorAt, drawMap, mapAxes } from "./view.js";
import {
  anew,
  asked,
  BY_CHANCE,
  GUESSES,
  HELP,
  kept,
  onAverage,
  parts,
  placeText,
  pressed,
  question,
  sofar,
  uncovered,
} from "./words.js";

/** @import { Many } from "./model.js" */

/** @typedef {{ gaps: number[], lucks: number[] }} Search what follows each try */

const FIRST = 32; // the place that is tried at first, counted from 1
const MOST = 63; // places
const SETS = 40;
// A usual set: of those about as easy as the others, within half a point, the one whose
// mean luck of nine random tries is nearest the mean of all sets (a test finds it again).
const START = 1;

class TrialsFigure extends Figure {
  static title = "Which network is best?";
  static hint = "Find it in nine tries: press cells.";
  // A phone has room for the score after each try only where it says more; there, what is
  // pressed stands above the chart.
  static style =
    "@container (max-width: 44rem) { .climbs { display: none; } .loose > .stack > .plot { order: 1; } }";
  static options = {
    tries: sizes([FIRST], { longest: TRIES, most: MOST }),
    images: number(START, steps(0, SETS - 1, 1), { whole: true }),
    guess: choice("none", { none: "none", ...GUESSES }),
    searches: choice("none", { none: "none", many: "many" }),
    map: choice("covered", { covered: "covered", open: "open" }),
  };

  trials = later(Trials);
  map = later(Plane);
  /** @type {ReturnType<typeof cloudDrawing>} */
  gaps = later();
  cursor = later(SVGGElement);
  asking = later(HTMLElement);
  acting = later(HTMLElement);
  question = later(HTMLElement);
  thousand = later(HTMLButtonElement);
  nine = later(HTMLButtonElement);
  showAll = later(HTMLButtonElement);
  /** Where the keys are: a place of the map. */
  place = FIRST - 1;
  random = new Random(1);
  /** Earlier searches, each once. @type {Map<string, Search>} */
  seen = new Map();
  /** What many searches found, once they were asked for. @type {Many | undefined} */
  many = undefined;
  /** What the sentences are about. @type {"press" | "anew" | "guess" | "seen" | "chance" | "many" | "map"} */
  about = "press";

  /** A link sets what it names; the reader's search stays. */
  get kept() {
    return this.values;
  }

  build() {
    this.trials = new Trials(this.carried("it came without its trials"));
    const { columns, rows } = this.trials;
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
    this.gaps = cloudDrawing();
    this.about = this.aim();
    this.help("Too high", HELP.high);
    this.question = h("legend");
    this.asking = this.answers();
    this.thousand = this.button(
      "1,000 searches",
      () => this.searchMany(),
      HELP.many,
      true,
    );
    this.acting = h(
      "div",
      { class: "row" },
      this.thousand,
      this.button(
        "Search again on 100 other images",
        () => this.searchAgain(),
        HELP.search,
      ),
    );
    this.nine = this.button(
      "Nine at random on 100 others",
      () => this.drawNine(),
      HELP.nine,
    );
    this.showAll = this.button("Show all", () => this.uncover(), HELP.map);
    const again = this.button("Start over", () => this.startOver(), HELP.again);
    this.fold("More", h("div", { class: "row" }, this.nine, this.showAll, again));
    return [
      loose(
        h("div", { class: "stack" }, this.map.element, this.status),
        this.gaps.element,
        this.asking,
        this.acting,
      ),
    ];
  }

  /** What to guess after nine tries, before other images are seen. */
  answers() {
    const help = this.help("Guess", HELP.guess);
    const answers = Object.entries(GUESSES).map(([guess, name]) =>
      button({ name, help, press: () => this.guessed(guess) }),
    );
    return h("fieldset", {}, this.question, h("div", { class: "row" }, answers));
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

  /** What a link is about, or what the reader has come to. */
  aim() {
    const { guess, searches, map } = this.values;
    const named = this.addressed;
    if (map === "open" && (named?.has("map") || searches === "none")) return "map";
    if (searches === "many") return "many";
    return guess === "none" ? "press" : "seen";
  }

  uncover() {
    const open = this.values.map === "covered";
    this.change("map", open ? "open" : "covered");
    this.about = open ? "map" : this.aim();
    this.update();
  }

  /** @param {string} guess */
  guessed(guess) {
    this.about = "guess";
    this.chosen("guess", guess);
    this.thousand.focus();
  }

  /** The reader searches on the next images, and guesses anew. */
  searchAgain() {
    this.search([FIRST]);
    this.about = "anew";
    this.place = FIRST - 1;
    this.chosen("guess", "none");
  }

  drawNine() {
    this.about = "chance";
    this.search(this.trials.shuffled(this.random).slice(0, TRIES));
    this.update();
  }

  /**
   * Begin on the next set of images; what was found on this one stays in the chart.
   * @param {number[]} tries
   */
  search(tries) {
    if (this.judged) this.seen.set(...this.now);
    this.change("images", (this.values.images + 1) % this.trials.sets);
    this.change("tries", tries);
  }

  searchMany() {
    this.about = "many";
    this.chosen("searches", "many");
  }

  /** From the first try on, with a guess. */
  startOver() {
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

  /** Whether a guess was made, so that the other images are seen. */
  get judged() {
    return this.values.guess !== "none";
  }

  /** The search on these images, after a name of its own. @returns {[string, Search]} */
  get now() {
    const { trials, tried } = this;
    const { tries, images } = this.values;
    const found = { gaps: gaps(tried, images), lucks: trials.lucks(tried, images) };
    return [`${images}: ${tries}`, found];
  }

  /** What many searches find. */
  get found() {
    this.many ??= this.trials.many();
    return this.many;
  }

  update() {
    const { trials, map, tried, judged } = this;
    const { images, guess, searches } = this.values;
    const many = searches === "many";
    const open = this.values.map === "open";
    const best = winner(tried, images);
    map.clipped.replaceChildren(
      ...drawMap(map, trials, tried, best, images, open, judged),
    );
    const place = trials.cells[this.place];
    const score = open || tried.includes(place) ? place.scores[images] : null;
    this.cursor.setAttribute("transform", cursorAt(map, place));
    this.cursor.setAttribute("aria-valuenow", String(this.place + 1));
    this.cursor.setAttribute("aria-valuetext", placeText(place, score));
    this.showAll.textContent = open ? "Cover the map" : "Show all";
    this.nine.hidden = !judged;
    this.showAll.hidden = !(judged || many || open);
    const left = TRIES - tried.length;
    this.question.textContent = question(best.scores[images]);
    this.asking.hidden = judged || left > 0;
    this.acting.hidden = !judged;
    const climbs = !judged && this.about !== "many"; // whoever plays sees the scores
    this.gaps.element.classList.toggle("climbs", climbs);
    const lines = asked(left, judged, many);
    [".question", ".hint"].forEach((name, k) => {
      const line = this.stage.querySelector(name);
      if (line) line.textContent = lines[k];
    });
    const [name, found] = this.now;
    const ease = trials.ease[images];
    const drawn = many ? "lucks" : "gaps";
    const shown = parts(best.gaps[images], ease);
    const promised = bests(tried, images).map(({ scores }) => scores[images]);
    this.gaps.content.replaceChildren(
      ...(climbs ? climb(promised) : axes(trials.cells.length)),
      ...(climbs ? [] : many ? cloud(this.found) : split(found.gaps, ease)),
      ...(judged
        ? own(
            found[drawn],
            [...this.seen.values()].map((each) => each[drawn]),
            many ? shown.luck : shown.gap,
            found.lucks[found.lucks.length - 1] >= 0,
            many,
          )
        : []),
    );
    const told = (/** @type {"none" | keyof typeof GUESSES} */ guess) => {
      const all = [...new Map(this.seen).set(name, found).values()];
      const lucks = all.map((each) => each.lucks);
      return kept(best, images, ease, guess, tried) + sofar(lucks);
    };
    const luck = judged && !left ? shown.luck : null;
    const said = {
      press: () => pressed(place, score, tried.length, best.scores[images]),
      guess: () => told(guess),
      seen: () => told("none"),
      anew: () => anew(place, place.scores[images]),
      chance: () => BY_CHANCE + told("none"),
      many: () => onAverage(this.found, trials.cells.length, luck),
      map: () =>
        uncovered(
          trials.cells.map(({ scores }) => scores[images]),
          judged ? null : left,
        ),
    };
    this.showStatus(said[this.about]());
  }
}

define("ann-trials", TrialsFigure);
