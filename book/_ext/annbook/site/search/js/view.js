// What a reader sees of the search: a field, how much was found, the results.

/** @typedef {import("./engine.js").Result} Result */
/** @typedef {(query: string, most: number) => {results: Result[], count: number}} Search */
/**
 * @typedef {{elsewhere: string, found: string, keys: string, lacking: string, none: string, search: string}}
 * Said What is said, in the language of the book.
 */

const LONG = 240; // letters of a sentence that are shown
const BEFORE = 60; // of them before the first that matches

/**
 * Return an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * Return a form that searches while one types, and its results.
 *
 * The arrow keys lead from the field to the results and back.
 * @param {Said} said
 * @param {string} root Address of the top of the site.
 * @param {() => Promise<Search>} ready Fails without a network; later it may not.
 * @param {number} most Results that are shown.
 */
export function panel(said, root, ready, most) {
  const field = make("input", {
    ...{ type: "search", name: "q", autocomplete: "off", spellcheck: false },
    ...{ placeholder: said.search, ariaLabel: said.search },
  });
  const status = make("p", { className: "search-status", role: "status" });
  const list = make("ol", { className: "search-results" });
  const form = make("form", { action: `${root}search.html`, role: "search" }, field);
  const all = make("div", { className: "search-panel" }, form, status, list);

  const show = async () => {
    let search;
    try {
      search = await ready();
    } catch {
      status.textContent = said.lacking;
      addEventListener("online", show, { once: true });
      return;
    }
    const query = field.value.trim();
    const { results, count } = search(query, most);
    list.replaceChildren(...results.map((one) => item(one, said, root)));
    const first = results[0]?.document.title;
    status.textContent = !query
      ? said.keys
      : first
        ? told(said.found, String(count), first)
        : said.none;
    all.dataset.query = query; // that which the results answer
  };
  field.addEventListener("input", show);
  all.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(/** @type {any} */ (document.activeElement));
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
    event.preventDefault();
  });
  return { all, field, form, list, show };
}

/**
 * Return a result as an item of the list.
 * @param {Result} result
 * @param {Said} said
 * @param {string} root
 */
function item({ document: found, chapter, sentence, marks, topic }, said, root) {
  const inside = !chapter.endsWith(found.section); // a section of the chapter
  const where = [inside ? found.section : "", chapter].filter(Boolean);
  const says = topic ? [told(said.elsewhere, topic)] : excerpt(sentence, marks);
  const link = make(
    "a",
    { href: root + found.address + (topic ? "" : directive(found.address, sentence)) },
    make("span", { className: "search-title" }, found.title),
    make("span", { className: "search-where" }, where.join(" · ")),
    make("span", { className: "search-says" }, ...says),
  );
  const one = make("li", {}, link);
  one.dataset.kind = topic ? "elsewhere" : found.kind;
  return one;
}

/**
 * Return a sentence with its marks, shortened around the first of them.
 * @param {string} sentence
 * @param {{start: number, end: number}[]} marks
 */
function excerpt(sentence, marks) {
  const from = cut(sentence, (marks[0]?.start ?? 0) - BEFORE);
  const to = cut(sentence, from + LONG);
  /** @type {(Node | string)[]} */
  const parts = [from ? "… " : ""];
  let at = from;
  for (const { start, end } of marks.filter((mark) => mark.end <= to)) {
    parts.push(sentence.slice(at, start), make("mark", {}, sentence.slice(start, end)));
    at = end;
  }
  return [...parts, sentence.slice(at, to), to < sentence.length ? " …" : ""];
}

/**
 * Return the place between words before a place, or the end of the text.
 * @param {string} text
 * @param {number} place
 */
function cut(text, place) {
  if (place >= text.length) return text.length;
  return place <= 0 ? 0 : text.lastIndexOf(" ", place) + 1;
}

/**
 * Return what makes a browser scroll to a sentence and mark it, where it can.
 * @param {string} address
 * @param {string} sentence
 */
function directive(address, sentence) {
  if (!sentence || !("fragmentDirective" in document)) return "";
  const written = sentence
    .split(" ")
    .map((word) => encodeURIComponent(word).replaceAll("-", "%2D"));
  const short = written.length < 9;
  const [start, end] = short ? [written, []] : [written.slice(0, 4), written.slice(-4)];
  const text = [start, end]
    .filter((part) => part.length)
    .map((part) => part.join("%20"));
  return `${address.includes("#") ? "" : "#"}:~:text=${text.join(",")}`;
}

/**
 * Return a text with words in the places of "%s".
 * @param {string} text
 * @param {string[]} words
 */
function told(text, ...words) {
  return words.reduce((line, word) => line.replace("%s", () => word), text);
}
