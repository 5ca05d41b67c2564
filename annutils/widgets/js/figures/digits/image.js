// A gray image on a canvas: ink black on light paper, in both themes.

const PAPER = [255, 255, 255];

/** Paint a square of numbers from 0 (paper) to 1 (ink). */
export function paintImage(canvas, values) {
  const n = Math.round(Math.sqrt(values.length));
  if (canvas.width !== n) canvas.width = canvas.height = n;
  const context = canvas.getContext("2d");
  const image = context.createImageData(n, n);
  for (let k = 0; k < values.length; k++) {
    for (let c = 0; c < 3; c++) image.data[4 * k + c] = PAPER[c] * (1 - values[k]);
    image.data[4 * k + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
