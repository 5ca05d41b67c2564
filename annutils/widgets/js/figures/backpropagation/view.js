// A computational graph: boxes with values (blue) and gradients (orange), arrows between.

import { inFormula, short, written } from "../../engine/number_text.js";
import { OPERATIONS } from "../../engine/operations.js";
import { h, s, set } from "../../parts/dom.js";
import { BLUE, BROWN, GREEN, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";
import { strongest } from "./words.js";

/** @import { Computed, Graph } from "../../engine/graph.js" */

const COLUMN = 85;
const HEIGHT = 48; // of a box
/** Widths of boxes: the name of a leaf stands in it, that of what is computed above. */
const WIDTHS = { leaf: 66, result: 56 };
const WIDER = { leaf: 78, result: 64 }; // where numbers are long
const MARGIN = 6;
const TOP = 22; // room for a name
const STRONGEST = "moves ℓ most";
const NARROWEST = 425; // of drawings
const ROOMY = 560; // pixels from which on a tall drawing spreads to the sides
const SPREAD = 1.55; // its width then, in parts of its height
const ROOM = 15; // more from column to column with wider boxes
const SMALLEST = 0.8; // pixels for a unit of a large drawing, which scrolls on a phone
const LEVEL = 12; // an edge that rises by less is straight to the eye

/**
 * What stands above a box: how it is computed.
 * @param {Computed} node
 */
function formula({ name, operation = "", inputs }, room = 11) {
  if (operation === "affine") return `${name} = sum`;
  const text = `${name} = ${OPERATIONS[operation].formula(inputs)}`;
  return text.length > room ? text.replaceAll(" ", "") : text;
}

/**
 * @param {number[]} place
 * @param {string} content
 * @param {string} color
 * @param {"start" | "middle" | "end"} [anchor]
 */
function text([x, y], content, color, anchor = "start", size = 15) {
  const style = { fill: color, fontSize: `${size}px` };
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
  pitch = 0; // from one row to the next
  isWide = true; // whether there is room for the factors of all edges
  isRoomy = false;
  isNew = true; // it is shown from where it ends, by the result
  widths = WIDTHS;

  /** @param {() => void} fit to be called when the drawing is to be loaded again */
  constructor(fit) {
    const ruler = h("div"); // as wide as the drawing, whose height follows from it
    this.element.append(ruler);
    this.element.style.overflowX = "auto";
    new ResizeObserver(() => {
      const isRoomy = ruler.clientWidth >= ROOMY;
      if (isRoomy === this.isRoomy) return;
      this.isRoomy = isRoomy;
      fit();
    }).observe(ruler);
  }

  /** @param {Computed} node */
  wide({ operation }) {
    return operation ? this.widths.result : this.widths.leaf;
  }

  /**
   * Where the value of a leaf stands.
   * @param {Computed} node
   */
  valuePlace(node) {
    const [x, y] = this.place(node);
    return [x + this.widths.leaf - 21, y + 16];
  }

  /**
   * Take another graph.
   * @param {Graph} graph
   */
  load({ nodes }) {
    const columns = 1 + Math.max(...nodes.map(({ at }) => at[0]));
    const rows = 1 + Math.max(...nodes.map(({ at }) => at[1]));
    this.isNew = true;
    this.isWide = rows <= 4;
    this.pitch = this.isWide ? 69 : 52;
    this.widths = this.isWide ? WIDTHS : WIDER;
    const { leaf, result } = this.widths;
    const height = TOP + (rows - 1) * this.pitch + HEIGHT + (this.isWide ? 21 : 10);
    const spread = this.isRoomy ? SPREAD * height : 0;
    const column = this.isWide ? COLUMN : COLUMN + ROOM;
    const width = Math.max(NARROWEST, columns * column, spread);
    const first = MARGIN + leaf / 2;
    const apart = (width - MARGIN - result / 2 - first) / (columns - 1);
    this.svg.style.minWidth = this.isWide ? "" : `${SMALLEST * width}px`;
    this.svg.style.maxHeight = this.isWide ? "" : "none"; // its letters stay large
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.place = (node) => [
      first + node.at[0] * apart - this.wide(node) / 2,
      TOP + node.at[1] * this.pitch,
    ];
  }

  /**
   * Draw all nodes, and what going back has found in the end.
   * @param {Graph} graph
   */
  draw(graph) {
    if (this.isNew) this.element.scrollLeft = this.element.scrollWidth;
    this.isNew = false;
    const { nodes } = graph;
    const { place } = this;
    const edges = nodes.flatMap((node) => {
      const sources = node.inputs.map((name) => graph.node(name));
      sources.sort((one, other) => one.at[1] - other.at[1]); // so that arrows do not cross
      return sources.map((source, k) => {
        const part = (k + 1) / (sources.length + 1);
        const works = graph.goesBack && node.name === graph.active;
        const isPassed = this.isWide ? graph.hasPassed(node) : works;
        const derivative =
          isPassed && graph.local(node)[node.inputs.indexOf(source.name)];
        const [x, y] = place(source);
        const from = [x + this.wide(source), y + HEIGHT / 2];
        return edge(from, place(node), part, {
          known: node.value !== null,
          works,
          derivative,
        });
      });
    });
    const last = Math.max(...nodes.map(({ at }) => at[0]));
    const boxes = nodes.map((node) =>
      box(place(node), this.wide(node), node, {
        active: node.name === graph.active,
        last: node.at[0] === last,
        spells: this.isWide,
      }),
    );
    const isChoice = nodes.filter(({ parameter }) => parameter).length > 1;
    const found = isChoice ? strongest(graph) : [];
    this.content.replaceChildren(
      ...edges.map(({ path }) => path),
      ...boxes,
      ...edges.flatMap(({ factor }) => factor ?? []),
      ...found.flatMap((node) =>
        mark(
          place(node),
          this.wide(node),
          node.at[1],
          this.isWide && found.length === 1,
        ),
      ),
    );
  }
}

/**
 * Around the parameter that moves the result most.
 * @param {number[]} place
 * @param {number} wide
 * @param {number} row words stand above the first one, and below others
 * @param {boolean} hasRoom for words
 */
const mark = ([x, y], wide, row, hasRoom) => [
  s("rect", {
    ...{ x: x - 3, y: y - 3, width: wide + 6, height: HEIGHT + 6, rx: 8 },
    ...{ fill: "none", stroke: ORANGE, "stroke-width": 4 },
  }),
  ...(hasRoom ? [text([x - 3, row ? y + HEIGHT + 18 : y - 8], STRONGEST, BROWN)] : []),
];

/**
 * An arrow from a place to a box, which it reaches at a part of its height; where a
 * gradient goes back along it, with the derivative that multiplies it. That stays, paler,
 * when the gradient has gone on.
 * @param {number[]} from
 * @param {number[]} target
 * @param {number} part
 * @param {{ known: boolean, works: boolean, derivative: number | false }} state `known` if the value has
 *   been computed that it leads to
 */
function edge(from, [u, v], part, { known, works, derivative }) {
  const to = [u, v + HEIGHT * part];
  const middle = (from[0] + to[0]) / 2;
  if (derivative === false) {
    const way = `${middle} ${from[1]} ${middle} ${to[1]} ${to.join(" ")}`;
    const d = `M${from.join(" ")}C${way}m-5-2.5l5 2.5-5 2.5`;
    const look = { class: "axis", "stroke-width": known ? 1.6 : 0.8 };
    return { path: s("path", { d, ...look }), factor: null };
  }
  const rise = to[1] - from[1];
  const level = Math.abs(rise) < LEVEL;
  const at = level
    ? [middle, from[1] + rise / 2 - 8] // above the arrow
    : rise < 0
      ? [middle, from[1] + rise / 2 + 5] // on it
      : // on it, before the words above the box that it leads down to
        [from[0] + 0.42 * (to[0] - from[0]), from[1] + 0.35 * rise + 5];
  const factor = text(at, `×${short(derivative)}`, BROWN, "middle");
  if (works) factor.style.fontWeight = "600";
  set(factor, {
    stroke: PAPER,
    "stroke-width": level ? 3 : 6,
    "paint-order": "stroke",
  });
  const back = `M${to.join(" ")}C${middle} ${to[1]} ${middle} ${from[1]} ${from.join(" ")}`;
  const look = { fill: "none", stroke: ORANGE, "stroke-width": works ? 3 : 1.2 };
  return { path: s("path", { d: `${back}m6-4l-6 4 6 4`, ...look }), factor };
}

/**
 * @param {number[]} place
 * @param {number} wide
 * @param {Computed} node
 * @param {{ active: boolean, last: boolean, spells: boolean }} state `last` where the
 *   drawing ends; `spells` where there is room below for the sum of what came back
 */
function box([x, y], wide, node, { active, last, spells }) {
  const { name, operation, value, grad, reached, parameter, shares } = node;
  const known = reached && grad !== null;
  const right = x + wide - 5;
  const look = {
    fill: parameter ? GREEN : operation ? PAPER : TINT,
    "fill-opacity": parameter ? 0.22 : 1,
    rx: 6,
    "stroke-width": active ? 3 : 1,
    stroke: active ? INK : "var(--edge)",
  };
  const above = last ? "end" : "middle";
  const number = (
    /** @type {number} */ each,
    /** @type {number} */ down,
    color = BLUE,
  ) => {
    const content = brief(each);
    return text(
      [right, y + down],
      content,
      color,
      "end",
      content.length > 5 ? 13.6 : 15,
    );
  };
  return s(
    "g",
    {},
    s("rect", { x, y, width: wide, height: HEIGHT, ...look }),
    operation
      ? text(
          [last ? right : x + wide / 2, y - 5],
          formula(node, last ? 8 : 11),
          INK,
          above,
        )
      : text([x + 3, y + 22], name, INK),
    operation && value !== null ? number(value, 20) : null,
    known ? number(grad, 44, BROWN) : null,
    known ? text([x + 3, y + 44], "∂", ORANGE) : null,
    known && spells && shares.length > 1
      ? text([right, y + HEIGHT + 14], sumText(shares), BROWN, "end")
      : null,
  );
}

/**
 * Short, with two digits where there would be one.
 * @param {number} value
 */
const brief = (value) =>
  Math.abs(value) < 0.1 && Math.abs(value) >= 5e-4 ? written(value, 3) : short(value);

/** What has come back, added up. @param {number[]} shares */
const sumText = (shares) => shares.map((share) => inFormula(brief(share))).join(" + ");
