import assert from "node:assert/strict";
import test from "node:test";

import {
  inFormula,
  minus,
  percent,
  rounded,
  written,
} from "../../../annutils/widgets/js/engine/number_text.js";

test("numbers are written with the book's sign", () => {
  assert.deepEqual(
    [written(-1.005), written(2, 0), written(0.5, 1), minus(-2.5e-7)],
    ["−1.00", "2", "0.5", "−2.5e−7"],
  );
  assert.deepEqual([percent(0.123), percent(0.5, 1)], ["12%", "50.0%"]);
  assert.deepEqual(["−2", "3"].map(inFormula), ["(−2)", "3"]);
});

test("a sum of decimals loses its rounding errors, and 0 its sign", () => {
  assert.deepEqual([rounded(0.1 + 0.2, 9), rounded(-0.001, 2)], [0.3, 0]);
});
