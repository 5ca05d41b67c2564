import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { Random } = await import(`${js}/engine/random.js`);
const { elsewhere, gap, gaps, Trials, winner } = await import(
  `${js}/figures/trials/model.js`
);
const { onAverage, pressed, signed, sofar, worth } = await import(
  `${js}/figures/trials/words.js`
);

const rates = Array.from({ length: 9 }, (_, k) => 0.001 * 3000 ** ((k + 0.5) / 9));
const units = Array.from({ length: 7 }, (_, k) => Math.round(8 * 8 ** ((k + 0.5) / 7)));
// The second of three sets of images flatters the network of place 11.
const scores = Array.from({ length: 63 }, (_, k) => {
  const share = 10 * (k % 9);
  return [share, k === 10 ? 99 : share, share];
});
const trials = new Trials({ rates, units, scores });

test("a place of the map has the run of its row and column", () => {
  const { at, rate, units: count } = trials.cells[11];
  assert.deepEqual([at, rate, count], [[2.5, 1.5], rates[2], units[1]]);
});

test("random search goes through all places in an order, and another the next time", () => {
  const random = new Random(3);
  const [one, other] = [trials.shuffled(random), trials.shuffled(random)];
  assert.deepEqual(
    [...one].sort((a, b) => a - b),
    Array.from({ length: 63 }, (_, k) => k + 1),
  );
  assert.notDeepEqual(one, other);
});

test("the winner has the best score of its set, and may hold less elsewhere", () => {
  const tried = [8, 10, 14].map((k) => trials.cells[k]);
  assert.equal(winner(tried, 0), trials.cells[8]);
  assert.equal(winner(tried, 1), trials.cells[10]);
  assert.equal(elsewhere(trials.cells[10], 1), 10);
  assert.deepEqual(gaps(tried, 1), [0, 89, 89]);
  assert.equal(gap(trials.cells[10], 0), 10 - (10 + 99) / 2);
});

/** Scores of 63 networks that differ by luck alone: each is a sum of coins. */
function coins() {
  const random = new Random(0);
  const heads = () => {
    const flips = Array.from({ length: 100 }, () => random.uniform());
    return flips.filter((flip) => flip < 0.8).length;
  };
  return Array.from({ length: 63 }, () => Array.from({ length: 60 }, heads));
}

test("without a choice there is no luck; of nine, and of all, there is more and more", () => {
  const { means, middle, sample, high } = new Trials({
    ...{ rates, units, scores: coins() },
  }).many();
  assert.equal(means.length, 10);
  close([means[0]], [0], 1e-9);
  // The expected maximum of nine normal numbers is 1.485 deviations, of 4 points here; of
  // 63 it is 2.34.
  close(means.slice(8), [5.9, 9.4], 0.7);
  means.slice(1).forEach((points, k) => {
    assert.ok(points > means[k]);
  });
  middle.forEach(([low, top], k) => {
    assert.ok(low < means[k] && means[k] < top);
  });
  assert.ok(sample.every(({ length }) => length === 120));
  assert.ok(high > 0.95);
});

test("what makes a set easy is luck for all, and none on average", () => {
  const easy = scores.map(([score]) => [score + 5, score, score - 5]);
  const { means } = new Trials({ rates, units, scores: easy }).many();
  close(means, Array(10).fill(0), 1e-9);
});

test("the words say what was pressed, what is left, and what the best is worth", () => {
  const few = [
    { scores: [84, 80], total: 164 },
    { scores: [92, 93], total: 185 },
  ].map((trial) => ({ rate: 0.0346, units: 8, at: [0, 0], ...trial }));
  assert.equal(
    worth(few, 1, true),
    "The best of 2 reads 93 of these 100 images and 92.0% of the 100 others: 1.0 too high.",
  );
  assert.equal(
    worth(few.slice(0, 1), 1, true),
    "It reads 80 of these 100 images and 84.0% of the 100 others: 4.0 too low.",
  );
  assert.equal(worth(few, 0, false), "The best of 2 reads 92 of these 100 images.");
  assert.equal(
    pressed(few[0], 84, 8),
    "Learning rate 0.035, 8 units: 84 of 100; 1 try left.",
  );
  assert.match(pressed(few[0], null, 9), /: not tried, as no try is left\.$/);
  assert.match(pressed(few[0], 84, 9), /: 84 of 100; no try is left\.$/);
  assert.equal(
    sofar([[0, 3], [9], [1, -2]]),
    "2 best scores so far: 1 too high; on average 0.5 too high.",
  );
  const means = [-1e-16, 0, 0, 0, 0, 0, 0, 0, 0.9, 2.4];
  assert.equal(
    onAverage({ means, high: 0.63 }, 63),
    "1,000 random searches, on average: 0.0 after one try, 0.9 too high after nine, 2.4 too high after all 63.\nAfter nine, 63% were too high, so one search says little.",
  );
  assert.deepEqual(
    [-0.04, 2, -10].map((points) => signed(points, 1)),
    ["0.0", "+2.0", "−10.0"],
  );
});
