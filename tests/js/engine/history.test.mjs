import assert from "node:assert/strict";
import test from "node:test";

import { History } from "../../../annutils/widgets/js/engine/history.js";

test("a history without test losses has no test curve", () => {
  const history = new History();
  history.add([0, 0.7]);
  assert.deepEqual(history.curve(1), [[0, 0.7]]);
  assert.deepEqual(history.curve(2), []);
});

test("a long history is thinned out and keeps its beginning and its course", () => {
  const history = new History();
  for (let epoch = 0; epoch < 10000; epoch++) history.add([epoch, 1 / (epoch + 1), 1]);
  const curve = history.curve(1);
  assert.ok(curve.length < 400);
  assert.equal(curve[0][0], 0);
  assert.ok(curve[curve.length - 1][0] > 9900);
});

test("of 400 records every other one stays, and then every other one comes in", () => {
  const history = new History();
  for (let k = 0; k < 399; k++) history.add([k, 0]);
  assert.equal(history.records.length, 399);
  for (let k = 399; k < 405; k++) history.add([k, 0]);
  assert.deepEqual(
    history.records.slice(198).map(([epoch]) => epoch),
    [396, 398, 401, 403],
  );
  assert.equal(history.every, 2);
});

test("a weight that is changed by hand leaves one record of its epoch", () => {
  const history = new History();
  for (const loss of [0.7, 0.6, 0.5]) history.add([1, loss]);
  assert.deepEqual(history.records, [[1, 0.5]]);
});
