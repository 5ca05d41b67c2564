// A figure's settings in the part of the address after "#": name:key=value&key=value.

/** @import { Options, Values } from "./options.js" */

/**
 * Read the settings for a figure of this name, or null when there are none.
 * @param {string} hash
 * @param {string} name
 * @returns {Map<string, string> | null}
 */
export function readAddress(hash, name) {
  const prefix = `#${name}:`;
  if (!hash.startsWith(prefix)) return null;
  const pairs = hash.slice(prefix.length).split("&").filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const [key, ...parts] = pair.split("=");
      return [key, decoded(parts.join("="))];
    }),
  );
}

/**
 * Write values that differ from those which the page gave.
 * @param {string} name
 * @param {Options} options
 * @param {Values} values
 * @param {Values} given
 */
export function writeAddress(name, options, values, given) {
  const pairs = Object.entries(options)
    .filter(([key, option]) => option.write(values[key]) !== option.write(given[key]))
    .map(([key, option]) => `${key}=${encodeURIComponent(option.write(values[key]))}`);
  return `#${name}:${pairs.join("&")}`;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign: the option will complain
  }
}
