import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js/figures/resampling";
const model = await import(`${js}/model.js`);
const { soFar, verdict } = await import(`${js}/words.js`);
const { truth } = JSON.parse(
  readFileSync(new URL("../vectors.json", import.meta.url), "utf8"),
);
const int16 = (...values) => ({
  scale: 0.5,
  int16: Buffer.from(Int16Array.from(values).buffer).toString("base64"),
});

test("the true probability is that of Python", () => {
  const found = model.trueProbability(truth.places, truth.noise);
  close([...found], truth.probability, 1e-9);
});

test("a network says the sigmoid of its output", () => {
  const [network] = model.networksOf({
    units: 1,
    networks: [int16(2, 0, 0, 4, 1)], // 2 tanh(x1) + 1/2
  });
  const z = [-1, 0.3].map((x) => 2 * Math.tanh(x) + 0.5);
  const expected = z.map((value) => 1 / (1 + Math.exp(-value)));
  const many = model.probabilities(network, Float64Array.of(-1, 5, 0.3, -7));
  close([...many], expected, 1e-12);
  const one = model.probabilities(network, Float64Array.of(0.3, 0));
  close([...one], expected.slice(1), 1e-12);
});

test("mean and deviation are those of ten networks, place by place", () => {
  close([model.mean([0.9, 0.6, 0.6])], [0.7], 1e-12);
  close([model.deviation([0.9, 0.6, 0.6])], [Math.sqrt(0.03)], 1e-12);
  const both = model.meanOf([Float64Array.of(0, 1), Float64Array.of(1, 0.5)]);
  assert.deepEqual([...both], [0.5, 0.75]);
});

test("an offset within two standard errors of the mean is no sign of bias", () => {
  const said = [0.9, 0.6, 0.6]; // mean 0.7, standard error 0.1
  close([model.fromTruth(said, 0.7).chance], [0.2], 1e-12);
  assert.equal(model.fromTruth(said, 0.51).sure, false);
  assert.equal(model.fromTruth(said, 0.49).sure, true);
});

test("points of class 0 come first", () => {
  const points = model.pointsOf({ xy: int16(2, 4, -2, 0), zeros: 1 });
  assert.deepEqual(points, [
    [1, 2, 0],
    [-1, 0, 1],
  ]);
});

test("what is said has its numbers, and its reason", () => {
  const ten = (bias2, variance) => ({ units: 20, samples: 200, bias2, variance });
  assert.match(
    soFar(ten(0, 0), 3, 0.256),
    /^Training set 3 of 10: 200 points.* 20 units.* 0\.26/,
  );
  assert.match(
    verdict(ten(0.02, 0.001)),
    /0\.020 and the variance 0\.001\. All are wrong alike/,
  );
  assert.match(verdict(ten(0.002, 0.021)), /in its own way/);
  assert.match(verdict(ten(-0.0001, 0.021)), /bias² is below 0\.001 and/);
  assert.match(verdict(ten(0.0001, 0.003)), /None is far off\.$/);
  assert.match(verdict(ten(0.02, 0.02)), /in both ways/);
});
