// A place of a drawing that is pressed, by pointer or by keys.

import { s } from "./dom.js";

/** @import { Properties } from "./dom.js" */

/**
 * @param {object} settings
 * @param {string} settings.name
 * @param {number} settings.size of its side, in units of the drawing
 * @param {number} [settings.height] if it is no square
 * @param {SVGElement[]} settings.shape around the origin
 * @param {() => void} settings.press
 * @param {Properties} [settings.help] attributes that connect it with its help text
 */
export function pressed({ name, size, height = size, shape, press, help }) {
  const ring = { x: -size / 2, y: -height / 2, width: size, height, rx: 6 };
  return s(
    "g",
    {
      class: "handle press",
      tabindex: 0,
      role: "button",
      "aria-label": name,
      ...help,
      onclick: press,
      onkeydown(/** @type {KeyboardEvent} */ event) {
        if (event.key !== "Enter" && event.key !== " ") return;
        press();
        event.preventDefault();
      },
    },
    s("path", { class: "reach", d: "M0 0h.01" }),
    ...shape,
    s("rect", { class: "ring", ...ring }),
  );
}
