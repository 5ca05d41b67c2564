// A Keras program that makes the network of the playground, with its weights of now.

import { FEATURES } from "./features.js";
import { OPTIMIZERS } from "./optimizers.js";

/**
 * @import { Network } from "./network.js"
 * @import { Settings } from "./playground.js"
 */

/**
 * A hidden layer, with its penalties and its dropout.
 * @param {number} units
 * @param {Settings} settings
 */
function hiddenLayer(units, { activation, l1, l2, dropout }) {
  const regularizer = `keras.regularizers.L1L2(${l1}, ${l2})`;
  const penalty = l1 || l2 ? `,\n        kernel_regularizer=${regularizer}` : "";
  const dense = `keras.layers.Dense(${units}, activation="${activation}"${penalty})`;
  const dropped = dropout ? `    keras.layers.Dropout(${dropout}),\n` : "";
  return `    ${dense},\n${dropped}`;
}

/**
 * The weights as nested lists, a matrix and a vector for each layer.
 * @param {Network} network
 */
function weights({ sizes, parameters }) {
  /** @param {Float64Array} values */
  const list = (values) =>
    `[${Array.from(values, (w) => Number(w.toPrecision(9))).join(", ")}]`;
  const lines = [];
  for (let l = 1; l < sizes.length; l++) {
    const n = sizes[l];
    const rows = Array.from({ length: sizes[l - 1] }, (_, j) =>
      list(parameters.W[l].subarray(j * n, (j + 1) * n)),
    );
    lines.push(`    np.array([\n        ${rows.join(",\n        ")},\n    ]),`);
    lines.push(`    np.array(${list(parameters.b[l])}),`);
  }
  return lines.join("\n");
}

/**
 * @param {Settings} settings
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
    optimizer=${OPTIMIZERS[optimizer].keras(rate)},
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
