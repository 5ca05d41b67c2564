// What each input of a network with one hidden layer adds to one of its answers.

import { inputGradient } from "./layer.js";

/** @import { Network } from "./network.js" */

/**
 * How much each input of the last forward pass, of one sample, raises a logit above that
 * of another answer: the input times the gradient of the difference. With ReLU, nothing
 * else but biases adds to it, since the network is linear as long as no unit is switched
 * on or off.
 * @param {Network} network
 * @param {number} answer
 * @param {number} rival
 */
export function evidence({ sizes, parameters, activation, Z, A }, answer, rival) {
  const [inputs, units, outputs] = sizes;
  const { W } = parameters;
  const above = Float64Array.from(
    { length: outputs },
    (_, k) => Number(k === answer) - Number(k === rival),
  );
  const hidden = new Float64Array(units);
  inputGradient(above, W[2], hidden, 1, units, outputs);
  for (let j = 0; j < units; j++) hidden[j] *= activation.derivative(Z[1][j], A[1][j]);
  const gradient = new Float64Array(inputs);
  inputGradient(hidden, W[1], gradient, 1, inputs, units);
  return gradient.map((slope, i) => slope * A[0][i]);
}
