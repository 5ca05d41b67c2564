// The colors of `annutils/palette.py`, which `python -m annbook.palette` writes here.

/** Each color on a light page, and on a dark one. */
export const COLORS = {
  blue: ["#0072B2", "#49ABE5"],
  orange: ["#D55E00", "#DC7B2C"],
  green: ["#009E73", "#1CA280"],
  purple: ["#8A3A74", "#D595C9"],
  brown: ["#A34700", "#DF955B"],
  ink: ["#222222", "#CACDD1"],
  axis: ["#555555", "#9FA2A5"],
  tint: ["#EEF2F5", "#1B1E21"],
  paper: ["#FFFFFF", "#121212"],
  accent: ["#00639B", "#7CC4F4"],
};

// The style sheet says what they are, by theme.
export const BLUE = "var(--blue)"; // class 0, negative
export const ORANGE = "var(--orange)"; // class 1, positive
export const GREEN = "var(--green)";
export const PURPLE = "var(--purple)";
export const BROWN = "var(--brown)"; // orange for small letters
export const INK = "var(--ink)"; // lines and letters on a plot
export const AXIS = "var(--axis)";
export const TINT = "var(--tint)";
export const PAPER = "var(--paper)"; // the plot itself
export const CLASSES = [BLUE, ORANGE];

/** @param {string} color */
const channels = (color) =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
/** Red, green and blue of what is low, high, and no class. */
export const ENDS = ["blue", "orange", "purple"].map((name) =>
  channels(COLORS[/** @type {keyof typeof COLORS} */ (name)][0]),
);
const LEVELS = 256;
const STRENGTH = 0.75; // of the color at the ends, so that points stand out

/**
 * RGBA of LEVELS shades from blue through white to orange, ready for a canvas. On dark
 * pages, the style sheet turns all canvases.
 */
const SHADES = Uint32Array.from({ length: LEVELS }, (_, level) => {
  const t = (2 * level) / (LEVELS - 1) - 1;
  return mixed(ENDS[t < 0 ? 0 : 1], Math.abs(t));
});

/** From white to purple: what is no class. */
const TONES = Uint32Array.from({ length: LEVELS }, (_, level) =>
  mixed(ENDS[2], level / (LEVELS - 1)),
);

/**
 * A color in so strong a mixture with white.
 * @param {number[]} color
 * @param {number} share
 */
function mixed(color, share) {
  const [r, g, b] = color.map((channel) =>
    Math.round(255 + share * STRENGTH * (channel - 255)),
  );
  return (255 << 24) | (b << 16) | (g << 8) | r;
}

/**
 * The shade of a number from -1 (blue) to 1 (orange).
 * @param {number} t
 */
export const shade = (t) => SHADES[levelOf(t)];

/**
 * The tone of a number from -1 (white) to 1 (purple).
 * @param {number} t
 */
export const tone = (t) => TONES[levelOf(t)];

/** @param {number} t */
function levelOf(t) {
  const level = ((t + 1) * (LEVELS - 1)) / 2 + 0.5;
  return level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level | 0;
}
