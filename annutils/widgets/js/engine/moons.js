// The source of the moons: two arcs, and what noise makes of them.

const ON_ARC = 200; // places that stand for each arc

/**
 * The probability of class 1 where points on two arcs, as many on each, got normal noise.
 * @param {ArrayLike<number>} places coordinates in turn
 * @param {number} noise
 */
export const trueProbability = (places, noise) =>
  Float64Array.from({ length: places.length / 2 }, (_, k) => {
    const [upper, lower] = densities(places[2 * k], places[2 * k + 1], noise);
    return lower / (upper + lower);
  });

/**
 * How dense the points of both arcs are, times a constant.
 * @param {number} x
 * @param {number} y
 * @param {number} noise
 */
export function densities(x, y, noise) {
  const density = (/** @type {number} */ x, /** @type {number} */ y) =>
    Math.exp(-(x * x + y * y) / (2 * noise * noise));
  let [upper, lower] = [0, 0];
  for (const [cos, sin] of TURNS) {
    upper += density(x - cos, y - sin);
    lower += density(x - 1 + cos, y - 0.5 + sin);
  }
  return [upper, lower];
}

const TURNS = Array.from({ length: ON_ARC }, (_, k) => {
  const angle = (Math.PI * k) / (ON_ARC - 1);
  return [Math.cos(angle), Math.sin(angle)];
});
