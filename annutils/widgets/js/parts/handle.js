// Something in a plane that is dragged with a pointer or moved with the arrow keys.

import { s, set } from "./dom.js";

export const ARROWS = {
  ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] },
};

const TREMOR = 3; // pixels that a hand moves when it only wants to click

/**
 * @param {Plane} plane
 * @param {object} settings name; at: [x, y]; step: of an arrow key; shape: SVG elements
 *   around the origin; move([x, y]); key(event), for other keys; text([x, y]), for
 *   those who do not see it; press(), for a click without movement
 */
export function handle(plane, { name, at, step = 0.1, shape, move, key, text, press, help }) {
  let place = at;
  let dragged = false;
  let start = [0, 0];
  const say = text ?? ((values) => values.map((value) => value.toFixed(2).replace("-", "−")).join(", "));
  const element = s(
    "g",
    {
      ...{ class: "handle", tabindex: 0, role: "slider", "aria-label": name, ...help },
      onpointerdown(event) {
        dragged = false;
        start = [event.clientX, event.clientY];
        element.setPointerCapture(event.pointerId);
        element.focus({ focusVisible: false });
      },
      onpointermove(event) {
        if (!element.hasPointerCapture(event.pointerId)) return;
        dragged ||= Math.hypot(event.clientX - start[0], event.clientY - start[1]) > TREMOR;
        if (dragged) go(plane.at(event));
      },
      onclick(event) {
        event.stopPropagation();
        if (!dragged) press?.();
      },
      onkeydown(event) {
        const way = ARROWS[event.key];
        if (way) {
          const pace = event.shiftKey ? 5 * step : step;
          go([place[0] + way[0] * pace, place[1] + way[1] * pace]);
        } else if (!key?.(event)) return;
        event.preventDefault();
      },
    },
    s("path", { class: "reach", d: "M0 0h.01" }),
    s("circle", { class: "ring", r: 13 }),
    ...shape,
  );

  /** Move there, as far as the plane reaches. */
  function go([x, y]) {
    const within = (value, [low, high]) => Math.min(high, Math.max(low, value));
    put([within(x, plane.x), within(y, plane.y)]);
    move(place);
  }

  /** Show the handle at a place. */
  function put([x, y]) {
    place = [x, y];
    set(element, {
      transform: `translate(${plane.X(x)} ${plane.Y(y)})`,
      "aria-valuemin": plane.x[0],
      "aria-valuemax": plane.x[1],
      "aria-valuenow": Number(x.toFixed(3)),
      "aria-valuetext": say(place),
    });
  }

  put(at);
  return { element, put };
}
