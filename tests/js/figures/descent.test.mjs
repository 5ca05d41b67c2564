import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js";
const { BEST, bestNear, factorOf, largerRoot, stepsToTenth } = await import(
  `${js}/figures/descent/model.js`
);
const { speed, tried, verdict } = await import(`${js}/figures/descent/words.js`);
const { SURFACES } = await import(`${js}/engine/surfaces.js`);
const { Walk } = await import(`${js}/engine/walk.js`);

test("the larger root is the largest eigenvalue of a step", () => {
  for (const { rate, beta, curvature, size } of vectors.roots) {
    close([largerRoot({ rate, beta }, curvature)], [size], 1e-6);
  }
});

test("no pair is faster than the best, and no rate on the edge", () => {
  const [plain, pair] = [factorOf(BEST.plain), factorOf(BEST.pair)];
  close([plain, pair], [9 / 11, Math.sqrt(BEST.pair.beta)], 1e-6);
  for (let i = 1; i < 80; i++) {
    for (let j = 0; j < 99; j++) {
      const found = factorOf({ rate: i / 200, beta: j / 100 });
      assert.ok(found > pair - 1e-9);
      assert.ok(j > 0 || found > plain - 1e-9);
    }
  }
});

test("in the long run a walk is as fast as its factor says", () => {
  for (const [rate, beta] of [
    [0.05, 0],
    [2 / 11, 0],
    [0.05, 0.9],
    [0.3, 0.9],
  ]) {
    const walk = new Walk(SURFACES.bowl, [-8, 1.5], "momentum", rate, beta);
    for (let k = 0; k < 200; k++) walk.step();
    const far = walk.path.map(([u, v]) => Math.hypot(u, v));
    const late = Math.max(...far.slice(160, 200));
    const shrunk = Math.max(...far.slice(60, 100)) / late;
    close([Math.log10(shrunk) * stepsToTenth(factorOf({ rate, beta }))], [100], 4);
  }
});

test("beyond ηc = 2 (1 + β) descent diverges", () => {
  for (const beta of [0, 0.27, 0.9]) {
    const limit = (2 * (1 + beta)) / 10;
    assert.ok(factorOf({ rate: limit - 1e-4, beta }) < 1);
    assert.ok(factorOf({ rate: limit + 1e-4, beta }) > 1);
  }
});

test("a point close to a best means it", () => {
  assert.equal(bestNear({ rate: 0.18, beta: 0 }), "plain");
  assert.equal(bestNear({ rate: 0.18, beta: 0.025 }), null);
  assert.equal(bestNear({ rate: 0.23, beta: 0.275 }), "pair");
  assert.equal(bestNear({ rate: 0.21, beta: 0.275 }), null);
});

test("a guess is tried at the best rate without momentum", () => {
  const at = (beta) => tried({ ...BEST.plain, beta });
  assert.match(
    at(0.3),
    /every 5\.8 steps; .* 11\.5 steps\.\nYour guess is the best of the three, but not yet .* flat/,
  );
  assert.match(at(0.6), /every 9\.0 steps; .*\nYour guess is too large here: both/);
  assert.match(at(0.9), /every 44 steps; .*\nYour guess is too large here: both/);
  assert.match(tried({ rate: 0.25, beta: 0.3 }), /\nYour guess is .*not yet .* steep/);
  assert.match(
    tried({ rate: 0.4, beta: 0.3 }),
    /^At this rate descent diverges, .*m\.$/,
  );
});

test("the words say what momentum buys", () => {
  assert.equal(speed({ rate: 0.17, beta: 0 }), "12.4 steps");
  assert.equal(speed(BEST.pair), "3.5 steps");
  assert.equal(speed({ rate: 0.3, beta: 0 }), "diverges");
  assert.equal(speed({ rate: 0.001, beta: 0 }), "2,300 steps");
  assert.match(
    verdict({ rate: 0.3, beta: 0.9 }),
    /44 steps; without momentum, this rate diverges\.$/,
  );
  assert.match(verdict(BEST.plain), /^Found: without .* 11\.5 steps/);
  assert.match(
    verdict(BEST.pair),
    /^Found, the fastest of all: .* 3\.5 steps, not 11\.5\.\nA larger share swings/,
  );
});
