// Training in batches that can be stepped and watched, and never shows NaN.

import { glorotUniform } from "./initializers.js";
import { binaryCrossentropy } from "./losses.js";
import { Network } from "./network.js";
import { OPTIMIZERS } from "./optimizers.js";
import { Random } from "./random.js";
import { addPenaltyGradient, penalty } from "./regularizers.js";

/** @import { Samples } from "./datasets.js" */

/**
 * @typedef {object} TrainerSettings
 * @property {number[]} layers units of the hidden layers
 * @property {string} activation
 * @property {string} optimizer one of OPTIMIZERS
 * @property {number} learningRate
 * @property {number} batchSize
 * @property {number} seed of the initial weights and of the batches
 * @property {number} [l1]
 * @property {number} [l2]
 * @property {number} [dropout]
 */

const TOO_LARGE = 1e8; // a parameter of this size has left every useful range
const BATCHES = 1000003; // added to the seed: batches are independent of the weights

export class Trainer {
  epoch = 0;
  updates = 0;
  trouble = ""; // why it has stopped, if it has

  /**
   * @param {Samples} data
   * @param {TrainerSettings} settings
   */
  constructor(data, settings) {
    this.data = data;
    this.settings = settings;
    const { layers, activation, optimizer, learningRate, seed, dropout } = settings;
    this.network = new Network([data.X.length / data.m, ...layers, 1], activation);
    this.optimizer = OPTIMIZERS[optimizer].make(learningRate);
    glorotUniform(this.network, new Random(seed));
    this.safe = Float64Array.from(this.network.theta); // parameters before an update
    this.random = new Random(seed + BATCHES);
    this.batchSize = Math.min(settings.batchSize, data.m);
    this.batch = new Float64Array(this.batchSize * this.network.sizes[0]);
    this.targets = new Float64Array(this.batchSize);
    this.order = Int32Array.from({ length: data.m }, (_, i) => i);
    this.taken = data.m; // samples of this epoch
    this.network.reserve(this.batchSize);
    this.masks = dropout
      ? this.network.sizes.map((n) => new Float64Array(this.batchSize * n))
      : undefined;
  }

  /** Make one update; return whether it went well. */
  step() {
    if (this.trouble) return false;
    const { network, settings, targets } = this;
    const m = this.nextBatch();
    this.drawMasks();
    const logits = network.forward(this.batch, m, this.masks);
    binaryCrossentropy.gradient(logits, targets, m, network.dZ[network.depth]);
    const gradient = network.backward(m, this.masks);
    addPenaltyGradient(network, settings.l1 ?? 0, settings.l2 ?? 0);
    this.safe.set(network.theta);
    this.optimizer.update(network.theta, gradient);
    this.updates += 1;
    return this.checked();
  }

  /** Put the next samples into the batch; a new epoch shuffles them. */
  nextBatch() {
    const { data, batch, targets, order } = this;
    if (this.taken >= data.m) {
      this.taken = 0;
      if (this.batchSize < data.m) this.random.shuffle(order);
    }
    const m = Math.min(this.batchSize, data.m - this.taken);
    const n = this.network.sizes[0];
    for (let i = 0; i < m; i++) {
      const row = order[this.taken + i];
      for (let j = 0; j < n; j++) batch[i * n + j] = data.X[row * n + j];
      targets[i] = data.y[row];
    }
    this.taken += m;
    if (this.taken >= data.m) this.epoch += 1;
    return m;
  }

  /** Draw the factors of inverted dropout: 0, or 1 / (1 - rate). */
  drawMasks() {
    const { dropout = 0 } = this.settings;
    for (const mask of this.masks?.slice(1, -1) ?? []) {
      for (let k = 0; k < mask.length; k++) {
        mask[k] = this.random.uniform() < dropout ? 0 : 1 / (1 - dropout);
      }
    }
  }

  /** Look for parameters out of range; if there are, go back and say why. */
  checked() {
    const { theta } = this.network;
    for (let i = 0; i < theta.length; i++) {
      if (Math.abs(theta[i]) < TOO_LARGE) continue;
      theta.set(this.safe);
      this.trouble =
        `Diverged after ${this.updates} updates: the weights grew without limit. ` +
        `The learning rate ${this.settings.learningRate} is too large for this network.`;
      return false;
    }
    return true;
  }

  /**
   * Loss with penalties and accuracy on a data set of two classes, without dropout.
   * @param {Samples} samples
   */
  evaluate({ X, y, m }) {
    if (!m) return { loss: 0, accuracy: 0 };
    const logits = this.network.forward(X, m);
    let right = 0;
    for (let i = 0; i < m; i++) right += logits[i] > 0 === (y[i] === 1) ? 1 : 0;
    const { l1 = 0, l2 = 0 } = this.settings;
    const loss = binaryCrossentropy.value(logits, y, m);
    return { loss: loss + penalty(this.network, l1, l2), accuracy: right / m };
  }
}
