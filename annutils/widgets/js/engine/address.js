// A figure's settings in the part of the address after "#": name:key=value&key=value.

/** Read the settings for a figure of this name, or null when there are none. */
export function readAddress(hash, name) {
  const prefix = `#${name}:`;
  if (!hash.startsWith(prefix)) return null;
  const pairs = hash.slice(prefix.length).split("&").filter(Boolean);
  const entries = pairs.map((pair) => {
    const [key, ...rest] = pair.split("=");
    return [key, decoded(rest.join("="))];
  });
  return new Map(entries);
}

/** Write values that differ from those which the page gave. */
export function writeAddress(name, options, values, given) {
  const pairs = Object.entries(options)
    .filter(([key, option]) => option.write(values[key]) !== option.write(given[key]))
    .map(([key, option]) => `${key}=${encodeURIComponent(option.write(values[key]))}`);
  return `#${name}:${pairs.join("&")}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign: the option will complain
  }
}
