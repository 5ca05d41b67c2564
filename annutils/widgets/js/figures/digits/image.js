// Ink on a canvas, on white paper, which a dark page turns: black, or colored by what it
// says.

import { context2d } from "../../parts/surface.js";
import { tint } from "../../parts/tint.js";

const BLACK = [34, 34, 34];
const TRACE = [145, 145, 145]; // of erased ink

/**
 * Paint a square of numbers from 0 (paper) to 1 (ink).
 * @param {HTMLCanvasElement} canvas
 * @param {Float64Array} values
 * @param {((k: number) => number) | null} [says] of each, from -1 (against) to 1 (for)
 * @param {Float64Array} [before] of which some are erased: they leave a trace
 * @param {((k: number) => number) | null} [said] of each, before it was erased
 */
export function paint(canvas, values, says = null, before = values, said = null) {
  const n = Math.round(Math.sqrt(values.length));
  if (canvas.width !== n) {
    canvas.width = n;
    canvas.height = n;
  }
  const context = context2d(canvas);
  const image = context.createImageData(n, n);
  values.forEach((ink, k) => {
    const color = says && ink > 0 ? tint(says(k)) : BLACK;
    const dotted = (Math.floor(k / n) + k) % 4 === 0;
    const lost = dotted ? Math.max(0, before[k] - ink) : 0;
    const trace = said && lost > 0 ? tint(said(k)) : TRACE;
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * k + channel] =
        255 - (255 - color[channel]) * ink - (255 - trace[channel]) * lost;
    }
    image.data[4 * k + 3] = 255;
  });
  context.putImageData(image, 0, 0);
}
