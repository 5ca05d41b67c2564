// The page "Your progress": what is kept, chapter by chapter, and what to do
// with it. All of it enters the page as text.

import { button, from, KEY, make, said, style } from "./parts.js";
import { day, deck, isDue, kept, merged, nothing, OFF, parsed } from "./store.js";

/**
 * @typedef {import("./store.js").Progress} Progress
 * @typedef {{id: string, asks: string, front: string, back: string}} Card
 * @typedef {{title: string, sections: {id: string, title: string}[],
 *   questions: Card[], exercises: string[]}} Chapter
 * @typedef {Record<string, [number, number]>} Counts What was done, and what there is.
 */

const SHORT = 100; // letters of a question in a list

/** @param {string} text @param {string[]} values */
const filled = (text, ...values) =>
  text.split("%s").reduce((begun, rest, i) => begun + values[i - 1] + rest);

/** @param {Counts} counts */
const told = (counts) =>
  Object.entries(counts)
    .filter(([, [, all]]) => all)
    .map(([name, [done, all]]) => filled(said[name], String(done), String(all)))
    .join(" · ");

/** @param {string} text */
const shortened = (text) =>
  text.length > SHORT ? `${text.slice(0, SHORT).replace(/\s+\S*$/, "")} …` : text;

/** @param {string} className @param {(Node | string)[]} children */
const paragraph = (className, ...children) => make("p", { className }, ...children);

/** Give the reader a file. @param {string} name @param {string} type @param {string} text */
const download = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href));
};

class View {
  /**
   * @param {(part: string) => HTMLElement | null} place
   * @param {{title: string, chapters: Record<string, Chapter>}} book
   */
  constructor(place, book) {
    this.place = place;
    this.book = book;
    this.status = paragraph("progress-status");
    this.status.setAttribute("role", "status");
    place("own")?.after(this.status);
  }

  /** Show what is kept now. @param {string} message */
  show(message = "") {
    const progress = kept(localStorage, KEY);
    this.status.textContent = message;
    const now = progress ? this.now(progress) : [this.off()];
    this.place("now")?.replaceChildren(...now);
    this.place("cards")?.replaceChildren(this.cards(progress));
    this.place("own")?.replaceChildren(this.own(progress));
    this.mark(progress);
  }

  /** Keep something; where there is no room, say so. @param {string} text */
  keep(text, message = "") {
    try {
      localStorage.setItem(KEY, text);
      this.show(message);
    } catch {
      this.show(said.full);
    }
  }

  off() {
    if (!(localStorage instanceof Storage)) return paragraph("", said.denied);
    const start = button(said.start, () => {
      this.keep(JSON.stringify(nothing()));
      const now = this.place("now");
      now?.setAttribute("tabindex", "-1");
      now?.focus(); // the button is gone
    });
    return make("div", {}, paragraph("", said.off), paragraph("", start));
  }

  /** @param {Progress} progress */
  now(progress) {
    const { next, answered, solved } = progress;
    const fresh = !next && !Object.keys({ ...answered, ...solved }).length;
    const parts = fresh ? [paragraph("", said.fresh)] : [];
    if (next) {
      const textContent = said.on + next.title;
      const link = make("a", {
        className: "go-on",
        href: from(next.address),
        textContent,
      });
      parts.push(paragraph("", link));
    }
    if (!fresh) parts.push(paragraph("progress-state", this.total(progress)));
    if (location.protocol === "file:") parts.push(paragraph("", said.disk));
    return [...parts, ...this.repeat(progress)];
  }

  /** Every question, with its chapter. */
  questions() {
    return Object.entries(this.book.chapters).flatMap(
      ([address, { title, questions }]) =>
        questions.map((card) => ({ ...card, address, chapter: title })),
    );
  }

  /** @param {Progress} progress */
  repeat({ answered }) {
    const today = day(new Date());
    const due = this.questions()
      .filter(({ id }) => answered[id] && isDue(answered[id], today))
      .sort((one, other) => answered[other.id].tries - answered[one.id].tries);
    const items = due.map(({ id, address, chapter, asks }) => {
      const link = make("a", { href: from(`${address}#${id}`), textContent: chapter });
      return make("li", {}, link, `: ${shortened(asks)}`);
    });
    const words = due.length ? said.due : said.later;
    return [paragraph("", words), make("ul", {}, ...items)];
  }

  /** @param {Progress | null} progress */
  own(progress) {
    const input = make("input", { type: "file", accept: ".json" });
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      const found = file && parsed(await file.text());
      if (!found) return;
      if ("refused" in found) this.show(said[found.refused]);
      else {
        const here = kept(localStorage, KEY) ?? nothing();
        this.keep(JSON.stringify(merged(here, found.progress)), said.imported);
      }
    });
    const add = make("label", { className: "button" }, said.import, input);
    if (!progress) return make("div", { className: "progress-row" }, add);
    const text = JSON.stringify(progress);
    const give = button(said.export, () =>
      download("progress.json", "application/json", text),
    );
    const erase = button(said.erase, () => {
      if (confirm(said.sure)) this.keep(OFF);
    });
    return make("div", { className: "progress-row" }, give, add, erase);
  }

  /** @param {Progress | null} progress */
  cards(progress) {
    const cards = this.questions();
    const known = cards.filter(({ id }) => progress?.answered[id]?.right);
    const give = (/** @type {typeof cards} */ some) =>
      download("cards.txt", "text/plain", deck(some, this.book.title));
    const row = make(
      "div",
      { className: "progress-row" },
      button(said.all, () => give(cards)),
      ...(known.length ? [button(said.answered, () => give(known))] : []),
    );
    return row;
  }

  /**
   * How much of a chapter was done, and how much there is.
   * @param {string} address
   * @param {Progress} progress
   * @returns {Counts}
   */
  counts(address, { read, answered, solved }) {
    const { sections, questions, exercises } = this.book.chapters[address];
    const count = (
      /** @type {any[]} */ all,
      /** @type {(one: any) => unknown} */ isDone,
    ) => /** @type {[number, number]} */ ([all.filter(isDone).length, all.length]);
    return {
      sections: count(sections, ({ id }) => `${address}#${id}` in read),
      questions: count(questions, ({ id }) => answered[id]?.right),
      exercises: count(exercises, (id) => id in solved),
    };
  }

  /** How much of the book was done. @param {Progress} progress */
  total(progress) {
    /** @type {Counts} */
    const sum = { sections: [0, 0], questions: [0, 0], exercises: [0, 0] };
    for (const address of Object.keys(this.book.chapters)) {
      for (const [name, [done, all]] of Object.entries(
        this.counts(address, progress),
      )) {
        sum[name][0] += done;
        sum[name][1] += all;
      }
    }
    return told(sum);
  }

  /** Say at each chapter what was done. @param {Progress | null} progress */
  mark(progress) {
    for (const entry of document.querySelectorAll(".can")) {
      entry.querySelector(".progress-state")?.remove();
      entry.classList.remove("done");
      const link = entry.querySelector("a");
      const chapter = link && this.book.chapters[link.href.slice(from("").length)];
      if (!chapter || !progress) continue;
      const address = link.href.slice(from("").length);
      const counts = this.counts(address, progress);
      if (!Object.values(counts).some(([done]) => done)) continue;
      link.parentElement?.after(paragraph("progress-state", told(counts)));
      const isDone = ["sections", "questions"].every((name) => {
        const [done, all] = counts[name];
        return done === all;
      });
      entry.classList.toggle("done", isDone);
    }
  }
}

/** @param {string} part @returns {HTMLElement | null} */
const place = (part) => document.querySelector(`.progress-place[data-part="${part}"]`);
const data = make("script", { src: from("_static/progress/book.js") });
data.addEventListener("load", () => {
  const view = new View(place, /** @type {any} */ (globalThis).progressBook);
  view.show();
  // Other pages may add to it meanwhile.
  addEventListener("storage", ({ key }) => key === KEY && view.show());
  addEventListener("pageshow", ({ persisted }) => persisted && view.show());
});
style();
document.head.append(data);
