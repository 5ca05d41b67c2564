// The line where a function of the plane is zero, found from its values on a grid.

/**
 * The lines between values of different signs, as lists of places (column, row) that lie
 * between the places of the grid; a closed line ends where it begins.
 * @param {ArrayLike<number>} values n * n of them, row by row
 * @param {number} n
 * @returns {number[][][]}
 */
export function contours(values, n) {
  const links = linked(values, n);
  /** @type {number[][][]} */
  const lines = [];
  const open = [...links.keys()].filter((edge) => links.get(edge)?.length === 1);
  for (const start of [...open, ...links.keys()]) {
    const edges = walk(links, start);
    if (edges.length > 1) lines.push(edges.map((edge) => crossing(values, n, edge)));
  }
  return lines;
}

/**
 * For each edge of the grid that a line crosses, those that it goes on to. The edge from
 * place k to its right neighbor is 2 k, the one to the place below it 2 k + 1.
 * @param {ArrayLike<number>} values
 * @param {number} n
 */
function linked(values, n) {
  /** @type {Map<number, number[]>} */
  const links = new Map();
  const join = (/** @type {number} */ from, /** @type {number} */ to) => {
    for (const [edge, other] of [
      [from, to],
      [to, from],
    ]) {
      const known = links.get(edge);
      if (known) known.push(other);
      else links.set(edge, [other]);
    }
  };
  for (let row = 0; row < n - 1; row++) {
    for (let k = row * n; k < row * n + n - 1; k++) {
      const corners = [values[k], values[k + 1], values[k + 1 + n], values[k + n]];
      const signs = corners.map((value) => value > 0);
      const edges = [2 * k, 2 * (k + 1) + 1, 2 * (k + n), 2 * k + 1];
      const crossed = edges.filter((_, i) => signs[i] !== signs[(i + 1) % 4]);
      if (crossed.length === 2) join(crossed[0], crossed[1]);
      if (crossed.length < 4) continue;
      // A saddle: its middle says which two corners are joined.
      const middle = corners.reduce((sum, value) => sum + value) > 0;
      const [top, right, bottom, left] = edges;
      join(top, middle === signs[0] ? right : left);
      join(bottom, middle === signs[0] ? left : right);
    }
  }
  return links;
}

/**
 * The edges of the line that begins at one, which are taken out of the links.
 * @param {Map<number, number[]>} links
 * @param {number} start
 */
function walk(links, start) {
  const edges = [start];
  for (;;) {
    const last = edges[edges.length - 1];
    const next = links.get(last)?.[0];
    if (next === undefined) return edges;
    for (const [from, to] of [
      [last, next],
      [next, last],
    ]) {
      const others = links.get(from) ?? [];
      others.splice(others.indexOf(to), 1);
      if (!others.length) links.delete(from);
    }
    edges.push(next);
  }
}

/**
 * Where on an edge the value is zero.
 * @param {ArrayLike<number>} values
 * @param {number} n
 * @param {number} edge
 */
function crossing(values, n, edge) {
  const k = edge >> 1;
  const down = edge % 2;
  const [a, b] = [values[k], values[k + (down ? n : 1)]];
  const part = a / (a - b);
  const [column, row] = [k % n, Math.floor(k / n)];
  return down ? [column, row + part] : [column + part, row];
}
