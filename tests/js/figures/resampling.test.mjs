import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { sigmoid } = await import(`${js}/engine/activations.js`);
const { Network } = await import(`${js}/engine/network.js`);
const model = await import(`${js}/figures/resampling/model.js`);
const {
  atRing,
  compared,
  guessed,
  isNearlyRight,
  isRight,
  many,
  soFar,
  solved,
  verdict,
} = await import(`${js}/figures/resampling/words.js`);
const int16 = (...values) => ({
  scale: 0.5,
  int16: Buffer.from(Int16Array.from(values).buffer).toString("base64"),
});

test("a network says what the engine's does", () => {
  const theta = Float64Array.from({ length: 13 }, (_, k) => Math.sin(3 * k));
  const places = Float64Array.of(-1, 5, 0.3, -7, 0, 0);
  const logits = new Network([2, 3, 1], "tanh", theta).forward(places, 3);
  close([...model.probabilities(theta, places)], [...logits.map(sigmoid)], 1e-12);
});

test("networks travel as whole numbers", () => {
  const networks = [int16(2, 0, 0, 4, 1)]; // 2 tanh(x1) + 1/2
  const [theta] = model.networksOf({ networks });
  const says = 1 / (1 + Math.exp(-2 * Math.tanh(-1) - 0.5));
  close([...model.probabilities(theta, Float64Array.of(-1, 5))], [says], 1e-12);
});

test("mean and deviation are those of ten networks, place by place", () => {
  close([model.mean([0.9, 0.6, 0.6])], [0.7], 1e-12);
  close([model.deviation([0.9, 0.6, 0.6])], [Math.sqrt(0.03)], 1e-12);
  const both = model.meanOf([Float64Array.of(0, 1), Float64Array.of(1, 0.5)]);
  assert.deepEqual([...both], [0.5, 0.75]);
});

test("points of class 0 come first", () => {
  const points = model.pointsOf({ xy: int16(2, 4, -2, 0), zeros: 1 });
  assert.deepEqual(points, [
    [1, 2, 0],
    [-1, 0, 1],
  ]);
});

const ten = (bias2, variance, units = 20) => ({
  ...{ units, samples: 200, bias2, variance },
});

const place = { said: [], truth: 0.51, middle: 0.8, spread: 0.224 };

test("what is said has its numbers, and its reason", () => {
  assert.match(
    soFar(ten(0, 0), 3, 0.256),
    /^Training set 3 of 10: 200 points.* 20 units.* 0\.26/,
  );
  assert.equal(
    many(ten(0, 0), { truth: 0.51, middle: 0.49, spread: 0.224 }),
    "20 units, ten sets: at the ring, their mean is off the truth by 0.02 (offset), and they scatter by 0.22 (spread).",
  );
  assert.equal(
    verdict(ten(0.02, 0.001), [], place),
    "20 units, 200 points: bias² 0.020 on average (at the ring 0.29² = 0.084), variance 0.001; all miss alike.",
  );
  assert.match(
    verdict(ten(0.002, 0.021), [], place),
    /variance 0\.021 on average \(at the ring 0\.22² = 0\.048\); all differ\.$/,
  );
  assert.match(verdict(ten(-0.0001, 0.021), [], place), /bias² below 0\.001, variance/);
  assert.match(verdict(ten(0.0001, 0.003), [], place), /none is far off\.$/);
  assert.match(verdict(ten(0.02, 0.02), [], place), /; all miss, and all differ\.$/);
  assert.match(
    atRing({ truth: 0.51, middle: 0.49, spread: 0.224 }),
    /0\.51\. .* 0\.49 .* 0\.22\.$/,
  );
});

test("a guess is answered by the spread, and by the offset that nobody asked for", () => {
  const [one, twenty] = [
    { said: [], truth: 0.51, middle: 0.8, spread: 0.03 },
    { said: [], truth: 0.51, middle: 0.49, spread: 0.22 },
  ];
  assert.match(guessed(20), /^You say 20 units\./);
  const words = " (small spread), but also its error (large offset).";
  assert.equal(compared("1", one, twenty), `Right, 1 unit repeats itself${words}`);
  assert.equal(compared("none", one, twenty), `1 unit repeats itself${words}`);
  assert.equal(
    compared("20", one, twenty),
    `Not 20 units: they follow each set. 1 unit repeats itself${words}`,
  );
  // Where the ring was moved to a place that does not show it.
  for (const other of [
    [one, { ...twenty, spread: 0.01 }],
    [{ ...one, middle: 0.5 }, twenty],
  ])
    assert.equal(
      compared("1", ...other),
      "Right, 1 unit repeats itself, but also its error.",
    );
});

test("what goes against what is expected gets a reason", () => {
  const [five, twenty] = [ten(0.007, 0.13, 5), ten(0.006, 0.122)];
  assert.match(
    verdict(five, [five, twenty], place),
    /0\.130\. 20 units vary no more \(0\.122\): both follow each set\.$/,
  );
  assert.match(verdict(twenty, [five, twenty], place), /; all differ\.$/);
  const other = { ...twenty, samples: 800 };
  assert.match(verdict(five, [five, other], place), /; all differ\.$/);
});

test("the ring is praised where being right is no matter of course", () => {
  const at = (truth, middle) => ({ said: [], truth, middle, spread: 0.03 });
  assert.ok(isRight(at(0.5, 0.55)));
  assert.ok(!isRight(at(0.5, 0.57)));
  assert.ok(!isRight(at(0.95, 0.95)));
  assert.ok(isNearlyRight(at(0.5, 0.57)));
  assert.ok(!isNearlyRight(at(0.5, 0.63)));
  assert.match(atRing(at(0.5, 0.57), true), / You are near\.$/);
  assert.match(solved(at(0.5, 0.52)), /^Found: .* \(offset 0\.02\)/);
});
