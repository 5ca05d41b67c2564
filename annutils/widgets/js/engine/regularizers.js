// L1 and L2 penalties on the weights of hidden layers, as Keras's kernel regularizers.

/** @import { Network } from "./network.js" */

/**
 * l1 sum|w| + l2 sum w^2 over the hidden layers' weights.
 * @param {Network} network
 * @param {number} l1
 * @param {number} l2
 */
export function penalty(network, l1, l2) {
  let sum = 0;
  if (!l1 && !l2) return sum;
  for (let l = 1; l < network.depth; l++) {
    for (const w of network.parameters.W[l]) sum += l1 * Math.abs(w) + l2 * w * w;
  }
  return sum;
}

/**
 * Add l1 sign(w) + 2 l2 w to the gradient.
 * @param {Network} network
 * @param {number} l1
 * @param {number} l2
 */
export function addPenaltyGradient(network, l1, l2) {
  if (!l1 && !l2) return;
  for (let l = 1; l < network.depth; l++) {
    const W = network.parameters.W[l];
    const dW = network.gradients.W[l];
    for (let k = 0; k < W.length; k++) dW[k] += l1 * Math.sign(W[k]) + 2 * l2 * W[k];
  }
}
