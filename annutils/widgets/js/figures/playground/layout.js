// Where everything in the drawing of a network stands.

/** @typedef {number[]} Place x and y */

const BOTTOM = 26; // below the units: a line that explains
const USUAL = {
  sides: [66, 34], // from the sides to the middle of the outer units
  top: 64, // above the units: two rows of buttons
  largest: 36, // side of a unit
  pitch: 46, // between two units of a layer, at most
};
const FEW = { sides: [76, 50], top: 30, largest: 76, pitch: 84 };

/**
 * @param {number} width
 * @param {number[]} counts of the units in each column, inputs first
 * @param {number} height at most
 * @param {boolean} few whether there are no buttons: what is left is large
 */
export function layout(width, counts, height, few) {
  const { sides, largest, pitch: most, ...usual } = few ? FEW : USUAL;
  const longest = Math.max(...counts);
  const between = width - sides[0] - sides[1];
  const apart = between / (counts.length - 1);
  const close = apart < 50; // buttons below each other
  const top = usual.top + (close ? 26 : 0);
  const room = few
    ? Math.min(height - top - BOTTOM, longest * most)
    : height - top - BOTTOM;
  const pitch = Math.min(most, room / longest);
  const tile = Math.floor(Math.min(largest, pitch - 5, 0.58 * apart));
  const middle = top + room / 2;
  /** By column and unit. @type {Place[][]} */
  const places = counts.map((n, column) =>
    Array.from({ length: n }, (_, k) => [
      Math.round(sides[0] + column * apart),
      Math.round(middle + (k - (n - 1) / 2) * pitch),
    ]),
  );
  const center = sides[0] + between / 2;
  return { places, tile, center, close, height: top + room + BOTTOM };
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
