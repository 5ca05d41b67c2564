// Handles of a staircase: the level of each piece, and the places of the steps.

import { middles } from "../../engine/staircase.js";
import { s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { BLUE } from "../../parts/palette.js";

const written = (value) => value.toFixed(2).replace("-", "−");

export class LevelHandles {
  /**
   * @param {Plane} plane
   * @param {{level: object, place: object}} helps connect handles with their help texts
   * @param {() => void} changed is called when the reader has moved one
   */
  constructor(plane, helps, changed) {
    Object.assign(this, { plane, helps, changed, layer: s("g") });
  }

  /** Show handles for these lists, and change the lists as they are moved. */
  show(places, levels, free) {
    Object.assign(this, { places, levels });
    this.levelHandles = levels.map((level, j) => this.level(level, j));
    this.placeHandles = free ? places.map((place, j) => this.place(place, j)) : [];
    const all = [...this.levelHandles, ...this.placeHandles];
    this.layer.replaceChildren(...all.map(({ element }) => element));
    this.settle();
  }

  level(level, j) {
    return handle(this.plane, {
      ...{ name: `Level of piece ${j + 1}`, at: [0, level], help: this.helps.level },
      shape: [s("circle", { r: 7, fill: BLUE, stroke: "white", "stroke-width": 2 })],
      text: ([, y]) => written(y),
      move: ([, y]) => this.moved(this.levels, j, y),
    });
  }

  /** A step stays between its neighbors. */
  place(place, j) {
    const { places, plane } = this;
    const within = (x) => Math.min(places[j + 1] ?? 1, Math.max(places[j - 1] ?? 0, x));
    return handle(plane, {
      ...{ name: `Step ${j + 1}`, at: [place, plane.y[0]], step: 0.01, help: this.helps.place },
      shape: [s("path", { d: "M0 -9L8 6H-8Z", fill: "#222", stroke: "white" })],
      text: ([x]) => `at ${written(x)}`,
      move: ([x]) => this.moved(places, j, within(x)),
    });
  }

  moved(list, j, value) {
    list[j] = value;
    this.settle();
    this.changed();
  }

  /** Put all handles where they belong. */
  settle() {
    const bottom = this.plane.y[0] + 0.03 * (this.plane.y[1] - this.plane.y[0]);
    middles(this.places).forEach((x, j) => this.levelHandles[j].put([x, this.levels[j]]));
    this.placeHandles.forEach((each, j) => each.put([this.places[j], bottom]));
  }
}
