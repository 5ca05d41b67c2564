// Settings that come as text, from attributes or from the page's address: nonsense falls
// back to what was there before, with a message.

/** A number from `least` to `most`, a whole one if asked for. */
export const number = (fallback, least, most, { whole = false } = {}) => ({
  fallback,
  expected: `${whole ? "a whole number" : "a number"} from ${least} to ${most}`,
  read(text) {
    const value = text.trim() === "" ? NaN : Number(text);
    const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
    return fits ? value : undefined;
  },
  write: String,
});

/** One of a list of words. */
export const choice = (fallback, words) => ({
  fallback,
  expected: `one of ${words.join(", ")}`,
  read: (text) => (words.includes(text) ? text : undefined),
  write: String,
});

/** Several of a list of words, joined by "-"; at least one. */
export const several = (fallback, words) => ({
  fallback,
  expected: `some of ${words.join(", ")}, joined by "-"`,
  read(text) {
    const found = text.split("-");
    return found.every((word) => words.includes(word)) ? [...new Set(found)] : undefined;
  },
  write: (value) => value.join("-"),
});

/** A list of whole numbers joined by "-"; it may be empty. */
export const sizes = (fallback, { longest, most }) => ({
  fallback,
  expected: `at most ${longest} numbers from 1 to ${most}, joined by "-"`,
  read(text) {
    const found = text === "" ? [] : text.split("-").map(Number);
    const fits = found.every((n) => Number.isInteger(n) && n >= 1 && n <= most);
    return fits && found.length <= longest ? found : undefined;
  },
  write: (value) => value.join("-"),
});

/** Labeled points, "x,y,label" joined by "_". */
export const pointList = (longest, reach) => ({
  fallback: [],
  expected: `at most ${longest} points "x,y,0" or "x,y,1", joined by "_"`,
  read(text) {
    const found = text === "" ? [] : text.split("_").map((point) => point.split(",").map(Number));
    const fits = ([x, y, label]) =>
      Math.abs(x) <= reach && Math.abs(y) <= reach && (label === 0 || label === 1);
    const good = found.every((point) => point.length === 3 && fits(point));
    return good && found.length <= longest ? found : undefined;
  },
  write: (points) => points.map((point) => point.join(",")).join("_"),
});

/**
 * Read settings of the form {name: option}.
 * @param {object} options
 * @param {(name: string) => string | null} get the text of a name, or null
 * @param {object} [base] values to fall back on
 * @returns {{values: object, complaints: string[]}}
 */
export function readOptions(options, get, base = {}) {
  const values = {};
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
