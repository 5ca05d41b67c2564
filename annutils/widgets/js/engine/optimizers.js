// Optimizers: `update(theta, g)` changes theta in place, as Keras's of the same name.

/**
 * @typedef {object} Optimizer
 * @property {number} learningRate may be changed between two updates
 * @property {(theta: Float64Array, g: ArrayLike<number>) => void} update
 */

const NOTHING = new Float64Array(0);

/** @implements {Optimizer} */
export class SGD {
  /** @param {{ learningRate?: number, momentum?: number }} settings */
  constructor({ learningRate = 0.01, momentum = 0 } = {}) {
    this.learningRate = learningRate;
    this.momentum = momentum;
    /** @type {Float64Array} */
    this.velocity = NOTHING;
  }

  /**
   * @param {Float64Array} theta
   * @param {ArrayLike<number>} g
   */
  update(theta, g) {
    this.velocity = sizedLike(theta, this.velocity);
    const { learningRate, momentum, velocity: v } = this;
    for (let i = 0; i < theta.length; i++) {
      v[i] = momentum * v[i] - learningRate * g[i];
      theta[i] += v[i];
    }
  }
}

/** @implements {Optimizer} */
export class RMSprop {
  /** @param {{ learningRate?: number, rho?: number, epsilon?: number }} settings */
  constructor({ learningRate = 0.001, rho = 0.9, epsilon = 1e-7 } = {}) {
    this.learningRate = learningRate;
    this.rho = rho;
    this.epsilon = epsilon;
    /** @type {Float64Array} */
    this.square = NOTHING;
  }

  /**
   * @param {Float64Array} theta
   * @param {ArrayLike<number>} g
   */
  update(theta, g) {
    this.square = sizedLike(theta, this.square);
    const { learningRate, rho, epsilon, square: v } = this;
    for (let i = 0; i < theta.length; i++) {
      v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
      theta[i] -= (learningRate * g[i]) / Math.sqrt(v[i] + epsilon);
    }
  }
}

/** @implements {Optimizer} */
export class Adam {
  /**
   * @param {{ learningRate?: number, beta1?: number, beta2?: number,
   *   epsilon?: number }} settings
   */
  constructor({
    learningRate = 0.001,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-7,
  } = {}) {
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.updates = 0;
    /** @type {Float64Array} */
    this.mean = NOTHING;
    /** @type {Float64Array} */
    this.square = NOTHING;
  }

  /**
   * @param {Float64Array} theta
   * @param {ArrayLike<number>} g
   */
  update(theta, g) {
    this.mean = sizedLike(theta, this.mean);
    this.square = sizedLike(theta, this.square);
    this.updates += 1;
    const { learningRate, beta1, beta2, epsilon, updates, mean: m, square: v } = this;
    const alpha =
      (learningRate * Math.sqrt(1 - beta2 ** updates)) / (1 - beta1 ** updates);
    for (let i = 0; i < theta.length; i++) {
      m[i] += (1 - beta1) * (g[i] - m[i]);
      v[i] += (1 - beta2) * (g[i] * g[i] - v[i]);
      theta[i] -= (alpha * m[i]) / (Math.sqrt(v[i]) + epsilon);
    }
  }
}

/**
 * The memory of an optimizer: zeros before its first update.
 * @param {Float64Array} theta
 * @param {Float64Array} memory
 */
function sizedLike(theta, memory) {
  return memory.length === theta.length ? memory : new Float64Array(theta.length);
}

/**
 * @typedef {object} OptimizerChoice
 * @property {string} label what readers see
 * @property {(learningRate: number, momentum?: number) => Optimizer} make
 * @property {(learningRate: number) => string} keras the same in a Keras program
 */

/** @type {Record<string, OptimizerChoice>} */
export const OPTIMIZERS = {
  sgd: {
    label: "Gradient descent",
    make: (learningRate) => new SGD({ learningRate }),
    keras: (learningRate) => `keras.optimizers.SGD(${learningRate})`,
  },
  momentum: {
    label: "Momentum",
    make: (learningRate, momentum = 0.9) => new SGD({ learningRate, momentum }),
    keras: (learningRate) => `keras.optimizers.SGD(${learningRate}, momentum=0.9)`,
  },
  rmsprop: {
    label: "RMSprop",
    make: (learningRate) => new RMSprop({ learningRate }),
    keras: (learningRate) => `keras.optimizers.RMSprop(${learningRate})`,
  },
  adam: {
    label: "Adam",
    make: (learningRate) => new Adam({ learningRate }),
    keras: (learningRate) => `keras.optimizers.Adam(${learningRate})`,
  },
};
