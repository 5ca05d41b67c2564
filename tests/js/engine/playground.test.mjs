import assert from "node:assert/strict";
import test from "node:test";

import { kerasProgram } from "../../../annutils/widgets/js/engine/keras_code.js";
import { readOptions } from "../../../annutils/widgets/js/engine/options.js";
import { OPTIONS, Playground } from "../../../annutils/widgets/js/engine/playground.js";
import {
  answered,
  ENOUGH,
  OTHER,
  TASKS,
} from "../../../annutils/widgets/js/engine/tasks.js";
import {
  anew,
  progress,
} from "../../../annutils/widgets/js/figures/playground/words.js";

const values = (changes) => ({
  ...readOptions(OPTIONS, () => null).values,
  ...changes,
});
const played = (changes, updates = 2000) => {
  const game = new Playground(values(changes));
  game.advance(updates);
  return game;
};

test("every data set but the spiral is learned with the first settings", () => {
  for (const data of ["blobs", "circles", "xor", "moons"]) {
    assert.ok(played({ data }).onTest.accuracy > 0.95, data);
  }
});

test("without points there is nothing to train, and no number that is none", () => {
  const game = played({ data: "own" });
  assert.equal(game.trainer.updates, 0);
  assert.ok(Number.isFinite(game.onTrain.loss));
});

test("own points are all for training", () => {
  const game = played({
    data: "own",
    points: [
      [-1, 0, 0],
      [1, 0, 1],
      [1, 1, 1],
    ],
  });
  assert.equal(game.trainSet.m, 3);
  assert.equal(game.onTest, null);
  assert.equal(game.onTrain.accuracy, 1);
});

test("rewinding goes back to the same initial weights", () => {
  const game = played({}, 0);
  const before = game.trainer.network.theta.slice();
  game.advance(100);
  game.rewind();
  assert.deepEqual(game.trainer.network.theta, before);
  assert.equal(game.history.records.length, 1);
});

test("the learning rate changes without a new start", () => {
  const game = played({}, 100);
  game.values.rate = 0.5;
  game.tune();
  assert.equal(game.trainer.optimizer.learningRate, 0.5);
  assert.equal(game.trainer.updates, 100);
});

const DEEP = { data: "circles", layers: [8, 8, 8, 8, 8, 8], rate: 0.003 };
const SOLUTIONS = {
  line: { data: "blobs", layers: [] },
  fence: { data: "circles", layers: [3] },
  input: { data: "circles", layers: [], inputs: ["x1x1", "x2x2"] },
  spiral: { data: "spiral", layers: [8] },
  pair: { data: "blobs", layers: [2], activation: "sigmoid", task: "pair" },
  less: { data: "spiral", layers: [4, 2], task: "less" },
  xor: { data: "xor", layers: [2], seed: 2 },
  deep: DEEP,
  few: { data: "moons", layers: [8, 8, 8], noise: 0.5, share: 0.1 },
};
/** Switch units off, after training. */
const switched = (game, ...off) => {
  game.values.off = off;
  game.switchUnits();
  return game;
};
/** Train on without a unit, until that is over. */
const alone = (game, unit) => {
  switched(game, unit);
  while (!game.over) game.advance(20);
};
for (const [name, task] of Object.entries(TASKS)) {
  test(`the task "${name}" asks for something else at first and can be solved`, () => {
    assert.ok(task.hint(played({ data: "xor", layers: [2] }, 0).state));
    const game = played(SOLUTIONS[name], 7000);
    if (name === "less") for (const k of [1, 2, 3, 4]) switched(game, `1.${k}`);
    if (name === "pair") for (const unit of ["1.1", "1.2"]) alone(game, unit);
    assert.equal(task.hint(game.state), "");
    assert.ok(answered(task, game.state));
    assert.ok(task.answers.length > 1);
    const [right, reason] = task.reply(game.state);
    assert.ok(task.answers[right - 1] && reason);
    if (task.judged) assert.ok(game.sealedAccuracy() >= ENOUGH);
  });
}

test("what comes of a question is told as it came", () => {
  const { less, xor, deep, pair } = TASKS;
  const pieces = { ...SOLUTIONS.less };
  const spiral = played(pieces, 6360);
  assert.match(less.hint(switched(spiral, "2.1").state), /a unit of layer 1/);
  for (const k of [4, 2]) switched(spiral, `1.${k}`);
  const some = /^Lost in 100: [\d.]+ \(unit 2\), [\d.]+ \(unit 4\)\. Now press another/;
  assert.match(less.hint(spiral.state), some);
  for (const k of [1, 3]) switched(spiral, `1.${k}`);
  assert.match(less.reply(spiral.state).join(), /^3,Unit 3 can .*: 51\.0 \(unit 1\), /);
  spiral.setWeight(1, 0, 0, 0.1);
  assert.match(less.hint(spiral.state), /^Switch all units on\. Press Run/);
  assert.match(xor.reply(played(SOLUTIONS.xor).state).join(), /^3,.*Two get all/);
  const stuck = played({ ...SOLUTIONS.xor, seed: 0 }, 0);
  while (!stuck.over) stuck.advance(20);
  assert.match(xor.reply(stuck.state).join(), /^2,.* From this start/);
  const fallen = (activation) => {
    const game = played({ ...DEEP, activation }, 0);
    while (!game.state.fell) game.advance(20);
    return deep.reply(game.state).join();
  };
  assert.match(fallen("tanh"), /^1,It took 1?\d epochs: tanh .* at most 1\.$/);
  assert.match(fallen("sigmoid"), /^3,It took [5-9]\d epochs: .* 1\/4/);
  const two = switched(played(SOLUTIONS.pair), "1.2");
  assert.match(pair.hint(two.state), /^Run on/);
});

test("which of two units is needed is said of trained ones, and after both trials", () => {
  const { pair } = TASKS;
  const early = played({ ...SOLUTIONS.pair, off: ["1.1"] });
  assert.match(pair.hint(early.state), /wait until it stops/);
  const game = played(SOLUTIONS.pair);
  const { network } = game.trainer;
  const trained = Array.from(network.theta);
  assert.match(pair.hint(game.state), /^Press a unit to switch it off/);
  alone(game, "1.2");
  assert.match(pair.hint(game.state), /press the other/);
  assert.notDeepEqual(Array.from(network.theta), trained);
  switched(game, "1.1");
  assert.deepEqual(Array.from(network.theta), trained);
  alone(game, "1.1");
  assert.equal(pair.hint(game.state), "");
  game.rewind();
  assert.equal(game.state.tried, null);
});

test("training is over where nothing is left to learn, unless it shall go on", () => {
  const run = (changes) => {
    const game = played(changes, 0);
    while (!game.over) game.advance(20);
    return game;
  };
  const clouds = run(SOLUTIONS.pair);
  assert.ok(clouds.solved);
  assert.match(progress(clouds), /Nothing is left to learn\.$/);
  assert.match(progress(clouds, false, "\nSo."), /epochs\.\nSo\.$/);
  clouds.goOn();
  assert.ok(!clouds.over);
  clouds.setWeight(1, 0, 0, 0.1);
  assert.ok(!clouds.over);
  const stuck = run({ data: "xor", layers: [2], seed: 0 });
  assert.match(progress(stuck), /The loss no longer falls\.$/);
  assert.match(progress(stuck), /after \d{3} epochs/);
  stuck.goOn();
  assert.ok(!stuck.over);
  assert.equal(anew(0), "");
  assert.match(anew(6040), /^Another start: 6,040 updates are gone\. $/);
});

test("a task waits while the data or the layers are others", () => {
  const asked = ({ layers, task = "xor", data = "xor" }) =>
    TASKS[task].hint(played({ data, layers }, 1).state) === OTHER;
  assert.ok(asked({ layers: [3] }) && asked({ layers: [2], data: "moons" }));
  assert.ok(!asked({ layers: [2] }));
  assert.ok(asked({ layers: [2, 2], task: "fence", data: "circles" }));
  assert.ok(!asked({ layers: [5], task: "fence", data: "circles" }));
});

test("sealed points are others than those of training and test, and many", () => {
  const game = played({ data: "circles", layers: [3] });
  const sealed = game.sealedAccuracy();
  assert.equal(sealed, game.sealedAccuracy());
  assert.notEqual(sealed, game.onTest.accuracy);
  assert.equal((5000 * sealed) % 1, 0);
});

test("two units are too few for the circles, and the task says why", () => {
  const game = played({ data: "circles", layers: [2] });
  assert.match(
    TASKS.fence.hint(game.state),
    /^So far, [\d.]+% of the test points are right\.$/,
  );
  while (!game.over) game.advance(20);
  assert.match(TASKS.fence.hint(game.state), /leave a way out: add a unit/);
  // From some starts a few points more than in the chapter, and no fence either.
  const best = Math.max(
    ...[1, 2, 3].map(
      (seed) => played({ data: "circles", layers: [2], seed }, 8000).onTrain.accuracy,
    ),
  );
  assert.ok(best > 0.81 && best < 0.89, best);
});

test("four units are more than needed, and the task says so", () => {
  const { state } = played({ data: "circles", layers: [4] });
  assert.deepEqual(TASKS.fence.reply(state), [0, "Fewer units will do."]);
});

test("points of one class are known as such", () => {
  const own = (...points) => played({ data: "own", points }, 0).oneClass;
  assert.deepEqual(
    [own(), own([1, 1, 1], [0, 1, 1]), own([1, 1, 0], [0, 1, 1])],
    [false, true, false],
  );
});

test("a unit that is switched off answers 0 and learns nothing, until it is on again", () => {
  const game = played({ off: ["1.2", "2.9", "3.1"] }, 0);
  assert.deepEqual(game.off, [[], [1], []]);
  const { network } = game.trainer;
  const before = Array.from(network.theta);
  game.advance(50);
  const [W, b] = [network.parameters.W[1], network.parameters.b[1]];
  assert.deepEqual([W[1], W[5], b[1]], [before[1], before[5], before[9]]);
  assert.notEqual(W[0], before[0]);
  const { loss } = game.onTrain;
  game.values.off = [];
  game.switchUnits();
  assert.notEqual(game.onTrain.loss, loss);
  assert.equal(game.trainer.updates, 50);
});

test("what a unit does is read beside the training, and is no part of its curve", () => {
  const game = played({ data: "spiral" }, 200);
  const { accuracy } = game.onTrain;
  const records = game.history.records.map((record) => [...record]);
  game.values.off = ["1.2"];
  game.switchUnits();
  assert.deepEqual(game.history.records, records);
  assert.equal(game.whole, accuracy);
  assert.ok(game.onTrain.accuracy < accuracy);
  const said = progress(game);
  const share = (part) => `${(100 * part).toFixed(1)}%`;
  assert.match(said, /^With unit 2 of layer 1 off: /);
  assert.ok(said.includes(`right, not ${share(accuracy)}.`), said);
  game.values.off = ["1.2", "2.1"];
  game.switchUnits();
  assert.match(progress(game), /^With 2 units off/);
  assert.equal(game.whole, accuracy);
  game.advance(1);
  assert.equal(game.whole, null);
  assert.match(progress(game), /epochs?, with 2 units off\.$/);
  game.values.off = [];
  game.switchUnits();
  assert.match(progress(game), /epochs?\.$/);
});

test("a weight or a bias is put in by hand, and the losses follow", () => {
  const game = played({ layers: [2] }, 0);
  const { parameters } = game.trainer.network;
  const { loss } = game.onTrain;
  game.setWeight(1, 1, 0, 3);
  game.setWeight(2, null, 0, -1);
  assert.deepEqual([parameters.W[1][2], parameters.b[2][0]], [3, -1]);
  assert.notEqual(game.onTrain.loss, loss);
  assert.equal(game.history.records.length, 1);
});

test("the Keras program names all settings", () => {
  const game = played({ l2: 0.01, dropout: 0.2, optimizer: "momentum" }, 10);
  const program = kerasProgram(game.values, game.trainer.network, 10);
  for (const part of [
    "L1L2(0, 0.01)",
    "Dropout(0.2)",
    "SGD(0.03, momentum=0.9)",
    "10 updates",
  ]) {
    assert.ok(program.includes(part), part);
  }
});

test("there are 400 points, of which a share is for training", () => {
  const game = played({ share: 0.3 }, 0);
  assert.deepEqual([game.train.m, game.test.m], [120, 280]);
  game.values.data = "own";
  game.values.points = [[1, 1, 1]];
  game.makeData();
  assert.deepEqual([game.train.m, game.test.m, game.empty], [1, 0, false]);
});

test("the history goes by epochs, with both losses", () => {
  const game = played({ batch: 7 }, 0);
  assert.deepEqual(game.history.records[0], [0, game.onTrain.loss, game.onTest.loss]);
  game.advance(29); // one epoch of 200 points in batches of 7
  assert.equal(game.history.records.at(-1)[0], 1);
  assert.equal(game.trainer.epoch, 1);
});

test("penalties change without a new start", () => {
  const game = played({}, 5);
  Object.assign(game.values, { l1: 0.1, l2: 0.2 });
  game.tune();
  const { l1, l2, learningRate } = game.trainer.settings;
  assert.deepEqual([l1, l2, learningRate], [0.1, 0.2, 0.03]);
});

test("tasks see settings and results", () => {
  const { state, onTest, onTrain } = played({ data: "own", points: [[1, 1, 1]] }, 3);
  assert.equal(onTest, null);
  assert.deepEqual([state.test, state.train, state.updates], [0, onTrain.accuracy, 3]);
  assert.equal(state.data, "own");
});

test("what the chapter says of the settings that it links to is so", () => {
  const xor = (seed) => played({ data: "xor", layers: [2], seed }, 3000).onTrain;
  assert.ok(xor(2).accuracy > 0.98);
  assert.equal(Math.round(4 * xor(0).accuracy), 3);
  const deep = { data: "circles", layers: Array(6).fill(8), rate: 0.003 };
  assert.ok(played({ ...deep, activation: "sigmoid" }, 1000).onTrain.loss > 0.6);
  assert.ok(played(deep, 1000).onTrain.loss < 0.05);
  const few = { data: "moons", layers: [8, 8, 8], noise: 0.5, share: 0.1 };
  const [early, late] = [100, 4000].map((updates) => played(few, updates));
  assert.ok(late.onTrain.loss < early.onTrain.loss);
  assert.ok(late.onTest.loss > 1.5 * early.onTest.loss);
  const clouds = (seed) => {
    const game = played(
      { data: "blobs", layers: [2], activation: "sigmoid", seed },
      1000,
    );
    const W = game.trainer.network.parameters.W[1];
    return W[0] * W[1] > 0 && W[2] * W[3] > 0;
  };
  assert.deepEqual([clouds(2), clouds(1)], [true, false]);
  for (const unit of ["1.1", "1.2"]) {
    for (const seed of [0, 1, 2]) {
      const game = played({ data: "blobs", layers: [2], activation: "sigmoid", seed });
      game.values.off = [unit];
      game.switchUnits();
      game.advance(200);
      assert.ok(game.onTest.accuracy > 0.98);
    }
  }
});
