import assert from "node:assert/strict";
import test from "node:test";

import { kerasProgram } from "../../../annutils/widgets/js/engine/keras_code.js";
import { Network } from "../../../annutils/widgets/js/engine/network.js";

const SETTINGS = {
  inputs: ["x1", "x2x2"],
  layers: [2],
  activation: "leaky_relu",
  optimizer: "momentum",
  rate: 0.03,
  batch: 5,
  l1: 0,
  l2: 0,
  dropout: 0,
};
const network = new Network(
  [2, 2, 1],
  "leaky_relu",
  Float64Array.of(1, 2, 3, 4, 5, 6, 7, 1 / 3, -9),
);
const program = (changes) => kerasProgram({ ...SETTINGS, ...changes }, network, 12);

test("the program holds the network as it is", () => {
  assert.equal(
    program({}),
    `import keras
import numpy as np


def features(X):
    x1, x2 = X[:, 0], X[:, 1]
    return np.column_stack([x1, x2**2])


model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(2, activation="leaky_relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.SGD(0.03, momentum=0.9),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

# The weights of the figure after 12 updates.
model.set_weights([
    np.array([
        [1, 2],
        [3, 4],
    ]),
    np.array([5, 6]),
    np.array([
        [7],
        [0.333333333],
    ]),
    np.array([-9]),
])

# Predict, or train on: model.fit(features(X), y, batch_size=5, epochs=10)
X = np.array([[0.5, -1.0], [-2.0, 1.5]])
print(model.predict(features(X), verbose=0))
`,
  );
});

test("either penalty, and dropout, are in the program", () => {
  const line = (l1, l2) => `kernel_regularizer=keras.regularizers.L1L2(${l1}, ${l2})`;
  assert.ok(
    program({ l1: 0.1 }).includes(`"leaky_relu",\n        ${line(0.1, 0)}),\n`),
  );
  assert.ok(program({ l2: 0.2 }).includes(line(0, 0.2)));
  assert.ok(program({ dropout: 0.3 }).includes("),\n    keras.layers.Dropout(0.3),\n"));
});
