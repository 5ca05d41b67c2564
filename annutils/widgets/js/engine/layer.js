// The three matrix products of a dense layer, on rows that lie one behind the other.
// A is (m, p), W (p, n) as in Keras, Z and dZ (m, n).

let zeros = new Float64Array(16);

/**
 * Z = A W + b
 * @param {Float64Array} A
 * @param {Float64Array} W
 * @param {Float64Array} b
 * @param {Float64Array} Z
 * @param {number} m
 * @param {number} p
 * @param {number} n
 */
export function affine(A, W, b, Z, m, p, n) {
  product(A, p, 1, W, n, 1, b, Z, m, p, n);
}

/**
 * dW = A' dZ and db = the sum of dZ's rows
 * @param {Float64Array} A
 * @param {Float64Array} dZ
 * @param {Float64Array} dW
 * @param {Float64Array} db
 * @param {number} m
 * @param {number} p
 * @param {number} n
 */
export function parameterGradient(A, dZ, dW, db, m, p, n) {
  product(A, 1, p, dZ, n, 1, zeroRow(n), dW, p, m, n);
  for (let k = 0; k < n; k++) {
    let sum = 0;
    for (let at = k, end = m * n; at < end; at += n) sum += dZ[at];
    db[k] = sum;
  }
}

/**
 * dA = dZ W'
 * @param {Float64Array} dZ
 * @param {Float64Array} W
 * @param {Float64Array} dA
 * @param {number} m
 * @param {number} p
 * @param {number} n
 */
export function inputGradient(dZ, W, dA, m, p, n) {
  product(dZ, n, 1, W, 1, n, zeroRow(p), dA, m, n, p);
}

/**
 * A row of n zeros, or more.
 * @param {number} n
 */
function zeroRow(n) {
  if (zeros.length < n) zeros = new Float64Array(2 * n);
  return zeros;
}

/**
 * C = A B, `start` added to each row, for any layout of A (m, p) and B (p, n): the next row of
 * A is `down` entries ahead and the next column `right`; for B, `below` and `beside`.
 * Blocks of two by four sums: a single one would wait for each addition to end.
 * @param {Float64Array} A
 * @param {number} down
 * @param {number} right
 * @param {Float64Array} B
 * @param {number} below
 * @param {number} beside
 * @param {Float64Array} start
 * @param {Float64Array} C
 * @param {number} m
 * @param {number} p
 * @param {number} n
 */
function product(A, down, right, B, below, beside, start, C, m, p, n) {
  const columns = n - (n % 4);
  const rows = columns ? m - (m % 2) : 0;
  const [two, three] = [2 * beside, 3 * beside];
  for (let i = 0; i < rows; i += 2) {
    for (let k = 0; k < columns; k += 4) {
      let a = start[k];
      let b = start[k + 1];
      let c = start[k + 2];
      let d = start[k + 3];
      let e = a;
      let f = b;
      let g = c;
      let h = d;
      for (
        let j = 0, x = i * down, y = k * beside;
        j < p;
        j++, x += right, y += below
      ) {
        const first = A[x];
        const second = A[x + down];
        let w = B[y];
        a += first * w;
        e += second * w;
        w = B[y + beside];
        b += first * w;
        f += second * w;
        w = B[y + two];
        c += first * w;
        g += second * w;
        w = B[y + three];
        d += first * w;
        h += second * w;
      }
      const at = i * n + k;
      C[at] = a;
      C[at + 1] = b;
      C[at + 2] = c;
      C[at + 3] = d;
      C[at + n] = e;
      C[at + n + 1] = f;
      C[at + n + 2] = g;
      C[at + n + 3] = h;
    }
  }
  const outside = (
    /** @type {number} */ first,
    /** @type {number} */ end,
    /** @type {number} */ left,
  ) =>
    outsideBlocks(A, down, right, B, below, beside, start, C, first, end, left, p, n);
  if (columns < n) outside(0, rows, columns);
  if (rows < m) outside(rows, m, 0);
}

/**
 * The rows from `first` to `end`, from column `left` on, where no block fits.
 * @param {Float64Array} A
 * @param {number} down
 * @param {number} right
 * @param {Float64Array} B
 * @param {number} below
 * @param {number} beside
 * @param {Float64Array} start
 * @param {Float64Array} C
 * @param {number} first
 * @param {number} end
 * @param {number} left
 * @param {number} p
 * @param {number} n
 */
function outsideBlocks(
  A,
  down,
  right,
  B,
  below,
  beside,
  start,
  C,
  first,
  end,
  left,
  p,
  n,
) {
  let i = first;
  for (; i + 3 < end; i += 4) {
    for (let k = left; k < n; k++) {
      let a = start[k];
      let b = a;
      let c = a;
      let d = a;
      for (
        let j = 0, x = i * down, y = k * beside;
        j < p;
        j++, x += right, y += below
      ) {
        const w = B[y];
        a += A[x] * w;
        b += A[x + down] * w;
        c += A[x + 2 * down] * w;
        d += A[x + 3 * down] * w;
      }
      const at = i * n + k;
      C[at] = a;
      C[at + n] = b;
      C[at + 2 * n] = c;
      C[at + 3 * n] = d;
    }
  }
  for (; i < end; i++) {
    for (let k = left; k < n; k++) {
      let sum = start[k];
      for (
        let j = 0, x = i * down, y = k * beside;
        j < p;
        j++, x += right, y += below
      ) {
        sum += A[x] * B[y];
      }
      C[i * n + k] = sum;
    }
  }
}
