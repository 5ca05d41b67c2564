// A sheet to draw on with mouse, finger or pen, or with the arrow keys and the space bar.

import { h } from "../../parts/dom.js";
import { ARROWS } from "../../parts/handle.js";

const percent = (share) => `${Math.round(100 * share)}%`;

export class Pad {
  /**
   * @param {Ink} ink
   * @param {object} help attributes that connect the sheet with its help text
   * @param {object} told begin(), before a stroke; changed(), when ink was added;
   *   say(text), where a pen is that only moves
   */
  constructor(ink, help, told) {
    Object.assign(this, { ink, told, at: [0.5, 0.2], down: false });
    this.canvas = h("canvas", {
      ...{ class: "pad", role: "application", tabindex: 0, "aria-label": "Sheet to draw on" },
      ...help,
      onpointerdown: (event) => this.touch(event),
      onpointermove: (event) => this.canvas.hasPointerCapture(event.pointerId) && this.draw(this.place(event)),
      onkeydown: (event) => this.key(event),
    });
    this.dot = h("i", { class: "pen" });
    this.element = h("div", { class: "sheet" }, this.canvas, this.dot);
    this.show();
  }

  place({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  }

  touch(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.told.begin();
    this.at = this.place(event);
    this.draw(this.at);
  }

  /** Draw a stroke from where the pen is. */
  draw(place) {
    this.ink.line(this.at, place);
    this.at = place;
    this.show();
    this.told.changed();
  }

  key(event) {
    const way = ARROWS[event.key];
    if (way) this.move(way, event.shiftKey ? 0.1 : 0.02);
    else if (event.key === " ") this.turn();
    else return;
    event.preventDefault();
  }

  /** Move the pen; put down, it draws. */
  move([right, up], step) {
    const within = (value) => Math.min(1, Math.max(0, value));
    const place = [within(this.at[0] + step * right), within(this.at[1] - step * up)];
    if (this.down) return this.draw(place);
    this.at = place;
    return this.lift();
  }

  /** Put the pen down, or lift it. */
  turn() {
    this.down = !this.down;
    if (!this.down) return this.lift();
    this.told.begin();
    return this.draw(this.at);
  }

  /** Show and say where the pen is, off the sheet. */
  lift() {
    this.show();
    const [x, y] = this.at.map(percent);
    this.told.say(`The pen is up, at ${x} from the left and ${y} from the top.`);
  }

  show() {
    const [x, y] = this.at.map(percent);
    Object.assign(this.dot.style, { left: x, top: y });
    this.dot.classList.toggle("down", this.down);
  }
}
