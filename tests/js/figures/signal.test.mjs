import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const js = "../../../annutils/widgets/js/figures/signal";
const { Drawn, LAYERS, onAverage, RULES } = await import(`${js}/model.js`);
const { amount, answer, verdict } = await import(`${js}/words.js`);
const { signal: vectors } = JSON.parse(
  readFileSync(new URL("../vectors.json", import.meta.url), "utf8"),
);

test("averages are those of Python", () => {
  for (const { activation, scale, signal, gradient } of vectors) {
    const mean = onAverage(activation, scale);
    for (let l = 0; l <= LAYERS; l++) {
      assert.ok(Math.abs(mean.signal[l] / signal[l] - 1) < 1e-6);
      assert.ok(Math.abs(mean.gradient[l] / gradient[l] - 1) < 1e-6);
    }
  }
});

test("a tenth less leaves 4%, a tenth more is 17 times as much", () => {
  for (const [scale, expected] of [
    [0.9, "4.2%"],
    [1.1, "17-fold"],
    [1, "100%"],
  ]) {
    const { signal, gradient } = onAverage("relu", scale);
    assert.equal(amount(signal[LAYERS]), expected);
    assert.equal(amount(gradient[0]), expected);
  }
  assert.match(answer(0.04), /^About 4% it is/);
  assert.match(answer(0.9), /^It is about 4%/);
  assert.equal(answer(null), "");
});

test("tanh keeps a signal from exploding, and not its gradient", () => {
  const { signal, gradient } = onAverage("tanh", 1.5);
  assert.ok(signal[LAYERS] < 1);
  assert.ok(gradient[0] > 2);
});

test("networks scatter around the average", () => {
  const networks = Array.from({ length: 10 }, (_, seed) => new Drawn(seed));
  for (const activation of Object.keys(RULES)) {
    const mean = onAverage(activation, 1);
    const ends = networks.map((one) => one.sizes(activation, 1));
    const square = (all) => all.reduce((sum, x) => sum + x * x, 0) / all.length;
    const forward = Math.sqrt(square(ends.map((end) => end.signal[LAYERS])));
    const back = Math.sqrt(square(ends.map((end) => end.gradient[0])));
    assert.ok(Math.abs(Math.log(forward / mean.signal[LAYERS])) < 0.8, activation);
    assert.ok(Math.abs(Math.log(back / mean.gradient[0])) < 0.8, activation);
  }
});

test("without saturation the scale acts alike in every network", () => {
  const network = new Drawn(3);
  for (const activation of ["relu", "linear"]) {
    const [low, one] = [0.9, 1].map((scale) => network.sizes(activation, scale));
    for (const way of ["signal", "gradient"]) {
      const last = way === "signal" ? LAYERS : 0;
      assert.ok(Math.abs(low[way][last] / one[way][last] / 0.9 ** LAYERS - 1) < 1e-9);
    }
  }
});

test("amounts are short", () => {
  const cases = [
    [0.5904, "59%"],
    [0.0123, "1.2%"],
    [1 / 23_600, "1/24,000"],
    [2.04, "2-fold"],
    [511_000, "510,000-fold"],
  ];
  for (const [share, text] of cases) assert.equal(amount(share), text);
  const { signal, gradient } = onAverage("relu", 0.9);
  const said = verdict("relu", 0.9, { signal, gradient }, { signal, gradient });
  assert.match(said, /0\.90 times He's scale/);
});
