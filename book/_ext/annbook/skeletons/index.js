// <ann-skeleton>: a line through the origin whose slope readers choose.

import { number, steps } from "../../engine/options.js";
import { s } from "../../parts/dom.js";
import { define, Figure, later } from "../../parts/figure.js";
import { written } from "../../engine/number_text.js";
import { BLUE } from "../../parts/palette.js";
import { Plane } from "../../parts/plane.js";
import { scene } from "../../parts/scene.js";
import { line } from "./model.js";

const X = [-1, 1];
const SLOPE = "How far the line rises for each step to the right.";

class SkeletonFigure extends Figure {
  static title = "What does a slope do?";
  static hint = "Move the slider.";
  static options = { slope: number(1, steps(-2, 2, 0.1)) };

  plane = later(Plane);

  build() {
    this.plane = new Plane({
      x: X,
      y: [-2, 2],
      name: "A line",
      xName: "x",
      yName: "y",
    });
    const format = (/** @type {number} */ value) => written(value, 1);
    const control = this.control("slope", "Slope", SLOPE, { format });
    return [scene(this.plane.element, control)];
  }

  update() {
    const { slope } = this.values;
    const d = this.plane.path(line(slope, X));
    this.plane.clipped.replaceChildren(
      s("path", { d, fill: "none", stroke: BLUE, "stroke-width": 3 }),
    );
    this.showStatus(`y = ${written(slope, 1)} x`);
  }
}

define("ann-skeleton", SkeletonFigure);
