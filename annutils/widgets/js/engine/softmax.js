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
