// What is pressed in the drawing: units, whose pictures are on the canvas, and buttons.

import { s } from "../../parts/dom.js";
import { INK } from "../../parts/palette.js";

/** @import { Properties } from "../../parts/dom.js" */

const FIELD = { fill: "var(--field)", stroke: "var(--edge)" };

/**
 * A sign in a circle.
 * @param {string} name
 * @param {"+" | "−"} sign
 * @param {number[]} at
 * @param {Properties} help
 * @param {(() => void) | null} press null where it is not possible
 */
export function push(name, sign, [x, y], help, press) {
  const act = () => press?.();
  return s(
    "g",
    {
      class: "handle",
      style: { cursor: press ? "pointer" : "default" },
      transform: `translate(${x} ${y})`,
      opacity: press ? 1 : 0.4,
      role: "button",
      tabindex: 0,
      "aria-label": name,
      "aria-disabled": press ? null : "true",
      "data-key": name,
      ...help,
      onclick: act,
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

/**
 * The frame of a unit, the cross of a unit that is off, and the ring of the focus.
 * @param {number} half of its side
 */
export const unitShape = (half) => [
  s("path", { class: "reach", d: "M0 0h.01" }),
  s("rect", { ...square(half), fill: "transparent", class: "axis" }),
  s("path", {
    d: `M${-half} ${-half}L${half} ${half}M${-half} ${half}L${half} ${-half}`,
    stroke: INK,
    "stroke-width": 2,
  }),
  s("rect", { ...square(half + 3), class: "ring" }),
];

/** @param {number} half */
const square = (half) => ({ x: -half, y: -half, width: 2 * half, height: 2 * half });
