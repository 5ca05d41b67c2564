import assert from "node:assert/strict";
import test from "node:test";

import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js";
const model = await import(`${js}/figures/pairing/model.js`);
const words = await import(`${js}/figures/pairing/words.js`);
const {
  added,
  changes,
  holdsZero,
  interval,
  moved,
  moveList,
  partners,
  quantile,
  shuffles,
  unpaired,
} = model;

const numbers = ({ mean, low, high }) => [mean, low, high];

test("means and intervals, by seed and in a shuffle, are those of SciPy", () => {
  for (const record of vectors.pairing) {
    const { errors, t, own, change, order, shuffled } = record;
    const n = order.length;
    const by = (pairs) => interval(changes(errors, pairs), t);
    errors.forEach((values, method) => {
      close(numbers(interval(values, t)), numbers(own[method]), 1e-6);
    });
    close(numbers(by(partners(n, 0))), numbers(change), 1e-6);
    assert.deepEqual(partners(n, 7), order);
    close(numbers(by(order)), numbers(shuffled), 1e-6);
    close(numbers(unpaired(errors)), numbers(record.unpaired), 1e-6);
    close([quantile(n - 1)], [t], 1e-6);
  }
  const same = [
    [3, 3],
    [2, 2],
  ];
  assert.deepEqual(numbers(unpaired(same)), [-1, -1, -1]);
});

test("in a shuffle nobody keeps the partner of the same seed, and the mean stays", () => {
  const [{ errors, t, change }] = vectors.pairing;
  const seen = new Set();
  for (let number = 1; number < 60; number++) {
    const order = partners(12, number);
    assert.ok(order.every((partner, k) => partner !== k));
    assert.equal(new Set(order).size, 12);
    seen.add(`${order}`);
    close([interval(changes(errors, order), t).mean], [change.mean], 1e-9);
  }
  assert.equal(seen.size, 59);
  const drawn = shuffles(errors, t, 2);
  assert.equal(drawn.length, 2);
  const second = interval(changes(errors, partners(12, 2)), t);
  assert.deepEqual(numbers(drawn[1]), numbers(second));
});

test("what both runs of a pair share changes both bars, but no change", () => {
  const [{ errors, t }] = vectors.pairing;
  const order = partners(12, 0);
  const by = [0, 1].reduce((moves, method) => added(moves, 4, method, 2.5), []);
  const now = moved(errors, by);
  close(changes(now, order), changes(errors, order), 1e-9);
  errors.forEach((values, method) => {
    const [before, after] = [values, now[method]].map((own) => interval(own, t));
    close([after.mean], [before.mean + 2.5 / 12], 1e-9);
  });
  const one = moved(errors, added([], 4, 1, 2.5));
  assert.deepEqual(one[0], errors[0]);
  close(
    changes(one, order),
    changes(errors, order).map((points, k) => points + (k === 4 ? 2.5 : 0)),
    1e-9,
  );
});

test("moves add up, and travel as text", () => {
  const option = moveList(9);
  const moves = added(added(added([], 4, 0, 0.1), 4, 0, 0.2), 11, 1, -1);
  assert.equal(option.write(moves), "5,0.3,0_12,0,-1");
  assert.deepEqual(option.read(option.write(moves)), moves);
  assert.deepEqual(option.read(""), []);
  for (const nonsense of [
    "5",
    "5,1",
    "0,1,1",
    "1.5,1,1",
    "5,10,0",
    "5,1,x",
    "5,1,1_",
  ]) {
    assert.equal(option.read(nonsense), undefined, nonsense);
  }
});

test("an interval that touches zero leaves the question open", () => {
  const from = (low, high) => ({ mean: (low + high) / 2, low, high });
  for (const [low, high, said] of [
    [-2, 0, "the question is open"],
    [-2, 0.1, "the question is open"],
    [-2, -0.01, "the error falls"],
    [0.01, 2, "the error rises"],
  ]) {
    assert.equal(words.verdict(from(low, high)), said);
    assert.equal(holdsZero(from(low, high)), said.endsWith("open"));
  }
});

test("each guess is answered with a reason, and the words name what moved", () => {
  const change = { mean: -1, low: -1.43, high: -0.49 };
  const open = { mean: -1, low: -2.04, high: 0.04 };
  assert.deepEqual([-0.049, 0.051, 0, 3, -0.001].map(words.signed), [
    ...["−0.05", "+0.1", "0.00", "+3.0", "0.00"],
  ]);
  const apart = { mean: -1, low: -2.06, high: -0.09 };
  assert.equal(
    words.covered(apart),
    "As if the two rows had nothing in common, the 95% interval of the change is −2.1 to −0.1 points: 2.0 long.",
  );
  for (const [guess, reason] of [
    ["shorter", /^Right: /],
    ["same", /^Not as long, only its middle stays: /],
    ["longer", /^Not longer, though these are fewer numbers: /],
    ["seen", /^Each line joins the two networks of a seed: /],
  ]) {
    const said = words.answer(guess, change, apart);
    assert.match(said, reason);
    assert.match(said, /: by seed 0\.9 points, unpaired 2\.0\. Luck .* cancels\.$/);
    const other = words.answer(guess, open, change);
    assert.match(
      other,
      /^With these errors, it is not shorter: by seed 2\.0 points, unpaired 0\.9\. /,
    );
  }
  // What looks as long is not called shorter.
  assert.match(words.answer("same", apart, { ...apart, low: -2.07 }), /2\.0.*2\.0/);
  assert.match(words.answer("shorter", apart, { ...apart, low: -2.07 }), /^With/);
  assert.equal(
    words.bySeed(change),
    "Paired by seed: −1.4 to −0.5 points, so the error falls.",
  );
  assert.equal(
    words.estranged([open], change),
    "Strangers share no luck: 2.0 points long. By seed: 0.9.",
  );
  const wide = { mean: -1, low: -2.2, high: 0.2 };
  assert.equal(
    words.estranged([open, wide], change),
    "Strangers share no luck, 2 draws: 2.0 to 2.4 points long. None is as short as by seed (0.9).",
  );
  assert.match(
    words.estranged([open, change, wide], change),
    /3 draws: 0\.9 to 2\.4 .* 1 as short as by seed \(0\.9\)\.$/,
  );
  assert.equal(
    words.shared(change, open, apart),
    "What both share cancels in a pair: still −1.4 to −0.5 points. Unpaired, −2.1 to −0.1 has become −2.0 to +0.04.",
  );
  // What cannot be seen is called no change.
  assert.match(
    words.shared(change, apart, { ...apart, low: -2.07 }),
    /Unpaired, too little to see yet: still −2\.1 to −0\.1\. Pull on\.$/,
  );
  assert.equal(
    words.unrelated(wide, change),
    "These two share nothing, so you have moved two seeds. By seed, −1.4 to −0.5 has become −2.2 to +0.2.",
  );
  assert.match(
    words.alone(open, change),
    /^One network alone .*: now −2\.0 to \+0\.04 points, so the question is open\.$/,
  );
  assert.match(words.alone(open, open), /too little to see yet: still −2\.0 /);
});

test("a length is the difference of the ends that are told", () => {
  const from = (low, high) => ({ low, high });
  for (const [low, high, long] of [
    [-2.06, -0.09, 2],
    [-1.61, -0.54, 1.1],
    [-2.06, 0.04, 2.1],
  ])
    assert.equal(model.length(from(low, high)), long);
});
