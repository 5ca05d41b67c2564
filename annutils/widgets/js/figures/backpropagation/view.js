// A computational graph: boxes with values (blue) and gradients (orange), arrows between.

import { h, s } from "../../parts/dom.js";
import { BLUE, ORANGE } from "../../parts/palette.js";

const WIDTH = 480;
const BOX = { width: 64, height: 42 };

/** A number that fits its box: six characters at most. */
function short(value) {
  if (value === null || value === undefined) return "";
  const size = Math.abs(value);
  if (size >= 1e4) return value.toExponential(0).replace("e+", "e").replace("-", "−");
  if (size > 0 && size < 5e-4) return "≈ 0";
  const decimals = [0.01, 10, 100].filter((bound) => size < bound).length;
  return String(Number(value.toFixed(decimals))).replace("-", "−");
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
    this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${rows * pitch + 16}`);
    const place = ({ at: [column, row] }) => [6 + column * apart, 6 + row * pitch + 8];
    const edges = nodes.flatMap((node) => {
      const sources = (node.from ?? []).map((name) => byName.get(name));
      sources.sort((one, other) => one.at[1] - other.at[1]); // so that arrows do not cross
      return sources.map((source, k) =>
        this.edge(place(source), place(node), (k + 1) / (sources.length + 1), node),
      );
    });
    this.svg.replaceChildren(...edges, ...nodes.map((node) => this.box(place(node), node, active)));
  }

  /** An arrow from one box to another, which it reaches at a part of its height. */
  edge([x, y], [u, v], part, { value }) {
    const known = value !== null;
    const [from, to] = [[x + BOX.width, y + BOX.height / 2], [u, v + BOX.height * part]];
    const middle = (from[0] + to[0]) / 2;
    const d = `M${from.join(" ")}C${middle} ${from[1]} ${middle} ${to[1]} ${to.join(" ")}m-5-2.5l5 2.5-5 2.5`;
    return s("path", { d, class: "axis", "stroke-width": known ? 1.6 : 0.8 });
  }

  box([x, y], { name, op, value, grad, reached }, active) {
    const strong = name === active;
    const text = (dx, dy, content, color, anchor = "start", size = content.length > 4 ? 12 : 15) => {
      const style = { fill: color, fontSize: `${size}px` };
      return s("text", { x: x + dx, y: y + dy, "text-anchor": anchor, style }, content);
    };
    const look = { fill: op ? "#fff" : "#eef2f5", rx: 6, "stroke-width": strong ? 3 : 1 };
    return s(
      "g",
      {},
      s("rect", { x, y, ...BOX, ...look, stroke: strong ? "#222" : "#888" }),
      op ? text(BOX.width / 2, -4, op, "#555", "middle", 12) : null,
      text(4, 17, name, "#222"),
      text(BOX.width - 4, 17, short(value), BLUE, "end"),
      text(BOX.width - 4, 36, reached && grad !== null ? short(grad) : "", "#a34700", "end"),
      reached && grad !== null ? text(4, 36, "∂", ORANGE) : null,
    );
  }
}
