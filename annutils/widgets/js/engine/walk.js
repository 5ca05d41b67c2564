// A walk down a surface, step by step.

import { Adam, RMSprop, SGD } from "./optimizers.js";

const FAR = 1e6;

/** How each walker is made from a learning rate and a momentum. */
const OPTIMIZERS = {
  plain: (learningRate) => new SGD({ learningRate }),
  momentum: (learningRate, momentum) => new SGD({ learningRate, momentum }),
  rmsprop: (learningRate) => new RMSprop({ learningRate }),
  adam: (learningRate) => new Adam({ learningRate }),
};

export const WALKERS = Object.keys(OPTIMIZERS);

export class Walk {
  /**
   * @param {object} surface one of SURFACES
   * @param {number[]} start
   * @param {string} name one of WALKERS
   * @param {number} rate
   * @param {number} momentum
   */
  constructor(surface, start, name, rate, momentum) {
    this.surface = surface;
    this.optimizer = OPTIMIZERS[name](rate, momentum);
    this.theta = Float64Array.from(start);
    this.path = [[...start]];
    this.diverged = false;
  }

  get loss() {
    return this.surface.value(...this.theta);
  }

  /** Make one update; after divergence there are none. */
  step() {
    if (this.diverged) return;
    this.optimizer.update(this.theta, this.surface.gradient(...this.theta));
    const [u, v] = this.theta;
    this.diverged = !(Math.abs(u) < FAR && Math.abs(v) < FAR);
    if (this.diverged) this.theta.set(this.path[this.path.length - 1]);
    else this.path.push([u, v]);
  }
}
