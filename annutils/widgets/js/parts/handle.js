// Something in a plane that is dragged with a pointer or moved with the arrow keys.

import { rounded, written } from "../engine/number_text.js";
import { s, set } from "./dom.js";

/**
 * @import { Properties } from "./dom.js"
 * @import { Plane } from "./plane.js"
 */

/**
 * How far each arrow key goes, to the right and up.
 * @type {Record<string, number[] | undefined>}
 */
export const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** How many steps these keys go, along the way that is spoken. @type {Record<string, number | undefined>} */
const LEAPS = {
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const TREMOR = 3; // pixels that a hand moves when it only wants to click
const FAST = 5; // steps at once, with Shift
const LIFT = 40; // pixels above a finger, which would hide a point that it drags

/**
 * @param {number} value
 * @param {number[]} interval
 */
const within = (value, [low, high]) => Math.min(high, Math.max(low, value));

/**
 * @param {Plane} plane
 * @param {object} settings
 * @param {string} settings.name
 * @param {number[]} settings.at
 * @param {number} [settings.step] of an arrow key
 * @param {SVGElement[]} settings.shape around the origin
 * @param {(place: number[]) => void} settings.move
 * @param {(event: KeyboardEvent) => boolean} [settings.key] for other keys; whether it
 *   was one of ours
 * @param {(place: number[]) => string} [settings.text] for those who do not see it
 * @param {() => void} [settings.press] for a click without movement
 * @param {boolean} [settings.vertical] whether it only goes up and down, by any arrow key
 * @param {boolean} [settings.level] whether a finger may drag it sideways alone: it rises
 *   above the finger only as far as that goes up
 * @param {() => number[]} [settings.limits] how far keys bring it along the way that is
 *   spoken, where that is not as far as the plane reaches
 * @param {Properties} [settings.help]
 */
export function handle(
  plane,
  {
    name,
    at,
    step = 0.1,
    shape,
    move,
    key,
    text = listed,
    press,
    vertical,
    level,
    limits = () => (vertical ? plane.y : plane.x),
    help,
  },
) {
  let place = at;
  let dragged = false;
  let start = [0, 0];
  let lift = 0;
  let grip = 0; // from a finger or pointer to what only goes up and down
  const element = s(
    "g",
    {
      class: "handle",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-orientation": vertical ? "vertical" : null,
      ...help,
      onpointerdown(/** @type {PointerEvent} */ event) {
        dragged = false;
        lift = 0;
        start = [event.clientX, event.clientY];
        grip = vertical ? place[1] - plane.at(event)[1] : 0;
        element.setPointerCapture(event.pointerId);
        // Not every browser knows this option, and none needs it.
        element.focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
      },
      onpointermove(/** @type {PointerEvent} */ event) {
        if (!element.hasPointerCapture(event.pointerId)) return;
        const { clientX, clientY, pointerType } = event;
        const moved = Math.hypot(clientX - start[0], clientY - start[1]);
        dragged ||= moved > TREMOR;
        // It rises with the finger's way: nothing jumps.
        if (pointerType === "touch" && !vertical)
          lift = Math.max(lift, Math.min(LIFT, level ? start[1] - clientY : moved));
        const [x, y] = plane.at({ clientX, clientY: clientY - lift });
        if (dragged) go([x, y + grip]);
      },
      onclick(/** @type {MouseEvent} */ event) {
        event.stopPropagation();
        if (!dragged) press?.();
      },
      onkeydown(/** @type {KeyboardEvent} */ event) {
        const way = ARROWS[event.key];
        const leap = LEAPS[event.key];
        if (way) {
          const pace = event.shiftKey ? FAST * step : step;
          const up = vertical ? way[0] + way[1] : way[1];
          go([place[0] + way[0] * pace, place[1] + up * pace], limits());
        } else if (leap && !event.altKey && !event.ctrlKey && !event.metaKey) {
          const [x, y] = place;
          go(vertical ? [x, y + leap * step] : [x + leap * step, y], limits());
        } else if (!key?.(event)) return;
        event.preventDefault();
      },
    },
    s("path", { class: "reach", d: "M0 0h.01" }),
    s("circle", { class: "ring", r: 13 }),
    ...shape,
  );

  /**
   * Move there, as far as the plane reaches, or as keys may.
   * @param {number[]} wanted
   * @param {number[]} [ends]
   */
  function go([x, y], ends = vertical ? plane.y : plane.x) {
    put(vertical ? [place[0], within(y, ends)] : [within(x, ends), within(y, plane.y)]);
    move(place);
  }

  /**
   * Show the handle at a place.
   * @param {number[]} next
   */
  function put([x, y]) {
    place = [x, y];
    const [low, high] = limits();
    set(element, {
      transform: `translate(${plane.X(x)} ${plane.Y(y)})`,
      "aria-valuemin": low,
      "aria-valuemax": high,
      "aria-valuenow": rounded(vertical ? y : x, 3),
      "aria-valuetext": text(place),
    });
  }

  put(at);
  return { element, put };
}

/** @param {number[]} place */
const listed = (place) => place.map((value) => written(value)).join(", ");
