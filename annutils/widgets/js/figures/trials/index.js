// <ann-trials>: nine tries in a hidden map of trained networks, and two searches' nine.

import { choice, number, sizes, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { TRIES, Trials, winner } from "./model.js";
import { cursorAt, drawMap, drawWinners, mapAxes, winnerAxes } from "./view.js";
import { bestOfAll, HELP, placeText, SEARCHES, verdict } from "./words.js";

const FIRST = 42; // the place that is tried at first, counted from 1
const MOST = 117; // places
const SETS = 20;
const STRIP = 1; // for shadows and words, in cells
const YES_NO = { no: "no", yes: "yes" };

/** @typedef {keyof typeof SEARCHES} Search */

class TrialsFigure extends Figure {
  static title = "How much of the best score is luck?";
  static hint =
    "Press eight more cells: each is a network, and shows how many of 100 images it reads right. Then test the best on 8,000 others.";
  static options = {
    tries: sizes([FIRST], { longest: TRIES, most: MOST }),
    by: choice("you", SEARCHES),
    judged: choice("no", YES_NO),
    images: number(0, steps(0, SETS - 1, 1), { whole: true }),
  };

  trials = later(Trials);
  map = later(Plane);
  winners = later(Plane);
  cursor = later(SVGGElement);
  /** Where the keys are: a place of the map. */
  place = FIRST - 1;
  open = false;
  judge = later(HTMLButtonElement);
  by = later(HTMLSelectElement);

  build() {
    this.trials = new Trials(this.carried("it came without its trials"));
    const { columns, rows } = this.trials;
    this.open = false;
    this.map = new Plane({
      x: [-STRIP, columns],
      y: [-1.7 * STRIP, rows + STRIP],
      width: 424,
      height: 385,
      name: "Trained networks by learning rate and number of units",
    });
    this.map.frame.replaceChildren(...mapAxes(this.map, this.trials));
    this.cursor = this.placeCursor();
    this.map.content.append(this.cursor);
    this.map.clicked(([x, y]) => {
      if (x >= 0 && y >= 0 && y < rows) this.try(Math.floor(x), Math.floor(y));
    });
    this.winners = new Plane({
      x: [45, 103],
      y: [0, 4.4],
      width: 425,
      height: 205,
      name: "What the winner of each search scores",
    });
    this.winners.frame.replaceChildren(...winnerAxes(this.winners));
    this.judge = this.button(
      "Test on 8,000 others",
      () => this.chosen("judged", this.values.judged === "yes" ? "no" : "yes"),
      HELP.judge,
      true,
    );
    const others = () =>
      this.chosen("images", (this.values.images + 1) % this.trials.sets);
    const by = this.control("by", "Whose tries", HELP.by);
    this.by = /** @type {HTMLSelectElement} */ (by.querySelector("select"));
    return [
      loose(
        this.map.element,
        by,
        this.winners.element,
        h("div", { class: "row" }, [
          this.judge,
          this.button("Other 100 images", others, HELP.images),
          this.button("Uncover the map", () => this.uncover(), HELP.map),
          this.button("Start over", () => this.startOver(), HELP.again),
        ]),
      ),
    ];
  }

  placeCursor() {
    return s(
      "g",
      {
        tabindex: 0,
        role: "slider",
        "aria-label": "Place",
        "aria-valuemin": 1,
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
    const { columns, rows } = this.trials;
    this.place = Math.min(row, rows - 1) * columns + Math.min(column, columns - 1);
    const { tries } = this.values;
    this.change("by", "you");
    if (tries.length < TRIES && !tries.includes(this.place + 1)) {
      this.change("tries", [...tries, this.place + 1]);
    }
    this.update();
  }

  uncover() {
    this.open = !this.open;
    this.update();
  }

  startOver() {
    this.open = false;
    this.change("by", "you");
    this.change("judged", "no");
    this.chosen("tries", [FIRST]);
  }

  /**
   * The trials of a search.
   * @param {Search} by
   */
  of(by) {
    const { trials } = this;
    if (by === "grid") return trials.grid;
    if (by === "random") return trials.random;
    const { tries } = this.values;
    return (tries.length ? tries : [FIRST]).map(
      (/** @type {number} */ place) => trials.cells[place - 1],
    );
  }

  update() {
    const { trials, map } = this;
    const { images } = this.values;
    const by = /** @type {Search} */ (this.values.by);
    const judged = this.values.judged === "yes";
    this.by.value = by;
    this.judge.setAttribute("aria-pressed", String(judged));
    const unfinished = by === "you" && this.values.tries.length < TRIES;
    this.judge.disabled = unfinished && !judged;
    const tried = this.of(by);
    const best = winner(tried, images);
    map.clipped.replaceChildren(
      ...drawMap(map, trials, tried, best, images, this.open),
    );
    const place = trials.cells[this.place];
    const seen = this.open || tried.includes(place);
    this.cursor.setAttribute("transform", cursorAt(map, place));
    this.cursor.setAttribute("aria-valuemax", String(trials.cells.length));
    this.cursor.setAttribute("aria-valuenow", String(this.place + 1));
    this.cursor.setAttribute(
      "aria-valuetext",
      placeText(place, seen ? place.scores[images] : null),
    );
    // The others' winners are not told before they are looked at.
    const shown = Object.keys(SEARCHES).filter(
      (name) => name === by || judged || this.values.tries.length === TRIES,
    );
    const rows = Object.keys(SEARCHES).map((name) => {
      const found = winner(this.of(/** @type {Search} */ (name)), images);
      return {
        name: name === "random" ? "random" : name,
        shown: shown.includes(name),
        promise: found.scores[images],
        truth: 100 * found.truth,
      };
    });
    this.winners.clipped.replaceChildren(...drawWinners(this.winners, rows, judged));
    const found = verdict(by, tried, images, judged);
    const all = this.open ? `\n${bestOfAll(trials.cells, images)}` : "";
    this.showStatus(found + all);
  }
}

define("ann-trials", TrialsFigure);
