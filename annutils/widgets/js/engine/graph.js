// A computational graph that is worked through step by step, forward and then backward.

import { number, OPERATIONS, plain } from "./operations.js";

const STEP = 1e-4; // of the finite differences

export class Graph {
  /**
   * @param {object[]} nodes in the order of computation: {name, value} for a leaf,
   *   {name, op, from: names} for an operation; the last one is the result
   */
  constructor(nodes) {
    this.nodes = nodes.map((node) => ({ ...node }));
    this.byName = new Map(this.nodes.map((node) => [node.name, node]));
    this.operations = this.nodes.filter(({ op }) => op);
    this.last = this.operations.length * 2 + 1; // steps: forward, the seed, backward
    this.rewind();
  }

  rewind() {
    this.done = 0;
    this.active = "";
    for (const node of this.nodes) {
      Object.assign(node, { grad: null, reached: false });
      if (node.op) node.value = null;
    }
  }

  /** Change the value of a leaf; what was computed from it is gone. */
  edit(name, value) {
    this.byName.get(name).value = value;
    this.rewind();
  }

  inputs(node) {
    return node.from.map((name) => this.byName.get(name));
  }

  /** Do the next step and say, in words and mathematics, what it computes. */
  step() {
    const count = this.operations.length;
    const at = this.done;
    if (at >= this.last) return "";
    this.done += 1;
    if (at < count) return this.forward(this.operations[at]);
    if (at === count) return this.seed();
    return this.backward(this.operations[2 * count - at]);
  }

  forward(node) {
    const values = this.inputs(node).map((input) => input.value);
    this.active = node.name;
    const { value, formula } = OPERATIONS[node.op];
    node.value = value(values);
    const numbers = formula(values.map(number));
    return `Forward: ${node.name} = ${formula(node.from)} = ${numbers} = ${plain(node.value)}.`;
  }

  seed() {
    const result = this.nodes[this.nodes.length - 1];
    for (const node of this.nodes) node.grad = 0;
    Object.assign(result, { grad: 1, reached: true });
    this.active = result.name;
    return `Backward begins: the derivative of ${result.name} with respect to itself is 1.`;
  }

  /** Pass the gradient of an operation on to its inputs; each adds up what it gets. */
  backward(node) {
    const inputs = this.inputs(node);
    this.active = node.name;
    const { locals, local } = OPERATIONS[node.op];
    const slopes = locals(inputs.map(({ value }) => value), node.value);
    const result = this.nodes[this.nodes.length - 1].name;
    const parts = inputs.map((input, k) => {
      const shared = this.nodes.filter(({ from }) => from?.includes(input.name)).length > 1;
      const before = input.reached ? `${number(input.grad)} + ` : "";
      const symbols = `∂${result}/∂${node.name} · ${local(node.from, k, node.name)}`;
      input.grad += node.grad * slopes[k];
      input.reached = true;
      const gained = `∂${result}/∂${input.name}`;
      return (
        `${gained} ${shared ? "←" : "="} ${before && `${gained} + `}${symbols} = ` +
        `${before}${number(node.grad)} · ${number(slopes[k])} = ${plain(input.grad)}`
      );
    });
    return `Backward through ${node.name}:\n${parts.join(";\n")}.`;
  }

  /** The result, with the value of one node put in place by hand. */
  result(name, forced) {
    const values = new Map();
    for (const node of this.nodes) {
      const own = node.op
        ? OPERATIONS[node.op].value(node.from.map((other) => values.get(other)))
        : node.value;
      values.set(node.name, node.name === name ? forced : own);
    }
    return values.get(this.nodes[this.nodes.length - 1].name);
  }

  /** The derivative by central differences. */
  difference(name) {
    const { value } = this.byName.get(name);
    return (this.result(name, value + STEP) - this.result(name, value - STEP)) / (2 * STEP);
  }
}
