import assert from "node:assert/strict";
import test from "node:test";

const js = "../../../annutils/widgets/js";
const { line } = await import(`${js}/figures/skeleton/model.js`);

test("a line goes through the origin and rises by its slope", () => {
  assert.deepEqual(line(2, [-1, 0, 1]), [
    [-1, -2],
    [0, 0],
    [1, 2],
  ]);
});
