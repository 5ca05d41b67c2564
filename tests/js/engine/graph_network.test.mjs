import assert from "node:assert/strict";
import test from "node:test";

import { Graph } from "../../../annutils/widgets/js/engine/graph.js";
import { EXAMPLES } from "../../../annutils/widgets/js/engine/graph_examples.js";
import { Network } from "../../../annutils/widgets/js/engine/network.js";
import { close } from "../close.mjs";

/** The leaves of the graph in the order of the engine's parameters. */
const PARAMETERS = ["w₁₁", "w₁₂", "w₂₁", "w₂₂", "b₁", "b₂", "v₁", "v₂", "c"];

function finished(name) {
  const graph = new Graph(EXAMPLES[name].nodes);
  const texts = [];
  while (graph.done < graph.last) texts.push(graph.step());
  return { graph, texts, node: (key) => graph.byName.get(key) };
}

test("the network's graph has the gradient of the engine, which is TensorFlow's", () => {
  const { node } = finished("network");
  const theta = Float64Array.from(PARAMETERS, (name) => node(name).value);
  const network = new Network([2, 2, 1], "tanh", theta);
  const [z] = network.forward(Float64Array.of(node("x₁").value, node("x₂").value), 1);
  close([node("z").value], [z], 1e-12);
  const output = 1 / (1 + Math.exp(-z));
  network.dZ[2][0] = 2 * (output - node("y").value) * output * (1 - output);
  close(
    PARAMETERS.map((name) => node(name).grad),
    network.backward(1),
    1e-12,
  );
});

test("numbers that are multiplied have a sign between them, and one pair of parentheses", () => {
  for (const name of Object.keys(EXAMPLES)) {
    for (const text of finished(name).texts) {
      assert.doesNotMatch(text, /\d\)? \(?−?\d|\(\(/, text);
      assert.doesNotMatch(text, /· −/, text);
    }
  }
});
