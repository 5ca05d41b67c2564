// Operations of a computational graph: value, local derivatives, and how both are written.

import { sigmoid, tanh } from "./activations.js";

/** A number with four decimals, or some digits if it is small; what is less is noise. */
export function plain(value) {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-9) return "≈ 0";
  const digits = size < 1e-4 ? 2 : 4;
  const rounded = Number(size < 1 ? value.toPrecision(digits) : value.toFixed(4));
  return String(rounded).replaceAll("-", "−");
}

/** A number as it stands in a formula: in parentheses when it is negative. */
export function number(value) {
  const text = plain(value);
  return text.startsWith("−") ? `(${text})` : text;
}

/** In parentheses, of which a negative number has one pair already. */
const grouped = (text) => (text.startsWith("(") ? text : `(${text})`);

/** Of one input u: value, derivative from u and the result a, both in symbols. */
const unary = (value, derivative, symbol, prime) => ({
  value: ([u]) => value(u),
  locals: ([u], a) => [derivative(u, a)],
  formula: ([u]) => symbol(u),
  local: ([u], _, result) => prime(u, result),
});

/**
 * `value(inputs)`; `locals(inputs, value)`, the derivative with respect to each input;
 * `formula(names)` and `local(names, k, result)`, the same in symbols.
 */
export const OPERATIONS = {
  product: {
    value: ([u, v]) => u * v,
    locals: ([u, v]) => [v, u],
    formula: ([u, v]) => `${u} · ${v}`,
    local: (names, k) => names[1 - k],
  },
  difference: {
    value: ([u, v]) => u - v,
    locals: () => [1, -1],
    formula: ([u, v]) => `${u} − ${v}`,
    local: (_, k) => (k ? "(−1)" : "1"),
  },
  sum: {
    value: ([u, v]) => u + v,
    locals: () => [1, 1],
    formula: ([u, v]) => `${u} + ${v}`,
    local: () => "1",
  },
  square: unary((u) => u * u, (u) => 2 * u, (u) => `${u}²`, (u) => `2 ${u}`),
  relu: unary((u) => Math.max(0, u), (u) => (u > 0 ? 1 : 0), (u) => `relu${grouped(u)}`, (u) => `relu′(${u})`),
  tanh: unary(tanh, (_, a) => 1 - a * a, (u) => `tanh${grouped(u)}`, (_, a) => `(1 − ${a}²)`),
  sigmoid: unary(sigmoid, (_, a) => a * (1 - a), (u) => `σ${grouped(u)}`, (_, a) => `${a} (1 − ${a})`),
  /** w1 x1 + w2 x2 + b, of the inputs w1, x1, w2, x2, b */
  affine: {
    value: ([w, x, v, y, b]) => w * x + v * y + b,
    locals: ([w, x, v, y]) => [x, w, y, v, 1],
    formula: ([w, x, v, y, b]) => `${w} · ${x} + ${v} · ${y} + ${b}`,
    local: ([w, x, v, y], k) => [x, w, y, v, "1"][k],
  },
  /** (u - v)^2 */
  error: {
    value: ([u, v]) => (u - v) ** 2,
    locals: ([u, v]) => [2 * (u - v), -2 * (u - v)],
    formula: ([u, v]) => `(${u} − ${v})²`,
    local: ([u, v], k) => (k ? `(−2) (${u} − ${v})` : `2 (${u} − ${v})`),
  },
};
