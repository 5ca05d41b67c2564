import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/gradient";
const { A, DELTA, entry } = await import(`${js}/model.js`);
const { entryText } = await import(`${js}/words.js`);

test("each entry is that of the matrix product, and its products add up to it", () => {
  for (const { a, delta, dW } of vectors.gradient) {
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
    "= 1 · 0.5 + 0 · (−0.2) + 2 · 0.1 + 1 · 0",
    "= 0.7",
  ]);
});
