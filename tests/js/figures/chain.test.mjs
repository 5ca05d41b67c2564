import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/chain";
const { CURVES, most, pass, UNITS } = await import(`${js}/model.js`);
const { amount, verdict } = await import(`${js}/words.js`);

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

test("the most that ten sigmoids let through is reached, and is less than 0.25¹⁰", () => {
  const found = most("sigmoid", 1);
  assert.ok(found < 0.25 ** UNITS && found > 0.25 ** UNITS / 3);
  assert.equal(pass("sigmoid", -0.16).products[UNITS - 1], found);
  assert.ok(most("sigmoid", 1.75) > most("sigmoid", 1));
  assert.ok(most("sigmoid", 1.75) > most("sigmoid", 2.5)); // it saturates
});

test("nine weights multiply what ten ReLUs keep", () => {
  assert.equal(pass("relu", 2, 2).products[UNITS - 1], 512);
  close([pass("gelu", 4, 2.5).products[UNITS - 1] / 2.5 ** 9], [1], 1e-3);
  assert.equal(pass("relu", 2, 0.5).inputs[1], 1);
  assert.equal(pass("tanh", 0, 0.5).products[UNITS - 1], 0.5 ** 9);
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
    [1e-10, "1/10¹⁰"],
    [512, "510"],
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
    assert.ok(verdict(curve, [slope], slope).includes(text), text);
});

test("it says that the most was found, and what weights do", () => {
  const best = most("sigmoid", 1);
  const sigmoid = (found) => verdict("sigmoid", [0.2], 1e-8, found);
  assert.match(sigmoid({}), /\nThe dashed line is/);
  assert.match(sigmoid({ best: 1e-8 }), /\nYour best so far is 1\/100,000,000\. The/);
  assert.match(
    sigmoid({ best, isReached: true }),
    /found it: 1\/2,600,000, and no input/,
  );
  assert.match(
    verdict("relu", [1], 512, { weight: 2 }),
    /multiply by 2⁹, about 510\.$/,
  );
});
