// Two lines on a logarithmic scale: the signal's, and the gradient's on its way back.

import { s } from "../../parts/dom.js";
import { BLUE, BROWN, INK, ORANGE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { LAYERS } from "./model.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Sizes } from "./model.js"
 */

const HEIGHTS = { 4: "10,000×", 2: "100×", 0: "1", "-2": "1/100", "-4": "1/10,000" };

/**
 * The scale at the left, the layers below.
 * @param {Plane} plane
 */
export function axes(plane) {
  const [left, right] = [plane.X(0), plane.X(plane.x[1])];
  const [low, high] = plane.y.map((y) => plane.Y(y));
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...Object.entries(HEIGHTS).flatMap(([power, text]) => {
      const y = plane.Y(Number(power));
      const level = s("path", {
        class: "axis",
        d: `M${left} ${y}H${right}`,
        opacity: 0.3,
      });
      return [level, label(left - 6, y + 5, text, "end")];
    }),
    ...[0, 10, 20, 30].map((x) => label(plane.X(x), low + 17, String(x), "middle")),
    label(plane.X(15), low + 17, "layer", "middle"),
  ];
}

/** Which line is which, where neither comes. @param {Plane} plane */
export function legend(plane) {
  const y = plane.Y(4.45);
  const [a, b] = [plane.X(0.6), plane.X(11)];
  return [
    s("path", { d: `M${a} ${y}h22`, stroke: BLUE, "stroke-width": 3.5 }),
    label(a + 27, y + 5, "signal →", "start"),
    s("path", {
      d: `M${b} ${y}h22`,
      stroke: ORANGE,
      "stroke-width": 3.5,
      "stroke-dasharray": "7 4",
    }),
    label(b + 27, y + 5, "← gradient", "start"),
  ];
}

/**
 * The signal on average and in one network, as far as it is shown.
 * @param {Plane} plane
 * @param {Sizes} mean
 * @param {Sizes} drawn
 * @param {number} shown layers that are not covered
 */
export function lines(plane, mean, drawn, shown) {
  const path = (/** @type {number[]} */ sizes) =>
    plane.path(sizes.map((size, l) => [l, Math.log10(size)]));
  const look = { fill: "none", "stroke-linejoin": "round" };
  const thin = { ...look, "stroke-width": 1.3 };
  const thick = { ...look, "stroke-width": 3.5 };
  const dashes = { stroke: ORANGE, "stroke-dasharray": "7 4" };
  const there = [
    s("path", { d: path(drawn.signal.slice(0, shown + 1)), stroke: BLUE, ...thin }),
    s("path", { d: path(mean.signal.slice(0, shown + 1)), stroke: BLUE, ...thick }),
  ];
  if (shown < LAYERS) return there;
  return [
    s("path", { d: path(drawn.gradient), ...thin, ...dashes }),
    s("path", { d: path(mean.gradient), ...thick, ...dashes }),
    ...there,
  ];
}

/** What covers the layers that are not shown. @param {Plane} plane @param {number} shown */
export function cover(plane, shown) {
  const x = plane.X(shown + 0.5);
  const top = plane.Y(3.7);
  const width = plane.X(LAYERS) - x;
  const height = plane.Y(-3.7) - top;
  return [
    s("rect", {
      x,
      y: top,
      width,
      height,
      rx: 8,
      fill: "var(--tint)",
      stroke: INK,
      "stroke-dasharray": "3 4",
    }),
    s(
      "text",
      {
        x: x + width / 2,
        y: plane.Y(0) + 12,
        "text-anchor": "middle",
        style: { fontSize: "40px" },
      },
      "?",
    ),
  ];
}

/**
 * The factor beside the lever, on the side that its line does not come from.
 * @param {Plane} plane
 * @param {number} height
 * @param {string} text
 */
export const factor = (plane, height, text) =>
  s(
    "text",
    {
      x: plane.X(LAYERS) - 4,
      y: plane.Y(height) + (height < 0 ? 28 : -18),
      "text-anchor": "end",
      fill: BROWN,
    },
    text,
  );
