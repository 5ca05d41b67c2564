// A computational graph: boxes with values (blue) and gradients (orange), arrows between.

import { short } from "../../engine/number_text.js";
import { h, s } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";

/** @import { Computed, Graph } from "../../engine/graph.js" */

const WIDTH = 480;
const BOX = { width: 64, height: 42 };
const MARGIN = 6;

/**
 * A text in a box; long ones are smaller.
 * @param {number[]} place
 * @param {string} content
 * @param {string} color
 * @param {"start" | "middle" | "end"} [anchor]
 */
function text([x, y], content, color, anchor = "start", size = 15) {
  const fits = content.length > 4 ? Math.min(size, 12) : size;
  const style = { fill: color, fontSize: `${fits}px` };
  return s("text", { x, y, "text-anchor": anchor, style }, content);
}

export class GraphDrawing {
  svg = s("svg", { "aria-hidden": "true" });
  element = h("div", { class: "plot wide" }, this.svg);

  /**
   * Draw all nodes.
   * @param {Graph} graph
   */
  draw(graph) {
    const { nodes } = graph;
    const columns = 1 + Math.max(...nodes.map(({ at }) => at[0]));
    const rows = 1 + Math.max(...nodes.map(({ at }) => at[1]));
    const apart = columns > 1 ? (WIDTH - BOX.width - 2 * MARGIN) / (columns - 1) : 0;
    const pitch = rows > 4 ? 50 : 64;
    this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${rows * pitch + 16}`);
    const place = (/** @type {Computed} */ { at: [column, row] }) => [
      MARGIN + column * apart,
      MARGIN + row * pitch + 8,
    ];
    const edges = nodes.flatMap((node) => {
      const sources = node.inputs.map((name) => graph.node(name));
      sources.sort((one, other) => one.at[1] - other.at[1]); // so that arrows do not cross
      return sources.map((source, k) => {
        const part = (k + 1) / (sources.length + 1);
        return edge(place(source), place(node), part, node.value !== null);
      });
    });
    const boxes = nodes.map((node) =>
      box(place(node), node, node.name === graph.active),
    );
    this.svg.replaceChildren(...edges, ...boxes);
  }
}

/**
 * An arrow from one box to another, which it reaches at a part of its height.
 * @param {number[]} source
 * @param {number[]} target
 * @param {number} part
 * @param {boolean} known whether the value has been computed that it leads to
 */
function edge([x, y], [u, v], part, known) {
  const from = [x + BOX.width, y + BOX.height / 2];
  const to = [u, v + BOX.height * part];
  const middle = (from[0] + to[0]) / 2;
  const way = `${middle} ${from[1]} ${middle} ${to[1]} ${to.join(" ")}`;
  const d = `M${from.join(" ")}C${way}m-5-2.5l5 2.5-5 2.5`;
  return s("path", { d, class: "axis", "stroke-width": known ? 1.6 : 0.8 });
}

/**
 * @param {number[]} place
 * @param {Computed} node
 * @param {boolean} active
 */
function box([x, y], { name, operation, value, grad, reached }, active) {
  const known = reached && grad !== null;
  const right = x + BOX.width - 4;
  const look = {
    fill: operation ? PAPER : TINT,
    rx: 6,
    "stroke-width": active ? 3 : 1,
    stroke: active ? INK : "var(--edge)",
  };
  return s(
    "g",
    {},
    s("rect", { x, y, ...BOX, ...look }),
    operation ? text([x + BOX.width / 2, y - 4], operation, AXIS, "middle", 12) : null,
    text([x + 4, y + 17], name, INK),
    text([right, y + 17], value === null ? "" : short(value), BLUE, "end"),
    text([right, y + 36], known ? short(grad) : "", BROWN, "end"),
    known ? text([x + 4, y + 36], "∂", ORANGE) : null,
  );
}
