// The share of a class by its log odds is that of Bayes' rule, near and far.

import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/posterior";
const { crossings, frequency, guessed, logOdds, posterior, valueAt } = await import(
  `${js}/model.js`
);
const { factors, formula, sentence, verdict } = await import(`${js}/words.js`);

const START = { mu: [-1, 1], s: [2, 1], share: 0.5 };
const EQUAL = { mu: [-1, 1], s: [1, 1], share: 0.5 };
const z = logOdds(START);

for (const [k, record] of vectors.posterior.entries()) {
  const { mu, s, share, x, frequencies } = record;
  const bells = { mu, s, share };
  const found = logOdds(bells);

  test(`frequencies, shares and log odds of bells ${k} are those of Python`, () => {
    x.slice(1, -1).forEach((place, i) => {
      close([frequency(bells, 0, place)], [frequencies[i][0]], 1e-9);
      close([frequency(bells, 1, place)], [frequencies[i][1]], 1e-9);
    });
    x.forEach((place, i) => {
      const exact = record.logOdds[i];
      assert.ok(
        Math.abs(valueAt(found, place) - exact) <= 1e-6 * Math.max(1, Math.abs(exact)),
      );
    });
    close(
      x.map((place) => posterior(found, place)),
      record.posterior,
      1e-6,
    );
    if (record.weightedSum) {
      assert.equal(found.a, 0);
      close([found.w, found.b], record.weightedSum, 1e-9);
    }
  });

  test(`where bells ${k} cross, the share is one half`, () => {
    for (const place of crossings(found)) {
      assert.ok(
        Math.abs(valueAt(found, place)) < 1e-9 * (1 + place * place),
        `${place}`,
      );
    }
  });
}

test("far out there is a number, where both frequencies are 0", () => {
  for (const place of [-1e3, 1e3]) {
    assert.equal(frequency(START, 0, place), 0);
    assert.equal(posterior(z, place), 0); // the wider class has all
    assert.equal(posterior(logOdds({ ...START, s: [1, 2] }), place), 1);
  }
  assert.equal(posterior(logOdds(EQUAL), 1e3), 1);
});

test("equal bells cross once, or nowhere; a wide one may win everywhere", () => {
  close(crossings(logOdds(EQUAL)), [0], 1e-12);
  assert.deepEqual(crossings(logOdds({ ...EQUAL, mu: [1, 1] })), []);
  assert.deepEqual(crossings(logOdds({ mu: [0, 0], s: [2, 1], share: 0.1 })), []);
  close(crossings(z), [-0.2376, 3.5709], 1e-4);
  close(crossings({ a: 1, w: 0, b: 0 }), [0, 0], 1e-12);
});

test("a wrong guess goes on from the curve, straight or to 0", () => {
  const from = 1;
  const [straight, flat] = [true, false].map((way) => guessed(z, from, way));
  for (const curve of [straight, flat]) close([curve(from)], [valueAt(z, from)], 1e-12);
  close([straight(3) - straight(2)], [2 * z.a * from + z.w], 1e-12);
  assert.ok(Math.abs(flat(100)) < 1e-9);
});

test("a guess is answered by a reason", () => {
  const end =
    /At x\u00a0=\u00a06, z is −5\.68: blue is 290 times as high\. Now make both spreads equal\.$/;
  for (const [guess, text] of [
    ["blue", /^Right: wide blue sinks more slowly/],
    ["orange", /^Not orange: blue\. Narrow orange sinks faster/],
    ["alike", /^Not alike: blue\. Both sink, but narrow orange sinks faster/],
  ]) {
    assert.match(verdict(guess, z, 6), text);
    assert.match(verdict(guess, z, 6), end);
  }
  const turned = logOdds({ ...START, mu: [1, -1], s: [1, 2] });
  assert.match(
    verdict("orange", turned, 6),
    /^Right: wide orange .* orange is 290 times/,
  );
  assert.match(verdict("blue", turned, 6), /^Not blue: orange\. Narrow blue/);
});

test("it says what the bells make of the curve", () => {
  for (const [change, text] of [
    [{}, /^No S: z bends .* Orange wins only from −0\.2 to 3\.6; else blue, as/],
    [
      { s: [1, 2] },
      /^No S: z bends .* Blue wins only from −3\.6 to 0\.2; else orange, as it is wider/,
    ],
    [
      { s: [1, 1.1] },
      /^Nearly an S, .* beyond x\u00a0=\u00a0−21\.1, off the picture, orange wins again/,
    ],
    [{ mu: [0, 0], share: 0.1 }, / Blue wins everywhere, as it is wider\.$/],
    [
      { s: [1, 1] },
      /^Equal spreads: .* straight line, and only then is σ\(z\) an S\.$/,
    ],
    [{ s: [1, 1], share: 0.75 }, /^Still an S: .* by 0\.55 to the left\.$/],
    [{ s: [1, 1], share: 0.25 }, /to the right/],
    [{ s: [1, 1], mu: [1, 1] }, /^Two bells in one place/],
  ]) {
    const bells = { ...START, ...change };
    assert.match(sentence(bells, logOdds(bells), 6), text);
  }
});

test("a formula has its signs, and no factor that is 0", () => {
  for (const [[a, w, b], text] of [
    [[-0.375, 1.25, 0.3181], "−0.375x² + 1.25x + 0.318"],
    [[0, 2, 0], "2x"],
    [[0, -1, -0.5], "−x − 0.5"],
    [[1, 0, 3], "x² + 3"],
    [[0, 1e-5, 0], "0"],
  ])
    assert.equal(formula({ a, w, b }), text);
  assert.deepEqual(factors(START, z), [
    "coefficient of x²: (1/s₀² − 1/s₁²)/2 = −0.375",
  ]);
  const rare = { mu: [1.5, -1.5], s: [1, 1], share: 0.25 };
  assert.deepEqual(factors(rare, logOdds(rare)), [
    "w = (μ₁ − μ₀)/s² = (−1.5 − 1.5)/1² = −3",
    "b = (μ₀² − μ₁²)/(2s²) + log(0.25/0.75) = −1.099",
  ]);
  assert.equal(factors(EQUAL, logOdds(EQUAL))[1], "b = (μ₀² − μ₁²)/(2s²) = 0");
});
