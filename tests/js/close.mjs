import assert from "node:assert/strict";

/** Assert that two lists of numbers are equal up to a tolerance. */
export function close(actual, expected, tolerance) {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    assert.ok(difference <= tolerance, `[${i}]: ${actual[i]} is not ${expected[i]}`);
  }
}
