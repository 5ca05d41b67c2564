// Where a function that is known at the places of a grid is 0.

/**
 * The line on which a function of the plane is 0, in pieces: one or two for each square of
 * four neighboring places between which its sign changes.
 * @param {ArrayLike<number>} values at the n * n places, row by row
 * @param {ArrayLike<number>} places their coordinates, x and y in turn
 * @param {number} n
 */
export function zeroLine(values, places, n) {
  const pieces = [];
  for (let row = 0; row + 1 < n; row++) {
    for (let column = 0; column + 1 < n; column++) {
      const k = row * n + column;
      const side = values[k] > 0;
      const whole =
        side === values[k + 1] > 0 &&
        side === values[k + n] > 0 &&
        side === values[k + n + 1] > 0;
      if (whole) continue; // most squares, for a picture sixty times a second
      const around = [k, k + 1, k + n + 1, k + n];
      const ends = around.flatMap((from, edge) => {
        const to = around[(edge + 1) % 4];
        if (values[from] > 0 === values[to] > 0) return [];
        const t = values[from] / (values[from] - values[to]);
        const between = (/** @type {number} */ axis) =>
          places[2 * from + axis] +
          t * (places[2 * to + axis] - places[2 * from + axis]);
        return [[between(0), between(1)]];
      });
      for (let end = 0; end < ends.length; end += 2) {
        pieces.push(ends.slice(end, end + 2));
      }
    }
  }
  return pieces;
}
