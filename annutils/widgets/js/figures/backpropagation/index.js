// <ann-backpropagation>: a computational graph to step through, forward and backward.

import { Graph } from "../../engine/graph.js";
import { EXAMPLES } from "../../engine/graph_examples.js";
import { plain } from "../../engine/operations.js";
import { choice } from "../../engine/options.js";
import { select } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { GraphDrawing } from "./view.js";
import { Ticker } from "../../parts/ticker.js";
import { define, Figure } from "../../parts/figure.js";

const PAUSE = 1200; // milliseconds between two steps
const LARGEST = 100;

class BackpropagationFigure extends Figure {
  static title = "Backpropagation: step through a computational graph";
  static options = {
    graph: choice("neuron", Object.keys(EXAMPLES)),
    step: choice("0", Array.from({ length: 30 }, (_, k) => String(k))),
  };

  build() {
    this.drawing = new GraphDrawing();
    this.table = h("tbody");
    this.ticker = new Ticker(() => this.frame(), PAUSE);
    this.valueHelp = this.help("Values", "Numbers from −100 to 100; all others are computed from these. A change takes you back to the beginning.");
    this.help("Finite difference", "The result with this value a little larger, less that with it a little smaller, divided by the difference of the values. Near the kink of relu, and in the last digits of huge values, it may differ from the gradient.");
    this.load();
    for (let k = 0; k < Number(this.values.step); k++) this.text = this.graph.step() || this.text;
    const names = ["", "value", "gradient", "finite difference"];
    const head = h("tr", {}, names.map((name) => (name ? h("th", { scope: "col" }, name) : h("td"))));
    const caption = h("caption", { class: "hidden" }, "Values, gradients, and gradients by finite differences");
    const table = h("table", {}, caption, h("thead", {}, head), this.table);
    return [this.buttons(), this.drawing.element, this.status, this.example(), this.complaint, table];
  }

  buttons() {
    this.runButton = this.button("Run", () => this.toggle(), "Step after step by itself.");
    return h("div", { class: "row" }, [
      this.button("Step", () => this.advance(), "Compute the next value, or pass the next gradient back.", true),
      this.button("Back", () => this.goTo(this.graph.done - 1), "Take the last step back."),
      this.runButton,
      this.button("To the end", () => this.goTo(this.graph.last), "All steps at once."),
      this.button("Rewind", () => this.goTo(0), "Back to the beginning; the values that you edited stay."),
    ]);
  }

  example() {
    return select({
      ...{ name: "Graph", value: this.values.graph },
      choices: Object.entries(EXAMPLES).map(([key, { text }]) => [key, text]),
      help: this.help("Graph", "What is computed."),
      change: (value) => {
        this.change("graph", value);
        this.load();
        this.goTo(0);
      },
    }).element;
  }

  load() {
    this.graph = new Graph(EXAMPLES[this.values.graph].nodes);
    this.cells = this.graph.nodes.map((node) => this.row(node));
    this.table.replaceChildren(...this.cells.map(({ row }) => row));
    this.text = "";
    // Room for the longest text, so that the table stays where it is on a wide screen.
    const lines = 1 + Math.max(...this.graph.operations.map(({ from }) => from.length));
    this.status.style.minHeight = `${1.4 * lines}em`;
  }

  /** A row of the table; the values of leaves can be edited. */
  row({ name, op, value }) {
    const [shown, gradient, difference] = [h("td"), h("td"), h("td")];
    if (!op) {
      const input = h("input", {
        ...{ type: "number", step: "any", value, "aria-label": `Value of ${name}` },
        ...{ min: -LARGEST, max: LARGEST, ...this.valueHelp },
        onchange: () => this.edit(name, input),
      });
      shown.append(input);
    }
    const row = h("tr", {}, h("th", { scope: "row" }, name), shown, gradient, difference);
    return { row, shown, gradient, difference };
  }

  edit(name, input) {
    const value = input.value.trim() === "" ? NaN : Number(input.value);
    if (!(Math.abs(value) <= LARGEST)) {
      this.complain(`The value of ${name} must be a number from −${LARGEST} to ${LARGEST}.`);
      input.value = this.graph.byName.get(name).value;
      return;
    }
    this.graph.edit(name, value);
    this.goTo(0);
  }

  toggle() {
    if (this.ticker.wanted) this.ticker.stop();
    else {
      if (this.graph.done === this.graph.last) this.goTo(0);
      this.ticker.start();
    }
    this.update();
  }

  frame() {
    this.text = this.graph.step();
    this.ticker.wanted = this.graph.done < this.graph.last;
    this.update();
    return this.ticker.wanted;
  }

  advance() {
    this.complain("");
    this.ticker.stop();
    this.text = this.graph.step() || this.text;
    this.update();
  }

  /** Begin anew and go this many steps. */
  goTo(steps) {
    this.complain("");
    this.ticker.stop();
    this.graph.rewind();
    this.text = "";
    for (let k = 0; k < steps; k++) this.text = this.graph.step();
    this.update();
  }

  update() {
    const { graph } = this;
    this.runButton.textContent = this.ticker.wanted ? "Pause" : "Run";
    this.drawing.draw(graph, graph.active);
    graph.nodes.forEach(({ name, op, value, grad, reached }, k) => {
      const { shown, gradient, difference } = this.cells[k];
      const known = grad !== null && reached;
      if (op) shown.textContent = value === null ? "" : plain(value);
      gradient.textContent = known ? plain(grad) : "";
      difference.textContent = known ? plain(graph.difference(name)) : "";
    });
    const counter = `Step ${graph.done} of ${graph.last}.`;
    this.say(`${counter} ${this.text || "Press Step: first forward, from left to right."}`);
  }
}

define("ann-backpropagation", BackpropagationFigure);
