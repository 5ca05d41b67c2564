import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { excess, logShare, standardError, Trials, winner } = await import(
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
  close([excess(tried)], [(0 + 99 - 10) / 2], 1e-9);
});

test("a score of 90 of 100 has a standard error of 3 points", () => {
  close([standardError(90), standardError(100)], [3, 0], 1e-12);
});

test("the words say what was found, and what it is worth", () => {
  const tried = [12, 15, 20].map((k) => trials.cells[k]);
  const said = verdict("you", tried, 1, false);
  assert.equal(said, "Your best so far: 99 of 100 images right. 6 tries left.");
  assert.match(verdict("you", trials.cells.slice(0, 8), 0, false), / 1 try left\.$/);
  const equal = [12, 25].map((k) => trials.cells[k]);
  assert.match(verdict("you", equal, 0, false), /right \(2 tries share it; the first/);
  assert.match(
    verdict("you", tried, 1, true),
    /has 10\.0% right: .* 89\.0 points too high\.\nChosen anew on each of 2 sets .* 44\.5 points too high on average/,
  );
  assert.equal(
    bestOfAll(trials.cells, 1),
    "The best of all 117: 99 of 100, and 10.0% of 8,000 others.",
  );
  assert.match(
    verdict("grid", trials.grid, 0, false),
    /Nine tries: 3 different rates, 3 numbers of units/,
  );
});
