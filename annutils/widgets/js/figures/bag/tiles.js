// A review as tiles, one a word, which are dragged to another place or taken out.

import { h, set } from "../../parts/dom.js";
import { exact } from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Counted } from "./model.js"
 */

const TREMOR = 4; // pixels that a hand moves when it only wants to press
const FULL = 1; // the weight whose bar fills a tile

/**
 * @param {object} settings
 * @param {string} settings.name of the review
 * @param {Properties} settings.help
 * @param {(from: number, to: number) => void} settings.move
 * @param {(at: number) => void} settings.press take out, or put back
 */
export function tiles({ name, help, move, press }) {
  const element = h("div", { class: "tiles", role: "group", "aria-label": name });
  /** @type {HTMLElement[]} */
  let all = [];

  /** @param {HTMLElement} tile */
  const at = (tile) => all.indexOf(tile);

  /**
   * Bring a tile to another place; it stays in the page, so that the hand keeps it.
   * @param {HTMLElement} tile
   * @param {number} to
   */
  function bring(tile, to) {
    const from = at(tile);
    if (to < 0 || to >= all.length || to === from) return;
    all.splice(to, 0, ...all.splice(from, 1));
    for (const other of all.slice(0, to)) element.insertBefore(other, tile);
    for (const other of all.slice(to + 1)) element.append(other);
    move(from, to);
  }

  /** A tile that knows its place. */
  function tile() {
    let start = [0, 0];
    let dragged = false;
    const one = h("div", {
      class: "tile",
      role: "slider",
      tabindex: 0,
      ...help,
      onpointerdown: (/** @type {PointerEvent} */ event) => {
        one.setPointerCapture(event.pointerId);
        start = [event.clientX, event.clientY];
        dragged = false;
      },
      onpointermove: (/** @type {PointerEvent} */ event) => {
        if (!one.hasPointerCapture(event.pointerId)) return;
        const { clientX: x, clientY: y } = event;
        dragged ||= Math.hypot(x - start[0], y - start[1]) > TREMOR;
        if (!dragged) return;
        const to = all.findIndex((other) => {
          const box = other.getBoundingClientRect();
          return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
        });
        if (to >= 0) bring(one, to);
      },
      onclick: () => dragged || press(at(one)),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        const way = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[
          event.key
        ];
        if (way) bring(one, at(one) + way);
        else if ([" ", "Enter", "Delete", "Backspace"].includes(event.key))
          press(at(one));
        else return;
        event.preventDefault();
      },
    });
    return one;
  }

  /**
   * @param {Counted[]} counted
   * @param {boolean} shown whether the weights are no secret
   */
  function draw(counted, shown) {
    if (all.length !== counted.length) {
      all = counted.map(tile);
      element.replaceChildren(...all);
    }
    counted.forEach((each, k) => {
      const { word, weight, known, again, out } = each;
      const number = shown ? exact(weight) : "?";
      const text = !known ? "unknown" : again ? "again" : number;
      set(all[k], {
        class: ["tile", out && "out", !known && "unknown"].filter(Boolean).join(" "),
        "aria-label": word,
        "aria-valuemin": 1,
        "aria-valuemax": counted.length,
        "aria-valuenow": k + 1,
        "aria-valuetext": `place ${k + 1}, ${out ? "taken out" : `weight ${text}`}`,
      });
      const side = weight < 0 ? "con" : "pro";
      const bar = h("i", { class: shown ? side : "" });
      if (shown) bar.style.width = `${Math.min(100, (100 * Math.abs(weight)) / FULL)}%`;
      all[k].replaceChildren(h("span", {}, word), h("s", {}, bar), h("b", {}, text));
    });
  }
  return { element, draw };
}
