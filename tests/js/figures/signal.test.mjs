import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/signal";
const { LAYERS, sizes, spreadOf, UNITS, weights, widened, within } = await import(
  `${js}/model.js`
);
const { scaleOf } = await import(`${js}/view.js`);
const { amount, findings, rescaled, verdict, weight } = await import(`${js}/words.js`);

test("sizes are those of Python", () => {
  for (const { spread, units, signal, gradient } of vectors.signal) {
    const found = sizes(spread, units);
    for (let l = 0; l <= LAYERS; l++) {
      assert.ok(Math.abs(found.signal[l] / signal[l] - 1) < 1e-6);
      assert.ok(Math.abs(found.gradient[l] / gradient[l] - 1) < 1e-6);
    }
  }
});

test("a tenth less leaves 1/24, a tenth more is 17 times as much, for any width", () => {
  for (const units of Object.keys(UNITS).map(Number)) {
    for (const [factor, expected] of [
      [0.9, "1/24"],
      [1.1, "17-fold"],
      [1, "1-fold"],
    ]) {
      const { signal, gradient } = sizes(spreadOf(factor, units), units);
      assert.equal(amount(signal[LAYERS]), expected);
      assert.equal(amount(gradient[0]), expected);
    }
  }
});

test("the dots have the mean and nearly the spread of the weights", () => {
  for (const units of [25, 100, 400]) {
    const all = weights(0.1, units);
    const mean = all.reduce((sum, w) => sum + w, 0) / units;
    const square = all.reduce((sum, w) => sum + w * w, 0) / units;
    assert.equal(all.length, units);
    close([mean], [0], 1e-6);
    close([Math.sqrt(square)], [0.1], 0.003);
  }
});

test("four times the units double the factor of the same weights, and back", () => {
  const found = widened(1, 100, 400);
  assert.equal(found, 2);
  assert.equal(spreadOf(found, 400), spreadOf(1, 100));
  const { signal } = sizes(spreadOf(found, 400), 400);
  close([signal[LAYERS] / 2 ** 30], [1], 1e-6);
  assert.equal(widened(found, 400, 100), 1);
  assert.equal(widened(0.85, 100, 25), 0.425);
  assert.deepEqual([within(9, 400), within(0.1, 25), within(2, 400)], [6, 0.15, 2]);
});

test("whatever weights and widths are met, the line is in sight", () => {
  for (const [factor, reach] of [
    [0.85, 3.7],
    [1.3, 3.7],
    [0.5, 11.5],
    [2, 11.5],
    [0.15, 28],
    [6, 28],
  ])
    assert.equal(scaleOf(factor).reach, reach);
});

test("it says what a layer does, and what thirty do", () => {
  assert.match(
    verdict(0.9, 100),
    /100 units multiplies by 0\.09 · √100 = 0\.9, 30 layers by 0\.9³⁰:\n1\/24 of the signal/,
  );
  assert.match(
    verdict(2, 400),
    /0\.1 · √400 = 2, .*\nthe signal has grown 1\.1 billion-fold at the end, and so/,
  );
  assert.match(
    verdict(1, 25),
    /0\.2 · √25 = 1: nothing is lost\.[\s\S]* halves the mean square, 1\/33,000 would/,
  );
  assert.match(rescaled(3), /a factor of 1,000\.$/);
  assert.match(rescaled(12), /a factor of 10¹²\.$/);
});

test("what was found is listed", () => {
  assert.equal(findings([]), "");
  const all = "You found: 0.2 for 25 units, 0.1 for 100 units, 0.05 for 400 units.";
  assert.equal(findings([25, 100, 400]), all);
  assert.equal(weight(0.85, 400), "0.0425");
});

test("amounts are short", () => {
  const cases = [
    [0.5904, "0.59"],
    [0.0123, "1/81"],
    [0.00763, "1/130"],
    [2.04, "2-fold"],
    [808, "810-fold"],
    [8.2e6, "8.2 million-fold"],
    [2 ** -30, "1/1.1 billion"],
    [1.2e18, "10¹⁸-fold"],
  ];
  for (const [share, text] of cases) assert.equal(amount(share), text);
});
