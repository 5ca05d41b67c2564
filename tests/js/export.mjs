// Writes, as JSON, Keras programs of random playgrounds and what these predict.

import { sigmoid } from "../../annutils/widgets/js/engine/activations.js";
import { fromPoints } from "../../annutils/widgets/js/engine/datasets.js";
import { featurize } from "../../annutils/widgets/js/engine/features.js";
import { kerasProgram } from "../../annutils/widgets/js/engine/keras_code.js";
import { readOptions } from "../../annutils/widgets/js/engine/options.js";
import { OPTIONS, Playground } from "../../annutils/widgets/js/engine/playground.js";

const SETTINGS = [
  {},
  { layers: [], inputs: ["x1x1", "x2x2"], optimizer: "sgd" },
  {
    layers: [8, 8],
    activation: "relu",
    l1: 0.001,
    optimizer: "rmsprop",
    data: "spiral",
  },
  { layers: [3, 2, 4], activation: "leaky_relu", dropout: 0.3, inputs: ["x1", "sin2"] },
  {
    layers: [5],
    activation: "sigmoid",
    l2: 0.01,
    optimizer: "momentum",
    inputs: ["x1x2"],
  },
];

const points = fromPoints([
  [0.5, -1, 0],
  [-2, 1.5, 0],
]); // those in the program
const records = SETTINGS.map((changes) => {
  const values = { ...readOptions(OPTIONS, () => null).values, ...changes };
  const game = new Playground(values);
  game.advance(200, Infinity);
  const { network, updates } = game.trainer;
  const logits = network.forward(featurize(points, values.inputs).X, points.m);
  const predictions = [...logits.slice(0, points.m)].map(sigmoid);
  return { program: kerasProgram(values, network, updates), predictions };
});
console.log(JSON.stringify(records));
