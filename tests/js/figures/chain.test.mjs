import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/chain";
const { CURVES, most, mostOfAll, pass, UNITS } = await import(`${js}/model.js`);
const { amount, brief, GUESSES, left, verdict } = await import(`${js}/words.js`);

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
  assert.equal(mostOfAll(), most("sigmoid", 1.75));
  assert.equal(
    amount(pass("sigmoid", -0.5, 1.75).products[UNITS - 1]),
    amount(mostOfAll()),
  );
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
    [1 / 2_432_000, "1/2.4 million"],
    [0.5 ** 9 / 1e6, "1/510 million"],
    [1 / 2.4e9, "1/2.4 billion"],
    [-1 / 4e13, "−1/10¹⁴"],
    [512, "510"],
    [10.04, "10"],
    [20.4, "20"],
  ])
    assert.equal(amount(slope), text);
  assert.deepEqual([0.2, -0.09, 1].map(brief), [".20", "−.09", "1.0"]);
  assert.deepEqual([0, 1, 1.54, 0.5].map(left), [
    "nothing left",
    "all left",
    "1.5 times",
    ".50 left",
  ]);
});

/** A row that ends with this slope. */
const row = (...products) => ({ inputs: [1], slopes: [1], products });
const ended = (slope) => row(...Array(UNITS).fill(slope));

test("it says what is left of a small change", () => {
  for (const [curve, slope, text] of [
    ["sigmoid", 4e-7, "change of the input, 1/2.5 million is left after unit 10."],
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
    /1\/9\.8 million is left .*\n.* can keep more, 1\/2\.6 million\.$/,
  );
  const strong = { weight: 2.5 };
  assert.match(
    verdict("leaky_relu", pass("leaky_relu", -2, 2.5), strong),
    /are \.20: none is 0\.$/,
  );
});

test("it says that the most was found, and what weights do", () => {
  const best = most("sigmoid", 1);
  const sigmoid = (found, slope = 1e-8) => verdict("sigmoid", ended(slope), found);
  assert.match(sigmoid({}), /\nCan you reach the dashed line/);
  assert.match(sigmoid({ said: GUESSES["1/40"] }), /multiplied\. Can you reach/);
  assert.match(sigmoid({ best: 1e-8 }), /\nYour best so far is 1\/100 million\. Can/);
  assert.match(
    sigmoid({ best, isReached: true }, best),
    /\nYou have found it\. This is the most: units 2 to 10 .* Now try other weights\.$/,
  );
  assert.match(sigmoid({ isReached: true }, best), /\nThis is the most: units/);
  assert.match(
    sigmoid({ best, isFound: true }),
    /2\.6 million, is the most at this weight\.$/,
  );
  const weighted = (curve, weight, x) =>
    verdict(curve, pass(curve, x, weight), { weight, plain: pass(curve, x) });
  assert.match(weighted("relu", 2, 1), /multiply by 2⁹, about 510\. All ten/);
  assert.match(
    weighted("sigmoid", 2, 2.5),
    /\nWeight 2 moves unit 10 to where the curve is flatter: slope \.13, not \.22\. Can/,
  );
  assert.match(
    weighted("sigmoid", 0.5, 2.5),
    /the curve is steeper: slope \.24, not \.22\./,
  );
  const reached = (weight) =>
    verdict("sigmoid", ended(most("sigmoid", weight)), { weight, isReached: true });
  assert.match(
    reached(1.75),
    /\nThis is the most at any weight: 10 times as much as at weight 1, and/,
  );
  assert.match(reached(2.5), /\nThis is the most at weight 2\.5: \d/);
  assert.match(
    reached(0.5),
    /\nThis is the most at weight 0\.5, and less than at weight 1\.$/,
  );
});
