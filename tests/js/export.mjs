// Writes, as JSON, Keras programs of random playgrounds, their points and what they predict.

import { sigmoid } from "../../annutils/widgets/js/engine/activations.js";
import { fromPoints } from "../../annutils/widgets/js/engine/datasets.js";
import { featurize } from "../../annutils/widgets/js/engine/features.js";
import { kerasProgram } from "../../annutils/widgets/js/engine/keras_code.js";
import { readOptions } from "../../annutils/widgets/js/engine/options.js";
import { OPTIONS, Playground } from "../../annutils/widgets/js/engine/playground.js";

const SETTINGS = [
  { data: "blobs" },
  { layers: [], inputs: ["x1x1", "x2x2"], optimizer: "sgd", noise: 0 },
  {
    layers: [8, 8],
    activation: "relu",
    l1: 0.001,
    optimizer: "rmsprop",
    data: "spiral",
    noise: 0,
    off: ["1.1", "2.8"],
  },
  {
    layers: [3, 2, 4],
    activation: "leaky_relu",
    dropout: 0.3,
    inputs: ["x1", "sin2"],
    data: "moons",
    noise: 0,
    share: 0.3,
  },
  {
    layers: [5],
    activation: "sigmoid",
    l2: 0.01,
    optimizer: "momentum",
    inputs: ["x1x2"],
    data: "xor",
    noise: 0,
  },
  {
    data: "own",
    points: [
      [1, 0.5, 1],
      [-1, 2, 0],
      [0, -3, 1],
    ],
  },
];
const places = fromPoints([
  [0.5, -1, 0],
  [-2, 1.5, 0],
]);
const records = SETTINGS.map((changes) => {
  const values = { ...readOptions(OPTIONS, () => null).values, ...changes };
  const game = new Playground(values);
  game.advance(200);
  const { network, updates } = game.trainer;
  const logits = network.forward(featurize(places, values.inputs).X, places.m);
  const predictions = [...logits.slice(0, places.m)].map(sigmoid);
  const points = [game.train, game.test].flatMap(({ X, y, m }) =>
    Array.from({ length: m }, (_, i) => [X[2 * i], X[2 * i + 1], y[i]]),
  );
  const { data, noise } = values;
  const same = data === "own" || noise === 0; // others are drawn anew
  const program = kerasProgram(values, network, updates);
  return { program, predictions, points, same, known: game.train.m };
});
// What trains as it stands: from the first weights, and how good the figure becomes.
const trained = [{}, { data: "spiral", layers: [8, 8] }].map((changes) => {
  const values = { ...readOptions(OPTIONS, () => null).values, ...changes };
  const game = new Playground(values);
  return kerasProgram(values, game.trainer.network, 0);
});
console.log(JSON.stringify({ records, trained }));
