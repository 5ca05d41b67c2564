// A number in a drawing that is changed where it stands: dragged to the right or up for
// more, or by keys. A finger drags it sideways; up and down, it scrolls the page.

import { minus } from "../engine/number_text.js";
import { s, set } from "./dom.js";

/** @import { Properties } from "./dom.js" */

/**
 * How many values each key goes on.
 * @type {Record<string, number | undefined>}
 */
const KEYS = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
const FAST = 5; // values at once, with Shift
const PACE = 4; // pixels from one value to the next, unless a figure has few values

/** How a number is changed, for help texts. */
export const DRAG =
  "Drag it sideways, with a mouse also up and down, or use the arrow keys";

/**
 * @param {object} settings
 * @param {string} settings.name
 * @param {number[]} settings.values in order
 * @param {number} settings.value
 * @param {number[]} settings.at its middle in the drawing
 * @param {(value: number) => void} settings.change
 * @param {(value: number) => string} [settings.format]
 * @param {Properties} [settings.help] attributes that connect it with its help text
 * @param {number} [settings.width] in units of the drawing
 * @param {number} [settings.pace] pixels from one value to the next
 * @param {boolean} [settings.cycles] whether a click goes to the next value, and from the
 *   last to the first
 */
export function scrub({
  name,
  values,
  value,
  at: [x, y],
  change,
  format = minus,
  help,
  width = 52,
  pace = PACE,
  cycles = false,
}) {
  let current = value;
  let start = { x: 0, y: 0, index: 0 };
  let moved = false;
  const text = s("text", { "text-anchor": "middle", y: 5 });
  const element = s(
    "g",
    {
      class: "handle scrub",
      transform: `translate(${x} ${y})`,
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-valuemin": values[0],
      "aria-valuemax": values[values.length - 1],
      ...help,
      onpointerdown(/** @type {PointerEvent} */ event) {
        const { clientX: x, clientY: y } = event;
        start = { x, y, index: nearest(values, current) };
        moved = false;
        element.setPointerCapture(event.pointerId);
        // Not every browser knows this option, and none needs it.
        element.focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
      },
      onpointermove(/** @type {PointerEvent} */ event) {
        if (!element.hasPointerCapture(event.pointerId)) return;
        const right = event.clientX - start.x;
        const up = event.pointerType === "mouse" ? start.y - event.clientY : 0;
        const way = Math.round((right + up) / pace);
        moved ||= way !== 0;
        go(start.index + way);
      },
      onclick() {
        if (cycles && !moved) go((nearest(values, current) + 1) % values.length);
      },
      onkeydown(/** @type {KeyboardEvent} */ event) {
        const way = KEYS[event.key];
        if (way) go(nearest(values, current) + way * (event.shiftKey ? FAST : 1));
        else if (event.key === "Home") go(0);
        else if (event.key === "End") go(values.length - 1);
        else return;
        event.preventDefault();
      },
    },
    s("path", { class: "reach", d: "M0 0h.01" }),
    s("rect", {
      class: "ring",
      x: -width / 2 - 3,
      y: -17,
      width: width + 6,
      height: 34,
      rx: 9,
    }),
    s("rect", {
      class: "field",
      x: -width / 2,
      y: -14,
      width,
      height: 28,
      rx: 6,
    }),
    text,
  );

  /** @param {number} index */
  function go(index) {
    const next = values[Math.min(values.length - 1, Math.max(0, index))];
    if (next === current) return;
    put(next);
    change(next);
  }

  /**
   * Show a value.
   * @param {number} next
   */
  function put(next) {
    current = next;
    text.textContent = format(next);
    set(element, { "aria-valuenow": next, "aria-valuetext": text.textContent });
  }

  put(value);
  return { element, put };
}

/**
 * The index of the value that is closest.
 * @param {number[]} values
 * @param {number} value
 */
function nearest(values, value) {
  const gaps = values.map((other) => Math.abs(other - value));
  return gaps.indexOf(Math.min(...gaps));
}
