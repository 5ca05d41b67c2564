// Handles of a staircase: the level of each piece, and the places of the steps.

import { written } from "../../engine/number_text.js";
import { middles } from "../../engine/staircase.js";
import { s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { BLUE, INK, PAPER } from "../../parts/palette.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Plane } from "../../parts/plane.js"
 */

export class LevelHandles {
  /** @type {number[]} */
  places = [];
  /** @type {number[]} */
  levels = [];
  /** @type {ReturnType<typeof handle>[]} */
  levelHandles = [];
  /** @type {ReturnType<typeof handle>[]} */
  placeHandles = [];
  layer = s("g");

  /**
   * @param {Plane} plane
   * @param {{ level: Properties, place: Properties }} helps connect handles with their
   *   help texts
   * @param {() => void} changed is called when the reader has moved one
   */
  constructor(plane, helps, changed) {
    this.plane = plane;
    this.helps = helps;
    this.changed = changed;
  }

  /**
   * Show handles for these lists, and change the lists as they are moved.
   * @param {number[]} places
   * @param {number[]} levels
   * @param {boolean} free whether places can be moved, too
   */
  show(places, levels, free) {
    this.places = places;
    this.levels = levels;
    this.levelHandles = levels.map((level, j) => this.levelHandle(level, j));
    this.placeHandles = free
      ? places.map((place, j) => this.placeHandle(place, j))
      : [];
    const all = [...this.levelHandles, ...this.placeHandles];
    this.layer.replaceChildren(...all.map(({ element }) => element));
    this.putAll();
  }

  /**
   * @param {number} level
   * @param {number} j
   */
  levelHandle(level, j) {
    return handle(this.plane, {
      name: `Level of piece ${j + 1}`,
      at: [0, level],
      help: this.helps.level,
      shape: [s("circle", { r: 7, fill: BLUE, stroke: PAPER, "stroke-width": 2 })],
      text: ([, y]) => written(y),
      move: ([, y]) => this.moved(this.levels, j, y),
    });
  }

  /**
   * A step stays between its neighbors.
   * @param {number} place
   * @param {number} j
   */
  placeHandle(place, j) {
    const { places, plane } = this;
    const within = (/** @type {number} */ x) =>
      Math.min(places[j + 1] ?? 1, Math.max(places[j - 1] ?? 0, x));
    return handle(plane, {
      name: `Step ${j + 1}`,
      at: [place, plane.y[0]],
      step: 0.01,
      help: this.helps.place,
      shape: [s("path", { d: "M0 -9L8 6H-8Z", fill: INK, stroke: PAPER })],
      text: ([x]) => `at ${written(x)}`,
      move: ([x]) => this.moved(places, j, within(x)),
    });
  }

  /**
   * @param {number[]} list
   * @param {number} j
   * @param {number} value
   */
  moved(list, j, value) {
    list[j] = value;
    this.putAll();
    this.changed();
  }

  /** Put all handles where they belong. */
  putAll() {
    const [low, high] = this.plane.y;
    const bottom = low + 0.03 * (high - low);
    middles(this.places).forEach((x, j) => {
      this.levelHandles[j].put([x, this.levels[j]]);
    });
    this.placeHandles.forEach((each, j) => {
      each.put([this.places[j], bottom]);
    });
  }
}
