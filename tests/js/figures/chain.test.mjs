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
    [1, "1.0"],
    [0.4949, ".49"],
    [-0.2, "−.20"],
    [0.0416, "1/24"],
    [1 / 6940, "1/6,900"],
    [-1 / 6940, "−1/6,900"],
    [1 / 2_432_000, "1/2,400,000"],
    [1e-10, "1/10¹⁰"],
    [512, "510"],
  ])
    assert.equal(amount(slope), text);
});

/** A row that ends with this slope. */
const row = (...products) => ({ inputs: [1], slopes: [1], products });
const ended = (slope) => row(...Array(UNITS).fill(slope));

test("it says what is left of a small change", () => {
  for (const [curve, slope, text] of [
    ["sigmoid", 4e-7, "change of the input, 1/2,500,000 is left after unit 10."],
    ["tanh", 0.5, "of the input, .50 is left after"],
    ["relu", 0, "of the input, nothing is left after"],
    ["leaky_relu", 1, "of the input, all is left after"],
    ["gelu", -0.01, "1/100 is left after unit 10, with the other sign."],
    ["gelu", 1.2, "change of the input is 1.2 times as large after unit 10."],
  ])
    assert.ok(verdict(curve, ended(slope)).includes(text), text);
  assert.match(verdict("relu", pass("relu", 0)), /At its corner ReLU has no slope/);
  assert.match(verdict("leaky_relu", pass("leaky_relu", 0)), /on the left, \.20\.$/);
  assert.match(
    verdict("leaky_relu", pass("leaky_relu", -2)),
    /1\/9,800,000 is left .*\n.* can keep more, 1\/2,600,000\.$/,
  );
  const strong = { weight: 2.5 };
  assert.match(
    verdict("leaky_relu", pass("leaky_relu", -2, 2.5), strong),
    /are \.20: none is 0\. /,
  );
});

test("it says that the most was found, and what weights do", () => {
  const best = most("sigmoid", 1);
  const sigmoid = (found, slope = 1e-8) => verdict("sigmoid", ended(slope), found);
  assert.match(sigmoid({}), /\nCan you reach the dashed line/);
  assert.match(sigmoid({ best: 1e-8 }), /\nYour best so far is 1\/100,000,000\. Can/);
  assert.match(
    sigmoid({ best, isReached: true }, best),
    /found it: 1\/2,600,000, and no input.* Now try other weights\.$/,
  );
  assert.match(sigmoid({ isReached: true }, best), /\nIt is the most: 1\/2,600,000/);
  assert.match(
    sigmoid({ best, isFound: true }),
    /2,600,000, is the most of any input\.$/,
  );
  const weighted = (curve, weight, x) =>
    verdict(curve, pass(curve, x, weight), { weight, plain: pass(curve, x) });
  assert.match(weighted("relu", 2, 1), /multiply by 2⁹, about 510\.$/);
  assert.match(
    weighted("sigmoid", 2, 2.5),
    /away from 0: there its slope is \.13, not \.22 .* slope is \.26, not \.22\.$/,
  );
  assert.match(weighted("sigmoid", 0.5, 2.5), /toward 0: there its slope is \.24, not/);
});
