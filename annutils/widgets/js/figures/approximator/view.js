// The error against the number of pieces, both on scales of equal factors.

import { s } from "../../parts/dom.js";
import { BLUE, ORANGE, PAPER } from "../../parts/palette.js";
import { label, Plane } from "../../parts/plane.js";

const ERRORS = [0.01, 0.1, 1];
const COUNTS = [1, 2, 5, 10, 20, 40];
const [LOW, HIGH] = [0.003, 3];

/** An error chart, with a mark for each number of pieces that was tried. */
export class ErrorChart {
  constructor() {
    this.plane = new Plane({
      x: [-0.05, Math.log10(50)],
      y: [Math.log10(LOW), Math.log10(HIGH)],
      width: 400,
      height: 300,
      name: "Largest error against the number of pieces",
    });
    this.plane.frame.replaceChildren(...this.axes());
  }

  axes() {
    const { plane } = this;
    const [left, right] = plane.x.map((x) => plane.X(x));
    const [low, high] = plane.y.map((y) => plane.Y(y));
    return [
      s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
      ...COUNTS.map((n) =>
        label(plane.X(Math.log10(n)), low + 17, String(n), "middle"),
      ),
      ...ERRORS.map((e) =>
        label(left + 4, plane.Y(Math.log10(e)) + 5, String(e), "start"),
      ),
      label(right - 2, low - 8, "pieces", "end"),
      label(right - 2, high + 14, "largest error", "end"),
    ];
  }

  /**
   * Show all tries of this curve, the last one large: round ones for steps, angular ones
   * for hinges.
   * @param {{ kind: string, pieces: number, error: number }[]} tries
   */
  show(tries) {
    const { plane } = this;
    const last = tries.length - 1;
    const marks = tries.map(({ kind, pieces, error }, k) => {
      const r = k === last ? 7 : 4;
      const [x, y] = [
        plane.X(Math.log10(pieces)),
        plane.Y(Math.log10(Math.min(HIGH, Math.max(LOW, error)))),
      ];
      const look = { stroke: PAPER, "stroke-width": 1.5 };
      return kind === "steps"
        ? s("circle", { cx: x, cy: y, r, fill: BLUE, ...look })
        : s("rect", {
            x: x - r,
            y: y - r,
            width: 2 * r,
            height: 2 * r,
            fill: ORANGE,
            ...look,
          });
    });
    plane.content.replaceChildren(...marks);
  }
}
