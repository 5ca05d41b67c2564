// The book's palette (Okabe and Ito), with the fixed roles of `annutils.plot`.

export const BLUE = "#0072B2"; // class 0, negative
export const ORANGE = "#D55E00"; // class 1, positive
export const GREEN = "#009E73";
export const CLASSES = [BLUE, ORANGE];

const rgb = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
const [NEGATIVE, POSITIVE] = [rgb(BLUE), rgb(ORANGE)];
const LEVELS = 256;

/** RGBA of LEVELS shades from blue through white to orange, ready for a canvas. */
const SHADES = (() => {
  const shades = new Uint32Array(LEVELS);
  for (let level = 0; level < LEVELS; level++) {
    const t = (2 * level) / (LEVELS - 1) - 1;
    const end = t < 0 ? NEGATIVE : POSITIVE;
    const [r, g, b] = end.map((c) => Math.round(255 + Math.abs(t) * 0.75 * (c - 255)));
    shades[level] = (255 << 24) | (b << 16) | (g << 8) | r;
  }
  return shades;
})();

/** The shade of a number from -1 (blue) to 1 (orange). */
export function shade(t) {
  const level = ((t + 1) * (LEVELS - 1)) / 2 + 0.5;
  return SHADES[level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level | 0];
}
