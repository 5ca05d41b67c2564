// Words as the index knows them: in one spelling, without their endings, letters of
// formulas by their names.

// Numbers with dots stay whole; each Greek letter, ∂ and ∇ is a word; a raised or lowered
// letter ends one.
const WORD =
  /\d+(?:\.\d+)+|[\p{Script=Greek}∂∇]\p{M}*|(?:(?![\p{Script=Greek}\u02b0-\u02ff\u1d2c-\u1d6a\u2070-\u209f\u2c7c])[\p{L}\p{N}]\p{M}*)+/gu;
const LETTERS = new Map(
  Object.entries({
    ...{ α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ζ: "zeta" },
    ...{ η: "eta", θ: "theta", κ: "kappa", λ: "lambda", μ: "mu", ν: "nu", ξ: "xi" },
    ...{ π: "pi", ρ: "rho", ς: "sigma", σ: "sigma", τ: "tau", φ: "phi", χ: "chi" },
    ...{ ψ: "psi", ω: "omega", "∂": "partial", "∇": "nabla" },
  }),
);
const ACCENTS = { "\u0302": "hat", "\u0303": "tilde", "\u0304": "bar" };
// What questions and sentences are made of; no reader looks for these.
const EMPTY = new Set(
  `a about am an and are as at be been but by can could did do does for from had has have
  how i if in into is it its me much my need not of on or our should so than that the
  their them there these they this to too us vs was we were what when where which who why will
  with would you your`.split(/\s+/),
);

/**
 * @typedef {{start: number, end: number, term: string}} Word
 * A word's place in its text, and what it is in the index.
 */

/**
 * Return the words of a text that mean something.
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const term = termOf(match[0]);
    if (term) found.push({ start, end: start + match[0].length, term });
  }
  return found;
}

/**
 * Return the terms of words joined by hyphens as one: of "mini-batch", "minibatch".
 * @param {string} text
 * @param {Word[]} found The words of the text.
 */
export function joined(text, found) {
  return found.flatMap((word, k) => {
    const next = found[k + 1];
    const one = next?.start === word.end + 1 && text[word.end] === "-";
    return one ? [word.term + next.term] : [];
  });
}

/**
 * Return the terms of words that one may be about to write: of "shufflin", "shuffl".
 * @param {string} word
 */
export function begun(word) {
  return ["g", "ng", "d"].map((end) => stemmed(word + end));
}

/** @type {Map<string, string>} */
const known = new Map(); // a book repeats its words

/** @param {string} word */
function termOf(word) {
  const term = known.get(word) ?? made(word);
  known.set(word, term);
  return term;
}

/**
 * Return the term of a word; of one without meaning, "".
 * @param {string} word
 */
function made(word) {
  const [letter, ...accents] = word.normalize("NFKD").toLowerCase();
  const name = LETTERS.get(letter) ?? letter;
  if (accents.length === 1 && accents[0] in ACCENTS)
    return name + ACCENTS[/** @type {keyof typeof ACCENTS} */ (accents[0])];
  if (name !== letter) return name;
  const plain = [letter, ...accents].join("").replace(/\p{M}/gu, "");
  return EMPTY.has(plain) ? "" : stemmed(spelled(plain));
}

/**
 * Return the American spelling of a word.
 * @param {string} word
 */
function spelled(word) {
  return word
    .replace(/^(.{2,}[^aeiou])our(?!c|t|n)/, "$1or") // colour, behaviour; not four
    .replace(/^(.{3,})is(?=(e|ed|er|ers|es|ing|ation|ations)$)/, "$1iz")
    .replace(/^(.{3,})ys(?=(e|ed|es|ing)$)/, "$1yz") // analyse
    .replace(/^(.{2,}[aeiou])ll(?=(ed|ing|er|ers)$)/, "$1l") // labelled
    .replace(/^(cent|fib|met)re(?=s?$)/, "$1er")
    .replace(/^grey/, "gray")
    .replace(/^maths?$/, "mathematics");
}

/**
 * Return a word without what makes it a plural, a verb's form or a noun of a verb.
 * @param {string} word
 */
function stemmed(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  const single = word
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/([^aius])s$/, "$1")
    .replace(/^matrice$/, "matrix")
    .replace(/^(ind|vert)ice$/, "$1ex");
  return single
    .replace(/^(.{3,}iz)(?:ation|ing|ed)$/, "$1")
    .replace(/^(.*[aeiouy].*?)([bdgmnprt])\2(?:ing|ed)$/, "$1$2") // fitting
    .replace(/^(.*[aeiouy].*[^e])(?:ing|ed)$/, "$1")
    .replace(/(.{3})e$/, "$1");
}
