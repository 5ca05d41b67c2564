import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/gradient";
const { A, DELTA, entry, gradient } = await import(`${js}/model.js`);
const { changeText, entryText, sentence } = await import(`${js}/words.js`);

test("each entry is that of the matrix product, and its products add up to it", () => {
  for (const { a, delta, dW } of vectors.gradient) {
    gradient(a, delta).forEach((row, j) => {
      close(row, dW[j], 1e-6);
    });
    dW.forEach((row, j) => {
      const found = row.map((_, k) => entry(a, delta, j, k));
      close(
        found.map(({ sum }) => sum),
        row,
        1e-6,
      );
      for (const { products, sum } of found) {
        assert.equal(products.length, a.length);
        close([products.reduce((one, other) => one + other)], [sum], 1e-12);
      }
    });
  }
});

test("an entry is told as NumPy computes it", () => {
  const { sum } = entry(A, DELTA, 1, 0);
  assert.deepEqual(entryText(A, DELTA, 1, 0, sum), [
    "dW[1, 0] = A[:, 1] @ Delta[:, 0]",
    "= 1 · 0.5 + 0 · (−0.2) + 2 · 0.1 + 1 · (−0.3)",
    "= 0.4",
  ]);
});

test("a guess is judged, and a changed number says what it moves", () => {
  assert.match(sentence("row", 1, 0), /^Not so: row 1 of A is one sample/);
  assert.match(sentence("column", 1, 0), /^Right\. .* a₁ by its error of z₀: column 1/);
  assert.match(sentence("skip", 2, 1), /^Each sample multiplies its activation a₂/);
  const said = (where, before, now) =>
    changeText({ where, i: 3, j: 1 }, before, now, true);
  assert.match(
    said("a", 1, 2.5),
    /^A\[3, 1\] goes from 1 to 2\.5: row 1 .* by 1\.5 times.*Δ is held fixed/,
  );
  assert.match(said("delta", -0.4, -0.5), /^Δ\[3, 1\] .* column 1 .* by −0\.1/);
  assert.match(said("a", 1, 1), /as before, and so is dW\.$/);
  const covered = changeText({ where: "a", i: 3, j: 1 }, 1, 2.5, false);
  assert.match(covered, /^A\[3, 1\] is 2\.5 now, and was 1\. Guess/);
});
