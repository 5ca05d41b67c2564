// Python's colors for code that is being written, by the classes that Pygments uses.
import { element } from "./elements.js";

// What is not closed yet ends with its line; with three quotes, with the code.
const QUOTED = ['"""', "'''", '"', "'"].map((quote) => {
  const [inside, end] =
    quote.length > 1 ? [String.raw`[^\\]`, "(?![^])"] : [String.raw`[^\\\n]`, "$"];
  return `${quote}(?:${inside}|\\\\[^])*?(?:${quote}|${end})`;
});
const KEYWORDS =
  "False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|" +
  "except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|" +
  "return|try|while|with|yield";
const TOKEN = new RegExp(
  [
    "(?<c>#.*)",
    `(?<s>\\b[bfruBFRU]{1,2}(?=["'])(?:${QUOTED.join("|")})|${QUOTED.join("|")})`,
    String.raw`(?<m>\b(?:0[xob][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?))`,
    String.raw`(?<k>\b(?:${KEYWORDS})\b)`,
    String.raw`\w+`,
  ].join("|"),
  "gm",
);

/**
 * Return code as texts and elements, whose texts together are the code.
 *
 * @param {string} code
 * @returns {(string | HTMLElement)[]}
 */
export const colored = (code) => {
  const parts = [];
  let done = 0;
  for (const { 0: text, index, groups } of code.matchAll(TOKEN)) {
    const [className] = Object.keys(groups).filter((name) => groups[name]);
    if (!className) continue;
    parts.push(code.slice(done, index), element("span", { className }, text));
    done = index + text.length;
  }
  return [...parts, code.slice(done)];
};
