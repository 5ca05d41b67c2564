import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js";
const { descend, lossAt, markOf, partnerOf, rateOf } = await import(
  `${js}/figures/step/model.js`
);
const { onward, outcome, question, verdict } = await import(
  `${js}/figures/step/words.js`
);

test("steps and losses are those of the book's optimizer", () => {
  for (const { values, places, losses } of vectors.steps) {
    const found = descend(values, places.length - 1);
    close(found, places, 1e-6);
    close(
      found.map((place) => lossAt(values.curvature, place)),
      losses,
      1e-6,
    );
  }
});

test("a tip means the rate whose step ends there", () => {
  for (const curvature of [1, 1.5, 2, 4]) {
    for (const tip of [-1.9, -1.2, 0.7, 2.5]) {
      const rate = rateOf(tip, { theta: -2, curvature });
      const [, next] = descend({ theta: -2, rate, curvature }, 1);
      assert.ok(Math.abs(next - tip) <= 0.005 * 2 * curvature + 1e-9);
    }
  }
});

test("a tip near the minimum means 1/L, near the mirror point 2/L", () => {
  for (const curvature of [1, 1.5, 3, 4]) {
    for (const [tip, mark] of [
      [0.03, 1],
      [-0.03, 1],
      [1.98, 2],
      [2.03, 2],
      [0.1, 0],
    ]) {
      const rate = rateOf(tip, { theta: -2, curvature });
      assert.equal(markOf({ rate, curvature }), mark);
      if (mark) close([rate], [mark / curvature], 1e-4);
    }
  }
});

test("a tip behind the start means the least rate, one far away the largest", () => {
  assert.equal(rateOf(-3, { theta: -2, curvature: 2 }), 0.01);
  assert.equal(rateOf(4, { theta: -1.4, curvature: 1 }), 2.4);
});

test("the words agree with the side of 1/L and 2/L", () => {
  const said = (rate) => outcome({ theta: -2, rate, curvature: 2 });
  assert.match(
    said(0.2),
    /^Step 0\.20 × 4\.00 = 0\.80; loss 4\.00 → 1\.44\.\n.*= 0\.60: θ nears 0/,
  );
  assert.match(
    said(0.5),
    / → 0\.00\.\nOne step .*: slope \/ curvature, 4\.00 \/ 2\.0,/,
  );
  assert.match(said(0.8), / → 1\.44.*\n.*= −0\.60: descent swings/);
  assert.match(said(1), /; loss stays 4\.00\.\n2\/L is .* to and fro/);
  assert.match(said(1.1), /4\.00 → 5\.76\.\n.*climbs out of the bowl\.$/);
  const early = { theta: -2, rate: 1.1, curvature: 2 };
  assert.match(
    outcome(early, { isSought: true }),
    /\nEach step climbs\. Where does the loss neither/,
  );
  const moved = (rate) =>
    outcome({ theta: -1.2, rate, curvature: 2 }, { isMoved: true });
  assert.match(moved(1), /\nFrom any start, 2\/L is the limit/);
  assert.match(moved(0.5), /reaches the minimum, from any start\.$/);
  assert.match(moved(0.2), /= 0\.60, from any start: θ nears 0/);
  const at = (theta, rate, curvature) => outcome({ theta, rate, curvature });
  assert.match(at(-1.17, 0.5, 4), /^Step 0\.50 × 4\.68 = 2\.34;/);
  assert.match(at(-2, 0.6667, 3), /^Step 0\.67 × 6\.00 ≈ 4\.00;/); // not 4.02
});

test("the limit is asked for at a curvature within the slider", () => {
  for (const [curvature, way, partner] of [
    [1, /^Double/, 2],
    [2, /^Double/, 4],
    [3, /^Halve/, 1.5],
    [4, /^Halve/, 2],
  ]) {
    assert.match(question(curvature), way);
    assert.equal(partnerOf(curvature), partner);
  }
});

test("a guess is not judged before the limit is found", () => {
  const said = (curvature) => onward("same", { rate: 1, curvature });
  assert.match(said(4), /^You expect: the same\. .* the tip back to .* L.=.4\.0/);
  assert.match(
    said(1.5),
    /^You expect: the same\. .* the tip on to where the loss neither/,
  );
});

test("a guess is answered where one curvature is twice the other", () => {
  const limits = "1.00 at L = 2.0, 0.50 at L = 4.0";
  const steeper = "as slopes are twice as steep.";
  assert.equal(verdict(2, 4, "half"), `Right: ${limits}, ${steeper}`);
  assert.equal(verdict(2, 4, "same"), `Not the same, but half: ${limits}, ${steeper}`);
  assert.match(verdict(4, 2, "twice"), /^Right: .* half as steep\.$/);
  assert.match(verdict(4, 2, "half"), /^Not half, but twice: .* 0\.50 at L = 4\.0, /);
  assert.equal(verdict(2, 4, ""), `The limit 2/L is ${limits}.`);
  assert.match(verdict(2, 3, "half"), /^The limit 2\/L is .* 0\.67 at L = 3\.0\.$/);
  assert.match(verdict(2, 1, "half"), /^The limit/); // asked was for 4
});
