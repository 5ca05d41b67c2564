import assert from "node:assert/strict";
import test from "node:test";

import {
  inFormula,
  minus,
  percent,
  plain,
  rounded,
  short,
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

test("a small number keeps its digits", () => {
  const values = [0.00123456, -0.0031, 12.34567, 0, -2.34e-6, 1e-12];
  assert.deepEqual(values.map(plain), [
    "0.001235",
    "−0.0031",
    "12.3457",
    "0",
    "−0.0000023",
    "≈ 0",
  ]);
});

test("a short number has six characters at most", () => {
  const values = [-0.00512, 0.123, -9.996, 12.34, -123.4, -9999.4, -1e4, 4e-4, 0];
  assert.deepEqual(values.map(short), [
    "−0.005",
    "0.12",
    "−10",
    "12.3",
    "−123",
    "−9999",
    "−1e4",
    "≈ 0",
    "0",
  ]);
});
