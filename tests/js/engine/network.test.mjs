import assert from "node:assert/strict";
import test from "node:test";

import { ACTIVATIONS, tanh } from "../../../annutils/widgets/js/engine/activations.js";
import { binaryCrossentropy } from "../../../annutils/widgets/js/engine/losses.js";
import { Network } from "../../../annutils/widgets/js/engine/network.js";
import { Random } from "../../../annutils/widgets/js/engine/random.js";
import {
  addPenaltyGradient,
  penalty,
} from "../../../annutils/widgets/js/engine/regularizers.js";
import { softmax } from "../../../annutils/widgets/js/engine/softmax.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

/** The squared error tries more than one output. */
const LOSSES = {
  binary_crossentropy: binaryCrossentropy,
  mean_squared_error: {
    value: (Z, Y, m) => Z.reduce((sum, z, i) => sum + (z - Y[i]) ** 2, 0) / m,
    gradient(Z, Y, m, dZ) {
      for (let i = 0; i < m; i++) dZ[i] = (2 * (Z[i] - Y[i])) / m;
    },
  },
};

function computed({ sizes, activation, loss, theta, X, Y, m }) {
  const network = new Network(sizes, activation, Float64Array.from(theta));
  const count = m * sizes[sizes.length - 1];
  const logits = network.forward(Float64Array.from(X), m).slice(0, count);
  LOSSES[loss].gradient(logits, Y, count, network.dZ[network.depth]);
  return {
    logits,
    value: LOSSES[loss].value(logits, Y, count),
    gradient: network.backward(m),
  };
}

for (const vector of vectors.networks) {
  const name = `${vector.sizes.join("-")} ${vector.activation}, ${vector.loss}`;
  test(`forward pass, loss and gradient are TensorFlow's: ${name}`, () => {
    const { logits, value, gradient } = computed(vector);
    close(logits, vector.logits, 1e-12);
    close([value], [vector.value], 1e-12);
    close(gradient, vector.gradient, 1e-12);
  });
}

for (const [l1, l2] of [
  [0.3, 0.2],
  [0.3, 0],
  [0, 0.2],
]) {
  test(`the gradient of penalties ${l1}, ${l2} is that of finite differences`, () => {
    const network = new Network([2, 3, 2, 1], "tanh");
    const random = new Random(1);
    network.theta.set(Array.from(network.theta, () => random.normal()));
    addPenaltyGradient(network, l1, l2);
    const h = 1e-6;
    const slopes = Array.from(network.theta, (value, i) => {
      network.theta[i] = value + h;
      const above = penalty(network, l1, l2);
      network.theta[i] = value - h;
      const below = penalty(network, l1, l2);
      network.theta[i] = value;
      return (above - below) / (2 * h);
    });
    assert(slopes.some((slope) => slope !== 0));
    close(network.gradient, slopes, 1e-8);
  });
}

test("a batch of any size gives each sample the logits that it has alone", () => {
  const random = new Random(2);
  const network = new Network([3, 5, 6, 2], "tanh");
  network.theta.set(Array.from(network.theta, () => random.normal()));
  for (let m = 1; m <= 9; m++) {
    const X = Float64Array.from({ length: 3 * m }, () => random.normal());
    const together = network.forward(X, m).slice(0, 2 * m);
    for (let i = 0; i < m; i++) {
      const alone = network.forward(X.slice(3 * i, 3 * i + 3), 1).slice(0, 2);
      close(alone, together.slice(2 * i, 2 * i + 2), 1e-14);
    }
  }
});

test("our tanh is the standard library's to 15 digits, and never leaves -1 to 1", () => {
  for (let z = -25; z < 25; z += 0.0037) close([tanh(z)], [Math.tanh(z)], 1e-15);
  assert.deepEqual([tanh(Infinity), tanh(-Infinity), tanh(0)], [1, -1, 0]);
  assert.ok(Number.isNaN(tanh(NaN)));
});

test("every derivative is that of its activation", () => {
  const h = 1e-6;
  for (const { value, derivative } of Object.values(ACTIVATIONS)) {
    for (const z of [-2.1, -0.3, 0.4, 1.7]) {
      close([derivative(z, value(z))], [(value(z + h) - value(z - h)) / (2 * h)], 1e-8);
    }
  }
});

test("softmax has the shares of the powers, also of extreme logits", () => {
  const [z, expected] = [
    [0, Math.log(3), Math.log(6)],
    [0.1, 0.3, 0.6],
  ];
  for (const shift of [0, 1000, -1000]) {
    close(softmax(Float64Array.from(z, (each) => each + shift)), expected, 1e-12);
  }
});

test("losses of extreme logits are finite", () => {
  const { value } = binaryCrossentropy;
  assert.equal(value([1000, -1000], [1, 0], 2), 0);
  assert.equal(value([1000, 1000], [1, 0], 2), 500);
});

test("a unit that is off is as one whose outgoing weights are 0, with dropout, too", () => {
  const random = new Random(2);
  const X = Float64Array.from({ length: 10 }, () => random.normal());
  const masks = [2, 3, 2, 1].map((n) => new Float64Array(5 * n).fill(1.25));
  for (const mask of [undefined, masks]) {
    const off = new Network([2, 3, 2, 1], "sigmoid");
    off.theta.set(Array.from(off.theta, () => random.normal()));
    const cut = new Network([2, 3, 2, 1], "sigmoid", off.theta.slice());
    off.off = [[], [1]];
    cut.parameters.W[2].fill(0, 2, 4); // what leads from unit 1
    const logits = [off, cut].map((net) => net.forward(X, 5, mask).slice(0, 5));
    close(logits[0], logits[1], 1e-15);
    for (const net of [off, cut]) net.dZ[3].fill(1);
    const [gradient, other] = [off, cut].map((net) => net.backward(5, mask));
    const { W, b } = off.gradients;
    assert.deepEqual([W[1][1], W[1][4], b[1][1], W[2][2], W[2][3]], [0, 0, 0, 0, 0]);
    close(gradient.slice(9 + 6), other.slice(9 + 6), 1e-15);
    close([W[1][0], W[1][2]], [cut.gradients.W[1][0], cut.gradients.W[1][2]], 1e-15);
  }
});
