import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/chain";
const { CURVES, pass, UNITS } = await import(`${js}/model.js`);
const { amount, LIMIT, verdict } = await import(`${js}/words.js`);

test("inputs, slopes and products are those of Python", () => {
  assert.deepEqual(
    [...new Set(vectors.chain.map(({ curve }) => curve))],
    Object.keys(CURVES),
  );
  for (const { curve, x, inputs, slopes, products } of vectors.chain) {
    const found = pass(curve, x);
    close(found.inputs, inputs, 1e-6);
    close(found.slopes, slopes, 1e-6);
    products.forEach((product, k) => {
      assert.ok(Math.abs(found.products[k] - product) <= 1e-6 * Math.abs(product));
    });
  }
});

test("no input gets more through ten sigmoids than the steepest slope ten times", () => {
  const ends = Array.from({ length: 801 }, (_, k) => {
    const { products } = pass("sigmoid", k / 100 - 4);
    return products[UNITS - 1];
  });
  assert.ok(Math.max(...ends) < LIMIT);
  assert.ok(Math.max(...ends) > LIMIT / 3);
  assert.ok(Math.abs(LIMIT * 1e6 - 1) < 0.05);
});

test("ReLU keeps all or nothing", () => {
  for (const x of [-4, -0.01, 0]) assert.equal(pass("relu", x).products[UNITS - 1], 0);
  for (const x of [0.01, 1, 4]) assert.equal(pass("relu", x).products[UNITS - 1], 1);
});

test("small slopes are written as fractions", () => {
  for (const [slope, text] of [
    [0, "0"],
    [1, "1.00"],
    [0.4949, "0.49"],
    [0.0416, "1/24"],
    [1 / 6940, "1/6,900"],
    [-1 / 6940, "−1/6,900"],
    [1 / 2_432_000, "1/2,400,000"],
    [1e-10, "almost 0"],
  ])
    assert.equal(amount(slope), text);
});

test("it says what becomes of a small change", () => {
  for (const [curve, slope, text] of [
    ["sigmoid", 4e-7, "changes by 1/2,500,000 of that."],
    ["tanh", 0.5, "changes 0.50 times as much."],
    ["relu", 0, "does not change at all."],
    ["leaky_relu", 1, "changes just as much."],
    ["gelu", -0.01, "changes by 1/100 of that, the other way."],
    ["gelu", 1.2, "changes 1.20 times as much."],
  ])
    assert.ok(verdict(curve, slope, slope).includes(text), text);
});
