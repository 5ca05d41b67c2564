import assert from "node:assert/strict";
import test from "node:test";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const js = "../../../annutils/widgets/js";
const { adding, Bag, sigmoid, wordsOf } = await import(`${js}/figures/bag/model.js`);
const { cut, heading, outcome, task, uncounted, verdict } = await import(
  `${js}/figures/bag/words.js`
);
const { phrase } = await import(`${js}/engine/phrase.js`);

const bag = new Bag({
  words: "good not bad at all",
  weights: [0.145, -0.175, -0.613, -0.024, 0.036],
  bias: 0.05,
});
const review = (text, out = []) =>
  wordsOf(text).map((word) => ({ word, out: out.includes(word) }));
const scored = (text, out) => bag.score(bag.count(review(text, out)));

test("the order of the words changes the walk and never the score, to the last bit", () => {
  const words = ["good", "not", "bad", "at", "all"];
  const first = bag.walk(bag.count(review(words.join(" "))));
  const orders = words.map((_, k) =>
    [...words.slice(k), ...words.slice(0, k)].join(" "),
  );
  for (const order of [...orders, "bad not good at all"]) {
    assert.equal(scored(order), scored("good not bad at all"));
  }
  close(first, [0.05, 0.195, 0.02, -0.593, -0.617, -0.581], 1e-12);
});

test("a word taken out takes its weight with it", () => {
  close([scored("good not bad", ["bad"])], [0.05 + 0.145 - 0.175], 1e-12);
  assert.equal(bag.walk(bag.count(review("good not bad", ["bad"]))).length, 3);
});

test("the fewest words that must go are those with the largest weights", () => {
  const three = new Bag({ words: "a b c", weights: [0.2, 0.1, -0.1], bias: 0.05 });
  const fewest = (text) => three.fewest(three.count(review(text)));
  assert.equal(fewest("a c"), 1); // without it, -0.05 are left
  assert.equal(fewest("a b c"), 2);
  assert.equal(fewest("a b b c"), 3); // both copies
  assert.equal(fewest("c"), 0);
  assert.equal(fewest("a b"), Number.POSITIVE_INFINITY); // the bias is left
});

test("a word counts once; one that the neuron does not know, not at all", () => {
  close([scored("good Good, GOOD film")], [0.195], 1e-12);
  const counted = bag.count(review("good good film"));
  assert.equal(
    uncounted(counted, 3000),
    "Not among its 3,000 words: “film”. A second time counts nothing: “good”.",
  );
  // Without the first, the second is the one that counts.
  const [first, second] = bag.count([
    { word: "good", out: true },
    { word: "good", out: false },
  ]);
  assert.deepEqual([first.again, second.again, second.weight], [false, false, 0.145]);
});

test("words are told from what stands between them, in any alphabet", () => {
  assert.deepEqual(wordsOf("Don't miss: a cliché-free film!"), [
    "don't",
    "miss",
    "a",
    "cliché",
    "free",
    "film",
  ]);
  assert.deepEqual(wordsOf("..."), []);
});

test("a review comes from the address, and goes there", () => {
  const option = phrase("good-not-bad", 3);
  assert.deepEqual(option.read("a-cliché-film"), ["a", "cliché", "film"]);
  assert.equal(option.write(["a", "film"]), "a-film");
  for (const text of ["", "a--b", "a b", "a-b-c-d", "<b>"]) {
    assert.equal(option.read(text), undefined, text);
  }
});

const told = (state) =>
  outcome({
    reviews: ["not bad", "not good"].map((text) => bag.count(review(text))),
    scores: [1, -1],
    same: false,
    ...state,
  });

test("it says which review has the larger score, and whether the guess was right", () => {
  const both = { scores: [-0.58, -0.58], same: true };
  assert.match(
    told({ ...both, guess: "first" }),
    /^Not the first\. Both have the same/,
  );
  assert.match(told({ ...both, guess: "same" }), /^Right\. Both.* does not count\.$/);
  assert.equal(told({}), "“not bad” scores 1.000, “not good” −1.000.");
  assert.match(told({ guess: "second" }), /^Not the second\. “not bad” scores/);
  const long = bag.count(review("good not bad at all"));
  assert.match(told({ reviews: [long, long] }), /^The first scores 1.000, the second/);
  const not = bag.count(review("not"))[0];
  assert.match(told({ guess: "same" }), /^They are not equal\. “not bad” scores 1/);
  assert.match(told({ guess: "first", not }), /: “not” adds −0\.175 to both\.$/);
  assert.equal(verdict(0.02), "0.020 (praise: 50.5%)");
});

test("each deed has its answer: another order changes nothing", () => {
  const not = bag.count(review("not"))[0];
  const done = (kind, more) => told({ deed: { k: 1, kind, word: "bad" }, ...more });
  assert.match(
    done("moved", { not }),
    /^Another order, the same score, −1.* wherever it/,
  );
  assert.match(done("moved"), /as a sum has no order\.$/);
  const without = (...out) => ({
    reviews: [bag.count(review("")), bag.count(review("bad good film not", out))],
  });
  assert.match(
    done("out", without("bad")),
    /^Without “bad”, the second scores −1\.000 \(praise: 26\.9%\)\.$/,
  );
  // All that are out are named, the last one pressed or not.
  const three = without("bad", "good", "not");
  assert.match(done("back", without("good", "not")), /^Without “good” and “not”, the/);
  const few = (score, fewest) => done("out", { ...three, scores: [1, score], fewest });
  assert.match(few(-1, 3), /^Without “bad”, “good” and “not”, .* −1\.000: three words/);
  assert.match(few(-1, 3), /: three words, and no two would do\.$/);
  assert.match(few(-1, 2), /: below 0, but two would do\.$/);
  assert.match(few(0.2, 3), /: still above 0\.$/);
  const one = { ...without("good"), scores: [1, -1], fewest: 1 };
  assert.match(done("out", one), /: below 0\. This one word tips it\.$/);
  assert.match(done("cleared"), /^As it was before, the second scores −1/);
  assert.match(done("out", { turned: true }), /turns them round, but it is no other/);
  assert.match(done("back"), /^With “bad” again, the second/);
  assert.match(done("written"), /^Your review scores −1.*takes it for a bad one\.$/);
  assert.match(done("written", { scores: [1, 1] }), /the bag is fooled\.$/);
});

test("the task is what no order does, and then what can be done", () => {
  const reviews = ["not bad", "good not bad at all"].map((text) =>
    bag.count(review(text)),
  );
  const asked = (scores, ...state) => task(reviews, scores, ...state);
  assert.match(asked([0, 1], {}), /make the second score below “not bad”, by order/);
  assert.match(asked([1, 0], {}), /make “not bad” score below the second/);
  assert.match(
    asked([1, 0], { answered: true }),
    /write your own bad review that it takes for praise/,
  );
  assert.match(asked([1, 1], {}), /write your own bad review/);
  const fooled = { answered: true, fooled: true };
  assert.match(asked([1, 0], { ...fooled, few: true }), /^How few words must go/);
  assert.match(asked([1, 0], fooled), /^Write another/);
});

test("words beyond the longest review are named", () => {
  assert.equal(cut([], 12), "");
  assert.match(cut(["superb", "great"], 12), /after 12 words: “superb great”\.$/);
});

test("a review is called by its words, as far as there is room", () => {
  const called = (text, out) => heading(bag.count(review(text, out)));
  assert.equal(called("not bad", ["bad"]), "“not”");
  assert.equal(called("good, not bad at all!"), "“good not bad at all”");
  const long = "i never laughed and looked at my watch";
  assert.equal(called(long), `“${long}”`);
  assert.match(called("wonderful ".repeat(12)), /^“wonderful .* wonderf…”$/);
  assert.deepEqual(adding(bag.count(review("good good film"))).length, 1);
});

test("scores and probabilities are those of the network in Python", () => {
  for (const { carried, words, score, probability } of vectors.bag) {
    const read = new Bag(carried);
    const found = read.score(read.count(words.map((word) => ({ word, out: false }))));
    close([found, sigmoid(found)], [score, probability], 1e-6);
  }
});
