import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js/figures/backpropagation";
const model = await import(`${js}/model.js`);
const { GUESSES, proven, told } = await import(`${js}/words.js`);
const { AT_START, isKnown, SHARES, SLOPES, START, STEPS, SUM, values } = model;

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
    "From v₂ to a: v₂ moves w₂ = −2 times as far as a.\n(−16) · (−2) = 32 arrives at the +.",
  );
  assert.match(told(7, "none"), /\(−16\) · 4 = −64 is the slope at w₂\./);
  for (let step = 0; step < SUM; step++) assert.doesNotMatch(told(step, "none"), /50/);
});

test("an answer is judged, and the usual mistakes are explained", () => {
  assert.deepEqual(Object.values(GUESSES), ["14", "18", "32", "50", "576"]);
  assert.match(told(SUM, "sum"), /^Right\. .* 18 \+ 32 = 50/);
  assert.match(told(SUM, "first"), /^Not so\. 18 comes through v₁ alone/);
  assert.match(told(SUM, "product"), /^Not so\. Slopes multiply along one path/);
  assert.match(told(SUM, "none"), /^When a moves/);
});

test("a small move proves the slope, and a large one says that it is no longer small", () => {
  const moved = (name, to) => proven(name, values({ ...START, [name]: to }));
  assert.equal(
    moved("a", 4.02),
    "a moved by 0.02, v₁² by 0.36 (18 times as far) and v₂² by 0.64 (32 times).\n" +
      "Together, ℓ moved by 1: 50 times as far. That is the sum.",
  );
  assert.equal(
    moved("w₂", -1.98),
    "w₂ moved by 0.02, and ℓ by −1.27: 64 times as far, the other way. That is the slope.",
  );
  assert.match(moved("a", 4.6), /54 times as far\.\nThe slope, 50, is for small moves/);
});
