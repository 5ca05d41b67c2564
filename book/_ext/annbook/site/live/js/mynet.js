// The reader's code, as text: what is kept, what it begins with, what may be uploaded.

const FILE = "mynet.py";
const LARGEST = 100_000; // bytes

/** Whether a text defines a name, by `def` or by assignment. */
const defines = (text, name) =>
  new RegExp(`^(?:(?:def|class)\\s+)?${name}\\s*[(:=]`, "m").test(text);

/** The blocks of a starter: imports first, then a function each. */
const blocks = (starter) => starter.split("\n\n\n");

/**
 * A text with what it lacks of a starter: imports at its top, functions at its end.
 *
 * @param {string} text
 * @param {string} starter
 * @param {string[]} names of the starter's functions
 */
export const completed = (text, starter, names) => {
  const lines = new Set(text.split("\n"));
  const missing = names.filter((name) => !defines(text, name));
  const all = blocks(starter);
  const imports = missing.length
    ? all.filter((block) => /^(?:import|from) /.test(block) && !lines.has(block))
    : [];
  const functions = missing.map((name) => all.find((block) => defines(block, name)));
  const parts = [imports.join("\n"), text.trim(), ...functions];
  return `${parts.filter(Boolean).join("\n\n\n")}\n`;
};

/**
 * Keeps the code of an exercise: mynet.py for all of them, or a text of its own.
 *
 * @param {Storage} storage
 * @param {string} site its path: books at one address keep code of their own
 * @param {string} label "" for mynet.py, else the exercise's
 */
export class Kept {
  constructor(storage, site, label = "") {
    this.storage = storage;
    this.key = `${label ? `code ${label}` : FILE} ${site}`;
  }

  get text() {
    return this.storage.getItem(this.key) ?? "";
  }

  set text(text) {
    this.storage.setItem(this.key, text);
  }
}

/**
 * The text of a file that somebody uploads, or why it cannot be mynet.py.
 *
 * @param {Uint8Array} bytes
 * @returns {{ text: string } | { refused: "large" | "binary" | "notebook" | "strange" }}
 */
export const uploaded = (bytes) => {
  if (bytes.length > LARGEST) return { refused: "large" };
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { refused: "binary" };
  }
  if (text.includes("\0")) return { refused: "binary" };
  if (/^\s*\{/.test(text) && text.includes('"cells"')) return { refused: "notebook" };
  if (!/^\s*def\s+\w+\s*\(/m.test(text)) return { refused: "strange" };
  return { text: text.replace(/\r\n?/g, "\n") };
};

/**
 * Python that tries a text, and prints what came out as JSON. Python reads texts and
 * lists as JSON writes them.
 *
 * @param {string} text
 * @param {string[]} names
 * @param {string} cases
 */
export const program = (text, names, cases) => {
  const given = [text, names, cases].map((each) => JSON.stringify(each));
  return `import json
from annutils.project.written import tried
print(json.dumps(tried(${given.join(", ")})))`;
};
