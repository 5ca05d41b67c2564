import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js/figures/backpropagation";
const model = await import(`${js}/model.js`);
const { checked, GUESSES, hinted, NUDGES, told } = await import(`${js}/words.js`);
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
  assert.match(wrong("first"), /^✗ Not 90\. 18 · 5 comes through v₁ alone/);
  assert.match(wrong("product"), /^✗ Not 2880\. That is 18 · 32 · 5\. Slopes multiply/);
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

test("a move is told by what the slope promised and by what came", () => {
  const told = (name, to) => checked(name, moved(name, to));
  assert.equal(
    told("u", 0.804),
    "Promised: 250 · 0.004 = 1. ℓ moved by 0.36 through v₁ and 0.64 through v₂: " +
      "together 1.\nThe promise holds within 1%.",
  );
  assert.equal(
    told("w₂", -1.98),
    "Promised: −64 · 0.02 = −1.28. ℓ moved by −1.27.\n" +
      "The promise holds within 1%.",
  );
  assert.match(told("w₁", 1.53), /48 · 0\.03 = 1\.44\./);
  assert.match(
    told("u", 1),
    /250 · 0\.2 = 50\. .* together 56\.25\.\nThe slope holds at u = 0\.8 itself: the smaller/,
  );
  for (const name of LEAVES) {
    for (let k = -50; k <= 50; k++) {
      if (k === 0) continue;
      const said = told(name, START[name] + k / 100);
      if (Math.abs(k) <= 1) assert.match(said, /The promise holds/);
      else if (Math.abs(k) > 10) assert.match(said, /the smaller the move/);
    }
  }
});

test("how far the loss goes is asked with its slips, and the hint says what to do", () => {
  assert.deepEqual(Object.values(NUDGES), ["0.5", "2.5", "250"]);
  const said = (nudge) => told(SUM + 1, "sum", nudge);
  assert.match(said("behind"), /^✗ Not 0\.5\. That is 50 · 0\.01\. .* 5 times as far/);
  assert.match(said("slope"), /^✗ Not 250\. .* u goes only 0\.01\./);
  assert.match(said("right"), /^✓ Right/);
  for (let step = 0; step <= STEPS.length; step++) {
    const isNext = step < SUM - 1 || step === SUM;
    assert.equal(/Next edge:/.test(hinted(step, null, "none")), isNext);
  }
  assert.match(hinted(SUM + 1, "u", "none"), /^Drag u farther/);
});
