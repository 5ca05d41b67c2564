// A gray image on a canvas: ink black on white paper, which a dark page turns.

import { context2d } from "../../parts/surface.js";

/**
 * Paint a square of numbers from 0 (paper) to 1 (ink).
 * @param {HTMLCanvasElement} canvas
 * @param {Float64Array} values
 */
export function paintImage(canvas, values) {
  const n = Math.round(Math.sqrt(values.length));
  if (canvas.width !== n) {
    canvas.width = n;
    canvas.height = n;
  }
  const context = context2d(canvas);
  const image = context.createImageData(n, n);
  values.forEach((ink, k) => {
    const gray = 255 * (1 - ink);
    image.data.set([gray, gray, gray, 255], 4 * k);
  });
  context.putImageData(image, 0, 0);
}
