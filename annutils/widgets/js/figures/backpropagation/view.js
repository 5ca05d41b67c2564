// A computational graph: boxes with values (blue) and gradients (orange), arrows between.

import { short } from "../../engine/number_text.js";
import { h, s } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";

/** @import { Computed, Graph } from "../../engine/graph.js" */

const COLUMN = 84;
const BOX = { width: 66, height: 44 };
const MARGIN = 6;
/** What stands above a box. @type {Record<string, string>} */
const SIGNS = {
  ...{ product: "×", difference: "−", sum: "+", square: "( )²" },
  ...{ relu: "relu", tanh: "tanh", sigmoid: "σ", affine: "w·x+b", error: "(ŷ−y)²" },
};

/**
 * A text in a box; long ones are smaller.
 * @param {number[]} place
 * @param {string} content
 * @param {string} color
 * @param {"start" | "middle" | "end"} [anchor]
 */
function text([x, y], content, color, anchor = "start", size = 15) {
  const fits = content.length > 6 ? Math.min(size, 12) : size;
  const style = { fill: color, fontSize: `${fits}px` };
  return s("text", { x, y, "text-anchor": anchor, style }, content);
}

export class GraphDrawing {
  content = s("g", { "aria-hidden": "true" });
  numbers = s("g");
  name = "The graph: values of its leaves can be changed";
  svg = s(
    "svg",
    { class: "low", role: "group", "aria-label": this.name },
    this.content,
    this.numbers,
  );
  element = h("div", { class: "plot wide" }, this.svg);
  /** @type {(node: Computed) => number[]} */
  place = () => [0, 0];

  /**
   * Where the value of a leaf stands.
   * @param {Computed} node
   */
  valuePlace(node) {
    const [x, y] = this.place(node);
    return [x + BOX.width - 20, y + 13];
  }

  /**
   * Take another graph.
   * @param {Graph} graph
   */
  load({ nodes }) {
    const columns = 1 + Math.max(...nodes.map(({ at }) => at[0]));
    const rows = 1 + Math.max(...nodes.map(({ at }) => at[1]));
    const width = columns * COLUMN;
    const apart = columns > 1 ? (width - BOX.width - 2 * MARGIN) / (columns - 1) : 0;
    const pitch = rows > 4 ? 52 : 66;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${rows * pitch + 16}`);
    this.place = ({ at: [column, row] }) => [
      MARGIN + column * apart,
      MARGIN + row * pitch + 12,
    ];
  }

  /**
   * Draw all nodes.
   * @param {Graph} graph
   */
  draw(graph) {
    const { nodes } = graph;
    const { place } = this;
    const edges = nodes.flatMap((node) => {
      const sources = node.inputs.map((name) => graph.node(name));
      sources.sort((one, other) => one.at[1] - other.at[1]); // so that arrows do not cross
      return sources.map((source, k) => {
        const part = (k + 1) / (sources.length + 1);
        const works = graph.goesBack && node.name === graph.active;
        const derivative = works && graph.local(node)[node.inputs.indexOf(source.name)];
        const known = node.value !== null;
        return edge(place(source), place(node), part, { known, derivative });
      });
    });
    const boxes = nodes.map((node) =>
      box(place(node), node, node.name === graph.active),
    );
    this.content.replaceChildren(...edges.flat(), ...boxes);
  }
}

/**
 * An arrow from one box to another, which it reaches at a part of its height; where a
 * gradient goes back along it, with the derivative that multiplies it.
 * @param {number[]} source
 * @param {number[]} target
 * @param {number} part
 * @param {{ known: boolean, derivative: number | false }} state `known` if the value has
 *   been computed that it leads to
 */
function edge([x, y], [u, v], part, { known, derivative }) {
  const from = [x + BOX.width, y + BOX.height / 2];
  const to = [u, v + BOX.height * part];
  const middle = (from[0] + to[0]) / 2;
  const way = `${middle} ${from[1]} ${middle} ${to[1]} ${to.join(" ")}`;
  const d = `M${from.join(" ")}C${way}m-5-2.5l5 2.5-5 2.5`;
  if (derivative === false) {
    return [s("path", { d, class: "axis", "stroke-width": known ? 1.6 : 0.8 })];
  }
  const at = [x + BOX.width, y + BOX.height + 16]; // under the box that gets it
  const factor = text(at, `× ${short(derivative)}`, BROWN, "end");
  const halo = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
  for (const [name, value] of Object.entries(halo))
    factor.setAttribute(name, `${value}`);
  const back = `M${to.join(" ")}C${middle} ${to[1]} ${middle} ${from[1]} ${from.join(" ")}`;
  const look = { fill: "none", stroke: ORANGE, "stroke-width": 3 };
  return [s("path", { d: `${back}m6-4l-6 4 6 4`, ...look }), factor];
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
    operation
      ? text([x + BOX.width / 2, y - 4], SIGNS[operation], AXIS, "middle")
      : null,
    text([x + 4, y + 18], name, INK),
    operation
      ? text([right, y + 18], value === null ? "" : short(value), BLUE, "end")
      : null,
    text([right, y + 40], known ? short(grad) : "", BROWN, "end"),
    known ? text([x + 4, y + 40], "∂", ORANGE) : null,
  );
}
