// Where everything in the drawing of a network stands.

/** @typedef {number[]} Place x and y */

export const HEIGHT = 350;
const SIDES = { left: 66, right: 34 }; // from the sides to the middle of the outer units
const TOP = 64; // above the units: two rows of buttons
const BOTTOM = 26; // below them: a line that explains
const LARGEST = 36; // side of a unit
const PITCH = 46; // between two units of a layer, at most

/**
 * @param {number} width
 * @param {number[]} counts of the units in each column, inputs first
 */
export function layout(width, counts) {
  const apart = (width - SIDES.left - SIDES.right) / (counts.length - 1);
  const room = HEIGHT - TOP - BOTTOM;
  const pitch = Math.min(PITCH, room / Math.max(...counts));
  const tile = Math.floor(Math.min(LARGEST, pitch - 5, 0.75 * apart));
  const middle = TOP + room / 2;
  /** By column and unit. @type {Place[][]} */
  const places = counts.map((n, column) =>
    Array.from({ length: n }, (_, k) => [
      Math.round(SIDES.left + column * apart),
      Math.round(middle + (k - (n - 1) / 2) * pitch),
    ]),
  );
  return { places, tile, center: SIDES.left + (width - SIDES.left - SIDES.right) / 2 };
}

/**
 * A smooth line from the right side of a unit to the left side of another.
 * @param {Place} from
 * @param {Place} to
 * @param {number} tile
 */
export function curve([x, y], [u, v], tile) {
  const [start, end] = [x + tile / 2, u - tile / 2];
  const middle = (start + end) / 2;
  return `M${start} ${y}C${middle} ${y} ${middle} ${v} ${end} ${v}`;
}
