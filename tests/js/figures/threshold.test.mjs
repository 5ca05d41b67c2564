import assert from "node:assert/strict";
import test from "node:test";

const js = "../../../annutils/widgets/js";
const { conflict, GATES, gateOf, ROWS, sum, wrongRows, XOR_PAIRS } = await import(
  `${js}/figures/threshold/model.js`
);
const { nowText, reason, verdict } = await import(`${js}/figures/threshold/words.js`);

const WEIGHTS = [-1, 0, 1];
const ALL = WEIGHTS.flatMap((a) =>
  WEIGHTS.flatMap((b) => WEIGHTS.map((c) => [a, b, c])),
);
const BARS = Array.from({ length: 8 }, (_, k) => k - 3.5);
const ONES = [1, 1, 1];

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
    assert.deepEqual(wrongRows(gate, ONES, threshold), []);
    assert.equal(gateOf(ONES, threshold), gate);
    assert.match(verdict(gate, ONES, threshold, false), /all 8 rows are right/);
  }
  assert.deepEqual(wrongRows("majority", ONES, 2.5), [
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ]);
  const said = verdict("majority", ONES, 2.5, true);
  assert.match(said, /3 of 8 rows are wrong\. It can be done: there is a place/);
});

test("it says what the neuron is, whatever it should be", () => {
  const said = [3.5, 2.5, 1.5, 0.5, -0.5].map((bar) => nowText(ONES, bar));
  assert.deepEqual(said, [
    "never fires",
    "now: AND",
    "now: majority",
    "now: OR",
    "always fires",
  ]);
  assert.equal(nowText([1, 0, 0], 0.5), "now: no named gate");
});

test("a sum that is the threshold fires", () => {
  assert.deepEqual(wrongRows("and", ONES, 3), []);
});

test("two rows are in the way if and only if no bar is right", () => {
  for (const gate of Object.keys(GATES))
    for (const w of ALL) {
      const right = BARS.some((bar) => !wrongRows(gate, w, bar).length);
      const pair = conflict(gate, w);
      assert.equal(pair === null, right, `${gate} with ${w}`);
      if (!pair) continue;
      assert.ok(!GATES[gate].answer(pair.rests) && GATES[gate].answer(pair.fires));
      assert.ok(sum(w, pair.rests) >= sum(w, pair.fires));
    }
});

test("some neuron of the figure is each gate but XOR", () => {
  const can = (gate) => ALL.some((w) => conflict(gate, w) === null);
  for (const gate of Object.keys(GATES)) assert.equal(can(gate), gate !== "xor", gate);
});

test("with any weights, the rows of XOR have the same mean, so two are in the way", () => {
  const mean = (w, odd) =>
    ROWS.filter((x) => GATES.xor.answer(x) === odd).reduce(
      (total, x) => total + sum(w, x) / 4,
      0,
    );
  for (const w of [...ALL, [0.3, -7.1, 2.9], [-2, 5, 11]]) {
    assert.ok(Math.abs(mean(w, true) - mean(w, false)) < 1e-12);
    assert.ok(conflict("xor", w));
  }
});

test("the reason names a row that is too high, or one that is level", () => {
  assert.match(reason("veto", ONES), /011→0 is level with 110→1/);
  assert.match(reason("and", [1, 1, 0]), /110→0 is level with 111→1/);
  assert.equal(reason("or", ONES), "");
  assert.match(verdict("and", [1, 1, 0], 0.5, true), /is as high\. Change a weight/);
});

test("two rows of each kind show that no weights make XOR", () => {
  XOR_PAIRS.forEach((pair, answer) => {
    for (const x of pair) assert.equal(Number(GATES.xor.answer(x)), answer);
    for (const w of [...ALL, [0.3, -7.1, 2.9]])
      assert.equal(sum(w, pair[0]) + sum(w, pair[1]), w[1] + w[2]);
  });
  assert.match(
    verdict("xor", ONES, 0.5, true),
    /^Right\. .* below 2T, .* both pairs add up to w₂ \+ w₃\.$/,
  );
});

test("that no bar will do is said only to those who have said that it cannot be done", () => {
  for (const gate of ["xor", "veto"])
    assert.match(verdict(gate, ONES, 0.5, false), /Is there a place for the bar/);
});
