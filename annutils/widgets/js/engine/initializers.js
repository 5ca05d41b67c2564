// Initial weights, as Keras draws them: uniform, biases zero.

/**
 * @import { Network } from "./network.js"
 * @import { Random } from "./random.js"
 */

/**
 * Fill a network's weights uniformly with variance 2 / (n_in + n_out).
 * @param {Network} network
 * @param {Random} random
 */
export function glorotUniform(network, random) {
  const { sizes, parameters } = network;
  network.theta.fill(0);
  for (let l = 1; l < sizes.length; l++) {
    const limit = Math.sqrt(6 / (sizes[l - 1] + sizes[l]));
    const W = parameters.W[l];
    for (let k = 0; k < W.length; k++) W[k] = limit * (2 * random.uniform() - 1);
  }
}
