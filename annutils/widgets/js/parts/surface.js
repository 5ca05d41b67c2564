// A function of the plane as colors: blue where it is low, orange where it is high.

import { shade } from "./palette.js";

/**
 * The n * n places of a canvas over a part of the plane, from the upper left corner on.
 * @param {number} n
 * @param {number[]} x the interval that it shows
 * @param {number[]} y
 */
export function grid(n, [left, right], [low, high]) {
  const X = new Float64Array(2 * n * n);
  for (let row = 0, k = 0; row < n; row++) {
    const y = high - ((row + 0.5) / n) * (high - low);
    for (let column = 0; column < n; column++) {
      X[k++] = left + ((column + 0.5) / n) * (right - left);
      X[k++] = y;
    }
  }
  return X;
}

/** @param {HTMLCanvasElement} canvas */
export const context2d = (canvas) =>
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));

export class Surface {
  /** @param {HTMLCanvasElement} canvas of n by n pixels */
  constructor(canvas) {
    this.context = context2d(canvas);
    this.image = this.context.createImageData(canvas.width, canvas.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  /**
   * Paint numbers, one for each pixel.
   * @param {ArrayLike<number>} values `stride` apart, beginning with `start`
   * @param {(value: number) => number} [level] makes a number from -1 to 1 of each
   * @param {(level: number) => number} [color] of such a number
   */
  paint(values, level = (value) => value, start = 0, stride = 1, color = shade) {
    const { pixels } = this;
    for (let k = 0, at = start; k < pixels.length; k++, at += stride) {
      pixels[k] = color(level(values[at]));
    }
    this.context.putImageData(this.image, 0, 0);
  }
}
