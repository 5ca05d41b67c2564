import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js/figures/backpropagation";
const model = await import(`${js}/model.js`);
const { checked, GUESSES, told } = await import(`${js}/words.js`);
const { AT_START, brought, isKnown, PATHS, SHARES, SLOPES, START, STEPS, SUM, values } =
  model;

const LEAVES = Object.keys(START);

test("slopes are those of finite differences, that of u of both paths", () => {
  const h = 1e-6;
  for (const name of LEAVES) {
    const at = (by) => values({ ...START, [name]: START[name] + by }).ℓ;
    close([SLOPES[name]], [(at(h) - at(-h)) / (2 * h)], 1e-6);
  }
  assert.deepEqual([SHARES, SLOPES.a], [[18, 32], 50]);
  assert.deepEqual([PATHS, SLOPES.u], [[90, 160], 250]);
});

test("a slope is known after the step that finds it", () => {
  const names = Object.keys(AT_START);
  const known = STEPS.map((_, k) => names.filter((name) => isKnown(name, k)));
  assert.deepEqual(
    known.map(({ length }) => length),
    [1, 2, 3, 3, 3, 4, 5, 6],
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
  assert.match(told(8, "none"), /\(−16\) · 4 = −64 is the slope at w₂\./);
  for (let step = 0; step < SUM; step++) {
    assert.doesNotMatch(told(step, "none"), /50|\+/); // nor that one adds
  }
});

test("a wrong answer gets its reason and no sum, the right one both", () => {
  assert.deepEqual(Object.values(GUESSES), ["50", "70", "90", "250", "2880"]);
  const wrong = (guess) => told(SUM - 1, guess);
  assert.match(wrong("first"), /^✗ Not 90\. 90 comes through v₁ alone/);
  assert.match(wrong("product"), /^✗ Not 2880\. Slopes multiply along one path/);
  for (const guess of Object.keys(GUESSES)) assert.doesNotMatch(wrong(guess), /250|\+/);
  assert.match(
    told(SUM + 1, "sum"),
    /^✓ Right\. At a: 18 \+ 32 = 50\. At u: 50 · 5 = 250/,
  );
  assert.match(told(SUM, "none"), /^When a moves/);
  assert.match(told(SUM + 1, "none"), /^From a to u: 50 · 5 = 250/);
});

const moved = (name, to) => values({ ...START, [name]: to });

test("what a move brings through the two units adds up as it is shown", () => {
  assert.deepEqual(brought(moved("u", 0.804)), [0.36, 0.64, 1]);
  for (let k = -100; k <= 100; k++) {
    const now = moved("u", 0.8 + k / 500);
    const [upper, lower, sum] = brought(now);
    close([upper + lower, sum], [sum, now.ℓ - AT_START.ℓ], 0.0051);
    close([lower], [now["v₂"] ** 2 - AT_START["v₂"] ** 2], 0.0101);
    assert.equal((upper + lower).toFixed(2), sum.toFixed(2));
  }
});

test("a move agrees with a slope when the number that is shown is the slope", () => {
  const told = (name, to) => checked(name, moved(name, to));
  assert.equal(
    told("u", 0.804),
    "u moved by 0.004, ℓ by 0.36 through v₁ (about 90 times as far), 0.64 " +
      "through v₂ (about 160): together 1, about 250 times.\nThat is the slope, 250.",
  );
  assert.equal(
    told("w₂", -1.98),
    "w₂ moved by 0.02, ℓ by −1.27: about 64 times as far, the other way.\n" +
      "That is the slope, −64.",
  );
  assert.match(told("w₁", 1.53), /about 48 times/);
  assert.match(
    told("u", 1),
    / 281\.3 times\.\nThe slope, 250, holds at u = 0\.8 itself; the smaller the move, the closer\.$/,
  );
  for (const name of LEAVES) {
    for (let k = -50; k <= 50; k++) {
      if (k === 0) continue;
      const agrees = /That is the slope/.test(told(name, START[name] + k / 100));
      const shown = told(name, START[name] + k / 100).includes(
        `about ${Math.abs(SLOPES[name])} times`,
      );
      assert.equal(agrees, shown);
      if (Math.abs(k) <= 1) assert.ok(agrees);
    }
  }
});
