import assert from "node:assert/strict";
import test from "node:test";

import { knot } from "../../../annutils/widgets/js/engine/knot.js";
import { Perceptron, PRESETS } from "../../../annutils/widgets/js/engine/perceptron.js";
import {
  counts,
  sentence,
  verdict,
} from "../../../annutils/widgets/js/figures/perceptron/words.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

function run(points, rate = 1, most = 5000) {
  const model = new Perceptron(rate);
  for (let i = 0; i < most && !model.solved && !model.cycle; i++) model.step(points);
  return model;
}

test("the perceptron separates what a line separates", () => {
  for (const name of ["separable", "narrow", "and"]) {
    const model = run(PRESETS[name].points);
    assert.ok(model.solved, name);
    assert.equal(model.mistakes(PRESETS[name].points), 0);
  }
});

test("on the corners of XOR the weights are soon those of the next chapter, in turn", () => {
  const { points } = PRESETS.xor;
  const model = new Perceptron(1, [0, 1], 0);
  while (!model.cycle) model.step(points);
  assert.deepEqual([model.epoch, model.updates, model.solved], [4, 12, false]);
  const states = points.map(() => {
    const before = [...model.w, model.b];
    model.step(points);
    return before;
  });
  assert.deepEqual(states, [
    [-1, 0, 0],
    [-1, 0, -1],
    [-1, 1, 0],
    [0, 1, 1],
  ]);
});

test("it is said why no line is right exactly where a linear program finds none", () => {
  for (const { points, separable } of vectors.parted) {
    const found = knot(points);
    assert.equal(found === null, separable, JSON.stringify(points));
    if (!found) continue;
    found.forEach((tied, label) => {
      assert.ok(tied.length && tied.every((point) => point[2] === label));
    });
    assert.notEqual(knot(found.flat()), null);
  }
  assert.ok(vectors.parted.some(({ separable }) => separable));
  assert.ok(vectors.parted.some(({ separable }) => !separable));
});

test("two strings, a triangle, a string and a place show that no line is right", () => {
  const model = new Perceptron();
  for (const [points, words] of [
    [PRESETS.xor.points, /the dashed strings, which meet/],
    [
      [
        [0, 0, 1],
        [3, 0, 1],
        [0, 3, 1],
        [1, 1, 0],
      ],
      /a point and the triangle around it/,
    ],
    [
      [
        [0, 0, 0],
        [1, 1, 0],
        [0.5, 0.5, 1],
      ],
      /a point and the dashed string that it is on/,
    ],
    [
      [
        [1, 1, 0],
        [1, 1, 1],
      ],
      /two points at the same place/,
    ],
  ]) {
    assert.match(verdict("", model, points, knot(points)), words);
  }
  const near = PRESETS.xor.points.map((point) => [...point]);
  near[3] = [0.499, 0.5, 0]; // just on this side of the string of class 1
  assert.equal(knot(near), null);
});

test("it begins where it is told to", () => {
  const { w, b } = new Perceptron(1, [0.2, 1], -1);
  assert.deepEqual([...w, b], [0.2, 1, -1]);
});

test("what became clear is said at the end of an epoch", () => {
  const { points } = PRESETS.xor;
  const model = run(points);
  const tied = knot(points);
  assert.match(
    verdict("said", model, points, tied),
    /^w = \(−1, 0\) and b = 0, as 4 steps ago: .* repeats\. No line is right/,
  );
  model.step(points);
  assert.equal(verdict("said", model, points, tied), "said");
  assert.equal(verdict("said", model, points, undefined), "said");
  assert.match(verdict("said", model, points, null), /^said Some line .* will end/);
  assert.match(verdict("said", model, points, null, true), /^said Some line still/);
  const spoiled = run(points.slice(0, 3));
  spoiled.forget();
  assert.match(verdict("said", spoiled, points, tied, true), /^Now no line will do: /);
  const narrow = PRESETS.narrow.points;
  assert.match(
    verdict("said", run(narrow), narrow, undefined),
    /All 8 points are right/,
  );
  const [none, some] = [
    { right: 0, all: 0 },
    { right: 3, all: 4 },
  ];
  assert.equal(counts(1, 8, 2, none), "Wrong: 1 of 8. Updates: 2.");
  assert.equal(
    counts(1, 8, 2, some),
    "Wrong: 1 of 8. Updates: 2. You were right: 3 of 4.",
  );
});

test("the learning rate changes no answer where decimals are rounded, too", () => {
  const moved = PRESETS.separable.points.map((point) => [...point]);
  moved[6][0] = 0.4;
  const [one, tenth] = [run(moved, 1), run(moved, 0.1)];
  assert.deepEqual([tenth.updates, tenth.epoch], [one.updates, one.epoch]);
});

test("the learning rate scales the weights and changes no answer", () => {
  const [one, half] = [
    run(PRESETS.separable.points, 1),
    run(PRESETS.separable.points, 0.5),
  ];
  assert.equal(one.updates, half.updates);
  close(
    one.w.map((value) => value / 2),
    half.w,
    1e-12,
  );
});

test("a step on a wrong sample adds it to the weights, one on a right sample nothing", () => {
  const model = new Perceptron(0.5);
  assert.deepEqual(model.step([[2, -1, 0]]), { index: 0, z: 0, error: -1 });
  assert.deepEqual([...model.w, model.b], [-1, 0.5, -0.5]);
  assert.equal(model.step([[2, -1, 0]]).error, 0);
  assert.deepEqual([...model.w, model.b], [-1, 0.5, -0.5]);
});

for (const [name, expected] of Object.entries(vectors.perceptron)) {
  test(`the rule goes the way that Python computes: ${name}`, () => {
    const model = run(expected.points);
    close([...model.w, model.b], expected.theta, 1e-9);
    const { cycle, epoch, updates } = model;
    assert.deepEqual(
      [cycle, epoch, updates],
      [expected.cycle, expected.epochs, expected.updates],
    );
    assert.equal(model.solved, expected.cycle === 0);
    assert.ok(model.ended);
  });
}

test("other points begin the epoch anew, and what was learned stays", () => {
  const model = new Perceptron();
  assert.equal(model.learningRate, 1);
  const points = [
    [1, 2, 0],
    [-3, 1, 1],
  ];
  model.step(points);
  assert.deepEqual([model.next, model.wrong, model.w, model.b], [1, 1, [-1, -2], -1]);
  model.forget();
  assert.deepEqual(
    [model.next, model.wrong, model.solved, model.cycle],
    [0, 0, false, 0],
  );
  assert.deepEqual([...model.seen], [["-1,-2,-1", 0]]);
  assert.equal(model.mistakes(points), 0);
  assert.equal(model.predict([0, -0.5]), 1); // z = 0
});

test("a step is told with its numbers", () => {
  const points = [
    [2, -1, 0],
    [0, 1, 1],
  ];
  const model = new Perceptron(0.5);
  assert.equal(
    sentence(null, model, 0, 0),
    "The first line is arbitrary: w = (0, 0), b = 0.",
  );
  const first = model.step(points);
  const said = (guess) => sentence(first, model, -2, 1, guess);
  const update =
    "point 1 is blue on the orange side (z = 0 counts as orange). " +
    "0.5 times its x is taken away from w: now z = −2, but another point is wrong.";
  assert.equal(said(), update.replace("p", "P"));
  assert.equal(said(true), `Yes: ${update}`);
  assert.equal(said(false), `No, it moves: ${update}`);
  assert.match(sentence(first, model, 0.2, 0), /now z = 0\.2, not enough\.$/);
  model.b = 0.5;
  const second = model.step(points);
  const rest = "point 2 is orange on the orange side (z = 1).";
  assert.equal(sentence(second, model, 1, 0), rest.replace("p", "P"));
  assert.equal(sentence(second, model, 1, 0, false), `Yes: ${rest}`);
  assert.equal(
    sentence(second, model, 1, 0, true),
    `No, it stays: ${rest} Only a mistake moves the line.`,
  );
  const back = new Perceptron(1, [2, -1], 0);
  assert.match(
    sentence(back.step(points), back, 0, 2),
    /but 2 other points are wrong\. With w = 0 there is no line\.$/,
  );
});
