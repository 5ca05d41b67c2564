import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/signal";
const { LAYERS, sizes, spreadOf, UNITS, weights } = await import(`${js}/model.js`);
const { amount, findings, verdict, weight } = await import(`${js}/words.js`);

test("sizes are those of Python", () => {
  for (const { spread, units, signal, gradient } of vectors.signal) {
    const found = sizes(spread, units);
    for (let l = 0; l <= LAYERS; l++) {
      assert.ok(Math.abs(found.signal[l] / signal[l] - 1) < 1e-6);
      assert.ok(Math.abs(found.gradient[l] / gradient[l] - 1) < 1e-6);
    }
  }
});

test("a tenth less leaves 4%, a tenth more is 17 times as much, for any width", () => {
  for (const units of Object.keys(UNITS).map(Number)) {
    for (const [factor, expected] of [
      [0.9, "4.2%"],
      [1.1, "17-fold"],
      [1, "100%"],
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

test("it says what a layer does, and what thirty do", () => {
  const falls = verdict(0.9, 100);
  assert.match(
    falls,
    /deviation 0\.09: .* 0\.09 · √100 = 0\.90\.\n.* 4\.2% of the signal/,
  );
  assert.match(
    verdict(1.1, 400),
    /deviation 0\.055: .*\n.* the signal has grown 17-fold, and so/,
  );
  assert.match(verdict(1, 25), /deviation 0\.2: .*\nNothing is lost: .* 1\/√25/);
});

test("what was found is listed", () => {
  assert.equal(findings([]), "");
  const all = "You found: 0.2 for 25 units, 0.1 for 100 units, 0.05 for 400 units.";
  assert.equal(findings([25, 100, 400]), all);
  assert.equal(weight(0.85, 400), "0.0425");
});

test("amounts are short", () => {
  const cases = [
    [0.5904, "59%"],
    [0.0123, "1.2%"],
    [0.00763, "1/130"],
    [2.04, "2-fold"],
    [808, "810-fold"],
  ];
  for (const [share, text] of cases) assert.equal(amount(share), text);
});
