import assert from "node:assert/strict";
import test from "node:test";

import { contours } from "../../../annutils/widgets/js/engine/contour.js";

const grid = (n, value) =>
  Array.from({ length: n * n }, (_, k) => value(k % n, Math.floor(k / n)));

test("a straight line is found where it is, in one piece", () => {
  const lines = contours(
    grid(5, (x, y) => x + 2 * y - 3.5),
    5,
  );
  assert.equal(lines.length, 1);
  for (const [x, y] of lines[0]) assert.ok(Math.abs(x + 2 * y - 3.5) < 1e-12);
  const ends = [lines[0][0], lines[0].at(-1)].map(([, y]) => y);
  assert.deepEqual(ends.sort(), [0, 1.75]);
});

test("an island is a closed line", () => {
  const [ring, ...others] = contours(
    grid(21, (x, y) => 49 - (x - 10) ** 2 - (y - 10) ** 2),
    21,
  );
  assert.deepEqual(others, []);
  assert.deepEqual(ring[0], ring.at(-1));
  for (const [x, y] of ring) {
    assert.ok(Math.abs(Math.hypot(x - 10, y - 10) - 7) < 0.04);
  }
});

test("where four signs alternate, the middle says which corners are joined", () => {
  const ends = (values) =>
    contours(values, 2).map((line) => line.map(([x, y]) => x + 2 * y));
  const sorted = (values) =>
    ends(values)
      .map((line) => line.sort())
      .sort();
  assert.deepEqual(sorted([3, -1, -1, 3]), [
    [0.75, 1.5],
    [1.5, 2.25],
  ]);
  assert.deepEqual(sorted([1, -3, -3, 1]), [
    [0.25, 0.5],
    [2.5, 2.75],
  ]);
});

test("without a change of signs there is no line", () => {
  assert.deepEqual(
    contours(
      grid(4, () => -1),
      4,
    ),
    [],
  );
});
