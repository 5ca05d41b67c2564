import assert from "node:assert/strict";
import test from "node:test";

// Of the page it needs only elements that hold a text.
globalThis.document = {
  createElement: () => ({
    append(text) {
      this.text = text;
    },
  }),
};
const { colored } = await import("../../../book/_ext/annbook/site/live/js/colors.js");

const CODE = `import numpy as np  # a "comment"
x = f"no # comment" + 'it\\'s'
"""Two
lines, 2."""
W1 = 1.5e-3 * a2[0] or format
open_ = "not closed
for x in []: None
`;

test("code is told apart as Pygments does, and none is lost", () => {
  const parts = colored(CODE);
  const texts = parts.map((part) => part.text ?? part);
  assert.equal(texts.join(""), CODE);
  const told = parts.filter(({ text }) => text);
  assert.deepEqual(
    told.map(({ className, text }) => `${className} ${text}`),
    [
      "k import",
      "k as",
      'c # a "comment"',
      's f"no # comment"',
      "s 'it\\'s'",
      's """Two\nlines, 2."""',
      "m 1.5e-3",
      "m 0",
      "k or",
      's "not closed',
      "k for",
      "k in",
      "k None",
    ],
  );
});
