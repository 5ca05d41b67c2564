// Labeled points that the reader may move, relabel, add and remove.

import { rounded, written } from "../../engine/number_text.js";
import { s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { marker } from "../../parts/marker.js";
import { INK, PAPER } from "../../parts/palette.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Plane } from "../../parts/plane.js"
 */

const MOST = 40;
const CATCH = 36; // pixels around a point, for a finger

export class Points {
  /** x, y and label of each. @type {number[][]} */
  list = [];
  label = 1; // of the points that are added
  layer = s("g");

  /**
   * @param {Plane} plane where they are drawn; a click there adds one
   * @param {Properties} help attributes that connect a point with its help text
   * @param {(text: string) => void} changed is told what the reader did
   * @param {(text: string) => void} refused is told what the reader cannot do
   */
  constructor(plane, help, changed, refused) {
    this.plane = plane;
    this.help = help;
    this.changed = changed;
    this.refused = refused;
    plane.clicked((place, event) => {
      const near = this.underFinger(event);
      if (near < 0) this.add(place);
      else this.relabel(near);
    });
  }

  /**
   * Which point a finger meant that came down beside it; none for other pointers.
   * @param {MouseEvent} event
   */
  underFinger(event) {
    if (!("pointerType" in event) || event.pointerType !== "touch") return -1;
    const { left, top, width } = this.plane.svg.getBoundingClientRect();
    const scale = width / this.plane.width;
    const far = this.list.map(([x, y]) =>
      Math.hypot(
        left + scale * this.plane.X(x) - event.clientX,
        top + scale * this.plane.Y(y) - event.clientY,
      ),
    );
    const least = Math.min(...far);
    return least < CATCH ? far.indexOf(least) : -1;
  }

  /**
   * Show other points.
   * @param {number[][]} points
   */
  load(points) {
    this.list = points.map((point) => [...point]);
    this.draw();
  }

  draw() {
    const dots = this.list.map((point, index) => this.dot(point, index));
    this.layer.replaceChildren(...dots);
  }

  /** @param {number[]} place */
  add([x, y]) {
    if (this.list.length >= MOST) {
      this.refused(`No more than ${MOST} points.`);
      return;
    }
    this.list.push([x, y, this.label]);
    this.after(`Added a point of class ${this.label}.`, this.list.length - 1);
  }

  /** @param {number} index */
  remove(index) {
    if (this.list.length === 1) {
      this.refused("One point must stay.");
      return;
    }
    this.list.splice(index, 1);
    this.after("Removed a point.", Math.min(index, this.list.length - 1));
  }

  /** @param {number} index */
  relabel(index) {
    const point = this.list[index];
    point[2] = 1 - point[2];
    this.after(
      `Point ${index + 1} is now of class ${point[2]}; a click changes it back.`,
      index,
    );
  }

  /**
   * Draw the points anew, tell what was done, and go on with one of them.
   * @param {string} text
   * @param {number} index
   */
  after(text, index) {
    this.draw();
    this.changed(text);
    const dot = /** @type {SVGElement} */ (this.layer.children[index]);
    dot.focus({ preventScroll: true });
  }

  /**
   * @param {number[]} point
   * @param {number} index
   */
  dot([x, y, label], index) {
    const relabel = () => this.relabel(index);
    const remove = () => this.remove(index);
    /** @type {Record<string, (() => void) | undefined>} */
    const keys = { Enter: relabel, " ": relabel, Delete: remove, Backspace: remove };
    return handle(this.plane, {
      name: `Point ${index + 1}`,
      at: [x, y],
      help: this.help,
      shape: [marker(label, 0, 0, 8)],
      text: ([u, v]) => `class ${this.list[index][2]}, at ${written(u)}, ${written(v)}`,
      move: ([u, v]) => {
        this.list[index].splice(0, 2, rounded(u, 3), rounded(v, 3));
        this.changed(`Moved point ${index + 1}.`);
      },
      press: relabel,
      key(event) {
        const act = keys[event.key];
        act?.();
        return act !== undefined;
      },
    }).element;
  }

  /**
   * Outline the points for which this holds.
   * @param {(point: number[]) => boolean} holds
   */
  outline(holds) {
    this.list.forEach((point, index) => {
      const shape = this.layer.children[index].lastElementChild;
      shape?.setAttribute("stroke", holds(point) ? INK : PAPER);
      shape?.setAttribute("stroke-width", holds(point) ? "3" : "1.2");
    });
  }
}
