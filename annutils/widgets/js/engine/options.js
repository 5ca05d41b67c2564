// Settings that come as text, from attributes or from the page's address: nonsense falls
// back to what was there before, with a message.

import { rounded } from "./number_text.js";

/**
 * @typedef {object} Option
 * @property {any} fallback
 * @property {string} expected what a text may be, for the message
 * @property {(text: string) => any} read undefined if the text is nonsense
 * @property {(value: any) => string} write
 * @property {number[]} [values] those that a slider offers
 * @property {[number, number]} [range] the least and the largest number
 * @property {Record<string, string>} [labels] what readers see for each word
 */

/** @typedef {Record<string, Option>} Options */
/** @typedef {Record<string, any>} Values */

/**
 * Equally spaced values, the ends included, free of rounding errors.
 * @param {number} least
 * @param {number} most
 * @param {number} step
 */
export function steps(least, most, step) {
  const count = Math.round((most - least) / step);
  return Array.from({ length: count + 1 }, (_, i) => rounded(least + i * step, 6));
}

/**
 * A number, a whole one if asked for.
 * @param {number} fallback
 * @param {number[]} values those that a slider offers, in order; others between them
 *   may come from the address
 * @param {{ range?: [number, number], whole?: boolean }} [limits] a range that is wider
 *   than the slider
 * @returns {Option}
 */
export function number(fallback, values, { range, whole = false } = {}) {
  const [least, most] = range ?? [values[0], values[values.length - 1]];
  return {
    fallback,
    expected: `${whole ? "a whole number" : "a number"} from ${least} to ${most}`,
    read(text) {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      const fits =
        value >= least && value <= most && (!whole || Number.isInteger(value));
      return fits ? value : undefined;
    },
    write: String,
    values,
    range: [least, most],
  };
}

/**
 * One of some words.
 * @param {string} fallback
 * @param {Record<string, string>} labels of each word, for readers
 * @returns {Option}
 */
export const choice = (fallback, labels) => ({
  fallback,
  expected: `one of ${Object.keys(labels).join(", ")}`,
  read: (text) => (Object.hasOwn(labels, text) ? text : undefined),
  write: String,
  labels,
});

/**
 * Several of some words, joined by "-"; at least one.
 * @param {string[]} fallback
 * @param {Record<string, string>} labels of each word, for readers
 * @returns {Option}
 */
export const several = (fallback, labels) => ({
  fallback,
  expected: `some of ${Object.keys(labels).join(", ")}, joined by "-"`,
  read(text) {
    const words = text.split("-");
    return words.every((word) => Object.hasOwn(labels, word))
      ? [...new Set(words)]
      : undefined;
  },
  write: (words) => words.join("-"),
  labels,
});

/**
 * The labels of a registry, such as ACTIVATIONS, or of some of its entries.
 * @param {Record<string, { label: string }>} registry
 * @param {string[]} [names]
 */
export const labelsOf = (registry, names = Object.keys(registry)) =>
  Object.fromEntries(names.map((name) => [name, registry[name].label]));

/**
 * A list of whole numbers joined by "-"; it may be empty.
 * @param {number[]} fallback
 * @param {{ longest: number, most: number }} limits
 * @returns {Option}
 */
export const sizes = (fallback, { longest, most }) => ({
  fallback,
  expected: `at most ${longest} numbers from 1 to ${most}, joined by "-"`,
  read(text) {
    const found = text === "" ? [] : text.split("-").map(Number);
    const fits = found.every((n) => Number.isInteger(n) && n >= 1 && n <= most);
    return fits && found.length <= longest ? found : undefined;
  },
  write: (found) => found.join("-"),
});

/**
 * Labeled points, "x,y,label" joined by "_".
 * @param {{ longest: number, reach: number }} limits
 * @returns {Option}
 */
export const pointList = ({ longest, reach }) => ({
  fallback: [],
  expected: `at most ${longest} points "x,y,0" or "x,y,1", joined by "_"`,
  read(text) {
    const found =
      text === "" ? [] : text.split("_").map((point) => point.split(",").map(Number));
    const fits = (/** @type {number[]} */ [x, y, label]) =>
      Math.abs(x) <= reach && Math.abs(y) <= reach && (label === 0 || label === 1);
    const good = found.every((point) => point.length === 3 && fits(point));
    return good && found.length <= longest ? found : undefined;
  },
  write: (/** @type {number[][]} */ points) =>
    points.map((point) => point.join(",")).join("_"),
});

/**
 * Units of hidden layers, "layer.unit" from 1 on, joined by "-"; there may be none.
 * @param {{ layers: number, units: number }} largest
 * @returns {Option}
 */
export const unitList = ({ layers, units }) => ({
  fallback: [],
  expected: `units "layer.unit", such as "1.2", joined by "-"`,
  read(text) {
    const found = text === "" ? [] : text.split("-");
    const fits = (/** @type {string} */ word) =>
      /^[1-9]\.[1-9]$/.test(word) && word[0] <= `${layers}` && word[2] <= `${units}`;
    return found.every(fits) ? [...new Set(found)] : undefined;
  },
  write: (found) => found.join("-"),
});

/**
 * Read settings of the form {name: option}.
 * @param {Options} options
 * @param {(name: string) => string | null | undefined} get the text of a name, if any
 * @param {Values} [base] values to fall back on
 * @returns {{ values: Values, complaints: string[] }}
 */
export function readOptions(options, get, base = {}) {
  /** @type {Values} */
  const values = {};
  /** @type {string[]} */
  const complaints = [];
  for (const [name, option] of Object.entries(options)) {
    values[name] = base[name] ?? option.fallback;
    const text = get(name);
    if (text === null || text === undefined) continue;
    const value = option.read(text);
    if (value !== undefined) values[name] = value;
    else {
      const kept = option.write(values[name]);
      complaints.push(
        `${name}="${text.slice(0, 40)}" is not ${option.expected}; using "${kept}".`,
      );
    }
  }
  return { values, complaints };
}
