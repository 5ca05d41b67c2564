import assert from "node:assert/strict";
import test from "node:test";

import { kerasProgram } from "../../../annutils/widgets/js/engine/keras_code.js";
import { Network } from "../../../annutils/widgets/js/engine/network.js";

const SETTINGS = {
  data: "xor",
  points: [],
  noise: 0.1,
  seed: 3,
  share: 0.3,
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

# Points as in the figure, drawn anew: y are their classes, and t goes through each.
rng = np.random.default_rng(3)
i = np.arange(400)
y = i % 2
t = (i - y) / (len(i) - 1)
first = np.where(t < 0.5, 1, -1)
X = 1.3 * np.column_stack([first, np.where(y == 1, -first, first)])
X = X + 0.3 * rng.normal(size=X.shape)
known, others = np.split(rng.permutation(i), [120])


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

# The weights of the figure after 12 updates; begin anew without these lines.
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

model.fit(features(X[known]), y[known], batch_size=5, epochs=50, verbose=0)
loss, accuracy = model.evaluate(features(X[known]), y[known], verbose=0)
print(f"training: loss {loss:.3f}, accuracy {accuracy:.1%}")
loss, accuracy = model.evaluate(features(X[others]), y[others], verbose=0)
print(f"test: loss {loss:.3f}, accuracy {accuracy:.1%}")
`,
  );
});

test("the reader's points are listed, and all are for training", () => {
  const points = [
    [1, -2, 0],
    [0.5, 3, 1],
  ];
  const text = program({ data: "own", points });
  assert.ok(
    text.includes("points = np.array([\n    [1, -2, 0],\n    [0.5, 3, 1],\n])\n"),
  );
  assert.ok(text.includes("known = np.arange(len(y))"));
  assert.ok(!text.includes("others"));
});

test("what leads from a unit that is off is 0", () => {
  network.off = [[], [1]];
  const text = program({});
  network.off = [];
  assert.ok(text.includes("        [7],\n        [0],\n"));
  assert.ok(text.includes("# What leads from units that are switched off is 0.\n"));
});

test("either penalty, and dropout, are in the program", () => {
  const line = (l1, l2) => `kernel_regularizer=keras.regularizers.L1L2(${l1}, ${l2})`;
  assert.ok(
    program({ l1: 0.1 }).includes(`"leaky_relu",\n        ${line(0.1, 0)}),\n`),
  );
  assert.ok(program({ l2: 0.2 }).includes(line(0, 0.2)));
  assert.ok(program({ dropout: 0.3 }).includes("),\n    keras.layers.Dropout(0.3),\n"));
});
