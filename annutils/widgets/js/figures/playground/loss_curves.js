// Loss curves: training solid, test dashed, as everywhere in the book.

import { s } from "../../parts/dom.js";
import { BLUE, ORANGE } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";

export class Losses {
  constructor() {
    this.plane = new Plane({
      ...{ x: [0, 1], y: [0, 1], width: 400, height: 200, yName: "loss by epoch" },
      name: "Loss curves: training solid, test dashed",
    });
    const line = { fill: "none", "stroke-width": 2.2 };
    this.train = s("path", { ...line, stroke: BLUE });
    this.test = s("path", { ...line, stroke: ORANGE, "stroke-dasharray": "6 4" });
    const legend = (x, text) => s("text", { x, y: 22, "text-anchor": "end" }, text);
    this.plane.clipped.append(this.train, this.test);
    this.name = legend(385, "");
    this.plane.content.append(legend(300, "— training"), this.name);
    this.element = this.plane.element;
  }

  draw(history) {
    const [train, test] = [history.curve(1), history.curve(2)];
    const last = train.length ? train[train.length - 1][0] : 0;
    const top = [...train, ...test].reduce((most, [, loss]) => Math.max(most, loss), 0.1);
    this.plane.zoom([0, Math.max(1, last)], [0, 1.05 * Math.min(top, 2)]);
    this.train.setAttribute("d", this.plane.path(train));
    this.test.setAttribute("d", this.plane.path(test));
    this.name.textContent = test.length ? "- - test" : "";
  }
}
