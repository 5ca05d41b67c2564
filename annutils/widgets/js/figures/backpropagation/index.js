// <ann-backpropagation>: a computational graph to step through, forward and backward.

import { Graph } from "../../engine/graph.js";
import { EXAMPLES } from "../../engine/graph_examples.js";
import { plain } from "../../engine/number_text.js";
import { choice, labelsOf, number, steps } from "../../engine/options.js";
import { h } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { optionRadios } from "../../parts/radio.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { loose } from "../../parts/scene.js";
import { scrub } from "../../parts/scrub.js";
import { GraphDrawing } from "./view.js";
import { answer, BETS, counted, first, followed, HELP, ready } from "./words.js";

/**
 * @import { Computed } from "../../engine/graph.js"
 * @import { Properties } from "../../parts/dom.js"
 */

const LARGEST = 100;
const VALUES = steps(-10, 10, 0.1);

class BackpropagationFigure extends RunningFigure {
  static title = "Which parameter moves the loss most?";
  static hint =
    "Drag a number in a green box sideways and watch ℓ, or press Step: each box gets ∂, the slope of ℓ for it.";
  static pause = 1200; // milliseconds between two steps
  static options = {
    graph: choice("shared", labelsOf(EXAMPLES)),
    step: number(0, [0, 15], { whole: true }), // back, when all values are known
    bet: choice("none", { none: "none", ...BETS }),
  };

  drawing = later(GraphDrawing);
  table = later(HTMLTableSectionElement);
  bets = later(HTMLElement);
  graph = new Graph(EXAMPLES.shared.nodes);
  text = ""; // what the last step did
  /** Attributes of the fields for values. @type {Properties} */
  valueHelp = {};
  /** By the names of leaves. @type {Map<string, ReturnType<typeof scrub>>} */
  scrubs = new Map();
  /** @type {ReturnType<BackpropagationFigure["row"]>[]} */
  rows = [];

  build() {
    this.drawing = new GraphDrawing(() => {
      this.layOut();
      this.update();
    });
    this.table = h("tbody");
    this.valueHelp = this.help("Values", HELP.values);
    this.help("Finite difference", HELP.difference);
    this.load();
    for (let k = 0; k < this.graph.operations.length; k++) this.advance();
    this.text = ready(this.graph);
    for (let k = 0; k < this.values.step; k++) this.advance();
    const graph = this.control("graph", "Graph", HELP.graph);
    this.bets = optionRadios(this, "bet", {
      name: "Your bet",
      text: HELP.bet,
      legend: "Your bet: the one that moves ℓ most",
      labels: BETS,
    });
    const picture = h("div", { class: "stack" }, this.drawing.element, graph);
    const buttons = h("div", { class: "row" }, this.buttons());
    const scene = loose(picture, this.bets, buttons, this.status);
    scene.classList.add("broad");
    const more = h(
      "div",
      { class: "row" },
      this.button("Back", () => this.goTo(this.graph.done - 1), HELP.back),
      this.button("Rewind", () => this.rewind(), HELP.rewind),
    );
    this.fold("More: all values, and finite differences", more, this.tableElement());
    return [scene];
  }

  buttons() {
    const { end, run, step } = HELP;
    return [
      this.button("Step", () => this.goTo(this.graph.done + 1), step, true),
      this.makeRunButton("Run", run),
      this.button("To the end", () => this.goTo(this.graph.last), end),
    ];
  }

  tableElement() {
    const names = ["value", "gradient", "finite difference"];
    const heads = names.map((name) => h("th", { scope: "col" }, name));
    const head = h("thead", {}, h("tr", {}, h("td"), heads));
    const text = "Values, gradients, and gradients by finite differences";
    return h("table", {}, h("caption", { class: "hidden" }, text), head, this.table);
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    if (name === "bet") {
      this.update();
      return;
    }
    this.load();
    this.goTo(this.graph.operations.length);
    this.text = ready(this.graph);
    this.update();
  }

  load() {
    this.graph = new Graph(EXAMPLES[this.values.graph].nodes);
    this.rows = this.graph.nodes.map((node) => this.row(node));
    this.table.replaceChildren(...this.rows.map(({ row }) => row));
    this.text = "";
    this.layOut();
    // Room for the longest text, so that the table stays where it is on a wide screen.
    const inputs = this.graph.operations.map((node) => node.inputs.length);
    this.status.style.minHeight = `${1.4 * (2 + Math.max(...inputs))}em`;
  }

  /** Place all boxes, and in them the numbers that can be changed. */
  layOut() {
    this.drawing.load(this.graph);
    const leaves = this.graph.nodes.filter(({ operation }) => !operation);
    this.scrubs = new Map(leaves.map((node) => [node.name, this.leaf(node)]));
    const elements = [...this.scrubs.values()].map(({ element }) => element);
    this.drawing.numbers.replaceChildren(...elements);
  }

  /**
   * The value of a leaf, to change where it stands.
   * @param {Computed} node
   */
  leaf(node) {
    return scrub({
      name: `Value of ${node.name} in the graph`,
      values: VALUES,
      value: Number(node.value),
      at: this.drawing.valuePlace(node),
      width: 36,
      change: (value) => this.tell(node.name, value),
      help: this.valueHelp,
    });
  }

  /**
   * Give a leaf another value, stay at the same step, and say what became of the loss.
   * @param {string} name
   * @param {number} value
   */
  tell(name, value) {
    const { graph } = this;
    const before = [graph.node(name).value, graph.result.value].map(Number);
    const { computed, done } = graph;
    graph.edit(name, value);
    this.scrubs.get(name)?.put(value);
    this.goTo(done);
    if (!computed) return;
    const { name: result, value: after } = graph.result;
    this.text = followed(
      { name, from: before[0], to: value },
      { name: result, from: before[1], to: Number(after) },
    );
    this.update();
  }

  /**
   * A row of the table; the values of leaves can be edited.
   * @param {Computed} node
   */
  row({ name, operation, value }) {
    const [shown, gradient, difference] = [h("td"), h("td"), h("td")];
    if (!operation) {
      const input = h("input", {
        type: "number",
        step: "any",
        value,
        "aria-label": `Value of ${name}`,
        min: -LARGEST,
        max: LARGEST,
        ...this.valueHelp,
        onchange: () => this.edit(name, input),
      });
      shown.append(input);
    }
    const head = h("th", { scope: "row" }, name);
    const row = h("tr", {}, head, shown, gradient, difference);
    return { row, shown, gradient, difference };
  }

  /**
   * @param {string} name
   * @param {HTMLInputElement} input
   */
  edit(name, input) {
    const value = input.value.trim() === "" ? Number.NaN : Number(input.value);
    if (Math.abs(value) <= LARGEST) {
      this.tell(name, value);
    } else {
      this.complain(
        `The value of ${name} must be a number from −${LARGEST} to ${LARGEST}.`,
      );
      input.value = String(this.graph.node(name).value);
    }
  }

  get ended() {
    return this.graph.done === this.graph.last;
  }

  rewind() {
    this.goTo(0);
  }

  advance() {
    const text = this.graph.step();
    if (text) this.text = `${counted(this.graph)} ${text}`;
  }

  /**
   * Begin anew and go this many steps.
   * @param {number} steps
   */
  goTo(steps) {
    this.complain("");
    this.ticker.stop();
    this.graph.rewind();
    this.text = "";
    for (let k = 0; k < steps; k++) this.advance();
    this.update();
  }

  update() {
    super.update();
    const { graph } = this;
    this.drawing.draw(graph);
    const isBet = this.values.graph === "shared";
    this.bets.hidden = !isBet;
    graph.nodes.forEach(({ name, operation, value, grad, reached }, k) => {
      const { shown, gradient, difference } = this.rows[k];
      const known = grad !== null && reached;
      if (operation) shown.textContent = value === null ? "" : plain(value);
      else if (shown.firstElementChild instanceof HTMLInputElement) {
        shown.firstElementChild.value = String(value);
      }
      gradient.textContent = known ? plain(grad) : "";
      difference.textContent = known ? plain(graph.difference(name)) : "";
    });
    this.showStatus(
      `${this.text || first(graph)}\n${answer(graph, isBet ? this.values.bet : "none")}`,
    );
  }
}

define("ann-backpropagation", BackpropagationFigure);
