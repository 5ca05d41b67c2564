import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/regularization";
const { grid } = await import("../../../annutils/widgets/js/parts/surface.js");
const { above, leastError, lowest, nearest, seenBy, verdict } = await import(
  `${js}/model.js`
);
const { answer, covered, named, told } = await import(`${js}/words.js`);

const int16 = (...values) =>
  Buffer.from(Int16Array.from(values).buffer).toString("base64");
const one = (strength, mean, open) => ({
  strength,
  seen: 3 * strength,
  new: [mean, mean - 1, mean + 1],
  each: [mean - 1, mean + 1],
  open,
  network: { scale: 0.5, int16: int16(2, 0, 0, 4, 0) }, // 2 tanh(x1)
});
const tries = [
  one(0, 17.3, false),
  one(0.1, 14, true),
  one(0.3, 14.44, true),
  one(0.9, 17, false),
];

test("before the lowest error it is too little, after it too much", () => {
  assert.equal(lowest(tries), 1);
  const verdicts = tries.map((_, k) => verdict(tries, k));
  assert.deepEqual(verdicts, [-1, 0, 0, 1]);
  assert.ok(Math.abs(above(tries, 3) - 3) < 1e-9);
  const beyond = [...tries, one(1, 14.2, true)];
  assert.equal(verdict(beyond, 4), 1); // one on the way is too much
});

test("the nearest strength is found", () => {
  const found = [-1, 0.1, 0.19, 0.21, 5].map((wanted) => nearest(tries, wanted));
  assert.deepEqual(found, [0, 1, 1, 2, 3]);
});

test("a network's numbers are those of its parameters, its boundary where they are 0", () => {
  const n = 6;
  const places = grid(n, [-3, 3], [-3, 3]);
  const { z, lines } = seenBy(tries[0], 1, places, n);
  const expected = places.filter((_, k) => k % 2 === 0).map((x) => 2 * Math.tanh(x));
  close([...z], [...expected], 1e-12);
  assert.equal(lines.length, 1);
  for (const [column] of lines[0]) assert.ok(Math.abs(column - 2.5) < 1e-12);
});

test("the error of the true boundary is that of Python", () => {
  const { noise, least } = vectors.truth;
  close([leastError(noise)], [least], 2e-4);
});

test("what is said of a strength has its errors and its reason", () => {
  assert.match(
    told("l2", tries, 0),
    /^No remedy, twelve sets: training 0\.0%, new 17\.3% wrong\.\nToo little, .*: 3\.3 points above the lowest\.$/,
  );
  assert.match(
    told("dropout", tries, 2),
    /^p = 0\.3, twelve sets: training 0\.9%, new 14\.4% wrong\.\nEnough/,
  );
  assert.match(
    told("stop", tries, 3),
    /Too much, .*: 3\.0 points above the lowest, in the worst set 18\.0%\.$/,
  );
  // Rounded as they are shown, errors differ by what is said.
  const open = [one(0, 15.892, true), one(0.1, 14.746, true), one(0.9, 17, false)];
  assert.match(
    told("l2", open, 0),
    /15\.9% .*\n.*: 1\.2 points above the lowest \(may be chance\)\.$/,
  );
  assert.doesNotMatch(covered("l2", tries, 2), /14\.4/);
  assert.equal(named("l2", tries, 1), "L2 with λ = 0.1");
  const long = [{ strength: 2000 }, { strength: 500 }];
  assert.equal(named("stop", long, 0), "All 2,000 updates");
  assert.equal(named("stop", long, 1), "Stopped after 500 updates");
});

test("a guess is compared with the lowest error", () => {
  assert.match(
    answer("l2", tries, 3),
    /^You stopped at 0\.9: 17\.0% .*; the lowest, 14\.0%, is at 0\.1\.\nToo much/,
  );
  assert.match(
    answer("l2", tries, 1),
    /^You stopped at 0\.1: 14\.0% .*\nThe lowest of all/,
  );
});
