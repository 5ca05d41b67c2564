import assert from "node:assert/strict";
import test from "node:test";

import {
  readImages,
  readNetwork,
} from "../../../annutils/widgets/js/engine/compact.js";
import { evidence } from "../../../annutils/widgets/js/engine/evidence.js";
import {
  Ink,
  PRESETS,
  SCRIBBLE,
  SIDE,
} from "../../../annutils/widgets/js/engine/ink.js";
import { Network } from "../../../annutils/widgets/js/engine/network.js";
import {
  extent,
  frameOf,
  PIXELS,
  preprocess,
  sampled,
  shifted,
  WHOLE,
} from "../../../annutils/widgets/js/engine/preprocess.js";
import {
  asked,
  balance,
  before,
  needed,
  reading,
  rivalOf,
  share,
} from "../../../annutils/widgets/js/figures/digits/words.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

const drawn = (strokes) => {
  const ink = new Ink();
  ink.strokes(strokes);
  return ink.dots;
};

/** The center of mass of an image, and its width and height. */
function measures(image) {
  let [mass, x, y] = [0, 0, 0];
  const [columns, rows] = [new Set(), new Set()];
  image.forEach((ink, k) => {
    const [column, row] = [k % PIXELS, Math.floor(k / PIXELS)];
    mass += ink;
    x += ink * (column + 0.5);
    y += ink * (row + 0.5);
    if (ink > 0.2) [columns.add(column), rows.add(row)];
  });
  return { center: [x / mass, y / mass], size: Math.max(columns.size, rows.size) };
}

PRESETS.forEach((strokes, digit) => {
  test(`a ${digit} is put into a box of 20 pixels, its center of mass in the middle`, () => {
    const { center, size } = measures(preprocess(drawn(strokes)));
    close(center, [PIXELS / 2, PIXELS / 2], 0.6);
    assert.ok(size >= 19 && size <= 21, `size ${size}`);
  });
});

test("where a digit is drawn, and how large, makes little difference", () => {
  const moved = PRESETS[2].map((stroke) =>
    stroke.map(([x, y]) => [0.1 + 0.8 * x, 0.02 + 0.8 * y]),
  );
  const [one, other] = [preprocess(drawn(PRESETS[2])), preprocess(drawn(moved))];
  const apart = one.reduce((sum, ink, k) => sum + Math.abs(ink - other[k]), 0);
  assert.ok(apart < 0.35 * one.reduce((sum, ink) => sum + ink, 0), String(apart));
});

test("an empty sheet is an empty image", () => {
  assert.equal(extent(new Ink().dots), null);
  assert.ok(preprocess(new Ink().dots).every((ink) => ink === 0));
});

test("ink stays on the sheet, between 0 and 1", () => {
  const dots = drawn([
    [
      [-0.5, 0.5],
      [1.5, 0.5],
    ],
  ]);
  assert.ok(dots.every((ink) => ink >= 0 && ink <= 1));
});

const int16 = (numbers) =>
  Buffer.from(Int16Array.from(numbers).buffer).toString("base64");

test("a network is read from its compact form", () => {
  const network = readNetwork({
    format: "annutils-network",
    version: 1,
    layers: [
      {
        activation: "relu",
        weights: { shape: [2, 2], scale: 0.5, int16: int16([2, -2, 4, 6]) },
        bias: { shape: [2], scale: 1, int16: int16([0, 1]) },
      },
      {
        activation: "softmax",
        weights: { shape: [2, 1], scale: 1, int16: int16([1, 10]) },
        bias: { shape: [1], scale: 0.25, int16: int16([-2]) },
      },
    ],
  });
  assert.deepEqual(network.sizes, [2, 2, 1]);
  // layers: relu(1 + 2) = 3 and relu(-1 + 3 + 1) = 3
  assert.equal(network.forward(Float64Array.of(1, 1), 1)[0], 3 + 30 - 0.5);
});

test("another format is refused", () => {
  assert.throws(
    () => readNetwork({ format: "other", version: 1, layers: [] }),
    /unknown kind/,
  );
});

test("images are read as numbers from 0 to 1", () => {
  const bytes = new Uint8Array(3 * 784).fill(255, 784, 1568).fill(51, 1568);
  const images = readImages(Buffer.from(bytes).toString("base64"));
  for (const [k, ink] of [0, 1, 0.2].entries()) {
    assert.deepEqual(images[k], new Float64Array(784).fill(ink));
  }
});

test("a shifted image loses what leaves it, and gets empty columns", () => {
  const image = Float64Array.from({ length: PIXELS * PIXELS }, (_, k) => k % PIXELS);
  const right = shifted(image, 3);
  assert.deepEqual([...right.subarray(0, 5)], [0, 0, 0, 0, 1]);
  assert.equal(right[PIXELS + 27], 24);
  const left = shifted(image, -2);
  assert.deepEqual([...left.subarray(25, 30)], [27, 0, 0, 2, 3]);
  assert.deepEqual(shifted(image, 0), image);
  const lower = shifted(image, 0, 2);
  assert.deepEqual(lower.subarray(0, 2 * PIXELS), new Float64Array(2 * PIXELS));
  assert.equal(lower[2 * PIXELS + 5], 5);
});

test("an image is printed dot by dot, and read back as it was", () => {
  const image = Float64Array.from({ length: PIXELS * PIXELS }, (_, k) => (k % 7) / 7);
  const ink = new Ink();
  ink.print(image);
  assert.equal(ink.dots[5 * SIDE + 4], image[PIXELS]);
  close(sampled(ink.dots, WHOLE), image, 1e-15);
});

test("an eraser takes ink away, where it was and nowhere else", () => {
  const ink = new Ink();
  ink.strokes(SCRIBBLE);
  const before = ink.dots.slice();
  const frame = frameOf(before);
  ink.line([0.3, 0.3], [0.5, 0.3], true);
  assert.equal(ink.dots[Math.round(0.3 * SIDE) * SIDE + Math.round(0.4 * SIDE)], 0);
  assert.ok(ink.dots.every((dot, k) => dot <= before[k]));
  assert.equal(ink.dots[0.8 * SIDE * SIDE], before[0.8 * SIDE * SIDE]);
  assert.notDeepEqual(frameOf(before), WHOLE);
  close(sampled(before, frame), preprocess(before), 0);
});

for (const [k, { sizes, theta, x, evidence: expected }] of vectors.evidence.entries()) {
  test(`what inputs add to an answer's lead is what Python computes, network ${k}`, () => {
    const network = new Network(sizes, "relu", Float64Array.from(theta));
    network.forward(Float64Array.from(x), 1);
    expected.forEach((leads, answer) => {
      leads.forEach((lead, rival) => {
        close(evidence(network, answer, rival), lead, 1e-12);
      });
    });
  });

  test(`inputs and biases make the whole of a lead, network ${k}`, () => {
    const parameters = Float64Array.from(theta);
    const network = new Network(sizes, "relu", parameters);
    const above = (/** @type {Float64Array} */ logits) => logits[0] - logits[1];
    const whole = above(network.forward(Float64Array.from(x), 1));
    const on = [...network.Z[1]].map((z) => Number(z > 0));
    const inputs = evidence(network, 0, 1).reduce((sum, reason) => sum + reason, 0);
    const { W, b } = network.parameters;
    const fromBiases = Float64Array.from(
      b[2],
      (bias, out) =>
        bias +
        on.reduce((sum, is, j) => sum + is * b[1][j] * W[2][j * b[2].length + out], 0),
    );
    close([inputs + above(fromBiases)], [whole], 1e-12);
  });
}

test("a probability is never said to be 0 or 1", () => {
  assert.deepEqual([0, 0.004, 0.21, 0.994, 1].map(share), [
    "<1%",
    "<1%",
    "21%",
    "99%",
    ">99%",
  ]);
});

test("the figure says what it reads, whether it turned, and what the ink adds", () => {
  const state = { answer: 4, probability: 0.79, first: 4, truth: 9 };
  assert.equal(reading(state), "It says a 4, with 79%. It is a 9.");
  assert.equal(
    reading({ answer: 8, probability: 0.9, first: 4, truth: null }),
    "It said a 4; now it says an 8, with 90%.",
  );
  assert.equal(reading({ ...state, truth: 4 }), "It says a 4, with 79%. Right.");
  assert.equal(
    reading({ ...state, first: 6, truth: null, earlier: "100" }),
    "After 100 updates it says a 4, with 79%.",
  );
  const changed = { ...state, answer: 9, erased: true };
  assert.match(reading(changed), /now it says a 9, .* A 9 was written\./);
  const reasons = Float64Array.of(1, 2.5, -0.5);
  assert.equal(
    balance("4", 9, reasons),
    "Orange ink, for 4, outweighs blue ink, 7.0 to 1.",
  );
  const against = reasons.map((reason) => -reason);
  assert.match(
    balance("4", 7, against),
    /^Blue ink, for 7, outweighs orange ink, 7\.0 to 1/,
  );
  assert.match(balance("4", 7, Float64Array.of(1, -1)), /weigh about the same: biases/);
  assert.equal(balance("4", 7, Float64Array.of(1)), "");
});

test("a guess is answered: before training, and of the ink that has to go", () => {
  assert.match(before("unsure", false), /add up to 1\.$/);
  assert.match(before("right", false), /^Not the right one/);
  assert.equal(before("right", true), "");
  assert.match(before("wrong", false), /^As you said/);
  const state = { gone: 0.06, took: 0, guess: "much", least: 0, answer: 4 };
  const said = (more) => needed({ ...state, ...more });
  assert.equal(said({}), "6% of the ink is gone.");
  const [took, least] = [0.06, 0.06];
  assert.equal(said({ took, least, guess: "none" }), "6% of the ink was enough.");
  assert.match(said({ took, least, guess: "little" }), /^As you guessed: 6%/);
  assert.match(said({ took, least }), /^You guessed half; 6% of the ink was enough\.$/);
  assert.match(said({ took: 0.3, least, guess: "little" }), /it took 30% .* least: 6%/);
  assert.match(said({ took: 0.6, least: 0.6 }), /^As you guessed/);
  assert.match(said({ gone: 0.05, least }), /^5% is gone, and still a 4: /);
  assert.equal(said({ gone: 0.02, least }), "2% of the ink is gone. Your least: 6%.");
});

test("a network that has not learned is never right but by chance", () => {
  const state = { answer: 7, probability: 0.11, first: 7, untrained: true };
  assert.equal(
    reading({ ...state, truth: 7 }),
    "It guesses a 7, with 11%: right by chance.",
  );
  assert.equal(reading({ ...state, truth: 2 }), "It guesses a 7, with 11%. It is a 2.");
});

test("an answer is compared with the most probable other one", () => {
  const probabilities = [0.1, 0.2, 0.6, 0.1];
  assert.deepEqual(
    [0, 1, 2, 3].map((answer) => rivalOf(probabilities, answer)),
    [2, 2, 1, 2],
  );
});

test("what to do follows what was done", () => {
  const state = { answer: 4, home: 4, first: 4, tool: "erase", why: "none", rival: 9 };
  const hint = (more) => asked({ ...state, moved: 0, updates: 0, next: 0, ...more })[1];
  assert.match(hint({ asks: true }), /^Guess/);
  assert.match(hint({ next: 100 }), /press 100\.$/);
  assert.match(hint({ updates: 100, next: 3228 }), /press 3,228\.$/);
  assert.match(hint({ waits: true }), /^Guess, then erase/);
  assert.match(hint({}), /^Touch 4 .*, then erase that\.$/);
  assert.match(hint({ why: "4" }), /^Erase the darkest orange/);
  assert.match(hint({ why: "9", rival: 4 }), /^Erase the darkest blue/);
  const turned = { answer: 9, turned: true, least: 0.06, gone: 0.06 };
  assert.match(hint({ ...turned, why: "4" }), /^Press Undo, then erase as much blue/);
  assert.match(hint({ ...turned, why: "9", rival: 4 }), /as much orange/);
  assert.match(hint(turned), /^Press Undo, then touch 4\.$/);
  assert.match(hint({ why: "4", least: 0.06, gone: 0 }), /^Now erase as much blue/);
  assert.match(hint({ why: "4", least: 0.06, gone: 0.06 }), /can less than 6% turn it/);
  assert.match(hint({ moved: 2 }), /^Still a 4 after 2 pixels/);
  assert.match(hint({ moved: 1, answer: 5 }), /^One pixel turned it/);
  assert.match(hint({ tool: "move" }), /^Move the ink/);
});
