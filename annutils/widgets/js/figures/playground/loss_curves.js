// Loss curves: training solid, test dashed, as everywhere in the book.

import { s, set } from "../../parts/dom.js";
import { INK } from "../../parts/palette.js";
import { HALO, label, Plane, roundAbove } from "../../parts/plane.js";

/** @import { History } from "../../engine/history.js" */

const USUAL = 1; // a coin toss has a loss of 0.69
const LARGEST = 2; // what is above is not shown
const TRAIN = { fill: "none", stroke: INK, "stroke-width": 2 };
const TEST = { ...TRAIN, "stroke-dasharray": "5 4" };

export class LossCurves {
  plane = new Plane({
    height: 136,
    x: [0, 10.4],
    y: [0, USUAL],
    name: "Loss by epoch: training solid, test dashed",
    xName: "epoch",
    yName: "loss",
  });
  element = this.plane.element;
  train = s("path", TRAIN);
  test = s("path", TEST);
  tested = key(200, { ...TEST, r: 2.6 }, "test");

  constructor() {
    this.plane.clipped.append(this.train, this.test);
    this.plane.content.append(key(90, { ...TRAIN, r: 4.2 }, "training"), this.tested);
  }

  /** @param {History} history */
  draw(history) {
    const [train, test] = [history.curve(1), history.curve(2)];
    const last = train.length ? train[train.length - 1][0] : 0;
    const losses = [...train, ...test].map(([, loss]) => loss);
    const top = losses.some((loss) => loss > USUAL) ? LARGEST : USUAL;
    const end = 1.04 * roundAbove(Math.max(10, last)); // room for its number
    // The axes stay where they are for a while.
    if (end !== this.plane.x[1] || top !== this.plane.y[1]) {
      this.plane.zoom([0, end], [0, top]);
    }
    this.train.setAttribute("d", this.plane.path(train));
    this.test.setAttribute("d", this.plane.path(test));
    this.tested.style.display = test.length ? "" : "none";
  }
}

/**
 * A line with a point of the size that it stands for, and its name.
 * @param {number} x
 * @param {Record<string, any>} look
 * @param {string} name
 */
function key(x, { r, ...line }, name) {
  return s(
    "g",
    { "aria-hidden": "true" },
    s("path", { ...line, d: `M${x} 18h34` }),
    s("circle", { cx: x + 17, cy: 18, r, fill: INK }),
    set(label(x + 40, 23, name, "start"), HALO),
  );
}
