// A button in a drawing: a sign in a circle.

import { s } from "../../parts/dom.js";
import { INK } from "../../parts/palette.js";

/** @import { Properties } from "../../parts/dom.js" */

const FIELD = { fill: "var(--field)", stroke: "var(--edge)" };

/**
 * @param {object} settings
 * @param {string} settings.name
 * @param {"+" | "−"} settings.sign
 * @param {number[]} settings.at
 * @param {boolean} settings.possible
 * @param {() => void} settings.press
 * @param {Properties} settings.help
 */
export function push({ name, sign, at: [x, y], possible, press, help }) {
  const act = () => possible && press();
  return s(
    "g",
    {
      class: "handle",
      style: { cursor: possible ? "pointer" : "default" },
      transform: `translate(${x} ${y})`,
      opacity: possible ? 1 : 0.4,
      role: "button",
      tabindex: 0,
      "aria-label": name,
      "aria-disabled": possible ? null : "true",
      "data-key": name,
      ...help,
      onclick(/** @type {MouseEvent} */ event) {
        event.stopPropagation();
        act();
      },
      onkeydown: (/** @type {KeyboardEvent} */ event) => onPress(event, act),
    },
    s("path", { class: "reach", d: "M0 0h.01" }),
    s("circle", { class: "ring", r: 13 }),
    s("circle", { r: 10, ...FIELD }),
    s("path", {
      d: sign === "+" ? "M-5 0h10M0 -5v10" : "M-5 0h10",
      stroke: INK,
      "stroke-width": 1.8,
    }),
  );
}

/**
 * Enter and the space bar press.
 * @param {KeyboardEvent} event
 * @param {() => void} press
 */
export function onPress(event, press) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  press();
}
