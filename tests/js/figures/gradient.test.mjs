import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js/figures/gradient";
const { A, answers, DELTA, entry } = await import(`${js}/model.js`);
const { entryText, pickText, PRODUCTS, sampleText, verdict } = await import(
  `${js}/words.js`
);
const ENTRIES = [0, 1, 2].flatMap((j) => [0, 1].map((k) => [j, k]));

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

test("each question has four different answers in order, of which the entry is one", () => {
  for (const [j, k] of ENTRIES) {
    for (const begun of [true, false]) {
      const found = answers(j, k, begun);
      assert.equal(found.length, 4);
      const texts = found.map((each) => verdict(each, j, k, begun));
      const values = found.map(({ value }) => value);
      assert.deepEqual(
        values,
        values.toSorted((one, other) => one - other),
      );
      assert.equal(new Set(values.map((value) => value.toFixed(9))).size, 4);
      const [right] = found.filter(({ mistake }) => mistake === null);
      close([right.value], [entry(A, DELTA, j, k).sum], 1e-12);
      assert.equal(texts.filter((text) => text === "Right.").length, 1);
      assert.ok(!texts.join().includes("undefined"));
    }
  }
});

test("a mistake makes the number that is said of it", () => {
  const slips = (j, k, begun) =>
    Object.fromEntries(
      answers(j, k, begun).map(({ value, mistake }) => [mistake, +value.toFixed(9)]),
    );
  // 0.5 + 0 + 0.2 − 0.3, where column 1 of Δ is −0.1, 0.3, 0.2, −0.4.
  assert.deepEqual(slips(1, 0, false), {
    null: 0.4,
    column: -0.1,
    sample: 0.7,
    sign: 1,
  });
  assert.deepEqual(slips(1, 0, true), { null: 0.4, column: 0.3, sample: 0.7, sign: 1 });
  assert.equal(slips(2, 1, false).unit, -0.3); // no sign to forget: column 0 of A
  const [wrong] = answers(2, 0, false); // the last sample adds nothing to it
  assert.equal(verdict(wrong, 2, 0, false), "Not quite: −0.6 leaves out sample 2.");
  const [alone] = answers(2, 0, true);
  assert.equal(
    verdict(alone, 2, 0, true),
    "Not quite: −0.9 adds an error that an activation of 0 cancels.",
  );
});

test("samples and entries are told as they are computed", () => {
  const plain = (text) => text.replaceAll("\u00a0", " ");
  assert.equal(
    plain(entryText(1, 0)),
    "dW[1, 0] = 1 · 0.5 + 0 · (−0.2) + 2 · 0.1 + 1 · (−0.3) = 0.4.",
  );
  assert.match(
    plain(sampleText(0, 1, 0)),
    /a₁ = 1, .* δ₀ = 0\.5, .*: 1 · 0\.5 = 0\.5\.$/,
  );
  assert.match(
    plain(sampleText(1, 1, 0)),
    /activation of 0 adds nothing.* far: 0\.5\.$/,
  );
  assert.match(
    plain(sampleText(2, 1, 0)),
    /^Sample 2: 2 · 0\.1 = 0\.2\. .* so far: 0\.7\.$/,
  );
});

test("a column that is pressed gets its reason, and no other is named", () => {
  const said = (layer, n) => pickText(1, 0, { layer, n });
  assert.match(pickText(1, 0, null), /thick weight, W\[1, 0\]/);
  assert.match(said("a", 2), /^✗ Not a₂: .* Where does W\[1, 0\] start\?$/);
  assert.match(said("delta", 1), /^✗ Not δ₁: .* Where does W\[1, 0\] end\?$/);
  assert.match(said("a", 1), /^✓ a₁: there the weight starts/);
  assert.match(said("delta", 0), /^✓ δ₀: there the weight ends/);
  assert.doesNotMatch(said("a", 2) + said("delta", 1), /a₁|δ₀/);
});

test("of four products one fits and has the shape of W, and shapes say why others fail", () => {
  const sizes = { A: [4, 3], Aᵀ: [3, 4], Δ: [4, 2], Δᵀ: [2, 4] };
  const written = (size) => `(${size.join(", ")})`;
  for (const { name, mistake } of PRODUCTS) {
    const [one, other] = name.split(" · ").map((array) => sizes[array]);
    const made = [one[0], other[1]];
    const fits = one[1] === other[0];
    assert.equal(mistake === null, fits && written(made) === "(3, 2)");
    if (mistake === null) continue;
    assert.ok(mistake.startsWith(`${written(one)} and ${written(other)} `));
    const why = fits ? `as ${written(made)}` : `as ${one[1]} is not ${other[0]}`;
    assert.ok(mistake.includes(why), mistake);
  }
});
