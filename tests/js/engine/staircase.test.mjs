import assert from "node:assert/strict";
import test from "node:test";

import {
  BENDS,
  bent,
  bound,
  halfJump,
  hinges,
  isSteepest,
  KINDS,
  largestError,
  middles,
  samples,
  staircase,
  TARGETS,
  unitPlaces,
  without,
  worst,
} from "../../../annutils/widgets/js/engine/staircase.js";
import { close } from "../close.mjs";

const error = (kind, name, n) =>
  largestError(KINDS[kind].build(n, TARGETS[name]), samples(TARGETS[name], n));

test("a staircase takes the values of the curve in the middle of each piece", () => {
  const network = staircase(8, TARGETS.wave);
  assert.deepEqual(network.sizes, [1, 7, 1]);
  const X = Float64Array.from(middles(8));
  close(network.forward(X, 8), Array.from(X, TARGETS.wave.value), 1e-9);
});

test("hinges take the values of the curve at the ends of each piece, straight between", () => {
  const network = hinges(5, TARGETS.hill);
  assert.deepEqual(network.sizes, [1, 5, 1]);
  const X = Float64Array.from({ length: 11 }, (_, i) => i / 10);
  const Y = Array.from(network.forward(X, 11));
  const at = (i) => TARGETS.hill.value(i / 10);
  const expected = Y.map((_, i) => (i % 2 ? (at(i - 1) + at(i + 1)) / 2 : at(i)));
  close(Y, expected, 1e-12);
});

test("one piece is the value in the middle, or the line from end to end", () => {
  close(
    staircase(1, TARGETS.roof).forward(Float64Array.of(0, 1), 2),
    [0.9, 0.9],
    1e-12,
  );
  close(hinges(1, TARGETS.wave).forward(Float64Array.of(0, 1), 2), [0, 0], 1e-12);
});

test("the error of equal steps stays below its bound, S / 2N", () => {
  for (const n of [4, 8, 16, 32]) {
    assert.ok(error("steps", "wave", n) < (6 * Math.PI) / (2 * n));
  }
});

test("twice as many pieces: half the error of steps, a quarter of that of hinges", () => {
  for (const name of ["wave", "hill"]) {
    const steps = error("steps", name, 20) / error("steps", name, 40);
    const lines = error("hinges", name, 20) / error("hinges", name, 40);
    assert.ok(Math.abs(steps - 2) < 0.3, `${name}: ${steps}`);
    assert.ok(Math.abs(lines - 4) < 0.8, `${name}: ${lines}`);
  }
});

test("no number of pieces comes closer to a jump than half of it", () => {
  close([halfJump(TARGETS.jump), halfJump(TARGETS.wave)], [0.65, 0], 1e-6);
  for (const kind of Object.keys(KINDS)) {
    for (let n = 1; n <= 40; n++) {
      const found = error(kind, "jump", n);
      assert.ok(found >= 0.65 && found <= 1.3, `${n} ${kind}: ${found}`);
    }
  }
});

test("the largest error is that of samples a hundred times as close", () => {
  for (const [kind, { build }] of Object.entries(KINDS)) {
    for (const name of ["wave", "hill", "jump"]) {
      for (const n of [4, 10, 23, 40]) {
        const network = build(n, TARGETS[name]);
        const X = Float64Array.from({ length: 160_001 }, (_, i) => i / 160_000);
        const near = { X, y: X.map(TARGETS[name].value), m: X.length };
        const [found, dense] = [error(kind, name, n), largestError(network, near)];
        assert.ok(Math.abs(found - dense) < 0.002 * dense, `${n} ${kind}, ${name}`);
      }
    }
  }
});

test("a bend lifts the curve at its place, and hardly elsewhere", () => {
  const { label, value } = bent(TARGETS.roof, [0, 0.5, 0, 0, 0]);
  assert.equal(label, "Roof");
  close([value(BENDS[1])], [TARGETS.roof.value(BENDS[1]) + 0.5], 1e-12);
  close([value(BENDS[4])], [TARGETS.roof.value(BENDS[4])], 1e-9);
  close([bent(TARGETS.roof, [0, 0, 0, 0, 0]).value(0.2)], [TARGETS.roof.value(0.2)], 0);
});

test("a unit acts between two level pieces, and where each straight one begins", () => {
  close(unitPlaces(staircase(4, TARGETS.wave)), [0.25, 0.5, 0.75], 1e-12);
  close(unitPlaces(hinges(4, TARGETS.wave)), [0, 0.25, 0.5, 0.75], 1e-12);
  assert.deepEqual(unitPlaces(staircase(1, TARGETS.wave)), []);
});

test("the worst place is where the largest error is", () => {
  const data = samples(TARGETS.roof, 1);
  const found = worst(staircase(1, TARGETS.roof), data);
  assert.deepEqual([found.x, found.output], [0, 0.9]);
  close([found.target, found.error], [-0.8, 1.7], 1e-12);
  assert.equal(largestError(staircase(1, TARGETS.roof), data), found.error);
});

test("errors stay below a fixed line and approach it, where a curve is smooth", () => {
  for (const kind of Object.keys(KINDS)) {
    for (const name of ["wave", "hill"]) {
      const line = bound(kind, TARGETS[name]);
      const shares = [4, 10, 39].map((n) => error(kind, name, n) / line(n));
      for (const share of shares) assert.ok(share < 1.01, `${kind}, ${name}: ${share}`);
      assert.ok(
        shares[2] > 0.8 && shares[2] > shares[0],
        `${kind}, ${name}: ${shares}`,
      );
    }
    assert.equal(bound(kind, TARGETS.jump), null);
  }
  close([bound("steps", TARGETS.roof)(10)], [0.17], 1e-9); // half of 3.4 / 10
  assert.equal(bound("hinges", TARGETS.roof), null);
});

test("with narrow pieces, the error falls as each kind's slope says", () => {
  for (const [kind, { slope }] of Object.entries(KINDS)) {
    const factor = error(kind, "hill", 20) / error(kind, "hill", 10);
    assert.ok(
      Math.abs(Math.log2(factor) - slope) < 0.3,
      `${kind} ${Math.log2(factor)}`,
    );
  }
});

test("a unit adds its weight from its place on, or that times the way from there", () => {
  const X = Float64Array.of(0.1, 0.4, 0.6, 0.9);
  for (const [kind, { build }] of Object.entries(KINDS)) {
    const network = build(4, TARGETS.wave);
    const unit = unitPlaces(network).indexOf(0.5);
    const weight = network.parameters.W[2][unit];
    const less = without(network, unit, { X, y: X, m: 4 });
    const added = network.forward(X, 4).map((output, i) => output - less[i]);
    const past = kind === "steps" ? [0, 0, 1, 1] : [0, 0, 0.1, 0.4];
    close(
      added,
      past.map((way) => way * weight),
      1e-9,
    );
    assert.equal(network.parameters.W[2][unit], weight);
  }
});

test("the largest error is where the curve is steepest, or bends most", () => {
  for (const kind of Object.keys(KINDS)) {
    for (const n of [10, 20, 40]) {
      const { x } = worst(KINDS[kind].build(n, TARGETS.wave), samples(TARGETS.wave, n));
      assert.ok(isSteepest(kind, TARGETS.wave, n, x));
      assert.ok(!isSteepest(kind, TARGETS.wave, n, 0.2));
      assert.ok(!isSteepest(kind, TARGETS.jump, n, 0.4));
    }
  }
  // A wide piece holds that place, too, but its largest error is elsewhere.
  for (const n of [1, 2, 4, 5]) {
    const { build } = KINDS.steps;
    const { x } = worst(build(n, TARGETS.wave), samples(TARGETS.wave, n));
    assert.ok(!isSteepest("steps", TARGETS.wave, n, x));
  }
});
