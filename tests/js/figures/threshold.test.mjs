import assert from "node:assert/strict";
import test from "node:test";

const js = "../../../annutils/widgets/js";
const { GATES, means, ROWS, sum, wrongRows } = await import(
  `${js}/figures/threshold/model.js`
);
const { verdict } = await import(`${js}/figures/threshold/words.js`);

const WEIGHTS = [-2, -1, 0, 1, 2];
const ALL = WEIGHTS.flatMap((a) =>
  WEIGHTS.flatMap((b) => WEIGHTS.map((c) => [a, b, c])),
);

test("a truth table has each row once, in the order of binary numbers", () => {
  assert.deepEqual(
    ROWS.map((x) => 4 * x[0] + 2 * x[1] + x[2]),
    [0, 1, 2, 3, 4, 5, 6, 7],
  );
});

test("with equal weights a lower threshold is AND, majority, OR", () => {
  for (const [gate, threshold] of [
    ["and", 2.5],
    ["majority", 1.5],
    ["or", 0.5],
  ]) {
    assert.deepEqual(wrongRows(gate, [1, 1, 1], threshold), []);
    assert.match(verdict(gate, [1, 1, 1], threshold), /all 8 rows are right/);
  }
  assert.deepEqual(wrongRows("majority", [1, 1, 1], 2.5), [
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ]);
  assert.match(verdict("majority", [1, 1, 1], 2.5), /3 of 8 rows are wrong/);
});

test("a sum that is the threshold fires", () => {
  assert.deepEqual(wrongRows("and", [1, 1, 1], 3), []);
});

test("some neuron of the figure is each gate but XOR", () => {
  const can = (gate) =>
    ALL.some((w) =>
      Array.from({ length: 27 }, (_, k) => k / 2 - 6.5).some(
        (threshold) => wrongRows(gate, w, threshold).length === 0,
      ),
    );
  for (const gate of Object.keys(GATES)) assert.equal(can(gate), gate !== "xor", gate);
});

test("whatever the weights, the rows of XOR have the same mean", () => {
  for (const w of [...ALL, [0.3, -7.1, 2.9]]) {
    const [firing, resting] = means("xor", w);
    assert.ok(Math.abs(firing - resting) < 1e-12);
  }
  assert.deepEqual(means("and", [1, 2, -1]), [2, 6 / 7]);
  assert.equal(sum([1, 2, -1], [1, 0, 1]), 0);
  assert.match(
    verdict("xor", [1, 1, 1], 0.5),
    /mean 1\.5, and so have the others: 1\.5/,
  );
});
