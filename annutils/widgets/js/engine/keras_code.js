// A Keras program that makes the network of the playground, with its weights of now.

import { FEATURES } from "./features.js";

const OPTIMIZERS = {
  sgd: (rate) => `keras.optimizers.SGD(${rate})`,
  momentum: (rate) => `keras.optimizers.SGD(${rate}, momentum=0.9)`,
  rmsprop: (rate) => `keras.optimizers.RMSprop(${rate})`,
  adam: (rate) => `keras.optimizers.Adam(${rate})`,
};

/** A hidden layer, with its penalties and its dropout. */
function hiddenLayer(n, { activation, l1, l2, dropout }) {
  const penalty =
    l1 || l2 ? `,\n        kernel_regularizer=keras.regularizers.L1L2(${l1}, ${l2})` : "";
  const dense = `    keras.layers.Dense(${n}, activation="${activation}"${penalty}),\n`;
  return dropout ? `${dense}    keras.layers.Dropout(${dropout}),\n` : dense;
}

/** The weights as nested lists, a matrix and a vector for each layer. */
function weights({ sizes, parameters }) {
  const row = (values) => `[${Array.from(values, (w) => Number(w.toPrecision(9))).join(", ")}]`;
  const lines = [];
  for (let l = 1; l < sizes.length; l++) {
    const n = sizes[l];
    const rows = Array.from({ length: sizes[l - 1] }, (_, j) =>
      row(parameters.W[l].subarray(j * n, (j + 1) * n)),
    );
    lines.push(`    np.array([\n        ${rows.join(",\n        ")},\n    ]),`);
    lines.push(`    np.array(${row(parameters.b[l])}),`);
  }
  return lines.join("\n");
}

/**
 * @param {object} settings of the playground: inputs, layers, activation, rate, batch,
 *   optimizer, l1, l2, dropout
 * @param {Network} network
 * @param {number} updates that it has had
 * @returns {string}
 */
export function kerasProgram(settings, network, updates) {
  const { inputs, layers, rate, batch, optimizer } = settings;
  const columns = inputs.map((name) => FEATURES[name].code).join(", ");
  return `import keras
import numpy as np


def features(X):
    x1, x2 = X[:, 0], X[:, 1]
    return np.column_stack([${columns}])


model = keras.Sequential([
    keras.Input((${inputs.length},)),
${layers.map((n) => hiddenLayer(n, settings)).join("")}    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=${OPTIMIZERS[optimizer](rate)},
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

# The weights of the figure after ${updates} updates.
model.set_weights([
${weights(network)}
])

# Predict, or train on: model.fit(features(X), y, batch_size=${batch}, epochs=10)
X = np.array([[0.5, -1.0], [-2.0, 1.5]])
print(model.predict(features(X), verbose=0))
`;
}
