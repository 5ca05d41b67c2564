// A setting of several words.

/** @import { Option } from "./options.js" */

/**
 * Words of letters, figures and apostrophes, joined by "-".
 * @param {string} fallback
 * @param {number} most how many
 * @returns {Option}
 */
export const phrase = (fallback, most) => ({
  fallback: fallback.split("-"),
  expected: `1 to ${most} words, joined by "-"`,
  read(text) {
    const words = text.split("-");
    const fits = words.every((word) => /^[\p{L}\p{N}']+$/u.test(word));
    return fits && words.length <= most ? words : undefined;
  },
  write: (words) => words.join("-"),
});
