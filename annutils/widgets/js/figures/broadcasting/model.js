// Broadcasting, as NumPy does it; it knows no page, so that Node can test it.

/** The shapes that readers choose between. @type {Record<string, number[]>} */
export const SHAPES = { 4: [4], "4x1": [4, 1] };

/**
 * The sizes of an array along the axes of the result: from the right, undefined where
 * the axis is missing.
 * @param {number[]} shape
 * @param {number} count of axes
 * @returns {(number | undefined)[]}
 */
export const aligned = (shape, count) =>
  Array.from({ length: count }, (_, axis) => shape[axis - count + shape.length]);

/**
 * The shape of a difference of two arrays whose sizes agree, or are 1.
 * @param {number[]} one
 * @param {number[]} other
 */
export function broadcast(one, other) {
  const count = Math.max(one.length, other.length);
  const [a, b] = [aligned(one, count), aligned(other, count)];
  return a.map((size = 1, axis) => Math.max(size, b[axis] ?? 1));
}

/**
 * Where an array is read for an entry of the result: stretched axes are read at 0.
 * @param {number[]} index in the result
 * @param {number[]} shape of the array
 */
export const entryOf = (index, shape) =>
  index
    .slice(index.length - shape.length)
    .map((place, axis) => (shape[axis] > 1 ? place : 0));

/**
 * @typedef {object} Difference
 * @property {number[]} index
 * @property {number} i the sample whose prediction it has
 * @property {number} j the sample whose target it has
 * @property {number} value
 */

/**
 * All differences of predictions and targets, which have one number for each sample; the
 * loss, and the one that was meant: each sample with its own target.
 * @param {{ values: number[], shape: number[] }} predictions
 * @param {{ values: number[], shape: number[] }} targets
 */
export function differences(predictions, targets) {
  const shape = broadcast(predictions.shape, targets.shape);
  /** @type {number[][]} */
  const indices = shape.reduce(
    (found, size) => found.flatMap((index) => range(size).map((k) => [...index, k])),
    [/** @type {number[]} */ ([])],
  );
  const cells = indices.map((index) => {
    const i = Math.max(...entryOf(index, predictions.shape)); // all others are 0
    const j = Math.max(...entryOf(index, targets.shape));
    return { index, i, j, value: predictions.values[i] - targets.values[j] };
  });
  const squares = sum(cells);
  const own = sum(cells.filter(({ i, j }) => i === j));
  const means = { loss: squares / cells.length, meant: own / targets.values.length };
  return { shape, cells, squares, own, ...means };
}

/** Of the squares. @param {Difference[]} cells */
const sum = (cells) => cells.reduce((before, { value }) => before + value ** 2, 0);

/** @param {number} size */
const range = (size) => [...Array(size).keys()];
