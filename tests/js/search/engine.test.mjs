import assert from "node:assert/strict";
import test from "node:test";

import { Engine } from "../../../book/_ext/annbook/site/search/js/engine.js";

const made = (kind, address, title, text = [], more = {}) => ({
  ...{ kind, address, title, text, number: "", section: "", heads: [], terms: [] },
  ...more,
});
const documents = [
  made("section", "a.html", "Descent", ["Slopes lead down."], { number: "Chapter 7" }),
  made("section", "a.html#step", "How large a step?", [
    "The loss falls.",
    "A large learning rate overshoots.",
  ]),
  made("section", "a.html#momentum", "Momentum", ["The last step counts, too."]),
  made("equation", "a.html#eq", "Equation (7.4)", ["v = βv"], {
    number: "Equation (7.4)",
  }),
  made("figure", "a.html#fig", "Figure 7.4", ["Two paths."], { number: "Figure 7.4" }),
  made("section", "next.html#images", "Images", ["Convolution looks at windows."]),
  made("term", "g.html#momentum", "momentum", ["A running mean of steps."]),
  made("term", "g.html#rate", "learning rate", ["The size of steps."]),
  made("source", "b.html#1", "Step 1990", ["Step. On momentum. 1990."]),
];
const engine = new Engine({
  documents,
  synonyms: [["learning rate", "step size", "eta"]],
  elsewhere: [{ address: "next.html#images", topics: ["convolution"] }],
});
const found = (query) =>
  engine.search(query, 9).results.map(({ document }) => document.address);

test("a title comes before the glossary, and that before the bibliography", () => {
  assert.deepEqual(found("momentum"), [
    "a.html#momentum",
    "g.html#momentum",
    "b.html#1",
  ]);
});

test("a number finds exactly what has it", () => {
  assert.deepEqual(found("(7.4)").slice(0, 1), ["a.html#eq"]);
  assert.deepEqual(found("fig. 7.4").slice(0, 1), ["a.html#fig"]);
  assert.deepEqual(found("chapter 7").slice(0, 1), ["a.html"]);
  assert.deepEqual(found("figure 9.9"), []);
});

test("synonyms, slips and words begun find the sentence", () => {
  for (const query of ["step size", "η", "overshootin", "overshots", "overshoo"]) {
    const { results } = engine.search(query, 9);
    const result = results.find(({ document }) => document.address === "a.html#step");
    assert.equal(result?.sentence, "A large learning rate overshoots.", query);
  }
});

test("the words that match are marked", () => {
  const [{ sentence, marks }] = engine.search("overshooting", 1).results;
  assert.deepEqual(
    marks.map(({ start, end }) => sentence.slice(start, end)),
    ["overshoots"],
  );
});

test("what the book does not treat leads to where one reads on", () => {
  const [first] = engine.search("convolutions", 1).results;
  assert.equal(first.document.address, "next.html#images");
  assert.equal(first.topic, "convolution");
  assert.deepEqual(found("qqqq"), []);
  assert.deepEqual(found(""), []);
});
