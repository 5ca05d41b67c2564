// From ink to an image like MNIST's: scaled into a box of 20 by 20, which is put into
// 28 by 28 so that the center of mass is in the middle (LeCun et al. 1998).

import { SIDE } from "./ink.js";

export const PIXELS = 28;
const BOX = 20;
const VISIBLE = 0.05; // less ink does not count

/**
 * The smallest rectangle that holds all ink: [left, top, right, bottom], or null.
 * @param {Float64Array} dots
 */
export function extent(dots) {
  let [left, top, right, bottom] = [SIDE, SIDE, 0, 0];
  for (let dot = 0; dot < dots.length; dot++) {
    if (dots[dot] < VISIBLE) continue;
    const [column, row] = [dot % SIDE, Math.floor(dot / SIDE)];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  return right > left ? [left, top, right, bottom] : null;
}

/**
 * Where the pixels of an image lie on a sheet: their left upper corner, and dots a pixel.
 * @typedef {{ x: number, y: number, scale: number }} Frame
 */

/** The frame that covers the sheet. @type {Frame} */
export const WHOLE = { x: 0, y: 0, scale: SIDE / PIXELS };

/**
 * The frame in which ink is as large, and where, as MNIST's digits are; null without ink.
 * @param {Float64Array} dots SIDE * SIDE numbers from 0 to 1
 * @returns {Frame | null}
 */
export function frameOf(dots) {
  const box = extent(dots);
  if (!box) return null;
  const [left, top, right, bottom] = box;
  const scale = Math.max(right - left, bottom - top) / BOX;
  // The middle of the image is the corner between its four middle pixels.
  const [x, y] = centerOfMass(dots).map((middle) => middle - (PIXELS / 2) * scale);
  return { x, y, scale };
}

/**
 * The mean ink of each pixel of a frame.
 * @param {Float64Array} dots
 * @param {Frame} frame
 * @returns {Float64Array} PIXELS * PIXELS numbers from 0 to 1
 */
export function sampled(dots, { x, y, scale }) {
  return Float64Array.from({ length: PIXELS * PIXELS }, (_, at) => {
    const [row, column] = [Math.floor(at / PIXELS), at % PIXELS];
    return meanInk(dots, x + column * scale, y + row * scale, scale);
  });
}

/**
 * The image that the network gets of a drawing.
 * @param {Float64Array} dots
 */
export const preprocess = (dots) => sampled(dots, frameOf(dots) ?? WHOLE);

/**
 * An image moved to the right and down, or back by negative numbers; what leaves it is
 * lost.
 * @param {Float64Array} image
 * @param {number} right whole pixels
 * @param {number} [down]
 */
export function shifted(image, right, down = 0) {
  return image.map((_, at) => {
    const [column, row] = [(at % PIXELS) - right, Math.floor(at / PIXELS) - down];
    const inside = column >= 0 && column < PIXELS && row >= 0 && row < PIXELS;
    return inside ? image[row * PIXELS + column] : 0;
  });
}

/** @param {Float64Array} dots */
function centerOfMass(dots) {
  let [mass, x, y] = [0, 0, 0];
  dots.forEach((ink, dot) => {
    mass += ink;
    x += ink * ((dot % SIDE) + 0.5);
    y += ink * (Math.floor(dot / SIDE) + 0.5);
  });
  return [x / mass, y / mass];
}

/**
 * The mean ink of a square, from a few samples in it.
 * @param {Float64Array} dots
 * @param {number} x of its left upper corner
 * @param {number} y
 * @param {number} side
 */
function meanInk(dots, x, y, side) {
  const n = Math.max(2, Math.ceil(side));
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const column = Math.floor(x + ((i + 0.5) / n) * side);
      const row = Math.floor(y + ((j + 0.5) / n) * side);
      const inside = column >= 0 && row >= 0 && column < SIDE && row < SIDE;
      if (inside) sum += dots[row * SIDE + column];
    }
  }
  return sum / (n * n);
}
