// Numbers that are read add up to the eye, and are as close to the exact ones as that allows.

import assert from "node:assert/strict";
import test from "node:test";

import { softmax } from "../../../annutils/widgets/js/engine/softmax.js";
import {
  thousandths,
  told,
} from "../../../annutils/widgets/js/figures/softmax/model.js";

const HEIGHTS = [-3, -2, -1.3, -0.5, 0, 0.7, 1.5, 2.5, 3];
const STATES = HEIGHTS.flatMap((z0) =>
  HEIGHTS.flatMap((z1) => HEIGHTS.map((z2) => Float64Array.of(z0, z1, z2))),
);
/** @param {string} text */
const value = (text) => {
  const [one, other = "1"] = text.replace("−", "-").split("/");
  return Number(one) / Number(other);
};
/** @param {string[]} texts */
const total = (texts) => texts.map(value).reduce((one, other) => one + other);

test("each row adds up to what stands at its end", () => {
  for (const z of STATES) {
    for (const target of [0, 1, 2]) {
      const { powers, sum, p, steps, missing } = told(z, target);
      assert.ok(Math.abs(total(powers) - value(sum)) < 1e-9, `${z}`);
      assert.ok(Math.abs(total(p) - 1) < 1e-9, `${z}`);
      assert.ok(Math.abs(total(steps)) < 1e-9, `${z}`);
      assert.ok(Math.abs(value(p[target]) + value(missing) - 1) < 1e-9, `${z}`);
    }
  }
});

test("a probability is written as one of the two thousandths around it", () => {
  for (const z of STATES) {
    const p = softmax(z);
    if (p.every((each) => each === p[0])) continue;
    thousandths(p).forEach((part, k) => {
      assert.ok(Math.abs(part - 1000 * p[k]) < 1, `${z}`);
    });
  }
});

test("equal scores have equal probabilities", () => {
  for (const z of STATES) {
    const { p } = told(z, 0);
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ]) {
      if (z[one] === z[other]) assert.equal(p[one], p[other], `${z}`);
    }
  }
});
