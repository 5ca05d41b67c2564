// Loss curves: training solid, test dashed, as everywhere in the book.

import { s, set } from "../../parts/dom.js";
import { INK, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";

/** @import { History } from "../../engine/history.js" */

const USUAL = 1; // a coin toss has a loss of 0.69
const LARGEST = 2; // what is above is not shown
const LINE = { fill: "none", stroke: INK };
// Letters stay clear of the curves.
const CLEAR = { stroke: PAPER, "stroke-width": 5, "paint-order": "stroke" };
const SIZE = { width: 400, height: 136 };

export class LossCurves {
  plane = new Plane({
    ...SIZE,
    x: [0, 10.4],
    y: [0, USUAL],
    name: "Loss by epoch: training solid, test dashed",
    xName: "epoch",
    yName: "loss",
  });
  element = this.plane.element;
  train = s("path", { ...LINE, "stroke-width": 2 });
  test = s("path", { ...LINE, "stroke-width": 1.8, "stroke-dasharray": "5 4" });
  names = set(label(86, 23, "", "start"), { "aria-hidden": "true", ...CLEAR });

  constructor() {
    this.plane.clipped.append(this.train, this.test);
    this.plane.content.append(this.names);
  }

  /** @param {History} history */
  draw(history) {
    const [train, test] = [history.curve(1), history.curve(2)];
    const last = train.length ? train[train.length - 1][0] : 0;
    const losses = [...train, ...test].map(([, loss]) => loss);
    const top = losses.some((loss) => loss > USUAL) ? LARGEST : USUAL;
    const end = 1.04 * roundAbove(last); // room for its number
    // The axes stay where they are for a while.
    if (end !== this.plane.x[1] || top !== this.plane.y[1]) {
      this.plane.zoom([0, end], [0, top]);
    }
    this.train.setAttribute("d", this.plane.path(train));
    this.test.setAttribute("d", this.plane.path(test));
    const dashed = test.length ? "; dashed, test: small" : "";
    this.names.textContent = `training: large points${dashed}`;
  }
}

/**
 * The next of 10, 20, 50, 100, and so on.
 * @param {number} value
 */
function roundAbove(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(10, value)));
  return power * ([1, 2, 5].find((factor) => factor * power >= value) ?? 10);
}
