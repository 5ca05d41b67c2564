import assert from "node:assert/strict";
import test from "node:test";

import {
  boundary,
  cut,
  rectangle,
} from "../../../annutils/widgets/js/engine/halfplane.js";

test("a square cut by its middle line leaves two halves", () => {
  const square = rectangle([0, 2], [0, 2]);
  assert.deepEqual(
    cut(square, ([x]) => x - 1),
    [
      [1, 0],
      [2, 0],
      [2, 2],
      [1, 2],
    ],
  );
  assert.deepEqual(
    boundary([0, 2], [0, 2], ([x]) => x - 1),
    [
      [1, 0],
      [1, 2],
    ],
  );
  assert.deepEqual(
    cut(square, () => -1),
    [],
  );
});

test("a line through corners belongs to the side where z is at least 0", () => {
  const square = rectangle([0, 2], [0, 2]);
  const diagonal = ([x, y]) => x - y;
  assert.deepEqual(cut(square, diagonal), [
    [0, 0],
    [0, 0],
    [2, 0],
    [2, 2],
    [2, 2],
  ]);
  assert.deepEqual(boundary([0, 2], [0, 2], diagonal), [
    [2, 2],
    [0, 0],
  ]);
  assert.deepEqual(
    boundary([0, 2], [0, 2], ([x]) => x + 1),
    [],
  );
  const oblique = ([x, y]) => x + 2 * y - 1;
  assert.deepEqual(boundary([0, 2], [0, 2], oblique), [
    [1, 0],
    [0, 0.5],
  ]);
});
