// Training in batches that can be stepped, watched and rewound, and never shows NaN.

import { glorotUniform } from "./initializers.js";
import { LOSSES } from "./losses.js";
import { Network } from "./network.js";
import { OPTIMIZERS } from "./optimizers.js";
import { addPenaltyGradient, penalty } from "./penalties.js";
import { Random } from "./random.js";

const TOO_LARGE = 1e8; // a parameter of this size has left every useful range

export class Trainer {
  /**
   * @param {{X: Float64Array, y: ArrayLike<number>, m: number}} data
   * @param {object} settings hidden, activation, loss, optimizer, learningRate,
   *   batchSize, l1, l2, dropout, seed, outputs
   */
  constructor(data, settings) {
    this.data = data;
    this.settings = settings;
    const { hidden, activation, outputs = 1, loss = "binary_crossentropy" } = settings;
    this.network = new Network([data.X.length / data.m, ...hidden, outputs], activation);
    this.loss = LOSSES[loss];
    this.rewind();
  }

  /** Return to the initial weights of the seed, and to the first batch. */
  rewind() {
    const { settings, network, data } = this;
    glorotUniform(network, new Random(settings.seed));
    this.optimizer = OPTIMIZERS[settings.optimizer](settings.learningRate);
    this.random = new Random(settings.seed + 1000003);
    this.size = Math.min(settings.batchSize, data.m);
    this.batch = new Float64Array(this.size * network.sizes[0]);
    this.targets = new Float64Array(this.size);
    this.order = Int32Array.from({ length: data.m }, (_, i) => i);
    Object.assign(this, { at: data.m, epoch: 0, updates: 0, trouble: "" });
    this.safe = Float64Array.from(network.theta);
    network.reserve(this.size);
    this.masks = settings.dropout
      ? network.sizes.map((n) => new Float64Array(this.size * n))
      : undefined;
  }

  /** Make one update; return whether it went well. */
  step() {
    if (this.trouble) return false;
    const { network, settings, targets } = this;
    const m = this.nextBatch();
    if (this.masks) this.drawMasks();
    const logits = network.forward(this.batch, m, this.masks);
    const n = network.sizes[network.depth];
    this.loss.gradient(logits, targets, m, n, network.D[network.depth]);
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
    if (this.at >= data.m) {
      this.at = 0;
      if (this.size < data.m) this.random.shuffle(order);
    }
    const m = Math.min(this.size, data.m - this.at);
    const n = this.network.sizes[0];
    for (let i = 0; i < m; i++) {
      const row = order[this.at + i];
      for (let j = 0; j < n; j++) batch[i * n + j] = data.X[row * n + j];
      targets[i] = data.y[row];
    }
    this.at += m;
    if (this.at >= data.m) this.epoch += 1;
    return m;
  }

  /** Draw the factors of inverted dropout: 0, or 1 / (1 - rate). */
  drawMasks() {
    const rate = this.settings.dropout;
    for (let l = 1; l < this.network.depth; l++) {
      const mask = this.masks[l];
      for (let k = 0; k < mask.length; k++) {
        mask[k] = this.random.uniform() < rate ? 0 : 1 / (1 - rate);
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

  /** Loss with penalties and accuracy on a data set of two classes, without dropout. */
  evaluate({ X, y, m }) {
    if (!m) return { loss: 0, accuracy: 0 };
    const logits = this.network.forward(X, m);
    let right = 0;
    for (let i = 0; i < m; i++) right += (logits[i] > 0) === (y[i] === 1) ? 1 : 0;
    const { l1 = 0, l2 = 0 } = this.settings;
    const loss = this.loss.value(logits, y, m, 1) + penalty(this.network, l1, l2);
    return { loss, accuracy: right / m };
  }
}
