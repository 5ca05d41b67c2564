import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/chain";
const { CURVES, kept, MOST, pass, UNITS } = await import(`${js}/model.js`);
const { amount, back, brief, GUESSES, isMost, question, verdict } = await import(
  `${js}/words.js`
);

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
  assert.ok(MOST < 0.25 ** UNITS && MOST > 0.25 ** UNITS / 3);
  assert.equal(pass("sigmoid", -0.16).products[UNITS - 1], MOST);
  assert.ok(isMost(pass("sigmoid", 0).products[UNITS - 1]));
  assert.ok(!isMost(pass("sigmoid", 0.5).products[UNITS - 1]));
});

test("ReLU keeps all or nothing", () => {
  for (const x of [-4, -0.01, 0]) assert.equal(pass("relu", x).products[UNITS - 1], 0);
  for (const x of [0.01, 1, 4]) assert.equal(pass("relu", x).products[UNITS - 1], 1);
});

test("small slopes are written as fractions", () => {
  for (const [slope, text] of [
    [0, "0"],
    [1.0051, "1.005"],
    [0.998, ".998"],
    [1.536, "1.5"],
    [1e-6, "1/million"],
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
  assert.deepEqual([0.2, -0.09, 1, 1.001, 1.04].map(brief), [
    ".20",
    "−.09",
    "1",
    "1",
    "1.04",
  ]);
});

/** A row that ends with this slope. */
const row = (...products) => ({ inputs: [1], slopes: [1], products });
const ended = (slope) => row(...Array(UNITS).fill(slope));

test("it says what is left of a small change", () => {
  for (const [curve, slope, text] of [
    ["sigmoid", 1e-8, "1/100 million is left; at best, 1/2.6 million."],
    ["tanh", 0.5, "Of a small change, .50 is left."],
    ["relu", 0, "Of a small change, nothing is left."],
    ["leaky_relu", 1, "Of a small change, all is left."],
    ["gelu", -0.01, "1/100 is left, with the other sign."],
    ["gelu", 1.2, "A small change becomes 1.2 times as large."],
    ["gelu", 1.0051, "A small change becomes 1.005 times as large."],
    ["tanh", 0.9997, "Of a small change, all is left."],
  ])
    assert.ok(verdict(curve, ended(slope)).includes(text), text);
  assert.match(verdict("relu", pass("relu", 0)), /At its corner ReLU has no slope/);
  assert.match(verdict("leaky_relu", pass("leaky_relu", 0)), /on the left, \.20\.$/);
  assert.match(
    verdict("leaky_relu", pass("leaky_relu", -2)),
    /1\/9\.8 million is left\.\n.* can keep more\.$/,
  );
});

test("an error that goes back meets the same slopes: the same is left in the end", () => {
  for (const curve of Object.keys(CURVES)) {
    const { slopes, products } = pass(curve, 1.5);
    const [there, again] = [kept(slopes), kept([...slopes].reverse())];
    close(there.slice(1), products, 1e-12);
    close([there[UNITS], again[1]], [again[UNITS], slopes[UNITS - 1]], 1e-12);
  }
  assert.match(
    back("sigmoid", pass("sigmoid", 2.5)),
    /^Of an error behind unit 10, 1\/11 million is left; at best, .*\nThe same ten slopes/,
  );
  assert.match(back("gelu", ended(1.2)), /^An error behind unit 10 becomes 1\.2 times/);
});

test("slopes of the GELU are written so that they multiply to what is said", () => {
  const row = pass("gelu", 2.5);
  assert.match(
    verdict("gelu", row),
    /1\.5 times as large\.\nTen slopes of 1\.04 to 1\.05/,
  );
  const product = row.slopes.map(brief).reduce((all, slope) => all * Number(slope), 1);
  assert.equal(amount(product), "1.5");
});

test("it asks, reasons about the guess, and says that the most was found", () => {
  assert.match(
    question(pass("sigmoid", 2.5)),
    /Unit 1 leaves 1\/14 of it\. And all ten/,
  );
  assert.deepEqual(
    Object.values(GUESSES).map(({ share }) => amount(share)),
    [".25", "1/40", "1/million"],
  );
  const sigmoid = (guess, slope = 1e-8) => verdict("sigmoid", ended(slope), guess);
  assert.match(sigmoid("none"), /\nDrag to the best\.$/);
  assert.match(sigmoid("fortieth"), /\n1\/40 is 1\/4 divided by 10, .* Drag to the/);
  assert.match(sigmoid("quarter"), /here are ten\. Drag/);
  assert.match(sigmoid("millionth"), /\nRight, less than a millionth: /);
  assert.match(
    sigmoid("fortieth", MOST),
    /2\.6 million is left\.\nThe best, to two digits: .* Next: ReLU\.$/,
  );
});
