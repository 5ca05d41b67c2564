// A computational graph that is worked through step by step, forward and then backward.

import { inFormula, plain } from "./number_text.js";
import { OPERATIONS } from "./operations.js";

/**
 * A leaf has a value, an operation the names of its inputs.
 * @typedef {object} GraphNode
 * @property {string} name
 * @property {number} [value]
 * @property {string} [operation] one of OPERATIONS
 * @property {string[]} [inputs]
 * @property {boolean} [parameter] whether learning changes it
 * @property {number[]} at column and row in the drawing
 */

/**
 * While it is worked through: what is not known yet is null. Gradients are 0 from the
 * seed on, and reached as soon as something was added to them.
 * @typedef {object} Computed
 * @property {string} name
 * @property {number | null} value
 * @property {number | null} grad
 * @property {boolean} reached
 * @property {number[]} shares what has come back, each from another use
 * @property {string} [operation]
 * @property {string[]} inputs
 * @property {boolean} [parameter]
 * @property {number[]} at
 */

const STEP = 1e-4; // of the finite differences

export class Graph {
  done = 0; // steps
  active = ""; // the node that was computed last

  /** @param {GraphNode[]} nodes in the order of computation; the last one is the result */
  constructor(nodes) {
    this.nodes = nodes.map(
      (node) =>
        /** @type {Computed} */ ({
          value: null,
          inputs: [],
          ...node,
          grad: null,
          reached: false,
          shares: [],
        }),
    );
    this.byName = new Map(this.nodes.map((node) => [node.name, node]));
    this.operations = this.nodes.filter(({ operation }) => operation);
    this.last = this.operations.length * 2 + 1; // steps: forward, the seed, backward
  }

  get result() {
    return this.nodes[this.nodes.length - 1];
  }

  rewind() {
    this.done = 0;
    this.active = "";
    for (const node of this.nodes) {
      node.grad = null;
      node.reached = false;
      node.shares = [];
      if (node.operation) node.value = null;
    }
  }

  /** @param {string} name */
  node(name) {
    return /** @type {Computed} */ (this.byName.get(name));
  }

  /**
   * Change the value of a leaf; what was computed from it is gone.
   * @param {string} name
   * @param {number} value
   */
  edit(name, value) {
    this.node(name).value = value;
    this.rewind();
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

  /** Whether all values are known. */
  get computed() {
    return this.done >= this.operations.length;
  }

  /** Whether gradients are on their way back through the active node. */
  get goesBack() {
    return this.done > this.operations.length + 1;
  }

  /**
   * Whether its gradient has gone on to its inputs.
   * @param {Computed} node
   */
  hasPassed(node) {
    const { length } = this.operations;
    const at = this.operations.indexOf(node);
    return at >= 0 && this.done > 2 * length - at;
  }

  /**
   * The derivative of an operation with respect to each of its inputs.
   * @param {Computed} node
   */
  local(node) {
    return operationOf(node).derivatives(this.inputValues(node), Number(node.value));
  }

  /** @param {Computed} node */
  forward(node) {
    const values = this.inputValues(node);
    this.active = node.name;
    const { value, formula } = operationOf(node);
    node.value = value(values);
    const [symbols, numbers] = [formula(node.inputs), formula(values.map(inserted))];
    return `Forward: ${node.name} = ${symbols} = ${numbers} = ${plain(node.value)}.`;
  }

  seed() {
    const { result } = this;
    for (const node of this.nodes) node.grad = 0;
    result.grad = 1;
    result.reached = true;
    this.active = result.name;
    return (
      `Backward begins: the derivative of ${result.name} ` +
      "with respect to itself is 1."
    );
  }

  /**
   * Pass the gradient of an operation on to its inputs; each adds up what it gets.
   * @param {Computed} node
   */
  backward(node) {
    this.active = node.name;
    const derivatives = this.local(node);
    const parts = node.inputs.map((_, k) => this.passOn(node, k, derivatives[k]));
    return `Backward through ${node.name}:\n${parts.join(";\n")}.`;
  }

  /**
   * @param {Computed} node
   * @param {number} k which of its inputs
   * @param {number} derivative with respect to this input
   */
  passOn(node, k, derivative) {
    const input = this.node(node.inputs[k]);
    const [before, gradient] = [Number(input.grad), Number(node.grad)];
    const users = this.nodes.filter(({ inputs }) => inputs.includes(input.name));
    const sign = users.length > 1 ? "←" : "=";
    const total = `∂${this.result.name}/∂${input.name}`;
    const { derivativeFormula } = operationOf(node);
    const factor = derivativeFormula(node.inputs, k, node.name);
    const symbols = `∂${this.result.name}/∂${node.name} · ${factor}`;
    const product = `${inserted(gradient)} · ${inserted(derivative)}`;
    const [plusSymbols, plusNumbers] = input.reached
      ? [`${total} + `, `${inserted(before)} + `]
      : ["", ""];
    input.grad = before + gradient * derivative;
    input.shares.push(gradient * derivative);
    input.reached = true;
    return (
      `${total} ${sign} ${plusSymbols}${symbols} = ` +
      `${plusNumbers}${product} = ${plain(input.grad)}`
    );
  }

  /** @param {Computed} node */
  inputValues(node) {
    return node.inputs.map((name) => Number(this.node(name).value));
  }

  /**
   * The value of the result, with the value of one node put in place by hand.
   * @param {string} name
   * @param {number} forced
   */
  resultWith(name, forced) {
    /** @type {Map<string, number>} */
    const values = new Map();
    const known = (/** @type {string} */ input) => Number(values.get(input));
    for (const node of this.nodes) {
      const own = node.operation
        ? operationOf(node).value(node.inputs.map(known))
        : Number(node.value);
      values.set(node.name, node.name === name ? forced : own);
    }
    return known(this.result.name);
  }

  /**
   * The derivative of the result by central differences.
   * @param {string} name of a node whose value is known
   */
  difference(name) {
    const value = Number(this.node(name).value);
    const [above, below] = [value + STEP, value - STEP];
    return (this.resultWith(name, above) - this.resultWith(name, below)) / (2 * STEP);
  }
}

/** @param {number} value */
const inserted = (value) => inFormula(plain(value));

/** @param {Computed} node */
const operationOf = ({ operation = "" }) => OPERATIONS[operation];
