// What the playground computes, without the page: data, network, results.

import { ACTIVATIONS } from "./activations.js";
import { DATA_SETS, fromPoints, makeData, split } from "./datasets.js";
import { FEATURES, featurize } from "./features.js";
import { History } from "./history.js";
import { OPTIMIZERS } from "./optimizers.js";
import {
  choice,
  labelsOf,
  number,
  pointList,
  several,
  sizes,
  steps,
  unitList,
} from "./options.js";
import { TASKS } from "./tasks.js";
import { Trainer } from "./trainer.js";

/**
 * @typedef {object} Settings
 * @property {string} data
 * @property {string[]} inputs
 * @property {number[]} layers units of the hidden layers
 * @property {string[]} off hidden units that are switched off, "layer.unit"
 * @property {string} activation
 * @property {string} optimizer
 * @property {number} rate
 * @property {number} batch
 * @property {number} l1
 * @property {number} l2
 * @property {number} dropout
 * @property {number} noise
 * @property {number} share of the points to train with
 * @property {number} seed
 * @property {number[][]} points of the reader's own
 * @property {string} task one of TASKS, or "free"
 */

/**
 * Settings and results: accuracies on training and test points, updates that were made,
 * and what went wrong, if it did.
 * @typedef {Settings & { train: number, test: number, updates: number,
 *   trouble: string }} State
 */

export const POINTS = 400;
const SEALED = { m: 5000, seed: 2000003 }; // their seed is added to that of the others
const FLICKER = 0.015; // of the training points, that a few batches lose again
const RATES = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const PENALTIES = [0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1];
const HIDDEN = ["tanh", "relu", "sigmoid", "leaky_relu", "linear"]; // a step learns nothing
export const LARGEST = { layers: 6, units: 8, points: 200 };

/** Their names are those of the address, in which readers keep what they made. */
export const OPTIONS = {
  data: choice("circles", { ...labelsOf(DATA_SETS), own: "Own points" }),
  inputs: several(["x1", "x2"], labelsOf(FEATURES)),
  layers: sizes([4, 2], { longest: LARGEST.layers, most: LARGEST.units }),
  off: unitList(LARGEST),
  activation: choice("tanh", labelsOf(ACTIVATIONS, HIDDEN)),
  optimizer: choice("adam", labelsOf(OPTIMIZERS)),
  rate: number(0.03, RATES),
  batch: number(10, [1, 2, 5, 10, 20, 50, 100, 200, POINTS], { whole: true }),
  l1: number(0, PENALTIES, { range: [0, 1] }),
  l2: number(0, PENALTIES, { range: [0, 1] }),
  dropout: number(0, steps(0, 0.8, 0.1)),
  noise: number(0.1, steps(0, 1, 0.05)),
  share: number(0.5, steps(0.1, 0.9, 0.1)),
  seed: number(0, steps(0, 99, 1), { range: [0, 9999], whole: true }),
  points: pointList({ longest: LARGEST.points, reach: 3 }),
  task: choice("free", { free: "Free play", ...labelsOf(TASKS) }),
};

/**
 * The points, cut into training and test set; those of the reader are all for training.
 * @param {Settings} settings
 */
function drawnPoints({ data, noise, seed, points, share }) {
  if (data === "own") return split(fromPoints(points), 1);
  return split(makeData(data, { m: POINTS, noise, seed }), share);
}

export class Playground {
  history = new History();
  onTrain = { loss: 0, accuracy: 0 };
  /** Nothing without test points. @type {{ loss: number, accuracy: number } | null} */
  onTest = null;
  /** Accuracies with all units, as long as no update followed the switching.
   * @type {{ train: number, test?: number } | null} */
  whole = null;
  /** The most that training had right, since it began or a hand changed the network. */
  best = 0;

  /** @param {Settings} values of OPTIONS; changes in them come in by the next call */
  constructor(values) {
    this.values = values;
    const [train, test] = drawnPoints(values);
    this.train = train;
    this.test = test;
    this.trainSet = train;
    this.testSet = test;
    this.trainer = this.newTrainer();
    this.measure();
  }

  /** Without points there is nothing to train. */
  get empty() {
    return this.train.m === 0;
  }

  /** A network with its first weights, and what trains it. */
  newTrainer() {
    const { inputs, rate, batch } = this.values;
    this.trainSet = featurize(this.train, inputs);
    this.testSet = featurize(this.test, inputs);
    if (this.empty) this.trainSet = featurize(fromPoints([[0, 0, 0]]), inputs);
    const settings = { ...this.values, learningRate: rate, batchSize: batch };
    const trainer = new Trainer(this.trainSet, settings);
    trainer.network.off = this.off;
    return trainer;
  }

  /** Units that are switched off, by layer, as far as there are such units. */
  get off() {
    const { layers, off } = this.values;
    const pairs = off.map((word) => word.split(".").map(Number));
    const ofLayer = (/** @type {number} */ n, /** @type {number} */ at) =>
      pairs.filter(([l, k]) => l === at + 1 && k <= n).map(([, k]) => k - 1);
    return [[], ...layers.map(ofLayer)];
  }

  /**
   * Switch units off and on, as the settings say; training goes on from here. What the
   * network loses by it is no part of the training's history.
   */
  switchUnits() {
    const { network } = this.trainer;
    network.off = [];
    this.evaluate();
    this.whole = this.off.some((units) => units.length)
      ? { train: this.onTrain.accuracy, test: this.onTest?.accuracy }
      : null;
    network.off = this.off;
    this.best = 0;
    this.evaluate();
  }

  /**
   * Put a weight, or a bias, in the place of the one that training has found.
   * @param {number} l
   * @param {number | null} j unit of the layer before; null for the bias
   * @param {number} k
   * @param {number} value
   */
  setWeight(l, j, k, value) {
    const { sizes, parameters } = this.trainer.network;
    if (j === null) parameters.b[l][k] = value;
    else parameters.W[l][j * sizes[l] + k] = value;
    this.whole = null;
    this.best = 0;
    this.evaluate();
  }

  /** Whether the points, all for training, are of one class: then 100% says nothing. */
  get oneClass() {
    const { y, m } = this.train;
    return m > 0 && Array.from(y).every((label) => label === y[0]);
  }

  /** The share that the network has right of points which nobody has seen. */
  sealedAccuracy() {
    const { data, noise, seed, inputs } = this.values;
    const settings = { m: SEALED.m, noise, seed: seed + SEALED.seed };
    return this.trainer.evaluate(featurize(makeData(data, settings), inputs)).accuracy;
  }

  /** Draw other points, and begin with them. */
  makeData() {
    [this.train, this.test] = drawnPoints(this.values);
    this.rewind();
  }

  /** Begin again, with the settings of now. */
  rewind() {
    this.trainer = this.newTrainer();
    this.whole = null;
    this.best = 0;
    this.history = new History();
    this.measure();
  }

  /** Change what needs no new network: learning rate and penalties. */
  tune() {
    const { rate, l1, l2 } = this.values;
    Object.assign(this.trainer.settings, { learningRate: rate, l1, l2 });
    this.trainer.optimizer.learningRate = rate;
  }

  /**
   * Make updates until their number, or the time, is up.
   * @param {number} updates
   * @param {number} milliseconds
   */
  advance(updates, milliseconds) {
    const end = performance.now() + milliseconds;
    this.whole = null;
    for (let count = 0; count < updates && !this.empty; count++) {
      if (!this.trainer.step() || performance.now() > end) break;
    }
    this.measure();
    this.best = Math.max(this.best, this.onTrain.accuracy);
  }

  /** What training had right, where the last batches have lost some of it; or 0. */
  get lost() {
    return this.best - this.onTrain.accuracy > FLICKER ? this.best : 0;
  }

  /** Ask the network of now about all points. */
  evaluate() {
    const { trainer, trainSet, testSet } = this;
    this.onTrain = trainer.evaluate(trainSet);
    this.onTest = testSet.m ? trainer.evaluate(testSet) : null;
  }

  /** Evaluate, and keep the losses as a point of the curves. */
  measure() {
    this.evaluate();
    const losses = [this.onTrain, this.onTest].flatMap((result) => result?.loss ?? []);
    this.history.add([this.epochs, ...losses]);
  }

  /** Passes over the training points, with the part of the last one. */
  get epochs() {
    const { trainer, trainSet } = this;
    return trainer.updates / Math.ceil(trainSet.m / trainer.batchSize);
  }

  /**
   * What tasks look at.
   * @returns {State}
   */
  get state() {
    const { updates, trouble } = this.trainer;
    const accuracies = {
      train: this.onTrain.accuracy,
      test: this.onTest?.accuracy ?? 0,
    };
    return { ...this.values, ...accuracies, updates, trouble };
  }
}
