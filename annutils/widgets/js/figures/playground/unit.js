// A unit in the drawing: a switch that is looked at and pressed. Its picture is on the canvas.

import { s } from "../../parts/dom.js";
import { ARROWS } from "../../parts/handle.js";
import { INK } from "../../parts/palette.js";
import { onPress } from "./push.js";

/** @import { Properties } from "../../parts/dom.js" */

/**
 * A pointer looks by coming near, a finger as long as it stays.
 * @param {object} settings
 * @param {string} settings.name
 * @param {string} settings.key by which the focus finds it again
 * @param {number[]} settings.at
 * @param {number} settings.tile its side
 * @param {boolean} settings.fixed whether it cannot be switched
 * @param {Properties} settings.help
 * @param {() => void} settings.look
 * @param {() => void} settings.leave
 * @param {() => void} settings.press
 * @param {() => void} settings.reached by the keyboard, or pressed
 * @param {(way: number[]) => void} settings.go to the next one
 */
export function unitBox({
  name,
  key,
  at: [x, y],
  tile,
  fixed,
  help,
  look,
  leave,
  press,
  reached,
  go,
}) {
  const box = s("g", {
    class: "handle",
    style: { cursor: "pointer" },
    transform: `translate(${x} ${y})`,
    tabindex: -1,
    role: fixed ? "button" : "switch",
    "aria-label": name,
    "data-key": key,
    ...help,
    onpointerenter: look,
    onpointerleave: leave,
    onclick: press,
    onfocus() {
      reached();
      if (box.matches(":focus-visible")) look();
    },
    onblur: leave,
    onkeydown(/** @type {KeyboardEvent} */ event) {
      onPress(event, press);
      const way = ARROWS[event.key];
      if (!way) return;
      event.preventDefault();
      go(way);
    },
  });
  box.append(...drawn(tile / 2 + 1));
  return box;
}

/**
 * Its frame, the cross of a unit that is off, and the ring of the focus.
 * @param {number} half of its side
 */
const drawn = (half) => [
  s("path", { class: "reach", d: "M0 0h.01" }),
  s("rect", { ...square(half), fill: "transparent", class: "axis frame" }),
  s("path", {
    class: "off",
    d: `M${-half} ${-half}L${half} ${half}M${-half} ${half}L${half} ${-half}`,
    stroke: INK,
    "stroke-width": 2,
  }),
  s("rect", { ...square(half + 3), class: "ring" }),
];

/** @param {number} half */
const square = (half) => ({ x: -half, y: -half, width: 2 * half, height: 2 * half });
