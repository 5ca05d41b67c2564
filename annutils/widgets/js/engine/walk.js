// A walk down a surface, step by step.

import { OPTIMIZERS } from "./optimizers.js";

/** @import { Surface } from "./surfaces.js" */

const FAR = 1e6;

/**
 * Who walks, by which optimizer: gradient descent is called plain beside its variants.
 * The symbol stands at the end of a walk.
 * @type {Record<string, { label: string, symbol: string, optimizer: string }>}
 */
export const WALKERS = {
  plain: { label: "Plain", symbol: "P", optimizer: "sgd" },
  momentum: { label: "Momentum", symbol: "M", optimizer: "momentum" },
  rmsprop: { label: "RMSprop", symbol: "R", optimizer: "rmsprop" },
  adam: { label: "Adam", symbol: "A", optimizer: "adam" },
};

export class Walk {
  /**
   * @param {Surface} surface
   * @param {number[]} start
   * @param {string} name one of WALKERS
   * @param {number} learningRate
   * @param {number} momentum
   */
  constructor(surface, start, name, learningRate, momentum) {
    this.surface = surface;
    this.optimizer = OPTIMIZERS[WALKERS[name].optimizer].make(learningRate, momentum);
    this.theta = Float64Array.from(start);
    this.path = [[...start]];
    this.diverged = false;
  }

  get steps() {
    return this.path.length - 1;
  }

  get loss() {
    const [u, v] = this.theta;
    return this.surface.value(u, v);
  }

  /** Make one update; after divergence there are none. */
  step() {
    if (this.diverged) return;
    const [u, v] = this.theta;
    this.optimizer.update(this.theta, this.surface.gradient(u, v));
    this.diverged = !this.theta.every((value) => Math.abs(value) < FAR);
    if (this.diverged) this.theta.set(this.path[this.steps]);
    else this.path.push([...this.theta]);
  }
}
