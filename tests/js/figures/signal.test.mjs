import assert from "node:assert/strict";
import test from "node:test";

import { rounded } from "../../../annutils/widgets/js/engine/number_text.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/signal";
const {
  ACTIVATIONS,
  LAYERS,
  limits,
  moved,
  networks,
  RANGE,
  sizes,
  spreadOf,
  UNITS,
  weights,
  within,
} = await import(`${js}/model.js`);
const { scaleOf } = await import(`${js}/view.js`);
const {
  AGAIN,
  GUESSES,
  amount,
  between,
  finding,
  next,
  question,
  rescaled,
  task,
  verdict,
  weight,
} = await import(`${js}/words.js`);
const { Random } = await import("../../../annutils/widgets/js/engine/random.js");

const linear = (units) => ({ units, activation: "none" });
const bent = (units) => ({ units, activation: "relu" });

test("what to do comes in steps: level, guess, fill the table", () => {
  assert.match(task(false, false, "", false), /^Make the line level/);
  assert.match(task(true, true, "", true), /^Level\. Now guess/);
  assert.match(task(true, true, "", false), /^Now guess/);
  assert.match(task(false, true, next(null), false), /level for these layers/);
  assert.match(task(false, true, next(bent(25)), true), /: 25 units with ReLU/);
  assert.match(task(false, true, "", true), /^The table is full/);
});

test("sizes are those of Python", () => {
  for (const { spread, units, signal } of vectors.signal) {
    const found = sizes(spread, linear(units));
    for (let l = 0; l <= LAYERS; l++) {
      assert.ok(Math.abs(found[l] / signal[l] - 1) < 1e-6);
    }
  }
});

test("a tenth less leaves 1/24, a tenth more is 17 times as much, for any layers", () => {
  for (const units of Object.keys(UNITS).map(Number))
    for (const activation of Object.keys(ACTIVATIONS))
      for (const [factor, expected] of [
        [0.9, "1/24"],
        [1.1, "17-fold"],
        [1, "1-fold"],
      ]) {
        const kind = { units, activation };
        const end = sizes(spreadOf(factor, kind), kind)[LAYERS];
        assert.equal(amount(rounded(end, 6)), expected);
      }
});

/** Decades of a signal that is multiplied by matrices of random weights. */
function multiplied({ units, activation }, random) {
  let signal = Array.from({ length: units }, () => 1);
  const spread = spreadOf(1, { units, activation });
  for (let l = 0; l < LAYERS; l++) {
    signal = signal.map(() => {
      const sum = signal.reduce((all, a) => all + a * spread * random.normal(), 0);
      return activation === "relu" ? Math.max(0, sum) : sum;
    });
  }
  return Math.log10(signal.reduce((sum, a) => sum + a * a, 0) / units) / 2;
}

const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];

test("drawn networks scatter as those with matrices do, and lose half at 25 units", () => {
  for (const [kind, middle] of [
    [linear(25), 0.52],
    [bent(25), 0.2],
  ]) {
    const random = new Random(3);
    const all = Array.from({ length: 300 }, () => multiplied(kind, random));
    const drawn = networks(kind, 1, 2000).map((decades) => decades[LAYERS]);
    close([median(all), median(drawn)], Array(2).fill(Math.log10(middle)), 0.1);
    const reach = (each) => each.map((decades) => Math.abs(decades - median(each)));
    close([median(reach(all)) / median(reach(drawn))], [1], 0.2);
  }
  const wide = networks(linear(400), 1, 500).map((decades) => decades[LAYERS]);
  close([median(wide)], [Math.log10(0.96)], 0.02);
});

test("networks are drawn from their seed", () => {
  assert.deepEqual(networks(bent(25), 4), networks(bent(25), 4));
  const ends = (seed) => networks(linear(100), seed).map((decades) => decades[LAYERS]);
  const [first, ...others] = [1, 2, 3, 4, 5].map(ends);
  for (const other of others) {
    const apart = other.map((end, k) => Math.abs(end - first[k]));
    assert.ok(median(apart) > 0.05); // not the same numbers, moved by some places
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

test("four times the units double the factor of the same weights, a ReLU takes √2", () => {
  const found = moved(1, linear(100), linear(400));
  assert.equal(found, 2);
  assert.equal(spreadOf(found, linear(400)), spreadOf(1, linear(100)));
  close([sizes(0.1, linear(400))[LAYERS] / 2 ** 30], [1], 1e-6);
  assert.equal(moved(found, linear(400), linear(100)), 1);
  assert.equal(moved(0.85, linear(100), linear(25)), 0.425);
  close([moved(1, linear(100), bent(100))], [Math.SQRT1_2], 1e-6);
  assert.deepEqual(
    [within(9, linear(400)), within(0.1, linear(25)), within(2, linear(400))],
    [6, 0.15, 2],
  );
  assert.equal(limits(bent(25))[0], RANGE[0]);
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
  const said = (factor, kind, ends, more = {}) =>
    verdict({ factor, kind, ends, isKnown: false, ...more });
  assert.match(
    said(0.9, linear(100), [0.02, 0.05]),
    /^At spread 0\.09, each layer multiplies by 0\.9: 0\.9³⁰ ≈ 1\/24\.\n.* 1\/50 to 1\/20, 1 of them below the average\.$/,
  );
  assert.match(
    said(2, linear(400), [1e9], { isKnown: true }),
    /^0\.1 · √400 = 2 in each layer: 2³⁰ ≈ 1\.1 billion\.\n/,
  );
  assert.match(
    said(1, bent(25), [0.2, 0.5, 1.5], { isKnown: true }),
    /0\.283 · √\(25\/2\) ≈ 1 in each layer: level on average\.\n.* 0\.20 to 1\.5, 2 of them below the average\.$/,
  );
  assert.match(
    said(1, bent(25), Array(10).fill(0.4), { isKnown: true }),
    /\n.* about 0\.40, all below: rare large ones lift the average\.$/,
  );
  assert.match(
    said(0.5, bent(100), [1e-12], { news: "Another scale." }),
    /\nAnother scale\.$/,
  );
  assert.match(rescaled(3), /a factor of 1,000\.$/);
  assert.match(rescaled(12), /a factor of 10¹²\.$/);
});

test("a guess is asked for, and answered by the layers that it fits", () => {
  assert.match(question(0.9), /each layer multiplies the size by 0\.9\.$/);
  for (const { label, layers, said } of Object.values(GUESSES)) {
    if (!layers) continue;
    const share = Number(label.replace("1/", "").replace(",", ""));
    close([Math.round(Math.log(share) / -Math.log(0.9))], [layers], 1);
    assert.ok(label === "1/24" || said.includes(` ${layers} layers`));
  }
  assert.equal(spreadOf(1, linear(400)), Number(AGAIN.half.label));
});

test("the ends of a range are written in one way", () => {
  for (const [shares, text] of [
    [[0.47, 0.9, 1.1], "0.47 to 1.1"],
    [[0.061, 0.2], "0.061 to 0.20"],
    [[1 / 200, 3.5], "0.005 to 3.5"],
    [[1e-6, 1 / 20_000], "1/1 million to 1/20,000"],
    [[1e-16, 2e-16], "about 10⁻¹⁶"],
    [[1e-13, 1e-10], "10⁻¹³ to 10⁻¹⁰"],
    [[2e11, 3e12], "10¹¹ to 10¹²"],
  ])
    assert.equal(between(shares), text);
});

test("what was found is said as a rule", () => {
  assert.deepEqual(
    [25, 100, 400].map((units) => finding(linear(units))),
    ["0.2 = 1/√25", "0.1 = 1/√100", "0.05 = 1/√400"],
  );
  assert.equal(finding(bent(400)), "0.0707 ≈ √(2/400)");
  assert.equal(weight(0.85, linear(400)), "0.0425");
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
    [2 ** -60, "10⁻¹⁸"],
    [1.2e18, "10¹⁸-fold"],
  ];
  for (const [share, text] of cases) assert.equal(amount(share), text);
});
