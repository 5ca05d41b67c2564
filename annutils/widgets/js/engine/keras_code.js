// A Keras program that makes the points and the network of the playground, with its weights
// of now, and trains it.

import { DATA_SETS } from "./datasets.js";
import { FEATURES } from "./features.js";
import { OPTIMIZERS } from "./optimizers.js";
import { POINTS } from "./playground.js";

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

const EPOCHS = 50;

/**
 * How the points come about, in NumPy; those of the reader are listed.
 * @param {Settings} settings
 */
function points({ data, points: own, noise, seed, share }) {
  if (data === "own") {
    const rows = own.map((point) => `    [${point.join(", ")}],`);
    return `# Your points: x1, x2 and the class.
points = np.array([
${rows.join("\n")}
])
X, y = points[:, :2], points[:, 2]
known = np.arange(len(y))  # all are for training`;
  }
  const { code, noiseScale } = DATA_SETS[data];
  return `# Points as in the figure, drawn anew: y are their classes, and t goes through each.
rng = np.random.default_rng(${seed})
i = np.arange(${POINTS})
y = i % 2
t = (i - y) / (len(i) - 1)
${code.join("\n")}
X = X + ${Number((noise * noiseScale).toPrecision(6))} * rng.normal(size=X.shape)
known, others = np.split(rng.permutation(i), [${Math.round(POINTS * share)}])`;
}

/**
 * The weights as nested lists, a matrix and a vector for each layer.
 * @param {Network} network
 */
function weights({ sizes, parameters, off }) {
  /** @param {ArrayLike<number>} values */
  const list = (values) =>
    `[${Array.from(values, (w) => Number(w.toPrecision(9))).join(", ")}]`;
  const lines = [];
  for (let l = 1; l < sizes.length; l++) {
    const n = sizes[l];
    const rows = Array.from({ length: sizes[l - 1] }, (_, j) =>
      list(
        off[l - 1]?.includes(j)
          ? Array(n).fill(0)
          : parameters.W[l].subarray(j * n, (j + 1) * n),
      ),
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
  const off = network.off.some((units) => units.length)
    ? "\n# What leads from units that are switched off is 0."
    : "";
  const tested =
    settings.data === "own"
      ? ""
      : `
loss, accuracy = model.evaluate(features(X[others]), y[others], verbose=0)
print(f"test: loss {loss:.3f}, accuracy {accuracy:.1%}")`;
  return `import keras
import numpy as np

${points(settings)}


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

# The weights of the figure after ${updates} updates; begin anew without these lines.${off}
model.set_weights([
${weights(network)}
])

model.fit(features(X[known]), y[known], batch_size=${batch}, epochs=${EPOCHS}, verbose=0)
loss, accuracy = model.evaluate(features(X[known]), y[known], verbose=0)
print(f"training: loss {loss:.3f}, accuracy {accuracy:.1%}")${tested}
`;
}
