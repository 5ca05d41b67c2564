// A computational graph: boxes with values (blue) and gradients (orange), arrows between.

import { h, s } from "./dom.js";
import { BLUE, ORANGE } from "./palette.js";

const WIDTH = 480;
const BOX = { width: 70, height: 42 };

/** A number that fits its box: five characters at most. */
function short(value) {
  if (value === null || value === undefined) return "";
  const size = Math.abs(value);
  if (size >= 1e4) return value.toExponential(0).replace("e+", "e").replace("-", "−");
  if (size > 0 && size < 0.005) return "≈ 0";
  return String(Number(value.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0))).replace("-", "−");
}

export class GraphDrawing {
  constructor() {
    this.svg = s("svg", { "aria-hidden": "true" });
    this.element = h("div", { class: "plot wide" }, this.svg);
  }

  /** Draw all nodes; `active` is the name of the one that was computed last. */
  draw({ nodes, byName }, active) {
    const columns = 1 + Math.max(...nodes.map(({ at }) => at[0]));
    const rows = 1 + Math.max(...nodes.map(({ at }) => at[1]));
    const apart = columns > 1 ? (WIDTH - BOX.width - 12) / (columns - 1) : 0;
    const pitch = rows > 4 ? 50 : 64;
    this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${rows * pitch + 12}`);
    const place = ({ at: [column, row] }) => [6 + column * apart, 6 + row * pitch + 4];
    const edges = nodes.flatMap((node) =>
      (node.from ?? []).map((name) => this.edge(place(byName.get(name)), place(node), node)),
    );
    this.svg.replaceChildren(...edges, ...nodes.map((node) => this.box(place(node), node, active)));
  }

  edge([x, y], [u, v], { value }) {
    const known = value !== null;
    const [from, to] = [[x + BOX.width, y + BOX.height / 2], [u, v + BOX.height / 2]];
    const middle = (from[0] + to[0]) / 2;
    const d = `M${from.join(" ")}C${middle} ${from[1]} ${middle} ${to[1]} ${to.join(" ")}`;
    return s("path", { d, class: "axis", "stroke-width": known ? 1.6 : 0.8 });
  }

  box([x, y], { name, op, value, grad, reached }, active) {
    const strong = name === active;
    const text = (dx, dy, content, color, anchor = "start") => {
      const style = `fill:${color};font-size:${content.length > 4 ? 13 : 16}px`;
      return s("text", { x: x + dx, y: y + dy, "text-anchor": anchor, style }, content);
    };
    const look = { fill: op ? "#fff" : "#eef2f5", rx: 6, "stroke-width": strong ? 3 : 1 };
    return s(
      "g",
      {},
      s("rect", { x, y, ...BOX, ...look, stroke: strong ? "#222" : "#888" }),
      text(4, 17, name, "#222"),
      text(BOX.width - 4, 17, short(value), BLUE, "end"),
      text(BOX.width - 4, 36, reached && grad !== null ? short(grad) : "", "#a34700", "end"),
      reached && grad !== null ? text(4, 36, "∂", ORANGE) : null,
    );
  }
}
