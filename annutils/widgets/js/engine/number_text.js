// How every figure writes numbers.

/**
 * A number of so many decimals; a sum loses its rounding errors so, and 0 has no sign.
 * @param {number} value
 * @param {number} decimals
 */
export const rounded = (value, decimals) => Number(value.toFixed(decimals)) + 0;

/**
 * With the minus sign that the book has, which is no hyphen.
 * @param {number | string} number
 */
export const minus = (number) => String(number).replaceAll("-", "−");

/**
 * With so many decimals.
 * @param {number} value
 * @param {number} [decimals]
 */
export const written = (value, decimals = 2) => minus(value.toFixed(decimals));

/**
 * @param {number} share
 * @param {number} [decimals]
 */
export const percent = (share, decimals = 0) => `${(100 * share).toFixed(decimals)}%`;

/**
 * Two digits, with commas, in millions or billions.
 * @param {number} value
 */
export function counted(value) {
  const two = Number(value.toPrecision(2));
  if (two < 1e6) return two.toLocaleString("en", { maximumFractionDigits: 1 });
  return two < 1e9
    ? `${rounded(two / 1e6, 1)} million`
    : `${rounded(two / 1e9, 1)} billion`;
}

/**
 * As it stands in a formula: in parentheses when it is negative.
 * @param {string} number as one of these functions writes it
 */
export const inFormula = (number) => (number.startsWith("−") ? `(${number})` : number);

/**
 * A whole number as an exponent.
 * @param {number} value
 */
export const superscript = (value) =>
  [...String(value)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
