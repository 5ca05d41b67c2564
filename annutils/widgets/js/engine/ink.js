// Ink on a square sheet: strokes of a round pen, from 0 (paper) to 1.

export const SIDE = 140; // dots a side
const PEN = 6; // radius of the pen, in dots
const ERASER = 7; // as fine as still turns an answer by one touch

export class Ink {
  constructor() {
    this.dots = new Float64Array(SIDE * SIDE);
  }

  /**
   * Take an image of fewer pixels, such as 28 by 28, each as a square of dots.
   * @param {Float64Array} image
   */
  print(image) {
    const pixels = Math.sqrt(image.length);
    const side = SIDE / pixels;
    this.dots.forEach((_, dot) => {
      const [row, column] = [Math.floor(dot / SIDE), dot % SIDE];
      const pixel = Math.floor(row / side) * pixels + Math.floor(column / side);
      this.dots[dot] = image[pixel];
    });
  }

  clear() {
    this.dots.fill(0);
  }

  /**
   * Draw a straight stroke; coordinates go from 0 to 1, right and down.
   * @param {number[]} from
   * @param {number[]} to
   * @param {boolean} [erase] whether it takes ink away
   */
  line(from, to, erase = false) {
    const radius = erase ? ERASER : PEN;
    const [x0, y0] = from.map((value) => value * SIDE);
    const [x1, y1] = to.map((value) => value * SIDE);
    const [left, right] = touched(x0, x1, radius);
    const [top, bottom] = touched(y0, y1, radius);
    const squaredLength = (x1 - x0) ** 2 + (y1 - y0) ** 2 || 1;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const along = (column - x0) * (x1 - x0) + (row - y0) * (y1 - y0);
        const t = Math.min(1, Math.max(0, along / squaredLength));
        const away = Math.hypot(column - x0 - t * (x1 - x0), row - y0 - t * (y1 - y0));
        const ink = Math.min(1, Math.max(0, radius + 0.5 - away));
        const dot = row * SIDE + column;
        const { dots } = this;
        dots[dot] = erase ? Math.min(dots[dot], 1 - ink) : Math.max(dots[dot], ink);
      }
    }
  }

  /**
   * Draw lists of places, each one stroke.
   * @param {number[][][]} list
   */
  strokes(list) {
    for (const places of list) {
      places.forEach((place, k) => {
        this.line(places[Math.max(0, k - 1)], place);
      });
    }
  }
}

/**
 * The first and the last dot that a stroke reaches along one side of the sheet.
 * @param {number} from
 * @param {number} to
 * @param {number} radius
 */
const touched = (from, to, radius) => [
  Math.max(0, Math.floor(Math.min(from, to) - radius - 1)),
  Math.min(SIDE - 1, Math.ceil(Math.max(from, to) + radius + 1)),
];

/**
 * @param {number[]} center
 * @param {number[]} radii
 * @param {number} from in degrees, clockwise from the right
 * @param {number} to
 */
function arc([x, y], [rx, ry], from, to) {
  return Array.from({ length: 19 }, (_, k) => {
    const angle = (Math.PI / 180) * (from + (k / 18) * (to - from));
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/**
 * The ten digits as strokes, for readers who do not draw.
 * @type {number[][][][]}
 */
export const PRESETS = [
  [arc([0.5, 0.5], [0.2, 0.32], -90, 270)],
  [
    [
      [0.42, 0.26],
      [0.54, 0.18],
      [0.5, 0.82],
    ],
  ],
  [[...arc([0.5, 0.34], [0.18, 0.16], -170, 40), [0.3, 0.8], [0.72, 0.8]]],
  [
    [
      ...arc([0.48, 0.34], [0.18, 0.16], -150, 90),
      ...arc([0.48, 0.66], [0.2, 0.16], -90, 150),
    ],
  ],
  [
    [
      [0.36, 0.2],
      [0.3, 0.52],
      [0.7, 0.52],
    ],
    [
      [0.66, 0.2],
      [0.62, 0.84],
    ],
  ],
  [
    [
      [0.7, 0.2],
      [0.38, 0.2],
      [0.36, 0.46],
      ...arc([0.48, 0.62], [0.2, 0.18], -110, 150),
    ],
  ],
  [[[0.6, 0.16], [0.4, 0.42], ...arc([0.5, 0.66], [0.17, 0.16], -180, 180)]],
  [
    [
      [0.3, 0.22],
      [0.7, 0.22],
      [0.46, 0.84],
    ],
  ],
  [arc([0.5, 0.34], [0.15, 0.15], 90, 450), arc([0.5, 0.66], [0.18, 0.17], -90, 270)],
  [[...arc([0.5, 0.36], [0.17, 0.17], 0, 360), [0.66, 0.5], [0.6, 0.84]]],
];

/** Strokes that are no digit. */
export const SCRIBBLE = [
  [
    [0.22, 0.36],
    [0.42, 0.2],
    [0.34, 0.5],
    [0.62, 0.24],
    [0.48, 0.62],
    [0.78, 0.36],
    [0.58, 0.78],
    [0.24, 0.66],
    [0.74, 0.84],
  ],
];
