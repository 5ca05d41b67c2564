import assert from "node:assert/strict";
import test from "node:test";

import {
  DATA_SETS,
  fromPoints,
  makeData,
  split,
} from "../../../annutils/widgets/js/engine/datasets.js";
import { featurize } from "../../../annutils/widgets/js/engine/features.js";
import { Adam, RMSprop, SGD } from "../../../annutils/widgets/js/engine/optimizers.js";
import { Random } from "../../../annutils/widgets/js/engine/random.js";
import { Trainer } from "../../../annutils/widgets/js/engine/trainer.js";
import { close } from "../close.mjs";

const SETTINGS = {
  layers: [4],
  activation: "tanh",
  optimizer: "adam",
  learningRate: 0.05,
  batchSize: 10,
  l1: 0,
  l2: 0,
  dropout: 0,
  seed: 3,
};
const circles = makeData("circles", { m: 200, noise: 0.1, seed: 0 });

function trained(settings, steps, data = circles) {
  const trainer = new Trainer(data, { ...SETTINGS, ...settings });
  for (let i = 0; i < steps; i++) trainer.step();
  return trainer;
}

test("a small network learns the circles", () => {
  const trainer = trained({}, 600);
  assert.ok(trainer.evaluate(circles).accuracy > 0.97);
  assert.ok(trainer.evaluate(circles).loss < 0.2);
});

test("training again gives the same weights", () => {
  for (const settings of [{}, { dropout: 0.3 }, { optimizer: "momentum" }]) {
    const [one, other] = [trained(settings, 50), trained(settings, 50)];
    assert.deepEqual(one.network.theta, other.network.theta);
  }
});

test("another seed gives other initial weights", () => {
  assert.notDeepEqual(
    trained({ seed: 1 }, 0).network.theta,
    trained({}, 0).network.theta,
  );
});

test("an epoch shows every sample once, in batches", () => {
  const trainer = trained({ batchSize: 64 }, 0);
  const sizes = Array.from({ length: 4 }, () => trainer.nextBatch());
  assert.deepEqual(sizes, [64, 64, 64, 8]);
  assert.equal(trainer.epoch, 1);
});

test("training that diverges says so, and keeps finite weights", () => {
  const data = makeData("spiral", { m: 100, noise: 0.5, seed: 0 });
  const deep = { layers: [8, 8, 8, 8, 8, 8], activation: "linear", optimizer: "sgd" };
  const trainer = trained({ ...deep, learningRate: 10 }, 500, data);
  assert.match(trainer.trouble, /^Diverged after \d+ updates: .* learning rate 10 /);
  assert.ok(trainer.network.theta.every(Number.isFinite));
  assert.ok(Number.isFinite(trainer.evaluate(data).loss));
  assert.equal(trainer.step(), false);
});

test("no settings of the playground ever lead to a number that is none", () => {
  const random = new Random(0);
  const pick = (list) => list[Math.floor(list.length * random.uniform())];
  for (let run = 0; run < 150; run++) {
    const data = makeData(pick(Object.keys(DATA_SETS)), { m: 40, noise: 1, seed: run });
    const settings = {
      layers: Array.from({ length: pick([0, 1, 3, 6]) }, () => pick([1, 4, 8])),
      activation: pick(["linear", "relu", "tanh", "sigmoid", "leaky_relu"]),
      optimizer: pick(["sgd", "momentum", "rmsprop", "adam"]),
      learningRate: pick([0.01, 1, 10]),
      batchSize: pick([1, 10, 40]),
      l1: pick([0, 1]),
      l2: pick([0, 1]),
      dropout: pick([0, 0.8]),
      seed: run,
    };
    const trainer = trained(settings, 200, data);
    assert.ok(trainer.network.theta.every(Number.isFinite), JSON.stringify(settings));
    assert.ok(Number.isFinite(trainer.evaluate(data).loss), JSON.stringify(settings));
  }
});

test("dropout leaves the expected activation as it is", () => {
  const trainer = trained({ layers: [8], dropout: 0.5 }, 0);
  let sum = 0;
  for (let i = 0; i < 200; i++) {
    trainer.drawMasks();
    sum += trainer.masks[1].reduce((a, b) => a + b) / trainer.masks[1].length;
  }
  assert.ok(Math.abs(sum / 200 - 1) < 0.03);
});

// Each oracle is a sum done on paper: g = 2 theta at theta = 1, two updates.
const UPDATES = {
  "plain gradient descent": [new SGD({ learningRate: 0.1 }), [0.8, 0.64]],
  momentum: [new SGD({ learningRate: 0.1, momentum: 0.5 }), [0.8, 0.54]],
  RMSprop: [
    new RMSprop({ learningRate: 0.1, rho: 0.5, epsilon: 0 }),
    [1 - 0.1 * Math.SQRT2, 0.749_414],
  ],
  Adam: [new Adam({ learningRate: 0.1, epsilon: 0 }), [0.9, 0.800_412]],
};
for (const [name, [optimizer, expected]] of Object.entries(UPDATES)) {
  test(`two updates by ${name} are those computed on paper`, () => {
    const theta = Float64Array.of(1);
    const path = expected.map(() => {
      optimizer.update(theta, Float64Array.of(2 * theta[0]));
      return theta[0];
    });
    close(path, expected, 1e-6);
  });
}

test("data sets are balanced, repeatable and stay in the picture", () => {
  for (const name of Object.keys(DATA_SETS)) {
    const one = makeData(name, { m: 200, noise: 0.2, seed: 5 });
    assert.deepEqual(makeData(name, { m: 200, noise: 0.2, seed: 5 }), one);
    assert.equal(
      one.y.reduce((a, b) => a + b),
      100,
    );
    const outside = one.X.filter((x) => Math.abs(x) > 3.4).length;
    assert.ok(outside < 4, name);
  }
});

test("a split cuts a data set into two parts that together are the whole", () => {
  const [train, rest] = split(circles, 0.7);
  assert.deepEqual([train.m, rest.m], [140, 60]);
  assert.deepEqual([...train.X, ...rest.X], [...circles.X]);
});

test("features are functions of the two coordinates", () => {
  const data = fromPoints([[2, 3, 1]]);
  const { X } = featurize(data, ["x1", "x2", "x1x1", "x2x2", "x1x2", "sin1", "sin2"]);
  assert.deepEqual([...X], [2, 3, 4, 9, 6, Math.sin(2), Math.sin(3)]);
});

test("random numbers are uniform, normal, and the same for the same seed", () => {
  const random = new Random(7);
  const draws = Array.from({ length: 20000 }, () => random.normal());
  const mean = draws.reduce((a, b) => a + b) / draws.length;
  const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
  close([mean, variance], [0, 1], 0.03);
  assert.equal(new Random(7).normal(), draws[0]);
  const uniforms = Array.from({ length: 20000 }, () => random.uniform());
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = uniforms.filter((u) => Math.floor(10 * u) === tenth).length / 20000;
    close([share], [0.1], 0.01);
  }
});

test("parameters beyond a hundred million are taken back, and it is said why", () => {
  const trainer = trained({}, 3);
  const before = trainer.network.theta.slice();
  trainer.optimizer = { update: (theta) => theta.fill(1e8 - 1) };
  assert.ok(trainer.step());
  trainer.safe.set(before);
  trainer.network.theta[5] = -1e8;
  assert.equal(trainer.checked(), false);
  assert.deepEqual(trainer.network.theta, before);
  assert.match(trainer.trouble, /^Diverged after 4 updates: /);
  assert.equal(trainer.step(), false);
  assert.equal(trainer.updates, 4);
});

test("a logit above zero is class 1, and without samples there is nothing to measure", () => {
  const trainer = trained({ layers: [] }, 0);
  trainer.network.theta.set([1, 0, 0]);
  const { accuracy, loss } = trainer.evaluate(
    fromPoints([
      [1, 0, 1],
      [0, 0, 0],
      [0, 0, 1],
      [2, 0, 0],
    ]),
  );
  assert.equal(accuracy, 0.5);
  const softplus = (z) => Math.log(1 + Math.exp(z));
  close([loss], [(softplus(-1) + 2 * softplus(0) + softplus(2)) / 4], 1e-15);
  assert.deepEqual(trainer.evaluate(fromPoints([])), { loss: 0, accuracy: 0 });
});

test("batches take the samples as they come in the shuffled order", () => {
  const trainer = trained({ batchSize: 64 }, 0);
  trainer.nextBatch();
  const [row] = trainer.order;
  assert.deepEqual(
    [...trainer.batch.slice(0, 2)],
    [...circles.X.slice(2 * row, 2 * row + 2)],
  );
  assert.equal(trainer.targets[0], circles.y[row]);
  const whole = trained({ batchSize: 200 }, 2);
  assert.deepEqual(
    [...whole.order],
    Array.from({ length: 200 }, (_, i) => i),
  );
  assert.equal(whole.epoch, 2);
});

test("masks drop a share of the hidden units and scale up the others", () => {
  const { masks } = trained({ layers: [3, 2], dropout: 0.5 }, 1);
  const factors = new Set([...masks[1], ...masks[2]]);
  assert.deepEqual([...factors].sort(), [0, 2]);
  assert.ok([...masks[0], ...masks[3]].every((factor) => factor === 0)); // not drawn
  assert.equal(trained({}, 1).masks, undefined);
});
