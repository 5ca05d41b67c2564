import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { ease, excess, logShare, lucks, meanLucks, Trials, winner } = await import(
  `${js}/figures/trials/model.js`
);
const { bestOfAll, shadows, verdict } = await import(`${js}/figures/trials/words.js`);

const rates = Array.from({ length: 13 }, (_, k) => 0.001 * 3000 ** ((k + 0.5) / 13));
const units = Array.from({ length: 9 }, (_, k) => Math.round(8 * 8 ** ((k + 0.5) / 9)));
const truth = Array.from({ length: 126 }, (_, k) => (k % 13) / 20);
const random = Array.from({ length: 9 }, (_, k) => [0.002 * 2 ** k, 8 + 6 * k]);
// The second set of images flatters the network of place 16.
const scores = truth.map((share, k) => [
  Math.round(100 * share),
  k === 15 ? 99 : Math.round(90 * share),
]);
const trials = new Trials({ rates, units, random, scores, truth });

test("a place of the map has the run of its row and column", () => {
  const { at, rate, units: count } = trials.cells[15];
  assert.deepEqual([at, rate, count], [[2.5, 1.5], rates[2], units[1]]);
});

test("a random trial lies between the columns and rows of the map, by logarithms", () => {
  close([logShare(0.001, [0.001, 3]), logShare(3, [0.001, 3])], [0, 1], 1e-12);
  const [x, y] = trials.random[3].at;
  close(
    [x, y],
    [(13 * Math.log(16)) / Math.log(3000), (9 * Math.log(26 / 8)) / Math.log(8)],
    1e-9,
  );
});

test("the grid has three rates with three numbers of units each", () => {
  assert.equal(trials.grid.length, 9);
  assert.deepEqual(shadows(trials.grid), { rates: 3, units: 3 });
  assert.deepEqual(shadows(trials.random), { rates: 9, units: 9 });
});

test("the winner has the best score of its set, and may hold less", () => {
  const tried = [12, 15, 20].map((k) => trials.cells[k]);
  assert.equal(winner(tried, 0), trials.cells[12]);
  assert.equal(winner(tried, 1), trials.cells[15]);
  assert.equal(excess(trials.cells[15], 1), 89);
});

/** Networks that read 80, 90 and 70% of new images, on three sets. */
const few = [
  { truth: 0.8, scores: [84, 80, 76] },
  { truth: 0.9, scores: [92, 93, 85] },
  { truth: 0.7, scores: [95, 60, 60] },
].map((trial) => ({ rate: 1, units: 8, at: [0, 0], ...trial }));

test("a set is as easy as good networks find it, and the rest is the winner's luck", () => {
  const easy = [0, 1, 2].map((set) => ease(few, set));
  close(easy, [3, 1.5, -4.5], 1e-9);
  const lines = easy.map((points, set) => lucks(few, set, points));
  close(lines[1], [-1.5, 1.5, 1.5], 1e-9);
  close(lines[2], [0.5, -0.5, -0.5], 1e-9);
  // On the first set, a network wins at last that is not good: its line has ended.
  assert.deepEqual(lines[0], [1, -1, null]);
  const [one, two, three] = meanLucks(lines);
  close([one, two], [0, 0], 1e-9);
  assert.equal(three, null);
});

test("the words say what was found, and what of it is luck", () => {
  const two = few.slice(0, 2);
  assert.equal(
    verdict("you", two, 1, 1.5, 0.1),
    "Your best so far: 93 of 100 images, and 90.0% of 8,000 new ones. " +
      "Its score is 3.0 too high: 1.5 too high because these images are easy, " +
      "1.5 too high by its own luck on them. 7 tries left.\n" +
      "On average over 20 sets of images, its own luck raises the score of the best of 2 by 0.1 points.",
  );
  assert.match(
    verdict("you", two, 2, -4.5, -0.1),
    /is 5\.0 too low: 4\.5 too low because these images are hard, 0\.5 too low by[\s\S]* lowers/,
  );
  assert.match(verdict("you", few.slice(0, 1), 0, 3, 0), /\nNothing is chosen yet\.$/);
  assert.match(verdict("you", few, 0, 3, null), /25\.0 too high\..*\nThe lines begin/);
  const equal = [12, 25].map((k) => trials.cells[k]);
  assert.match(verdict("you", equal, 0, 0, null), /images \(the first of 2 with this/);
  assert.match(verdict("you", trials.cells.slice(0, 8), 0, 0, 0), / 1 try left\./);
  assert.match(verdict("grid", trials.grid, 0, 0, 0), /Nine tries, 3 different rates/);
  assert.equal(
    bestOfAll(trials.cells, 1, 44.5),
    "The best of all 117: 99 of 100, and 10.0% of new images; its own luck is 44.5 points on average.",
  );
});
