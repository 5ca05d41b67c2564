// A sheet to draw on with mouse, finger or pen, or with the arrow keys and the space bar.

import { percent } from "../../engine/number_text.js";
import { h } from "../../parts/dom.js";
import { ARROWS } from "../../parts/handle.js";

/** @import { Properties } from "../../parts/dom.js" */

const STEP = 0.02; // of an arrow key, in sheets
const FAST = 0.1; // with Shift

const within = (/** @type {number} */ value) => Math.min(1, Math.max(0, value));

export class Pad {
  at = [0.5, 0.2]; // where the pen is
  down = false; // whether the pen that arrow keys move draws

  /**
   * @param {Properties} help attributes that connect the sheet with its help text
   * @param {object} listener
   * @param {() => void} listener.begin before a stroke
   * @param {(from: number[], to: number[]) => void} listener.stroke places in sheets
   * @param {(way: number[]) => boolean} listener.push an arrow key, to the right and up;
   *   whether it was meant for the ink
   * @param {(text: string) => void} listener.tell where a pen is that only moves
   */
  constructor(help, listener) {
    this.listener = listener;
    this.canvas = h("canvas", {
      class: "pad",
      role: "application",
      tabindex: 0,
      "aria-label": "Sheet to draw on",
      ...help,
      onpointerdown: (/** @type {PointerEvent} */ event) => this.touch(event),
      onpointermove: (/** @type {PointerEvent} */ event) => {
        const drawing = this.canvas.hasPointerCapture(event.pointerId);
        if (drawing) this.draw(this.place(event));
      },
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    this.dot = h("i", { class: "pen" });
    this.element = h("div", { class: "sheet" }, this.canvas, this.dot);
    this.show();
  }

  /** @param {PointerEvent} event */
  place({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  }

  /** @param {PointerEvent} event */
  touch(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.listener.begin();
    this.at = this.place(event);
    this.draw(this.at);
  }

  /**
   * Draw a stroke from where the pen is.
   * @param {number[]} place
   */
  draw(place) {
    const from = this.at;
    this.at = place;
    this.show();
    this.listener.stroke(from, place);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const way = ARROWS[event.key];
    if (way) this.listener.push(way) || this.move(way, event.shiftKey ? FAST : STEP);
    else if (event.key === " ") this.turn();
    else return;
    event.preventDefault();
  }

  /**
   * Move the pen; put down, it draws.
   * @param {number[]} way to the right and up
   * @param {number} step
   */
  move([right, up], step) {
    const place = [within(this.at[0] + step * right), within(this.at[1] - step * up)];
    if (this.down) this.draw(place);
    else {
      this.at = place;
      this.lift();
    }
  }

  /** Put the pen down, or lift it. */
  turn() {
    this.down = !this.down;
    if (this.down) {
      this.listener.begin();
      this.draw(this.at);
    } else this.lift();
  }

  /** Show and tell where the pen is, off the sheet. */
  lift() {
    this.show();
    const [x, y] = this.at.map((share) => percent(share));
    this.listener.tell(`The pen is up, at ${x} from the left and ${y} from the top.`);
  }

  show() {
    const [left, top] = this.at.map((share) => percent(share));
    Object.assign(this.dot.style, { left, top });
    this.dot.classList.toggle("down", this.down);
  }
}
