// The colors of `annutils/palette.py`, which `python -m annbook.palette` writes here.

export const BLUE = "#0072B2"; // class 0, negative
export const ORANGE = "#D55E00"; // class 1, positive
export const GREEN = "#009E73";
export const PURPLE = "#8A3A74";
export const BROWN = "#A34700"; // orange for small letters
export const INK = "#222222"; // lines and letters on a plot, which is light in both themes
export const AXIS = "#555555";
export const ACCENT = "#00639B";
export const ACCENT_ON_DARK = "#7CC4F4";

export const CLASSES = [BLUE, ORANGE];

/** @param {string} color */
const channels = (color) =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
const [NEGATIVE, POSITIVE] = [channels(BLUE), channels(ORANGE)];
const LEVELS = 256;
const STRENGTH = 0.75; // of the color at the ends, so that points stand out

/** RGBA of LEVELS shades from blue through white to orange, ready for a canvas. */
const SHADES = Uint32Array.from({ length: LEVELS }, (_, level) => {
  const t = (2 * level) / (LEVELS - 1) - 1;
  const end = t < 0 ? NEGATIVE : POSITIVE;
  const [r, g, b] = end.map((channel) =>
    Math.round(255 + Math.abs(t) * STRENGTH * (channel - 255)),
  );
  return (255 << 24) | (b << 16) | (g << 8) | r;
});

/**
 * The shade of a number from -1 (blue) to 1 (orange).
 * @param {number} t
 */
export function shade(t) {
  const level = ((t + 1) * (LEVELS - 1)) / 2 + 0.5;
  return SHADES[level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level | 0];
}
