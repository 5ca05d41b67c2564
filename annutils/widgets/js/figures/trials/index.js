// <ann-trials>: nine tries in a hidden map of trained networks, and two searches' nine.

import { choice, number, sizes, steps } from "../../engine/options.js";
import { Random } from "../../engine/random.js";
import { h, s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { loose } from "../../parts/scene.js";
import { drawGap, gapDrawing } from "./gap.js";
import { TRIES, Trials, winner } from "./model.js";
import { cursorAt, drawMap, mapAxes } from "./view.js";
import {
  HELP,
  onAverage,
  PLAYERS,
  placeText,
  pressed,
  searched,
  worth,
} from "./words.js";

const FIRST = 73; // the place that is tried at first, counted from 1
const MOST = 117; // places
const SETS = 20;
const DRAWS = 1000; // of random search, until they repeat
const MANY = 20; // thousands of searches at most
const STRIP = 0.35; // for shadows, in cells

/** @typedef {keyof typeof PLAYERS} Player */

class TrialsFigure extends Figure {
  static title = "How much of the best score is luck?";
  static hint =
    "Press eight more cells: each shows how many of 100 images its network reads right.";
  static options = {
    tries: sizes([FIRST], { longest: TRIES, most: MOST }),
    by: choice("you", PLAYERS),
    images: number(0, steps(0, SETS - 1, 1), { whole: true }),
    draw: number(0, steps(0, DRAWS - 1, 1), { whole: true }),
    thousands: number(0, steps(0, MANY, 1), { whole: true }),
  };

  trials = later(Trials);
  map = later(Plane);
  gap = gapDrawing();
  cursor = later(SVGGElement);
  /** Where the keys are: a place of the map. */
  place = FIRST - 1;
  open = false;
  by = later(HTMLSelectElement);
  showAll = later(HTMLButtonElement);
  /** The mean gaps of so many thousands of searches. */
  means = { thousands: 0, gaps: /** @type {number[]} */ ([]) };
  /** What the last sentence is about. @type {"press" | "many"} */
  about = "press";

  build() {
    this.trials = new Trials(this.carried("it came without its trials"));
    const { trials } = this;
    const { columns, rows } = trials;
    this.open = false;
    this.map = new Plane({
      x: [-STRIP, columns],
      y: [-0.9, rows + 0.7],
      width: 424,
      height: 370,
      name: "Trained networks by learning rate and number of units",
    });
    this.map.frame.replaceChildren(...mapAxes(this.map, this.trials));
    this.cursor = this.placeCursor();
    this.map.content.append(this.cursor);
    this.map.clicked(([x, y]) => {
      if (x >= 0 && y >= 0 && y < rows) this.try(Math.floor(x), Math.floor(y));
    });
    this.gap = gapDrawing();
    this.about = this.values.thousands ? "many" : "press";
    this.help("The two scores", HELP.gap);
    const by = this.control("by", "Whose tries", HELP.by);
    this.by = /** @type {HTMLSelectElement} */ (by.querySelector("select"));
    this.by.addEventListener("change", () => this.choose());
    this.showAll = this.button("Show all 117", () => this.uncover(), HELP.map);
    this.fold("More", this.showAll);
    return [
      loose(
        h("div", { class: "stack" }, this.map.element, this.status),
        this.gap.element,
        h("div", { class: "row" }, [
          by,
          this.button("Other images", () => this.otherImages(), HELP.images),
          this.button("1,000 random searches", () => this.searchMany(), HELP.many),
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
    this.about = "press";
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

  /** Another player; random search draws anew. */
  choose() {
    this.about = "press";
    if (this.values.by === "random") this.drawAnew();
    this.update();
  }

  drawAnew() {
    this.change("draw", (this.values.draw + 1) % DRAWS);
  }

  otherImages() {
    this.about = "press";
    this.chosen("images", (this.values.images + 1) % this.trials.sets);
  }

  /** Nine others at random; of the reader's tries, the first. */
  startOver() {
    this.open = false;
    this.about = "press";
    if (this.values.by === "random") this.drawAnew();
    else {
      this.place = FIRST - 1;
      this.change("by", "you");
      this.change("tries", [FIRST]);
    }
    this.update();
  }

  searchMany() {
    this.about = "many";
    this.chosen("thousands", Math.min(MANY, this.values.thousands + 1));
  }

  /**
   * The trials of a player.
   * @param {Player} by
   */
  of(by) {
    const { trials } = this;
    if (by === "grid") return trials.grid;
    if (by === "random") return trials.drawn(new Random(1 + this.values.draw));
    const { tries } = this.values;
    return (tries.length ? tries : [FIRST]).map(
      (/** @type {number} */ place) => trials.cells[place - 1],
    );
  }

  update() {
    const { trials, map } = this;
    const { images } = this.values;
    const by = /** @type {Player} */ (this.values.by);
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
    this.showAll.textContent = this.open ? "Cover the map" : "Show all 117";
    const means = this.meanGaps();
    this.gap.content.replaceChildren(...drawGap(tried, images, means));
    const first =
      this.about === "many" && means
        ? onAverage(means, this.values.thousands)
        : by === "you"
          ? pressed(place, seen ? place.scores[images] : null, tried.length)
          : searched(by, tried);
    this.showStatus(`${first}\n${worth(tried, images)}`);
  }

  /** What many searches say, if they were asked for. */
  meanGaps() {
    const { thousands } = this.values;
    if (!thousands) return null;
    if (this.means.thousands !== thousands) {
      this.means = { thousands, gaps: this.trials.meanGaps(thousands) };
    }
    return this.means.gaps;
  }
}

define("ann-trials", TrialsFigure);
