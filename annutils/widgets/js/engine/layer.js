// The three matrix products of a dense layer, on rows that lie one behind the other.
// A is (m, p), W (p, n) as in Keras, Z and D (m, n).

let zeros = new Float64Array(16);

/** Z = A W + b */
export function affine(A, W, b, Z, m, p, n) {
  product(A, p, 1, W, n, 1, b, Z, m, p, n);
}

/** dW = A' D and db = the sum of D's rows */
export function parameterGradient(A, D, dW, db, m, p, n) {
  product(A, 1, p, D, n, 1, nothing(n), dW, p, m, n);
  for (let k = 0; k < n; k++) {
    let sum = 0;
    for (let d = k, end = m * n; d < end; d += n) sum += D[d];
    db[k] = sum;
  }
}

/** B = D W', the gradient with respect to A */
export function inputGradient(D, W, B, m, p, n) {
  product(D, n, 1, W, 1, n, nothing(p), B, m, n, p);
}

/** A row of n zeros, or more. */
function nothing(n) {
  if (zeros.length < n) zeros = new Float64Array(2 * n);
  return zeros;
}

/**
 * C = A B, `start` added to each row, for any layout of A (m, p) and B (p, n): the next row of
 * A is `down` entries ahead and the next column `right`; for B, `below` and `beside`.
 * Blocks of two by four sums: a single one would wait for each addition to end.
 */
function product(A, down, right, B, below, beside, start, C, m, p, n) {
  const columns = n - (n % 4);
  const rows = columns ? m - (m % 2) : 0;
  const [two, three] = [2 * beside, 3 * beside];
  for (let i = 0; i < rows; i += 2) {
    for (let k = 0; k < columns; k += 4) {
      let a = start[k], b = start[k + 1], c = start[k + 2], d = start[k + 3];
      let e = a, f = b, g = c, h = d;
      for (let j = 0, x = i * down, y = k * beside; j < p; j++, x += right, y += below) {
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
  if (columns < n) rest(A, down, right, B, below, beside, start, C, 0, rows, columns, p, n);
  if (rows < m) rest(A, down, right, B, below, beside, start, C, rows, m, 0, p, n);
}

/** The rows from `i` to `end`, from column `left` on, where no block fits. */
function rest(A, down, right, B, below, beside, start, C, i, end, left, p, n) {
  for (; i + 3 < end; i += 4) {
    for (let k = left; k < n; k++) {
      let a = start[k], b = a, c = a, d = a;
      for (let j = 0, x = i * down, y = k * beside; j < p; j++, x += right, y += below) {
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
      for (let j = 0, x = i * down, y = k * beside; j < p; j++, x += right, y += below) {
        sum += A[x] * B[y];
      }
      C[i * n + k] = sum;
    }
  }
}
