import assert from "node:assert/strict";
import test from "node:test";

import { histogram, Runs } from "../../../annutils/widgets/js/engine/runs.js";

const int16 = Buffer.from(Int16Array.from([2, 4, 6, 8, 10]).buffer).toString("base64");
const record = (l1) => ({
  size: 1,
  l1,
  l2: 0,
  dropout: 0,
  train: [0.1, 0.02],
  test: [0.2, 0.01],
  network: { scale: 0.5, int16 },
});
const runs = new Runs([record(0.1), record(0), record(0.01)]);

test("the grid holds every value once, in order", () => {
  assert.deepEqual(runs.grid, { size: [1], l1: [0, 0.01, 0.1], l2: [0], dropout: [0] });
});

test("a value beside the grid is brought to the nearest one", () => {
  assert.equal(runs.nearest("l1", 0.03), 0.01);
  assert.equal(runs.nearest("size", 50), 1);
});

test("a run is found by its settings, or not", () => {
  assert.equal(runs.find({ size: 1, l1: 0.01, l2: 0, dropout: 0 }).l1, 0.01);
  assert.equal(runs.find({ size: 1, l1: 0.5, l2: 0, dropout: 0 }), undefined);
});

test("the network of a run is put together from its numbers", () => {
  const network = runs.network(record(0));
  assert.deepEqual([...network.theta], [1, 2, 3, 4, 5]);
  assert.equal(network.forward(Float64Array.of(0, -1.5), 1)[0], 5); // tanh(0) = 0
});

test("a histogram counts every number, those outside at the ends", () => {
  assert.deepEqual(histogram([-9, -0.5, 0, 0.4, 2], 3, 1.5), [1, 3, 1]);
});

test("a number at the edge of two bins falls into the upper one", () => {
  assert.deepEqual(histogram([-1, -0.5, 0, 0.49, 0.5, 1, 7], 4, 1), [1, 1, 2, 3]);
});

test("of two values that are as close, the first is taken", () => {
  const middle = new Runs([record(0), record(1)]);
  assert.equal(middle.nearest("l1", 0.5), 0);
  assert.equal(middle.nearest("l1", 0.51), 1);
});
