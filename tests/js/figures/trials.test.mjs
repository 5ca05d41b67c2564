import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { Random } = await import(`${js}/engine/random.js`);
const { excess, Trials, winner, winners } = await import(
  `${js}/figures/trials/model.js`
);
const { onAverage, pressed, searched, shadows, worth } = await import(
  `${js}/figures/trials/words.js`
);

const rates = Array.from({ length: 13 }, (_, k) => 0.001 * 3000 ** ((k + 0.5) / 13));
const units = Array.from({ length: 9 }, (_, k) => Math.round(8 * 8 ** ((k + 0.5) / 9)));
const truth = Array.from({ length: 117 }, (_, k) => (k % 13) / 20);
// The second set of images flatters the network of place 16.
const scores = truth.map((share, k) => [
  Math.round(100 * share),
  k === 15 ? 99 : Math.round(90 * share),
]);
const trials = new Trials({ rates, units, scores, truth });

test("a place of the map has the run of its row and column", () => {
  const { at, rate, units: count } = trials.cells[15];
  assert.deepEqual([at, rate, count], [[2.5, 1.5], rates[2], units[1]]);
});

test("the grid has three rates with three numbers of units each", () => {
  assert.equal(trials.grid.length, 9);
  assert.deepEqual(shadows(trials.grid), { rates: 3, units: 3 });
  assert.match(searched("grid", trials.grid), /nine tries, 3 different rates/);
});

test("random search draws nine different places, and others the next time", () => {
  const random = new Random(3);
  const [one, other] = [trials.drawn(random), trials.drawn(random)];
  assert.equal(new Set(one).size, 9);
  assert.notDeepEqual(one, other);
});

test("the winner has the best score of its set, and may hold less", () => {
  const tried = [12, 15, 20].map((k) => trials.cells[k]);
  assert.equal(winner(tried, 0), trials.cells[12]);
  assert.deepEqual(
    winners(tried, 1),
    [0, 1, 1].map((k) => tried[k]),
  );
  assert.equal(excess(trials.cells[15], 1), 89);
});

test("scores that differ by luck alone are right at one try, too high at nine", () => {
  // All networks are equally good; a score is a sum of coins.
  const random = new Random(0);
  const coins = () => {
    const flips = Array.from({ length: 100 }, () => random.uniform());
    return flips.filter((flip) => flip < 0.8).length;
  };
  const lucky = truth.map(() => Array.from({ length: 20 }, coins));
  const equal = { rates, units, scores: lucky, truth: truth.map(() => 0.8) };
  const gaps = new Trials(equal).meanGaps(2);
  close([gaps[0]], [0], 0.4);
  // The expected maximum of nine normal numbers is 1.485 deviations, of 4 points here.
  close([gaps[8]], [5.9], 0.5);
  gaps.slice(1).forEach((gap, k) => {
    assert.ok(gap > gaps[k]);
  });
});

test("the words say what was pressed, what is left, and what the best is worth", () => {
  const few = [
    { truth: 0.8, scores: [84, 80] },
    { truth: 0.9, scores: [92, 93] },
  ].map((trial) => ({ rate: 0.0346, units: 8, at: [0, 0], ...trial }));
  assert.equal(
    worth(few, 1),
    "The best of 2 reads 93 of these 100 images and 90.0% of 8,000 new ones: 3.0 too high.",
  );
  assert.match(worth(few.slice(0, 1), 1), /^It reads 80 .*: 0\.0 too high\.$/);
  assert.equal(
    pressed(few[0], 84, 8),
    "Learning rate 0.035, 8 units: 84 of 100; 1 try left.",
  );
  assert.match(pressed(few[0], null, 9), /: not tried, as no try is left\.$/);
  assert.match(pressed(few[0], 84, 9), /: 84 of 100; no try is left\.$/);
  assert.equal(
    onAverage([-0.3, 0, 0, 0, 0, 0, 0, 0, 1.1], 2),
    "2,000 random searches: on average 0.3 too low after one try, 1.1 too high after nine.",
  );
});
