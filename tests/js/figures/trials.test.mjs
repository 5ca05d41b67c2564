import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js";
const { Random } = await import(`${js}/engine/random.js`);
const { below, gaps, Trials, winner } = await import(`${js}/figures/trials/model.js`);
const words = await import(`${js}/figures/trials/words.js`);
const { anew, kept, keptOf, onAverage, parts, pressed, question, signed } = words;
const { sofar, uncovered } = words;

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
  close(gaps(tried, 1), [0, 89, 89], 1e-9); // 89 points above its other sets
  close([trials.cells[10].gaps[0]], [-89 / 2], 1e-9);
});

test("a gap is the ease of the images and the luck of choosing, as NumPy has them", () => {
  const { scores, order, ease, luck } = vectors.trials;
  const map = new Trials({ rates, units, scores });
  const tried = order.map((place) => map.cells[place]);
  close(map.ease, ease, 1e-9);
  luck.forEach((lucks, set) => {
    close(map.lucks(tried, set), lucks, 1e-9);
    const whole = gaps(tried, set).map((gap) => gap - ease[set]);
    close(whole, lucks, 1e-9);
  });
});

test("for each network, gaps are 0 on average over the sets", () => {
  const { cells } = new Trials({ rates, units, scores: coins() });
  const sum = (values) => values.reduce((total, value) => total + value, 0);
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
  const { means, middle, sample, nine } = new Trials({
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
  assert.equal(sample.length, 120);
  assert.ok(below(nine, 0) < 0.05);
});

test("a set that is easy for all raises gaps, and others lower them as much", () => {
  const easy = scores.map(([score]) => [score + 4, score, score - 4]);
  const map = new Trials({ rates, units, scores: easy });
  close(map.ease, [6, 0, -6], 1e-9);
  [6, 0, -6].forEach((points, set) => {
    close(gaps(map.cells, set), Array(63).fill(points), 1e-9);
    close(map.lucks(map.cells, set), Array(63).fill(0), 1e-9);
  });
});

test("first a network is looked for, then its score is doubted", () => {
  assert.equal(words.asked(8, false, false)[0], "Which network is best?");
  for (const [judged, many] of [
    [false, false],
    [true, false],
    [true, true],
  ])
    assert.equal(words.asked(0, judged, many)[0], "Does the best keep its score?");
  assert.match(words.asked(0, false, false)[1], /^Guess/);
  assert.match(words.asked(0, true, true)[1], /^Search again/);
});

test("the words say what was pressed, what is left, and what became of the best", () => {
  const one = { rate: 0.0346, units: 8, at: [0, 0], scores: [84], gaps: [0] };
  assert.equal(
    pressed(one, 84, 8, 92),
    "Learning rate 0.035, 8 units: 84 of 100; 1 try left.\nBest so far: 92 of these 100 images right.",
  );
  assert.match(pressed(one, null, 9, 92), /: not tried; no try is left\.\n/);
  assert.match(question(92), /^Guess: your best network has 92 of these 100 images/);
  const best = (...of) => ({ scores: [91], gaps: of });
  assert.equal(keptOf(best(4.48), 0), "86.5");
  const said = (gap, ease, guess, ...others) => {
    const one = best(gap);
    return kept(one, 0, ease, guess, [one, ...others]);
  };
  assert.equal(
    said(4.48, 1.26, "fewer"),
    "Right, fewer: 91 here, 86.5 on others. Luck +3.2, easy images +1.3.",
  );
  assert.match(
    said(4.48, 3, "more"),
    /^Fewer, not more: 91 here, .* easy images \+3\.0/,
  );
  assert.match(said(4.48, -1, "more"), /^Fewer, not more: .*hard images −1\.0/);
  assert.match(said(-1, 0, "same"), /^Right, about as many: 91 here, 92\.0 on others/);
  assert.match(said(1, 3, "fewer"), /^About as many, not fewer: /);
  assert.match(said(-1.1, 0, "fewer"), /^More, not fewer: .* Luck −1\.1/);
  assert.match(said(-3, -2.9, "more"), /^Right, more: .*hard images −2\.9/);
  assert.match(said(4.48, 0, "none"), /^The best: 91 here, 86\.5/);
  const passed = (score, gap) => ({ scores: [score], gaps: [gap] });
  assert.match(
    said(4.48, 0, "same", passed(80, 0), passed(85, -2.6)),
    / Another try: 85 here, 87\.6 on others\.$/,
  );
  // What the others' images leave open is not said.
  assert.match(said(4.48, 0, "same", passed(85, -2.4)), / images 0\.0\.$/);
  // What is shown adds up.
  assert.deepEqual(parts(4.14, 1.06), { gap: 4.1, ease: 1.1, luck: 3 });
  assert.equal(
    anew(one, 84),
    "Other images, other scores: learning rate 0.035, 8 units: 84 of 100; 8 tries left.",
  );
  assert.equal(
    uncovered([84, 9, 91], null),
    "All 3 networks, judged on the same 100 images: 9 to 91 right. They differ most by learning rate, from left to right.",
  );
  assert.match(uncovered([84, 9, 91], 1), / right\. You still have 1 try\.$/);
  assert.equal(sofar([[0, 3]]), "");
  assert.equal(sofar([[0, 3], [9]]), "\nMean luck in 2 searches: +6.0.");
  const means = [-1e-16, 0, 0, 0, 0, 0, 0, 0, 0.9, 2.4];
  const told = (luck) => onAverage({ means, nine: [-2, 0, 1, 3] }, 63, luck);
  assert.equal(
    told(null),
    "1,000 random searches, mean luck: none with one try, 0.9 points with nine, 2.4 with all 63.\nOne search says little: of the best of nine, 50% had good luck.",
  );
  assert.match(told(3), /\nYour luck, \+3\.0, is above 75% of theirs\.$/);
  assert.deepEqual(
    [-0.04, 2, -10].map((points) => signed(points, 1)),
    ["0.0", "+2.0", "−10.0"],
  );
});
