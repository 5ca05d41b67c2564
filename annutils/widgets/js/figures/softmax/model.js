// The numbers of the figure as they are read: what it says adds up, adds up to the eye.

import { rounded, written } from "../../engine/number_text.js";
import { softmax } from "../../engine/softmax.js";

const DECIMALS = 3;
const WHOLE = 10 ** DECIMALS;

/** @param {number[]} numbers */
const total = (numbers) => numbers.reduce((one, other) => one + other, 0);

/**
 * Probabilities of three classes in thousandths, which add up to a whole: what rounding
 * down leaves goes to those that lost most by it, and to equal ones alike.
 * @param {ArrayLike<number>} p not all equal
 */
export function thousandths(p) {
  const exact = Array.from(p, (each) => WHOLE * each);
  const down = exact.map((each) => Math.floor(each));
  const left = WHOLE - total(down);
  const lost = (/** @type {number} */ k) => exact[k] - down[k];
  const order = [0, 1, 2].sort((one, other) => lost(other) - lost(one));
  const lone = [0, 1, 2].findIndex((k) => p[(k + 1) % 3] === p[(k + 2) % 3]);
  if (lone >= 0) {
    order.splice(order.indexOf(lone), 1);
    order.splice(left === 1 ? 0 : 2, 0, lone);
  }
  return down.map((each, k) => each + (order.indexOf(k) < left ? 1 : 0));
}

/**
 * A change, with its sign.
 * @param {number} value
 */
const signed = (value) => `${value > 0 ? "+" : ""}${written(value, DECIMALS)}`;

/**
 * The exponentials of the scores and their sum, the probabilities, and the steps, target
 * minus probability, with the size of that of the true class.
 * @param {Float64Array} z
 * @param {number} target
 */
export function told(z, target) {
  const powers = [...z].map((each) => rounded(Math.exp(each), DECIMALS));
  const p = softmax(z);
  const isTrue = (/** @type {number} */ k) => k === target;
  const sums = {
    powers: powers.map((each) => written(each, DECIMALS)),
    sum: written(total(powers), DECIMALS),
  };
  if (p.every((each) => each === p[0])) {
    const steps = [0, 1, 2].map((k) => (isTrue(k) ? "+2/3" : "−1/3"));
    return { ...sums, p: ["1/3", "1/3", "1/3"], steps, missing: "2/3" };
  }
  const parts = thousandths(p).map((each) => each / WHOLE);
  const missing = 1 - parts[target];
  return {
    ...sums,
    p: parts.map((each) => written(each, DECIMALS)),
    steps: parts.map((each, k) => signed(isTrue(k) ? missing : -each)),
    missing: written(missing, DECIMALS),
  };
}

/** @typedef {ReturnType<typeof told>} Told */
