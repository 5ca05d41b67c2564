import assert from "node:assert/strict";
import test from "node:test";

import {
  begun,
  joined,
  words,
} from "../../../book/_ext/annbook/site/search/js/terms.js";

const terms = (text) => words(text).map(({ term }) => term);

test("spellings and forms of a word are one term", () => {
  for (const [one, other] of [
    ["colour", "colors"],
    ["overfit", "overfitting"],
    ["normalisation", "normalized"],
    ["labelled", "labeling"],
    ["matrices", "matrix"],
    ["losses", "loss"],
    ["maths", "mathematics"],
  ])
    assert.deepEqual(terms(one), terms(other), `${one}, ${other}`);
  for (const [one, other] of [
    ["four", "for"],
    ["source", "sore"],
    ["string", "str"],
  ])
    assert.notDeepEqual(terms(one), terms(other), `${one}, ${other}`);
});

test("letters of formulas have names", () => {
  assert.deepEqual(terms("σ"), terms("sigma"));
  assert.deepEqual(terms("∂L/∂W"), ["partial", "l", "partial", "w"]);
  assert.deepEqual(terms("ŷ = αxⱼ"), ["yhat", "alpha", "x"]);
});

test("numbers stay whole, empty words go, places are kept", () => {
  assert.deepEqual(terms("Why is it in Figure 7.2?"), ["figur", "7.2"]);
  const text = "a mini-batch";
  assert.deepEqual(
    words(text).map(({ start, end }) => text.slice(start, end)),
    ["mini", "batch"],
  );
  assert.deepEqual(joined(text, words(text)), ["minibatch"]);
});

test("a word that is being written is known", () => {
  assert.ok(begun("shufflin").includes("shuffl"));
});
