import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js";
const { beyond, crossing, lineThrough, moved, POINTS, separation, weightsOf } =
  await import(`${js}/figures/fold/model.js`);
const { INPUTS, movedNames, verdict } = await import(`${js}/figures/fold/words.js`);

const both = (angles, offsets, sharpness) =>
  angles.map((angle, k) => weightsOf({ angle, offset: offsets[k], sharpness }));
const places = (...settings) => POINTS.map((point) => moved(both(...settings), point));
const OR_AND_NAND = [
  [45, -135],
  [-Math.SQRT1_2 / 2, -Math.SQRT1_2 / 2],
];

test("points move and separate as a linear program and least squares say", () => {
  assert.ok(vectors.folds.some(({ separable }) => separable));
  assert.ok(vectors.folds.some(({ separable }) => !separable));
  for (const fold of vectors.folds) {
    const found = places(fold.angles, fold.offsets, fold.sharpness);
    close(found.flat(), fold.places.flat(), 1e-6);
    const line = separation(found);
    assert.equal(line !== null, fold.separable);
    close([line?.gap ?? 0], [fold.gap], 1e-6);
  }
});

test("the line has all of class 1 on one side, half a gap away or more", () => {
  for (const fold of vectors.folds) {
    const line = separation(fold.places);
    if (!line) continue;
    const z = fold.places.map(([x, y]) => line.w[0] * x + line.w[1] * y + line.b);
    const signed = [-z[0], z[1], z[2], -z[3]];
    close([Math.min(...signed)], [line.gap / 2], 1e-9);
    close([Math.hypot(...line.w)], [1], 1e-9);
  }
});

test("where they are given, no line separates the points of XOR", () => {
  assert.equal(separation(POINTS), null);
  assert.match(verdict(POINTS, null, 0), /strings cross.* thick end at C must come/);
  close(crossing([POINTS[0], POINTS[3]], [POINTS[1], POINTS[2]]), [0.5, 0.5], 1e-12);
});

test("OR and NAND bring both points of class 1 together, soft or hard", () => {
  for (const sharpness of [4, 6, 40]) {
    const found = places(...OR_AND_NAND, sharpness);
    close(found[1], found[2], 1e-12);
    assert.ok(separation(found).gap > 0.1);
    assert.match(
      verdict(found, separation(found), 1),
      /One line .* neuron 3.* widest: 1.* B and C have met/,
    );
    assert.equal(beyond(found), null);
    assert.deepEqual(movedNames(found), ["A", "B and C", "", "D"]);
  }
  assert.deepEqual(movedNames(POINTS), ["A", "B", "C", "D"]);
  assert.equal(INPUTS[2], "C (1, 0)");
  close(places(...OR_AND_NAND, 40).flat(), [0, 1, 1, 1, 1, 1, 1, 0], 1e-5);
});

test("as line 2 turns, less and less of the string of class 1 lies beyond the other", () => {
  const shares = [190, 195, 200, 202].map((angle) => {
    const found = places([45, angle], [-0.35, 0.05], 6);
    const cross = beyond(found);
    assert.equal(cross.end, 2);
    // The rest of the string and this share of it make the whole.
    const [q, r] = [found[1], found[2]];
    close(
      cross.place,
      q.map((value, k) => value + (1 - cross.share) * (r[k] - value)),
      1e-12,
    );
    return cross.share;
  });
  assert.deepEqual(
    shares,
    [...shares].sort((a, b) => b - a),
  );
  assert.equal(beyond(places([45, 210], [-0.35, 0.05], 6)), null);
  const small = [
    [0, 0],
    [0.5, 1],
    [0.5, -0.001],
    [1, 0],
  ];
  assert.match(verdict(small, null, 0), /the thick end at C must come back/);
});

test("two equal neurons put all points on one line, and none separates them", () => {
  const found = places([45, 45], [-0.35, -0.35], 6);
  assert.equal(separation(found), null);
  assert.match(verdict(found, null, 0), /One string touches the other/);
});

test("strings that only touch, or overlap on one line, are not separated", () => {
  const touching = [
    [0, 0],
    [0.5, 0.5],
    [0, 1],
    [1, 1],
  ];
  assert.equal(separation(touching), null);
  const apart = [
    [0, 0],
    [0.5, 0.5],
    [1, 1],
    [0.25, 0.25],
  ];
  close([separation(apart).gap], [Math.SQRT1_2 / 2], 1e-12);
});

test("a line goes through its ends, and fires on the same side as before", () => {
  for (const angle of [0, 30, 135, -100]) {
    const { w, b } = weightsOf({ angle, offset: 0.2, sharpness: 5 });
    const foot = w.map((each) => (-b * each) / 25);
    const ends = [-1, 1].map((t) => [
      foot[0] - (t * w[1]) / 5,
      foot[1] + (t * w[0]) / 5,
    ]);
    const found = lineThrough(ends);
    close([found.angle, found.offset], [angle, 0.2], 1e-9);
  }
});
