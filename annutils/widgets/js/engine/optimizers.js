// Optimizers: `update(theta, g)` changes theta in place, as Keras's of the same name.

export class SGD {
  constructor({ learningRate = 0.01, momentum = 0, nesterov = false } = {}) {
    Object.assign(this, { learningRate, momentum, nesterov, velocity: null });
  }

  update(theta, g) {
    const { learningRate, momentum, nesterov } = this;
    const v = (this.velocity ??= new Float64Array(theta.length));
    for (let i = 0; i < theta.length; i++) {
      const step = learningRate * g[i];
      v[i] = momentum * v[i] - step;
      theta[i] += nesterov ? momentum * v[i] - step : v[i];
    }
  }
}

export class RMSprop {
  constructor({ learningRate = 0.001, rho = 0.9, epsilon = 1e-7 } = {}) {
    Object.assign(this, { learningRate, rho, epsilon, square: null });
  }

  update(theta, g) {
    const { learningRate, rho, epsilon } = this;
    const v = (this.square ??= new Float64Array(theta.length));
    for (let i = 0; i < theta.length; i++) {
      v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
      theta[i] -= (learningRate * g[i]) / Math.sqrt(v[i] + epsilon);
    }
  }
}

export class Adam {
  constructor({ learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
    Object.assign(this, { learningRate, beta1, beta2, epsilon, t: 0 });
  }

  update(theta, g) {
    const { learningRate, beta1, beta2, epsilon } = this;
    const m = (this.mean ??= new Float64Array(theta.length));
    const v = (this.square ??= new Float64Array(theta.length));
    this.t += 1;
    const alpha =
      (learningRate * Math.sqrt(1 - beta2 ** this.t)) / (1 - beta1 ** this.t);
    for (let i = 0; i < theta.length; i++) {
      m[i] += (1 - beta1) * (g[i] - m[i]);
      v[i] += (1 - beta2) * (g[i] * g[i] - v[i]);
      theta[i] -= (alpha * m[i]) / (Math.sqrt(v[i]) + epsilon);
    }
  }
}

/** By the names that figures show: how to make each from a learning rate. */
export const OPTIMIZERS = {
  sgd: (learningRate) => new SGD({ learningRate }),
  momentum: (learningRate) => new SGD({ learningRate, momentum: 0.9 }),
  rmsprop: (learningRate) => new RMSprop({ learningRate }),
  adam: (learningRate) => new Adam({ learningRate }),
};
