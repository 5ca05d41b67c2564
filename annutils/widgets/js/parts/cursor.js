// What marks the cell of a table that is looked at; arrow keys move it.

import { s } from "./dom.js";
import { ARROWS } from "./handle.js";

/** @import { Properties } from "./dom.js" */

/**
 * The caller says which cell it is: its place, number and text.
 * @param {object} settings
 * @param {string} settings.name
 * @param {number[]} settings.size width and height of a cell, in units of the drawing
 * @param {Properties} settings.help attributes that connect it with its help text
 * @param {(way: number[]) => void} settings.go to the cell to the right and up
 */
export function cursor({ name, size, help, go }) {
  const [width, height] = size;
  const ring = { x: -width / 2, y: -height / 2, width, height, rx: 7 };
  return s(
    "g",
    {
      class: "handle press",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-valuemin": 0,
      ...help,
      onkeydown(/** @type {KeyboardEvent} */ event) {
        const way = ARROWS[event.key];
        if (!way) return;
        go(way);
        event.preventDefault();
      },
    },
    s("path", { class: "reach", d: "M0 0h.01" }),
    s("rect", { class: "ring", ...ring }),
  );
}
