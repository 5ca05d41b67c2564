import assert from "node:assert/strict";
import test from "node:test";

import {
  readImages,
  readNetwork,
} from "../../../annutils/widgets/js/engine/compact.js";
import { Ink, PRESETS } from "../../../annutils/widgets/js/engine/ink.js";
import {
  extent,
  PIXELS,
  preprocess,
  shifted,
} from "../../../annutils/widgets/js/engine/preprocess.js";
import { close } from "../close.mjs";

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
});
