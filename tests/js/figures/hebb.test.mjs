// Weights by Hebb's rule and by Oja's are those of Python, and so is the main direction.

import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/hebb";
const { growth, learned, length, mainDirection, off, turned, unit } = await import(
  `${js}/model.js`
);
const { before, end, GUESSES, pull, underway, verdict } = await import(
  `${js}/words.js`
);

for (const [k, record] of vectors.hebb.entries()) {
  const { samples, tilt, rate, points, direction, paths } = record;

  test(`cloud ${k} is turned as in Python, with its main direction`, () => {
    close(turned(samples, tilt).flat(), points.flat(), 1e-9);
    assert.ok(off(direction, mainDirection(points)) < 1e-6);
    assert.ok(off(direction, mainDirection(samples) + tilt) < 1e-6);
  });

  for (const rule of ["hebb", "oja"]) {
    test(`in cloud ${k}, each step by the rule ${rule} is that of Python`, () => {
      const [start] = paths[rule];
      const path = learned(turned(samples, tilt), start, rate, rule);
      close(path.flat(), paths[rule].flat(), 1e-6);
    });
  }
}

test("Hebb's arrow never gets shorter, and a cloud turned by half is the same cloud", () => {
  const [{ samples, rate }] = vectors.hebb;
  const path = learned(samples, [0.3, 1.2], rate, "hebb");
  const lengths = path.map(length);
  assert.ok(lengths.every((each, t) => !t || each >= lengths[t - 1]));
  const half = learned(turned(samples, 180), [0.3, 1.2], rate, "hebb");
  close(half.flat(), path.flat(), 1e-6);
});

test("a mean step of Hebb's rule multiplies the parts along the cloud and across", () => {
  const [{ samples, tilt, rate }] = vectors.hebb;
  const points = turned(samples, tilt);
  const angle = tilt + mainDirection(samples);
  const around = points.map(([u, v]) => [
    u - points.reduce((sum, x) => sum + x[0], 0) / points.length,
    v - points.reduce((sum, x) => sum + x[1], 0) / points.length,
  ]);
  const factors = growth(around, angle, rate);
  for (const [k, factor] of factors.entries()) {
    const w = unit(angle + 90 * k);
    const steps = around.map((x) => learned([x], w, rate, "hebb")[1]);
    const mean = [0, 1].map(
      (j) => steps.reduce((sum, v) => sum + v[j], 0) / steps.length,
    );
    close(
      mean,
      w.map((each) => factor * each),
      1e-9,
    );
  }
});

test("an arrow is off a line by at most a right angle", () => {
  for (const [w, degrees, found] of [
    [[1, 0], 0, 0],
    [[-3, 0], 0, 0],
    [[0, 1e9], 0, 90],
    [unit(130), -60, 10],
    [unit(30), 210, 0],
  ])
    close([off(w, degrees)], [found], 1e-6);
});

test("each guess is answered by a reason, with the length", () => {
  for (const [guess, text] of [
    ["grow", /^Right: a point .* along the cloud by about 1\.04, across by 1\.005\./],
    ["stop", /^It turns, but nothing stops it: a point .* by about 1\.04,/],
    ["straight", /^It grows, but it turns, too/],
  ]) {
    const said = verdict(guess, 7.07e7, [1.044, 1.0046]);
    assert.match(said, text);
    assert.match(said, /Length now: 71 million\./);
  }
  assert.equal(Object.keys(GUESSES).length, 3);
});

test("it says how far the arrow has come, and where it ends", () => {
  assert.match(before(500), /^Each of 500 points.* along x .* the harder\.$/);
  assert.match(
    pull(4, -0.45),
    /^Point 4 lies behind: a = w·x = −0\.45\. .* against x,/,
  );
  assert.match(pull(5, 1.01), /^Point 5 lies ahead: a = w·x = 1\.01\. .* along x,/);
  assert.equal(underway(1, 2), "After 1 point, the arrow's length is 2.");
  assert.equal(underway(60, 2.734), "After 60 points, the arrow's length is 2.7.");
  assert.match(
    end("hebb", 7.07e7, 1.27, false),
    /1\.3° off the dotted line\. Its length is 71 million: .* that is 1,400 km\.$/,
  );
  assert.match(end("hebb", 3e3, 0, true), /Its length is 3,000: .* that is 60 m\.$/);
  assert.match(
    end("hebb", 1.15e9, 0, true),
    /is 1\.2 billion: .* that is 24,000 km\.$/,
  );
  assert.match(
    end("oja", 1.0012, 1.5, false),
    /^Oja's arrow turns, too \(1\.5° off the dotted line\).* length 1\./,
  );
  assert.match(
    end("oja", 0.93, 1.5, true),
    /along the turned cloud, too: 1\.5° .* length 0\.9\.$/,
  );
});
