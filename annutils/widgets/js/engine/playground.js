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
import { ENOUGH, TASKS } from "./tasks.js";
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
 * @property {string} guess which of the task's answers the reader gives, from "1" on
 * @property {string} tools "few" leaves out what changes the network and the data
 */

/**
 * Settings and results: accuracies on training and test points, updates that were made;
 * what was right before units were switched off; what the trained network loses without each
 * unit of layer 1; whether nothing more is to be learned; when the loss fell; the least
 * and the last loss on the test points; whether the whole network has been trained, and
 * without which units alone it then did well.
 * @typedef {Settings & { train: number, test: number, updates: number,
 *   whole: number | null, lost: number[], over: boolean, fell: number,
 *   best: number, last: number, tried: string[] | null }} State
 */

export const POINTS = 400;
const SEALED = { m: 5000, seed: 2000003 }; // their seed is added to that of the others
const LEAST = 0.01; // loss at which nothing is left to learn, if all is right
const PATIENCE = 100; // epochs without a loss that is lower by 1%
const FALLEN = 0.2; // a loss that has fallen from 0.69, that of a coin toss
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
  guess: choice("0", { 0: "none", 1: "1", 2: "2", 3: "3", 4: "4" }),
  tools: choice("all", { all: "all", few: "few" }),
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
  /** Accuracy with all units, as long as no update followed the switching.
   * @type {number | null} */
  whole = null;
  /** The least loss so far, and when it came. */
  low = { loss: Infinity, epochs: 0 };
  /** Parameters of the whole network, once it is trained. @type {Float64Array | null} */
  trained = null;
  /** Units without which alone it then did well. @type {Set<string>} */
  tried = new Set();
  /** Share that the trained network loses without a unit of layer 1. @type {number[]} */
  lost = [];
  /** Whether the reader wants to train on although nothing is left to learn. */
  eager = false;

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

  /** Whether units are tried one at a time. */
  get trials() {
    return TASKS[this.values.task]?.next;
  }

  /**
   * Switch units off and on, as the settings say; training goes on from here. What the
   * network loses by it is no part of the training's history. Each trial of a task begins
   * with the trained network.
   */
  switchUnits() {
    const { network } = this.trainer;
    if (this.trained && this.trials) network.theta.set(this.trained);
    network.off = [];
    this.evaluate();
    this.whole = this.off.some((units) => units.length) ? this.onTrain.accuracy : null;
    network.off = this.off;
    this.forget();
    this.evaluate();
    const [k] = this.off[1] ?? [];
    if (this.trained && k >= 0)
      this.lost[k] = Number(this.whole) - this.onTrain.accuracy;
  }

  /** A hand has changed the network: what it had reached says nothing of what it will. */
  forget() {
    this.low = { loss: Infinity, epochs: this.epochs };
    this.eager = false;
  }

  /** Train on, even if nothing is left to learn. */
  goOn() {
    this.low.epochs = this.epochs;
    this.eager = true;
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
    this.trained = null;
    this.forget();
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
    this.trained = null;
    this.tried.clear();
    this.forget();
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
   * Make updates, as many on each computer, so that a run stops at the same one.
   * @param {number} updates
   */
  advance(updates) {
    this.whole = null;
    for (let count = 0; count < updates && !this.empty; count++) {
      if (!this.trainer.step()) break;
    }
    this.measure();
    const { loss } = this.onTrain;
    if (loss < 0.99 * this.low.loss) this.low = { loss, epochs: this.epochs };
    const { off } = this.values;
    if (!off.length && (this.trained || this.over)) {
      this.trained = this.trainer.network.theta.slice();
      this.lost = [];
    }
    if (off.length && this.trained && this.over && this.onTrain.accuracy >= ENOUGH)
      this.tried.add(off[0]);
  }

  /** Whether all is right, at next to no loss. */
  get solved() {
    return this.onTrain.accuracy === 1 && this.onTrain.loss < LEAST;
  }

  /** Whether the loss no longer falls. */
  get flat() {
    return this.epochs - this.low.epochs > PATIENCE;
  }

  /** Whether training is over, as far as the network shows. */
  get over() {
    return this.trainer.updates > 0 && ((this.solved && !this.eager) || this.flat);
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
    const { whole, over, lost } = this;
    const { updates } = this.trainer;
    const { records } = this.history;
    const [fell = 0] = records.find(([, loss]) => loss < FALLEN) ?? [];
    const tests = records.map(([, , loss]) => loss);
    const [best, last] = [Math.min(...tests), tests[tests.length - 1]];
    return {
      ...this.values,
      train: this.onTrain.accuracy,
      test: this.onTest?.accuracy ?? 0,
      ...{ whole, lost, over, updates, fell, best, last },
      tried: this.trained && [...this.tried],
    };
  }
}
