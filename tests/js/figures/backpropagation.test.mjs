import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js/figures/backpropagation";
const model = await import(`${js}/model.js`);
const { checked, GUESSES, told } = await import(`${js}/words.js`);
const { AT_START, brought, isKnown, SHARES, SLOPES, START, STEPS, SUM, values } = model;

const LEAVES = Object.keys(START);

test("slopes are those of finite differences, and that of a is the sum", () => {
  const h = 1e-6;
  for (const name of LEAVES) {
    const at = (by) => values({ ...START, [name]: START[name] + by }).ℓ;
    close([SLOPES[name]], [(at(h) - at(-h)) / (2 * h)], 1e-6);
  }
  assert.deepEqual([SHARES, SLOPES.a], [[18, 32], 50]);
});

test("a slope is known after the step that finds it", () => {
  const names = Object.keys(AT_START);
  const known = STEPS.map((_, k) => names.filter((name) => isKnown(name, k)));
  assert.deepEqual(
    known.map(({ length }) => length),
    [1, 2, 3, 3, 3, 4, 5],
  );
  assert.ok(names.every((name) => isKnown(name, STEPS.length)));
});

test("each step says in words and numbers what it does", () => {
  assert.equal(
    told(2, "none"),
    "From ℓ to v₂: the derivative of v₂² is 2 v₂ = −16.\n1 · (−16) = −16 is the slope at v₂.",
  );
  assert.equal(
    told(4, "none"),
    "From v₂ to a: v₂ moves w₂ = −2 times as far as a.\n(−16) · (−2) = 32 comes back to a.",
  );
  assert.match(told(7, "none"), /\(−16\) · 4 = −64 is the slope at w₂\./);
  for (let step = 0; step < SUM; step++) {
    assert.doesNotMatch(told(step, "none"), /50|\+/); // nor that one adds
  }
});

test("a wrong answer gets its reason and no sum, the right one both", () => {
  assert.deepEqual(Object.values(GUESSES), ["14", "18", "32", "50", "576"]);
  const wrong = (guess) => told(SUM - 1, guess);
  assert.match(wrong("first"), /^✗ Not 18\. 18 comes through v₁ alone/);
  assert.match(wrong("product"), /^✗ Not 576\. Slopes multiply along one path/);
  for (const guess of Object.keys(GUESSES)) assert.doesNotMatch(wrong(guess), /50|\+/);
  assert.match(told(SUM, "sum"), /^✓ Right\. .* 18 \+ 32 = 50/);
  assert.match(told(SUM, "none"), /^When a moves/);
});

const moved = (name, to) => values({ ...START, [name]: to });

test("what a move brings through the two units adds up as it is shown", () => {
  assert.deepEqual(brought(moved("a", 4.02)), [0.36, 0.64, 1]);
  for (let k = -100; k <= 100; k++) {
    const now = moved("a", 4 + k / 100);
    const [upper, lower, sum] = brought(now);
    close([upper + lower, sum], [sum, now.ℓ - AT_START.ℓ], 0.0051);
    close([lower], [now["v₂"] ** 2 - AT_START["v₂"] ** 2], 0.0101);
    assert.equal((upper + lower).toFixed(2), sum.toFixed(2));
  }
});

test("a move agrees with a slope when the number that is shown is the slope", () => {
  const told = (name, to) => checked(name, moved(name, to));
  assert.equal(
    told("a", 4.02),
    "a moved by 0.02, ℓ by 0.36 through v₁ (about 18 times as far), 0.64 " +
      "through v₂ (about 32): together 1, about 50 times.\nThat is the slope, 50.",
  );
  assert.equal(
    told("w₂", -1.98),
    "w₂ moved by 0.02, ℓ by −1.27: about 64 times as far, the other way.\n" +
      "That is the slope, −64.",
  );
  assert.match(told("w₁", 1.53), /about 48 times/);
  assert.match(
    told("a", 4.5),
    / 53\.1 times\.\nThe slope, 50, holds at a = 4 itself; the smaller the move, the closer\.$/,
  );
  for (const name of LEAVES) {
    for (let k = -50; k <= 50; k++) {
      if (k === 0) continue;
      const agrees = /That is the slope/.test(told(name, START[name] + k / 100));
      const shown = told(name, START[name] + k / 100).includes(
        `about ${Math.abs(SLOPES[name])} times`,
      );
      assert.equal(agrees, shown);
      if (Math.abs(k) <= 3) assert.ok(agrees);
    }
  }
});
