import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { Random } = await import(`${js}/engine/random.js`);
const { gaps, Trials, winner } = await import(`${js}/figures/trials/model.js`);
const { chosen, kept, onAverage, pressed, signed, sofar } = await import(
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
  // 89 points above its other sets; for all 63 that is 89 / 63 on average.
  close(gaps(tried, 1), [-89 / 63, 89 - 89 / 63, 89 - 89 / 63], 1e-9);
  close([trials.cells[10].gaps[0]], [(89 / 63 - 89) / 2], 1e-9);
});

test("on each set, and for each network, gaps are 0 on average", () => {
  const { cells } = new Trials({ rates, units, scores: coins() });
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  cells[0].scores.forEach((_, set) => {
    close([sum(cells.map((trial) => trial.gaps[set]))], [0], 1e-9);
  });
  close(
    cells.map((trial) => sum(trial.gaps)),
    Array(63).fill(0),
    1e-9,
  );
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

test("a set that is easy for all flatters no search", () => {
  const easy = scores.map(([score]) => [score + 5, score, score - 5]);
  const { cells } = new Trials({ rates, units, scores: easy });
  for (const set of [0, 1, 2]) close(gaps(cells, set), Array(63).fill(0), 1e-9);
});

test("the words say what was pressed, what is left, and what became of the best", () => {
  const one = { rate: 0.0346, units: 8, at: [0, 0], scores: [84], gaps: [0] };
  assert.equal(
    pressed(one, 84, 8, 92),
    "Learning rate 0.035, 8 units: 84 of 100; 1 try left.\nYour best reads 92 of these 100 images.",
  );
  assert.match(pressed(one, null, 9, 92), /: not tried; no try is left\.\n/);
  assert.equal(
    kept(91, 86, "fewer"),
    "You guessed: fewer. Right. On other images your best reads 86, not 91.",
  );
  assert.match(
    kept(91, 90, "more"),
    /^You guessed: more\. Not this time\. .* 90, not 91/,
  );
  assert.match(kept(91, 90, "same"), /^You guessed: about as many\. Right\./);
  assert.equal(kept(91, 91, "none"), "On other images your best reads 91 again.");
  assert.match(chosen(9, 90), /^Chosen anew, the best of 9 reads 90 of 100\.$/);
  const [first, other] = [
    { found: [0, 3], next: -1 },
    { found: [9], next: null },
  ];
  assert.match(sofar([other]), /^Its gap, the sets' ease taken out: \+9\.0\.$/);
  assert.match(
    sofar([first]),
    /: \+3\.0 where it was chosen, −1\.0 on the next images\.$/,
  );
  assert.equal(
    sofar([first, other]),
    "2 searches, mean gap of the best: +6.0 where chosen, −1.0 on the next images.",
  );
  const means = [-1e-16, 0, 0, 0, 0, 0, 0, 0, 0.9, 2.4];
  assert.equal(
    onAverage({ means, high: 0.63 }, 63),
    "1,000 random searches, mean gap of the best: 0.0 after one try, +0.9 after nine, +2.4 after all 63.\nAfter nine, 63% of the gaps are above 0: one search says little.",
  );
  assert.deepEqual(
    [-0.04, 2, -10].map((points) => signed(points, 1)),
    ["0.0", "+2.0", "−10.0"],
  );
});
