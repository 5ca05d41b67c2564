import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/broadcasting";
const { aligned, broadcast, differences, entryOf } = await import(`${js}/model.js`);
const { alignedText, cellText, codeText, goalText, meanTexts, verdict } = await import(
  `${js}/words.js`
);

for (const record of vectors.broadcasting) {
  const { predictions, targets } = record;
  test(`differences and loss are NumPy's: ${predictions.shape} and ${targets.shape}`, () => {
    const { shape, cells, loss } = differences(predictions, targets);
    assert.deepEqual(shape, record.shape);
    assert.deepEqual(
      cells.map(({ value }) => value),
      record.differences,
    );
    close([loss], [record.loss], 1e-6);
    for (const { index, i, j } of cells) {
      const read = [predictions, targets].map((array) => {
        const at = entryOf(index, array.shape);
        return array.values[Math.max(...at)];
      });
      assert.deepEqual(read, [predictions.values[i], targets.values[j]]);
    }
  });
}

test("with as many zeros as ones among the targets, the wrong loss is 0.5 for all", () => {
  for (let k = 0; k < 16; k++) {
    const values = [...k.toString(2).padStart(4, "0")].map(Number);
    const targets = { values: [0, 1, 1, 0], shape: [4] };
    assert.equal(differences({ values, shape: [4, 1] }, targets).loss, 0.5);
  }
});

test("with them, the wrong loss is least where all predictions are their mean", () => {
  const targets = { values: [0, 1, 1, 0], shape: [4] };
  const loss = (values) => differences({ values, shape: [4, 1] }, targets).loss;
  close([loss([0.5, 0.5, 0.5, 0.5]), loss([0, 0.5, 0.5, 0])], [0.25, 0.375], 1e-12);
});

test("the loss that was meant is of the framed squares, whatever the shapes", () => {
  for (const [shape, one, other] of [
    [[4], [4, 1], "computed: mean of all 16 squares = 7.5 / 16"],
    [[4, 1], [4], "computed: mean of all 16 squares = 7.5 / 16"],
    [[4], [4], "computed: mean of all 4 squares = 0.5 / 4"],
  ]) {
    const targets = { values: [0, 1, 1, 0], shape };
    const found = differences({ values: [0, 0.5, 0.5, 0], shape: one }, targets);
    assert.deepEqual([found.meant, found.own], [0.125, 0.5]);
    assert.equal(meanTexts(found)[1], "meant: mean of the 4 framed squares = 0.5 / 4");
    if (found.cells.length === 4) {
      assert.equal(found.loss, found.meant);
      assert.equal(meanTexts(found)[0], other);
    }
  }
});

test("shapes are lined up from the right, and the longer size counts", () => {
  assert.deepEqual(aligned([4], 2), [undefined, 4]);
  assert.deepEqual(aligned([4, 1], 2), [4, 1]);
  assert.deepEqual(broadcast([32, 5], [5]), [32, 5]);
  assert.deepEqual(broadcast([32, 1], [1, 5]), [32, 5]);
});

test("the words name entries as NumPy does, and say which predictions win", () => {
  const values = [0, 1, 1, 0];
  const shapes = [[4, 1], [4]];
  const [predictions, targets] = shapes.map((shape) => ({ values, shape }));
  const { cells } = differences(predictions, targets);
  const cell = cells.find(({ i, j }) => i === 1 && j === 0);
  assert.equal(
    cellText(cell, shapes, [values, values]),
    "differences[1, 0] = predictions[1, 0] − targets[0] = 1 − 0 = 1",
  );
  assert.equal(
    alignedText(shapes, [4, 4]),
    "predictions    4, 1\ntargets           4\ndifferences    4, 4",
  );
  const said = (p, shape, right, guess = "none", answered = false) =>
    verdict(differences({ values: p, shape }, targets), right, guess, answered);
  const wrong = [4, 1];
  assert.match(said(values, wrong, 0.5), /a loss of 0 was meant\. .* 0\.5\.$/);
  assert.match(said(values, wrong, 0.5, "no", true), /16 .*, not 4\. So .* 0\.5\.$/);
  assert.match(said([0, 0, 0, 0], wrong, 0.5), /^Still 0\.5: .* Try a value between/);
  assert.match(
    said([0.5, 0.5, 0.5, 0.5], wrong, 0.5),
    /^Found: 0\.25 is the smallest, .* meant rose to 0\.25\.$/,
  );
  const half = [0, 0.5, 1, 0];
  assert.match(
    said(half, wrong, 0.5),
    /^0\.438 is below 0\.5, though .* meant rose to 0\.063: each/,
  );
  assert.match(
    said(half, wrong, 0.5, "no"),
    /^Your guess is wrong: 0\.438 is below 0\.5\. Right is best .* mean is 0\.5\.$/,
  );
  assert.match(
    said(half, wrong, 0.5, "yes"),
    /^Yes, as you guessed: 0\.438 is below 0\.5, as each/,
  );
  assert.match(
    said(values, wrong, 0.5, "yes"),
    /^You guessed yes\. Now drag a purple number to the middle/,
  );
  assert.match(said(values, [4], 0), /own target only\. .* was meant: 0\.$/);
  assert.match(said(values, [4], 0, "yes"), /: 0\. Here, no wrong one has less\. And/);
  assert.match(said(values, [4], 0, "no"), /: 0\. Here, right is best\. And with/);
  assert.match(
    said(values, [4], 0, "no", true),
    /own target only\. .* was meant: 0\.$/,
  );
  assert.match(said([0, 1, 0.5, 0], [4], 0), /was meant: 0\.063\.$/);
});

test("the goal is the smallest loss of a column and a row", () => {
  assert.match(goalText(0.4384, true), /^Now make .* so far: 0\.438\.$/);
  assert.match(goalText(0.4384, false), /^With a column and a row, make/);
  assert.match(goalText(0.25, false), /^The smallest .* a row: 0\.25\.$/);
});

test("the code of the loss says what the shapes become", () => {
  const code = "loss = np.mean((predictions - targets) ** 2)\n# ";
  const shapes = [[4, 1], [4]];
  assert.equal(codeText(shapes, [4, 4]), `${code}(4, 1) - (4,) -> (4, 4)`);
  assert.equal(codeText([[4], [4]], [4]), `${code}(4,) - (4,) -> (4,)`);
});
