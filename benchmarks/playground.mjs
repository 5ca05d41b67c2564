// Updates per second of the playground's engine, against an engine of objects; run in a
// browser by playground.py.
//
// The task is the playground's: a spiral of 200 points, two hidden layers of 8 tanh units,
// batches of 10, plain gradient descent. The other engine has an object for each unit and for each
// weight and goes sample by sample, as the engine of TensorFlow Playground does. Both start
// from the same weights and take the same samples, and must end with the same weights.

import { makeData } from "../annutils/widgets/js/engine/datasets.js";
import { Trainer } from "../annutils/widgets/js/engine/trainer.js";

const SETTINGS = {
  layers: [8, 8],
  activation: "tanh",
  optimizer: "sgd",
  learningRate: 0.03,
  batchSize: 10,
  seed: 0,
};

class Link {
  constructor(source, target, weight) {
    Object.assign(this, { source, target, weight, slope: 0, sum: 0, count: 0 });
    Object.assign(this, { dead: false, penalty: null });
  }
}

class Unit {
  constructor(activation) {
    Object.assign(this, { activation, inputs: [], outputs: [], bias: 0, total: 0 });
    Object.assign(this, { output: 0, outputSlope: 0, totalSlope: 0, sum: 0, count: 0 });
  }

  update() {
    this.total = this.bias;
    for (let j = 0; j < this.inputs.length; j++) {
      const link = this.inputs[j];
      this.total += link.weight * link.source.output;
    }
    this.output = this.activation.value(this.total);
    return this.output;
  }
}

const TANH = {
  value: (x) => Math.tanh(x),
  slope(x) {
    const output = TANH.value(x);
    return 1 - output * output;
  },
};
const SIGMOID = {
  value: (x) => 1 / (1 + Math.exp(-x)),
  slope(x) {
    const output = SIGMOID.value(x);
    return output * (1 - output);
  },
};
const CROSS_ENTROPY = { slope: (p, target) => (p - target) / (p * (1 - p)) };

/** A network of objects with the parameters of one in typed arrays. */
function objectNetwork({ sizes, parameters }) {
  const layers = sizes.map((n, l) =>
    Array.from({ length: n }, () => new Unit(l < sizes.length - 1 ? TANH : SIGMOID)),
  );
  for (let l = 1; l < sizes.length; l++) {
    layers[l].forEach((unit, k) => {
      layers[l - 1].forEach((source, j) => {
        const link = new Link(source, unit, parameters.W[l][j * sizes[l] + k]);
        unit.inputs.push(link);
        source.outputs.push(link);
      });
    });
  }
  return layers;
}

function forward(layers, inputs) {
  if (inputs.length !== layers[0].length) throw new Error("wrong number of inputs");
  for (let j = 0; j < inputs.length; j++) layers[0][j].output = inputs[j];
  for (let l = 1; l < layers.length; l++) {
    for (let k = 0; k < layers[l].length; k++) layers[l][k].update();
  }
}

function backward(layers, target) {
  const [last] = layers[layers.length - 1];
  last.outputSlope = CROSS_ENTROPY.slope(last.output, target);
  for (let l = layers.length - 1; l >= 1; l--) {
    for (let k = 0; k < layers[l].length; k++) {
      const unit = layers[l][k];
      unit.totalSlope = unit.outputSlope * unit.activation.slope(unit.total);
      unit.sum += unit.totalSlope;
      unit.count++;
    }
    for (let k = 0; k < layers[l].length; k++) {
      const unit = layers[l][k];
      for (let j = 0; j < unit.inputs.length; j++) {
        const link = unit.inputs[j];
        if (link.dead) continue;
        link.slope = unit.totalSlope * link.source.output;
        link.sum += link.slope;
        link.count++;
      }
    }
    if (l === 1) continue;
    for (let k = 0; k < layers[l - 1].length; k++) {
      const unit = layers[l - 1][k];
      unit.outputSlope = 0;
      for (let j = 0; j < unit.outputs.length; j++) {
        const link = unit.outputs[j];
        unit.outputSlope += link.weight * link.target.totalSlope;
      }
    }
  }
}

function updateWeights(layers, rate) {
  for (let l = 1; l < layers.length; l++) {
    for (let k = 0; k < layers[l].length; k++) {
      const unit = layers[l][k];
      if (unit.count > 0) {
        unit.bias -= (rate * unit.sum) / unit.count;
        unit.sum = unit.count = 0;
      }
      for (let j = 0; j < unit.inputs.length; j++) {
        const link = unit.inputs[j];
        if (link.dead) continue;
        const decay = link.penalty ? link.penalty.slope(link.weight) : 0;
        if (link.count > 0) {
          link.weight -= (rate / link.count) * link.sum;
          link.weight -= rate * decay;
          link.sum = link.count = 0;
        }
      }
    }
  }
}

/** Make updates with the batches of the trainer, which is not stepped itself. */
function objectSteps(layers, trainer, count) {
  for (let step = 0; step < count; step++) {
    const m = trainer.nextBatch();
    for (let i = 0; i < m; i++) {
      forward(layers, [trainer.batch[2 * i], trainer.batch[2 * i + 1]]);
      backward(layers, trainer.targets[i]);
    }
    updateWeights(layers, SETTINGS.learningRate);
  }
}

function rate(run, count) {
  const started = performance.now();
  run(count);
  return (1000 * count) / (performance.now() - started);
}

const data = makeData("spiral", { m: 200, noise: 0.1, seed: 0 });
const ours = new Trainer(data, SETTINGS);
const batches = new Trainer(data, SETTINGS);
const objects = objectNetwork(batches.network);
const typed = (count) => {
  for (let step = 0; step < count; step++) ours.step();
};

typed(2000);
objectSteps(objects, batches, 2000);
const difference = Math.abs(objects[3][0].bias - ours.network.parameters.b[3][0]);
if (difference > 1e-9) throw new Error(`the engines differ by ${difference}`);

// Other programs can only slow a round down: the fastest one of each engine counts.
let [fast, slow] = [0, 0];
for (let round = 0; round < 100; round++) {
  fast = Math.max(fast, rate(typed, 4000));
  slow = Math.max(
    slow,
    rate((count) => objectSteps(objects, batches, count), 800),
  );
}
export const updates = { typed: fast, objects: slow }; // a second
