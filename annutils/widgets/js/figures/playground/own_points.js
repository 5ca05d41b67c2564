// Points of the reader's own, put by click or by keyboard.

import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";

const MOST = 200;
const rounded = (value) => Number(value.toFixed(2));

export function ownPoints(figure) {
  let label = 1;
  const { plane } = figure.view;
  const set = (points) => figure.chosen("points", points);
  const add = ([x, y]) => {
    const { points } = figure.values;
    if (points.length >= MOST) return figure.say(`No more than ${MOST} points.`);
    return set([...points, [rounded(x), rounded(y), label]]);
  };
  let place = [0, 0];
  const cursor = handle(plane, {
    ...{ name: "Place for a point", at: place },
    shape: [s("path", { d: "M-10 0h20M0 -10v20", stroke: "#222", "stroke-width": 2.5 })],
    help: figure.help("Place for a point", "Move the cross with the arrow keys (Shift: faster); Enter puts a point there. A click into the plane does, too."),
    move: (now) => (place = now),
    press: () => add(place),
    key: (event) => (event.key === "Enter" || event.key === " ") && (add(place), true),
  });
  plane.content.append(cursor.element);
  plane.clicked((place) => figure.values.data === "own" && add(place));
  const kind = select({
    ...{ name: "New points are", value: "1", choices: [["1", "class 1, orange"], ["0", "class 0, blue"]] },
    help: figure.help("New points are", "The class of the points that you put."),
    change: (value) => (label = Number(value)),
  });
  const clear = figure.button("Remove all", () => set([]), "Remove all own points.");
  const last = figure.button("Remove the last", () => set(figure.values.points.slice(0, -1)), "Remove the point that came last.");
  const element = h("div", { class: "row" }, kind.element, last, clear);
  /** Own points are offered only where they are the data. */
  const offer = (wanted) => {
    element.hidden = !wanted;
    cursor.element.style.display = wanted ? "" : "none";
  };
  return { element, offer };
}
