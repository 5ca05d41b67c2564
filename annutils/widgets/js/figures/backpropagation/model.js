// A value a that two units use, and u before it: the loss, its slopes, the walk back.

import { rounded } from "../../engine/number_text.js";

/** @typedef {"u" | "w₁" | "w₂"} Leaf */
/** @typedef {Leaf | "a" | "v₁" | "v₂" | "ℓ"} Name */
/** @typedef {Record<Leaf, number>} Leaves */

/**
 * An edge that a slope goes back on, and by what it is multiplied there.
 * @typedef {object} Edge
 * @property {Name} from
 * @property {Name} to
 * @property {number} factor
 * @property {string} why it is that, with a ? in its place
 */

/** Such that no value is the size of a slope. @type {Leaves} */
export const START = { u: 0.8, "w₁": 1.5, "w₂": -2 };
const TIMES = 5; // from u to a

/**
 * All values, from left to right.
 * @param {Leaves} leaves
 * @returns {Record<Name, number>}
 */
export function values(leaves) {
  const a = TIMES * leaves.u;
  const [first, second] = [a * leaves["w₁"], a * leaves["w₂"]];
  return { ...leaves, a, "v₁": first, "v₂": second, ℓ: first ** 2 + second ** 2 };
}

export const AT_START = values(START);

/**
 * What a move brings to ℓ through v₁, through v₂, and together: in hundredths, and such
 * that the parts add up to the sum.
 * @param {Record<Name, number>} now
 */
export function brought(now) {
  const sum = rounded(now.ℓ - AT_START.ℓ, 2);
  const upper = rounded(now["v₁"] ** 2 - AT_START["v₁"] ** 2, 2);
  return [upper, rounded(sum - upper, 2), sum];
}

/** A move of u that is predicted before it is made. */
export const NUDGED = 0.81;

const { a, "w₁": w1, "w₂": w2, "v₁": v1, "v₂": v2 } = AT_START;

/** What the steps do; where two slopes meet there is no edge. @type {(Edge | null)[]} */
export const STEPS = [
  { from: "ℓ", to: "v₁", factor: 2 * v1, why: "the derivative of v₁² is 2 v₁ = ?" },
  { from: "ℓ", to: "v₂", factor: 2 * v2, why: "the derivative of v₂² is 2 v₂ = ?" },
  { from: "v₁", to: "a", factor: w1, why: "v₁ moves w₁ = ? times as far as a" },
  { from: "v₂", to: "a", factor: w2, why: "v₂ moves w₂ = ? times as far as a" },
  null,
  { from: "a", to: "u", factor: TIMES, why: "a moves ? times as far as u" },
  { from: "v₁", to: "w₁", factor: a, why: "v₁ moves a = ? times as far as w₁" },
  { from: "v₂", to: "w₂", factor: a, why: "v₂ moves a = ? times as far as w₂" },
];
/** How many steps are made when the slope at a is known; one more, and that at u is. */
export const SUM = 1 + STEPS.indexOf(null);

/** @type {Record<string, number>} */
export const SLOPES = { ℓ: 1 };
/** What comes back to a along each of its edges. @type {number[]} */
export const SHARES = [];
for (const edge of STEPS) {
  if (!edge) continue;
  const share = SLOPES[edge.from] * edge.factor;
  SLOPES[edge.to] = (SLOPES[edge.to] ?? 0) + share;
  if (edge.to === "a") SHARES.push(share);
}
/** What of the slope at u comes along each of the two paths. */
export const PATHS = SHARES.map((share) => TIMES * share);

/**
 * Whether the slope of a value is known after so many steps.
 * @param {string} name
 * @param {number} step
 */
export const isKnown = (name, step) =>
  name === "ℓ" ||
  step >= (name === "a" ? SUM : 1 + STEPS.findIndex((edge) => edge?.to === name));
