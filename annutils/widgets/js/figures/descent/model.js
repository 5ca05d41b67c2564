// How fast descent with momentum is on a bowl in the long run; it knows no page.

/** Curvatures of the bowl of engine/surfaces.js, along its axes. */
export const CURVATURES = [1, 10];
const [FLAT, STEEP] = CURVATURES;
const ROOT = Math.sqrt(STEEP / FLAT); // of the condition number

/** @typedef {{ rate: number, beta: number }} Pair */

/**
 * The fastest without momentum, and the fastest pair of all (Polyak's).
 * @type {{ plain: Pair, pair: Pair }}
 */
export const BEST = {
  plain: { rate: 2 / (FLAT + STEEP), beta: 0 },
  pair: {
    rate: (2 / (Math.sqrt(STEEP) + Math.sqrt(FLAT))) ** 2,
    beta: ((ROOT - 1) / (ROOT + 1)) ** 2,
  },
};

/**
 * The size of the larger root of r² − (1 + β − ηc) r + β: by this factor a step shrinks a
 * direction of curvature c in the long run.
 * @param {Pair} pair
 * @param {number} c
 */
export function largerRoot({ rate, beta }, c) {
  const half = (1 + beta - rate * c) / 2;
  const square = half * half - beta;
  return square < 0 ? Math.sqrt(beta) : Math.abs(half) + Math.sqrt(square);
}

/**
 * The factor of the slower direction of the bowl.
 * @param {Pair} pair
 */
export const factorOf = (pair) =>
  Math.max(...CURVATURES.map((c) => largerRoot(pair, c)));

/**
 * Whether both directions of the bowl swing: then the momentum alone says how fast they
 * shrink, by its root a step.
 * @param {Pair} pair
 */
export const swings = (pair) =>
  CURVATURES.every((c) => (1 + pair.beta - pair.rate * c) ** 2 < 4 * pair.beta);

/**
 * Whether the flat direction of the bowl does not swing yet.
 * @param {Pair} pair
 */
export const creeps = ({ rate, beta }) => rate * FLAT < (1 - Math.sqrt(beta)) ** 2;

/**
 * Steps until the distance is a tenth, in the long run.
 * @param {number} factor of a step
 */
export const stepsToTenth = (factor) => Math.log(10) / -Math.log(factor);

const CLOSE = { rate: 0.006, beta: 0.016 }; // taken to mean it
const EDGE = 0.004; // momentum that is taken for none

/**
 * Which of the best a pair is, or is close to.
 * @param {Pair} pair
 * @returns {keyof typeof BEST | null}
 */
export function bestNear({ rate, beta }) {
  const near = (/** @type {Pair} */ best, /** @type {number} */ reach) =>
    Math.abs(rate - best.rate) < CLOSE.rate && Math.abs(beta - best.beta) < reach;
  if (near(BEST.plain, EDGE)) return "plain";
  return near(BEST.pair, CLOSE.beta) ? "pair" : null;
}
