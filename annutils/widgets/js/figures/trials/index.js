// <ann-trials>: nine tries in a hidden map of trained networks, and two searches' nine.

import { choice, number, sizes, steps } from "../../engine/options.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { ACROSS, drawLuck, luckAxes, UP } from "./luck.js";
import { ease, lucks, meanLucks, TRIES, Trials, winner } from "./model.js";
import { cursorAt, drawMap, mapAxes } from "./view.js";
import { bestOfAll, HELP, placeText, SEARCHES, verdict } from "./words.js";

const FIRST = 73; // the place that is tried at first, counted from 1
const MOST = 117; // places
const SETS = 20;
const STRIP = 1; // for shadows and words, in cells

/** @import { Trial } from "./model.js" */
/** @typedef {keyof typeof SEARCHES} Search */

class TrialsFigure extends Figure {
  static title = "How much of the best score is luck?";
  static hint =
    "Press eight more cells: each shows how many of 100 images its network reads right.";
  static options = {
    tries: sizes([FIRST], { longest: TRIES, most: MOST }),
    by: choice("you", SEARCHES),
    images: number(0, steps(0, SETS - 1, 1), { whole: true }),
  };

  trials = later(Trials);
  map = later(Plane);
  luck = later(Plane);
  cursor = later(SVGGElement);
  /** Where the keys are: a place of the map. */
  place = FIRST - 1;
  open = false;
  by = later(HTMLSelectElement);

  build() {
    this.trials = new Trials(this.carried("it came without its trials"));
    const { trials } = this;
    const { columns, rows } = trials;
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
    this.luck = new Plane({
      x: ACROSS,
      y: UP,
      width: 425,
      height: 275,
      name: "Points by which the best score is too high, by number of tries",
    });
    this.luck.frame.replaceChildren(...luckAxes(this.luck, trials.cells.length));
    this.help("Luck", HELP.luck);
    const others = () =>
      this.chosen("images", (this.values.images + 1) % this.trials.sets);
    const by = this.control("by", "Whose tries", HELP.by);
    this.by = /** @type {HTMLSelectElement} */ (by.querySelector("select"));
    return [
      loose(
        this.map.element,
        this.luck.element,
        h("div", { class: "row" }, [
          by,
          this.button("Other images", others, HELP.images),
          this.button("Try all 117", () => this.uncover(), HELP.map),
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
    this.by.value = by;
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
    this.showLuck(by, tried, images);
  }

  /**
   * What the best owes to luck, drawn and in words.
   * @param {Search} by
   * @param {Trial[]} tried
   * @param {number} images the reader's set
   */
  showLuck(by, tried, images) {
    const { cells, sets } = this.trials;
    const easy = Array.from({ length: sets }, (_, set) => ease(cells, set));
    const lines = easy.map((points, set) => lucks(tried, set, points));
    const all = easy.map((points, set) => lucks([winner(cells, set)], set, points));
    const shown = { easy, lines, all: this.open ? all : null };
    this.luck.clipped.replaceChildren(...drawLuck(this.luck, shown, images));
    const mean = meanLucks(lines)[tried.length - 1];
    const found = verdict(by, tried, images, easy[images], mean);
    const whole = meanLucks(all)[0] ?? 0;
    const best = this.open ? `\n${bestOfAll(cells, images, whole)}` : "";
    this.showStatus(found + best);
  }
}

define("ann-trials", TrialsFigure);
