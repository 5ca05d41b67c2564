// What the playground computes, without the page: data, network, results.

import { DATA_SETS, fromPoints, makeData, split } from "./datasets.js";
import { featurize, FEATURES } from "./features.js";
import { History } from "./history.js";
import { choice, number, pointList, several, sizes } from "./options.js";
import { Trainer } from "./trainer.js";

const POINTS = 400;
const whole = { whole: true };

export const OPTIONS = {
  data: choice("circles", [...DATA_SETS, "own"]),
  inputs: several(["x1", "x2"], Object.keys(FEATURES)),
  layers: sizes([4, 2], { longest: 6, most: 8 }),
  activation: choice("tanh", ["tanh", "relu", "sigmoid", "leaky_relu", "linear"]),
  optimizer: choice("adam", ["sgd", "momentum", "rmsprop", "adam"]),
  rate: number(0.03, 0.0001, 10),
  batch: number(10, 1, POINTS, whole),
  ...{ l1: number(0, 0, 1), l2: number(0, 0, 1), dropout: number(0, 0, 0.8) },
  noise: number(0.1, 0, 1),
  share: number(0.5, 0.1, 0.9),
  seed: number(0, 0, 9999, whole),
  points: pointList(200, 3),
};

export class Playground {
  /** @param {object} values of OPTIONS */
  constructor(values) {
    this.values = values;
    this.makeData();
  }

  /** Draw the points, cut them into training and test set, and build the network. */
  makeData() {
    const { data, noise, seed, points, share } = this.values;
    const all =
      data === "own" ? fromPoints(points) : makeData(data, { m: POINTS, noise, seed });
    [this.train, this.test] = split(all, data === "own" ? 1 : share);
    this.build();
  }

  build() {
    const { inputs, layers, rate, batch, ...rest } = this.values;
    this.trainSet = featurize(this.train, inputs);
    this.testSet = featurize(this.test, inputs);
    this.settings = { ...rest, hidden: layers, learningRate: rate, batchSize: batch };
    this.empty = this.train.m === 0;
    if (this.empty) this.trainSet = { X: new Float64Array(inputs.length), y: [0], m: 1 };
    this.trainer = new Trainer(this.trainSet, this.settings);
    this.start();
  }

  rewind() {
    this.trainer.rewind();
    this.start();
  }

  start() {
    this.history = new History();
    this.measure();
  }

  /** Change what needs no new network: rate and penalties. */
  tune() {
    const { rate, l1, l2 } = this.values;
    Object.assign(this.settings, { learningRate: rate, l1, l2 });
    this.trainer.optimizer.learningRate = rate;
  }

  /** Make updates until their number, or the time, is up. */
  advance(updates, milliseconds) {
    const end = performance.now() + milliseconds;
    for (let count = 0; count < updates && !this.empty; count++) {
      if (!this.trainer.step() || performance.now() > end) break;
    }
    this.measure();
  }

  measure() {
    this.onTrain = this.trainer.evaluate(this.trainSet);
    this.onTest = this.testSet.m ? this.trainer.evaluate(this.testSet) : null;
    const position = this.trainer.updates / Math.ceil(this.trainSet.m / this.trainer.size);
    this.history.add([position, this.onTrain.loss, ...(this.onTest ? [this.onTest.loss] : [])]);
  }

  /** What tasks look at. */
  get state() {
    const { updates, trouble } = this.trainer;
    const accuracies = { train: this.onTrain.accuracy, test: this.onTest?.accuracy ?? 0 };
    return { ...this.values, ...accuracies, updates, trouble };
  }
}
