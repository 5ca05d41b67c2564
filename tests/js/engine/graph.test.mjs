import assert from "node:assert/strict";
import test from "node:test";

import { Graph } from "../../../annutils/widgets/js/engine/graph.js";
import { EXAMPLES } from "../../../annutils/widgets/js/engine/graph_examples.js";
import { OPERATIONS } from "../../../annutils/widgets/js/engine/operations.js";
import {
  answer,
  counted,
  followed,
  ready,
  strongest,
} from "../../../annutils/widgets/js/figures/backpropagation/words.js";
import { close } from "../close.mjs";

function finished(nodes) {
  const graph = new Graph(nodes);
  while (graph.done < graph.last) assert.ok(graph.step().length > 20);
  return graph;
}

test("the neuron has the gradients that the chapter computes on paper", () => {
  const { byName } = finished(EXAMPLES.neuron.nodes);
  const expected = { w: -18, x: -12, z: -6, a: -6, y: 6, e: -6, ℓ: 1 };
  for (const [name, gradient] of Object.entries(expected)) {
    assert.equal(byName.get(name).grad, gradient, name);
  }
});

test("a value that is used twice adds up what comes back", () => {
  const { byName } = finished(EXAMPLES.shared.nodes);
  assert.equal(byName.get("a").grad, 4 * 1 + -12 * -3);
});

for (const [name, { nodes }] of Object.entries(EXAMPLES)) {
  test(`all gradients are those of finite differences: ${name}`, () => {
    const graph = finished(nodes);
    for (const node of graph.nodes)
      close([node.grad], [graph.difference(node.name)], 1e-6);
  });
}

test("the derivatives of every operation are those of finite differences", () => {
  const inputs = [0.7, -1.3, 0.4, 2.1, -0.6];
  const h = 1e-6;
  for (const [name, { value, derivatives }] of Object.entries(OPERATIONS)) {
    const taken = inputs.slice(0, derivatives(inputs, value(inputs)).length);
    const slopes = taken.map((_, k) => {
      const moved = (by) => value(taken.map((u, j) => (j === k ? u + by : u)));
      return (moved(h) - moved(-h)) / (2 * h);
    });
    const found = derivatives(taken, value(taken));
    assert.equal(found.length, taken.length, name);
    close(found, slopes, 1e-6);
  }
});

test("a step says in words and mathematics what it computes", () => {
  const graph = new Graph(EXAMPLES.neuron.nodes);
  assert.equal(graph.step(), "Forward: z = w · x = 2 · 3 = 6.");
  const texts = [];
  while (graph.done < graph.last) texts.push(graph.step());
  assert.match(
    texts.at(-1),
    /^Backward through z:\n∂ℓ\/∂w = ∂ℓ\/∂z · x = \(−6\) · 3 = −18/,
  );
});

test("an edited value takes the graph back to its beginning", () => {
  const graph = finished(EXAMPLES.neuron.nodes);
  graph.edit("y", 6);
  assert.equal(graph.done, 0);
  assert.equal(graph.node("z").value, null);
});

test("all steps of a graph are told", () => {
  const graph = new Graph(EXAMPLES.shared.nodes);
  const texts = [];
  while (graph.done < graph.last) texts.push(graph.step());
  assert.equal(texts.length, 11);
  assert.equal(graph.step(), "");
  assert.equal(graph.done, 11);
  assert.equal(
    texts[5],
    "Backward begins: the derivative of ℓ with respect to itself is 1.",
  );
  assert.equal(texts[3], "Forward: q₂ = v₂² = (−6)² = 36.");
  assert.deepEqual(texts.slice(-2), [
    "Backward through v₂:\n∂ℓ/∂a ← ∂ℓ/∂v₂ · w₂ = (−12) · (−3) = 36;\n∂ℓ/∂w₂ = ∂ℓ/∂v₂ · a = (−12) · 2 = −24.",
    "Backward through v₁:\n∂ℓ/∂a ← ∂ℓ/∂a + ∂ℓ/∂v₁ · w₁ = 36 + 4 · 1 = 40;\n∂ℓ/∂w₁ = ∂ℓ/∂v₁ · a = 4 · 2 = 8.",
  ]);
  assert.equal(graph.active, "v₁");
});

test("in the end the parameter with the largest gradient moves the result most, if any does", () => {
  const graph = new Graph(EXAMPLES.neuron.nodes);
  assert.deepEqual([strongest(graph), answer(graph)], [[], ""]);
  assert.equal(strongest(finished(EXAMPLES.neuron.nodes))[0].name, "w");
  assert.match(
    answer(finished(EXAMPLES.neuron.nodes)),
    /parameter is w: raised by 0\.1, it would lower ℓ by about 1\.8\.$/,
  );
  assert.match(
    answer(finished(EXAMPLES.shared.nodes)),
    /to w₂: raised by 0\.1, it would lower ℓ by about 2\.4\. a has a steeper slope, 40, but is given/,
  );
  assert.ok(strongest(finished(EXAMPLES.network.nodes))[0].parameter);
  const tie = new Graph(EXAMPLES.shared.nodes);
  tie.edit("w₁", 3);
  while (tie.done < tie.last) tie.step();
  for (const bet of ["w1", "w2", "none"])
    assert.match(answer(tie, bet), /^A tie: here the slopes for w₁ and w₂ are/);
  graph.edit("y", 6);
  while (graph.done < graph.last) graph.step();
  assert.deepEqual(strongest(graph), []);
  assert.match(answer(graph), /^No parameter moves ℓ/);
});

test("what became of the result is told as so many times as far", () => {
  const leaf = { name: "w", from: 2, to: 2.1 };
  assert.equal(
    followed(leaf, { name: "ℓ", from: 9, to: 7.29 }),
    "w goes from 2 to 2.1, and ℓ from 9 to 7.29: about 17 times as far, the other way.",
  );
});

test("before its gradient is computed a node has none, and from the seed on zero", () => {
  const graph = new Graph(EXAMPLES.neuron.nodes);
  for (let step = 0; step < 4; step++) graph.step();
  assert.deepEqual([graph.node("w").grad, graph.node("w").reached], [null, false]);
  graph.step();
  assert.deepEqual([graph.node("w").grad, graph.node("w").reached], [0, false]);
  assert.deepEqual(
    [graph.result.grad, graph.result.reached, graph.active],
    [1, true, "ℓ"],
  );
  graph.rewind();
  assert.deepEqual([graph.done, graph.active, graph.result.reached], [0, "", false]);
  assert.deepEqual(
    [graph.node("w").grad, graph.node("w").value, graph.node("z").value],
    [null, 2, null],
  );
});

test("steps are counted on their way, forward or backward, and factors stay", () => {
  const graph = new Graph(EXAMPLES.shared.nodes);
  const [first, , , , last] = graph.operations;
  for (let step = 0; step < 5; step++) graph.step();
  assert.equal(counted(graph), "Step 5 of 5.");
  assert.match(ready(graph), /ℓ = 40\. Green: the parameters are w₁, w₂\. /);
  graph.step();
  assert.deepEqual([counted(graph), graph.hasPassed(last)], ["Step 1 of 6.", false]);
  graph.step();
  assert.deepEqual([graph.hasPassed(last), graph.hasPassed(first)], [true, false]);
  while (graph.done < graph.last) graph.step();
  assert.deepEqual([counted(graph), graph.hasPassed(first)], ["Step 6 of 6.", true]);
  assert.equal(graph.hasPassed(graph.node("a")), false);
});
