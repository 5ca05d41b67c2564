// Points of the reader's own, put by click or by keyboard.

import { rounded } from "../../engine/number_text.js";
import { LARGEST } from "../../engine/playground.js";
import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { NEW_POINTS } from "../../parts/marker.js";
import { INK } from "../../parts/palette.js";
import { HELP } from "./words.js";

/**
 * @import { Figure } from "../../parts/figure.js"
 * @import { Plane } from "../../parts/plane.js"
 */

/**
 * @param {Figure} figure
 * @param {Plane} plane where they are put
 */
export function ownPoints(figure, plane) {
  let label = 1;
  let place = [0, 0];
  const replace = (/** @type {number[][]} */ points) => figure.chosen("points", points);
  const add = (/** @type {number[]} */ [x, y]) => {
    const { points } = figure.values;
    if (points.length >= LARGEST.points) {
      figure.showStatus(`No more than ${LARGEST.points} points.`);
    } else replace([...points, [rounded(x, 2), rounded(y, 2), label]]);
  };
  const cursor = handle(plane, {
    name: "Place for a point",
    at: place,
    shape: [s("path", { d: "M-10 0h20M0 -10v20", stroke: INK, "stroke-width": 2.5 })],
    help: figure.help("Place for a point", HELP.place),
    move: (now) => {
      place = now;
    },
    press: () => add(place),
    key(event) {
      const puts = event.key === "Enter" || event.key === " ";
      if (puts) add(place);
      return puts;
    },
  });
  plane.content.append(cursor.element);
  plane.clicked((clicked) => {
    if (figure.values.data === "own") add(clicked);
  });
  const kind = select({
    ...NEW_POINTS,
    help: figure.help(NEW_POINTS.name, HELP.label),
    change: (value) => {
      label = Number(value);
    },
  });
  const last = figure.button(
    "Remove the last",
    () => replace(figure.values.points.slice(0, -1)),
    HELP.removeLast,
  );
  const element = h("div", { class: "row" }, kind.element, last);
  /**
   * Own points are offered only where they are the data.
   * @param {boolean} wanted
   */
  const offer = (wanted) => {
    element.hidden = !wanted;
    cursor.element.style.display = wanted ? "" : "none";
  };
  return { element, offer };
}
