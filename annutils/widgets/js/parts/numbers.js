// How figures write numbers.

/**
 * With so many decimals, and the sign that the book has.
 * @param {number} value
 */
export const written = (value, digits = 2) => value.toFixed(digits).replace("-", "−");

/**
 * @param {number} share
 * @param {number} [digits]
 */
export const percent = (share, digits = 0) => `${(100 * share).toFixed(digits)}%`;
