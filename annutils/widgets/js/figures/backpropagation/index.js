// <ann-backpropagation>: a computational graph to step through, forward and backward.

import { Graph } from "../../engine/graph.js";
import { EXAMPLES } from "../../engine/graph_examples.js";
import { plain } from "../../engine/number_text.js";
import { choice, labelsOf, number } from "../../engine/options.js";
import { h } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { GraphDrawing } from "./view.js";
import { HELP } from "./words.js";

/**
 * @import { Computed } from "../../engine/graph.js"
 * @import { Properties } from "../../parts/dom.js"
 */

const LARGEST = 100;
const FIRST = "Press Step: first forward, from left to right.";

class BackpropagationFigure extends RunningFigure {
  static title = "Backpropagation: step through a computational graph";
  static pause = 1200; // milliseconds between two steps
  static options = {
    graph: choice("neuron", labelsOf(EXAMPLES)),
    step: number(0, [0, 29], { whole: true }),
  };

  drawing = later(GraphDrawing);
  table = later(HTMLTableSectionElement);
  graph = new Graph(EXAMPLES.neuron.nodes);
  text = ""; // what the last step did
  /** Attributes of the fields for values. @type {Properties} */
  valueHelp = {};
  /** @type {ReturnType<BackpropagationFigure["row"]>[]} */
  rows = [];

  build() {
    this.drawing = new GraphDrawing();
    this.table = h("tbody");
    this.valueHelp = this.help("Values", HELP.values);
    this.help("Finite difference", HELP.difference);
    this.load();
    for (let k = 0; k < this.values.step; k++) this.advance();
    const buttons = this.buttons();
    const graph = this.control("graph", "Graph", HELP.graph);
    const shown = [buttons, this.drawing.element, this.status, graph];
    return [...shown, this.complaint, this.tableElement()];
  }

  buttons() {
    const { back, end, rewind, run, step } = HELP;
    const buttons = [
      this.button("Step", () => this.goTo(this.graph.done + 1), step, true),
      this.button("Back", () => this.goTo(this.graph.done - 1), back),
      this.makeRunButton("Run", run),
      this.button("To the end", () => this.goTo(this.graph.last), end),
      this.button("Rewind", () => this.rewind(), rewind),
    ];
    return h("div", { class: "row" }, buttons);
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
    this.load();
    this.goTo(0);
  }

  load() {
    this.graph = new Graph(EXAMPLES[this.values.graph].nodes);
    this.rows = this.graph.nodes.map((node) => this.row(node));
    this.table.replaceChildren(...this.rows.map(({ row }) => row));
    this.text = "";
    // Room for the longest text, so that the table stays where it is on a wide screen.
    const inputs = this.graph.operations.map((node) => node.inputs.length);
    this.status.style.minHeight = `${1.4 * (1 + Math.max(...inputs))}em`;
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
      this.graph.edit(name, value);
      this.goTo(0);
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
    this.text = this.graph.step() || this.text;
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
    graph.nodes.forEach(({ name, operation, value, grad, reached }, k) => {
      const { shown, gradient, difference } = this.rows[k];
      const known = grad !== null && reached;
      if (operation) shown.textContent = value === null ? "" : plain(value);
      gradient.textContent = known ? plain(grad) : "";
      difference.textContent = known ? plain(graph.difference(name)) : "";
    });
    this.showStatus(`Step ${graph.done} of ${graph.last}. ${this.text || FIRST}`);
  }
}

define("ann-backpropagation", BackpropagationFigure);
