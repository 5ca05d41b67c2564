// Loss curves: training solid, test dashed, as everywhere in the book.

import { s } from "../../parts/dom.js";
import { BLUE, ORANGE } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";

/** @import { History } from "../../engine/history.js" */

const LARGEST = 2; // what is above is not shown
const LINE = { fill: "none", "stroke-width": 2.2 };

export class LossCurves {
  plane = new Plane({
    x: [0, 1],
    y: [0, 1],
    width: 400,
    height: 200,
    name: "Loss curves: training solid, test dashed",
    yName: "loss by epoch",
  });
  element = this.plane.element;
  train = s("path", { ...LINE, stroke: BLUE });
  test = s("path", { ...LINE, stroke: ORANGE, "stroke-dasharray": "6 4" });
  testName = label(385, 22, "", "end");

  constructor() {
    this.plane.clipped.append(this.train, this.test);
    this.plane.content.append(label(300, 22, "— training", "end"), this.testName);
  }

  /** @param {History} history */
  draw(history) {
    const [train, test] = [history.curve(1), history.curve(2)];
    const last = train.length ? train[train.length - 1][0] : 0;
    const losses = [...train, ...test].map(([, loss]) => loss);
    const top = losses.reduce((most, loss) => Math.max(most, loss), 0.1);
    this.plane.zoom([0, Math.max(1, last)], [0, 1.05 * Math.min(top, LARGEST)]);
    this.train.setAttribute("d", this.plane.path(train));
    this.test.setAttribute("d", this.plane.path(test));
    this.testName.textContent = test.length ? "- - test" : "";
  }
}
