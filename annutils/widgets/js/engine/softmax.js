// The activation of a layer that tells classes apart.

/**
 * The probabilities of classes, from the logits of one sample.
 * @param {Float64Array} z
 */
export function softmax(z) {
  const largest = Math.max(...z); // taken off, so that no exponential overflows
  const powers = z.map((each) => Math.exp(each - largest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

/**
 * The cross-entropy of one sample: the logarithm of the sum of powers, minus the logit of
 * the true class.
 * @param {Float64Array} z
 * @param {number} target the true class
 */
export function crossEntropy(z, target) {
  const largest = Math.max(...z);
  const sum = z.reduce((total, each) => total + Math.exp(each - largest), 0);
  return largest + Math.log(sum) - z[target];
}

/**
 * Its gradient: prediction minus target.
 * @param {Float64Array} z
 * @param {number} target
 */
export const errors = (z, target) =>
  softmax(z).map((p, k) => p - (k === target ? 1 : 0));
