// Finds what the book has on a query: best first, each with the sentence that says it.

import { begun, joined, words } from "./terms.js";
import MiniSearch from "./vendor/minisearch.js";

/**
 * @typedef {{kind: string, address: string, title: string, number: string,
 *   section: string, heads: string[], terms: string[], text: string[]}} Document
 * As Python writes it.
 * @typedef {{documents: Document[], synonyms: string[][],
 *   elsewhere: {address: string, topics: string[]}[]}} Searched
 * @typedef {import("./terms.js").Word} Word
 * @typedef {import("./vendor/minisearch.js").Query} Query
 * @typedef {{query: Query, apart: Set<string>}} Part
 * A word of a query, or a phrase, and then the terms of its words.
 * @typedef {{document: Document, score: number, found: {part: Part, terms: Set<string>}[]}} Hit
 * A document, and which of its terms match, for each part of the query.
 * @typedef {{document: Document, chapter: string, sentence: string,
 *   marks: {start: number, end: number}[], topic?: string}} Result
 * One with a topic says where to read on, since the book does not treat that.
 */

// What has a word in its title comes before what has it in its text.
const BOOST = { title: 9, heads: 4, chapter: 4, terms: 1.5, section: 1.5, text: 1 };
// The text comes before its figures, and they before what one looks things up in.
const KINDS = /** @type {Record<string, number>} */ ({
  ...{
    section: 1,
    exercise: 0.4,
    figure: 0.4,
    equation: 0.3,
    symbol: 0.04,
    term: 0.04,
  },
  ...{ contents: 0.04, api: 0.02, source: 0.02 },
});
// Sections that many chapters have, such as the summary, say less.
const MANY = 3;
const FORMAL = 0.4;
const EARLY = 0.3; // a book explains a thing before it uses it
const TITLE = 1.5; // for a title that has the whole query; twice that if it is the query
const WHOLE = 3; // how much less one counts that has only part of the query
const READ = 60; // that many of the best are read sentence by sentence
const TOGETHER = 1; // for a sentence that has the whole query
const SYNONYM = 0.5;
const APART = 0.15; // for the words of a phrase that do not stand together
const REFERENCE = /^(?:([a-z]+|§)\.?\s*)?(\()?(\d+(?:\.\d+)*)\)?$/i;
const NAMES = "figure table equation exercise section chapter".split(" ");
const ALIASES = /** @type {Record<string, string>} */ ({
  ...{ eqn: "equation", formula: "equation", "§": "section" },
});

/** The documents of the book, ready to be searched. */
export class Engine {
  /** @param {Searched} searched */
  constructor({ documents, synonyms, elsewhere }) {
    this.documents = documents;
    const terms = documents.filter(({ kind }) => kind === "term");
    this.phrases = new Phrases([
      ...synonyms.flat(),
      ...terms.map(({ title }) => title),
    ]);
    this.synonyms = synonyms.map((group) => group.map((each) => whole(words(each))));
    this.topics = elsewhere.flatMap(({ address, topics }) =>
      topics.map((topic) => ({ topic, address, words: words(topic) })),
    );
    /** @type {Map<string, string>} */
    this.chapters = new Map(); // titles, by page
    /** @type {Map<string, number>} */
    const times = new Map();
    for (const { address, title, number } of documents) {
      const page = address.split("#")[0];
      const chapter = `${number.replace(/^\D+/, "")} ${title}`.trim();
      if (page === address) this.chapters.set(page, chapter);
      times.set(title, (times.get(title) ?? 0) + 1);
    }
    this.formal = new Set(
      [...times.keys()].filter((title) => Number(times.get(title)) > MANY),
    );
    this.terms = new Set();
    this.index = new MiniSearch({
      fields: Object.keys(BOOST),
      extractField: (document, field) =>
        field === "chapter"
          ? this.chapter(document)
          : [document[field]].flat().join(" "),
      tokenize: (text) => {
        const found = words(text);
        const terms = [
          ...found.map(({ term }) => term),
          ...joined(text, found),
          ...this.phrases.within(found).map(whole),
        ];
        for (const term of terms) this.terms.add(term);
        return terms;
      },
      processTerm: (term) => term,
      searchOptions: {
        boost: BOOST,
        weights: { prefix: 0.4, fuzzy: 0.3 },
        tokenize: (term) => [term],
        processTerm: (term) => term,
      },
    });
    this.index.addAll(documents.map((document, id) => ({ id, ...document })));
  }

  /** @param {Document} document */
  chapter({ address }) {
    return this.chapters.get(address.split("#")[0]) ?? "";
  }

  /**
   * Return the best of what the book has on a query, and how many there are in all.
   * @param {string} query
   * @param {number} most
   * @returns {{results: Result[], count: number}}
   */
  search(query, most) {
    const asked = words(query);
    const hits = this.hits(this.parts(asked));
    const named = this.named(query);
    const known = new Set(named);
    const first = named.map((document) => ({ document, score: 0, found: [] }));
    const elsewhere = this.elsewhere(asked);
    const numbered = REFERENCE.test(query.trim()); // then a part of it is none of it
    const others = hits.filter(
      ({ document, found }) =>
        !known.has(document) &&
        document !== elsewhere[0]?.document &&
        (!numbered || found.every(({ terms }) => terms.size)),
    );
    const found = [...first, ...others];
    const results = found.slice(0, most).map((hit) => this.result(hit));
    return {
      results: [...elsewhere, ...results],
      count: elsewhere.length + found.length,
    };
  }

  /**
   * Return what a number names: "Figure 7.2", "(7.4)", "ex 7.3", "7.2".
   * @param {string} query
   */
  named(query) {
    const [match, word, bracket, number] = query.trim().match(REFERENCE) ?? [];
    if (!match) return [];
    const short = word?.toLowerCase();
    const name = word
      ? (ALIASES[short] ?? NAMES.find((name) => name.startsWith(short)) ?? "none")
      : bracket && "equation";
    return this.documents.filter((document) => {
      const [kind, its] = document.number.toLowerCase().replace(/[()]/g, "").split(" ");
      return its === number && (!name || name === kind);
    });
  }

  /**
   * Return where to read on about topics that the book does not treat.
   * @param {Word[]} asked
   * @returns {Result[]}
   */
  elsewhere(asked) {
    const found = this.topics.filter(({ words }) =>
      asked.some((_, k) => words.every(({ term }, j) => term === asked[k + j]?.term)),
    );
    return found.slice(0, 1).flatMap(({ topic, address }) => {
      const document = this.documents.find((one) => one.address === address);
      const shown = { chapter: "", sentence: "", marks: [], topic };
      return document ? [{ ...shown, document, chapter: this.chapter(document) }] : [];
    });
  }

  /**
   * Return the parts of a query: words, and phrases that mean one thing.
   * @param {Word[]} asked
   * @returns {Part[]}
   */
  parts(asked) {
    /** @type {Part[]} */
    const parts = [];
    for (let k = 0; k < asked.length; ) {
      const phrase = this.phrases.at(asked, k)[0] ?? asked.slice(k, k + 1);
      const pair = asked[k + 1] ? asked[k].term + asked[k + 1].term : "";
      const split = phrase.length === 1 && this.terms.has(pair); // "back propagation"
      const length = split ? 2 : phrase.length;
      const words = asked.slice(k, k + length).map((word) => this.word(word));
      const one = split ? pair : whole(phrase);
      const others = this.synonyms.find((group) => group.includes(one)) ?? [];
      const apart = length > 1 ? APART : 1;
      const query = {
        combineWith: "OR",
        queries: [
          ...(length > 1 ? [one] : []),
          { combineWith: "AND", queries: words, boostTerm: () => apart },
          { combineWith: "OR", queries: others, boostTerm: () => SYNONYM },
        ],
      };
      const own = length > 1 ? asked.slice(k, k + length) : [];
      parts.push({ query, apart: new Set(own.map(({ term }) => term)) });
      k += length;
    }
    return parts;
  }

  /**
   * Return the query for a word, as it is, begun or misspelled.
   * @param {Word} word
   * @returns {Query}
   */
  word({ term }) {
    const plain = !/\d/.test(term);
    const unknown = plain && !this.terms.has(term);
    const fuzzy = unknown && term.length > 3 ? 0.2 : 0;
    const ends = unknown ? begun(term).filter((other) => this.terms.has(other)) : [];
    const written = { queries: [term], prefix: plain && term.length > 1, fuzzy };
    return { combineWith: "OR", queries: [written, ...ends] };
  }

  /**
   * Return the documents that match parts of a query, best first: those that match
   * more of it, and rarer words, come before others.
   * @param {Part[]} parts
   * @returns {Hit[]}
   */
  hits(parts) {
    /** @type {Map<number, Hit & {covered: number}>} */
    const hits = new Map();
    let whole = 0;
    parts.forEach((part, k) => {
      const results = this.index.search(part.query);
      const rarity = Math.log(1 + this.documents.length / (results.length || 1));
      whole += rarity;
      for (const { id, score, match } of results) {
        const found = parts.map((part) => ({ part, terms: new Set() }));
        const document = this.documents[id];
        const hit = hits.get(id) ?? { document, score: 0, covered: 0, found };
        const early = 1 + EARLY * (1 - id / this.documents.length);
        hit.score += score * early * KINDS[document.kind];
        hit.covered += rarity;
        hit.found[k].terms = new Set(Object.keys(match));
        hits.set(id, hit);
      }
    });
    for (const hit of hits.values()) hit.score *= (hit.covered / whole) ** WHOLE;
    // What holds a part of the query alone counts where nothing holds all of it.
    const least = Math.max(...[...hits.values()].map(({ covered }) => covered));
    const full = [...hits.values()].filter(({ covered }) => covered >= least);
    const ranked = full.sort((a, b) => b.score - a.score);
    for (const hit of ranked.slice(0, READ)) {
      const { share, only } = this.held(words(hit.document.title), hit);
      const { title, number } = hit.document;
      if (!share && (this.formal.has(title) || number.startsWith("Chapter")))
        hit.score *= FORMAL;
      if (share === 1) hit.score *= only ? 2 * TITLE : TITLE;
      hit.score *= 1 + TOGETHER * this.best(hit).share;
    }
    return ranked.sort((a, b) => b.score - a.score);
  }

  /**
   * Return how much of a query a text holds, which of its words these are, and whether
   * these are all. A phrase counts in full where its words stand together.
   * @param {Word[]} text
   * @param {Hit} hit
   */
  held(text, { found }) {
    const phrases = this.phrases.within(text);
    /** @type {Set<Word>} */
    const marks = new Set();
    let [share, own] = [0, 0]; // own: words of phrases, not of their synonyms
    for (const { part, terms } of found) {
      const together = phrases.filter((phrase) => terms.has(whole(phrase))).flat();
      const held = new Set([...terms, ...together.map(({ term }) => term)]);
      const matched = text.filter(({ term }) => held.has(term));
      const single = matched.some(({ term }) => !part.apart.has(term));
      for (const word of matched) marks.add(word);
      if (matched.length) share += single || together.length ? 1 : 0.5;
      own += together.length;
    }
    share /= found.length;
    const only = marks.size === text.length;
    return { share, own, only, marks: text.filter((word) => marks.has(word)) };
  }

  /**
   * Return the sentence of a document that has most of the query.
   * @param {Hit} hit
   */
  best(hit) {
    const { text } = hit.document;
    /** @type {{sentence: string, marks: Word[], share: number, own: number}} */
    let best = { sentence: text[0] ?? "", marks: [], share: 0, own: 0 };
    for (const sentence of text) {
      const { share, own, marks } = this.held(words(sentence), hit);
      if (share > best.share || (share === best.share && own > best.own))
        best = { sentence, marks, share, own };
    }
    return best;
  }

  /**
   * Return a hit as it is shown.
   * @param {Hit} hit
   * @returns {Result}
   */
  result(hit) {
    const { sentence, marks } = this.best(hit);
    return {
      document: hit.document,
      chapter: this.chapter(hit.document),
      sentence,
      marks,
    };
  }
}

/** Words that mean one thing together, such as "learning rate". */
class Phrases {
  /** @param {string[]} texts */
  constructor(texts) {
    /** @type {Map<string, Word[][]>} */
    this.known = new Map(); // by their first words
    for (const text of texts) {
      const phrase = words(text);
      if (phrase.length < 2) continue;
      const first = phrase[0].term;
      this.known.set(first, [...(this.known.get(first) ?? []), phrase]);
    }
    for (const group of this.known.values()) group.sort((a, b) => b.length - a.length);
  }

  /**
   * Return the phrases that begin at a place in a text, the longest first.
   * @param {Word[]} text
   * @param {number} k
   */
  at(text, k) {
    const known = this.known.get(text[k].term) ?? [];
    return known.filter((one) =>
      one.every(({ term }, j) => term === text[k + j]?.term),
    );
  }

  /** @param {Word[]} text */
  within(text) {
    return text.flatMap((_, k) => this.at(text, k));
  }
}

/**
 * Return a phrase as one term of the index.
 * @param {Word[]} phrase
 */
function whole(phrase) {
  return phrase.map(({ term }) => term).join(" ");
}
