// Keeps what is read, answered and solved on a page, where the reader has asked for it.
// Where nobody has, it offers to, once, below the first question that was answered or
// the first exercise that was solved.

import { button, from, KEY, make, page, said, style } from "./parts.js";
import {
  answer,
  day,
  firstUnread,
  isDue,
  kept,
  nothing,
  OFF,
  update,
} from "./store.js";

const READING = 3000; // ms for which the end of a section that is read stays in sight
const RIGHT = ".question:has(> [data-right='true'])";
const SOLVED = ".exercise[data-solved]";

const today = () => day(new Date());

/** @param {EventTarget | null} target */
const noteAnswer = (target) => {
  if (!(target instanceof HTMLElement)) return;
  const right = target.querySelector(".verdict")?.getAttribute("data-right");
  if (right) {
    update(localStorage, KEY, (all) => {
      if (!all.answered[target.id]) all.next = goesOn(all); // not where it comes back
      answer(all, target.id, right === "true", today());
    });
    markAnswered();
  }
};

/** Say at a question that it was answered before, or that it is worth another try. */
const markAnswered = () => {
  const answered = kept(localStorage, KEY)?.answered ?? {};
  for (const { id, firstElementChild } of document.querySelectorAll(".question")) {
    firstElementChild?.querySelector(".progress-state")?.remove();
    if (!answered[id]?.right) continue;
    const words = isDue(answered[id], today()) ? said.again : said.before;
    firstElementChild?.append(make("span", { className: "progress-state" }, words));
  }
};

/** @param {Element} heading */
const title = (heading) => {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  copy.querySelector(".headerlink")?.remove();
  return copy.textContent.trim();
};

/**
 * Return where one goes on: on this page or, where all of it is read, on the next.
 * @param {import("./store.js").Progress} progress
 */
const goesOn = ({ read }) => {
  const headings = document.querySelectorAll("section:has(> .stuck) > h2");
  const sections = Array.from(headings, (heading) => ({
    address: `${page()}#${heading.parentElement?.id}`,
    title: title(heading),
  }));
  const unread = firstUnread(sections, read, said.aside);
  if (unread) return unread;
  const link = /** @type {HTMLLinkElement | null} */ (
    document.querySelector("link[rel=next]")
  );
  return link && { address: link.href.slice(from("").length), title: link.title };
};

/** @param {import("./store.js").Progress} all @param {string} id */
const noteSolved = (all, id) => {
  if (id in all.solved) return;
  all.solved[id] = today();
  all.next = goesOn(all);
};

const record = () => {
  style();
  markAnswered();
  document.addEventListener("answered", ({ target }) => noteAnswer(target));

  // A section has been read when its last line has stayed in sight for a while.
  /** @type {Map<Element, number>} */
  const timers = new Map();
  const ends = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(timers.get(target));
        if (!isIntersecting) continue;
        timers.set(
          target,
          setTimeout(() => noteEnd(target), READING),
        );
      }
    },
    { rootMargin: "-10% 0px 0px" }, // below what stays at the window's top
  );
  /** @param {Element} end */
  const noteEnd = (end) => {
    const section = end.closest("section");
    if (document.hidden || !section) return;
    ends.unobserve(end);
    update(localStorage, KEY, (all) => {
      all.read[`${page()}#${section.id}`] ??= today();
      all.next = goesOn(all);
    });
  };
  for (const end of document.querySelectorAll("section > .stuck")) ends.observe(end);

  // Exercises are solved when their check says so, or the reader.
  /** @type {Map<string, HTMLElement>} */
  const marks = new Map();
  const show = () => {
    const solved = kept(localStorage, KEY)?.solved ?? {};
    for (const [id, mark] of marks) mark.ariaPressed = String(id in solved);
  };
  for (const exercise of document.querySelectorAll(".exercise[id]")) {
    const { id } = exercise;
    const mark = button(said.solved, () => {
      update(localStorage, KEY, (all) => {
        if (id in all.solved) delete all.solved[id];
        else noteSolved(all, id);
      });
      show();
    });
    mark.className = "solved-mark";
    const name = exercise.querySelector(".admonition-title")?.textContent ?? "";
    mark.ariaLabel = `${said.solved}: ${name}`;
    marks.set(id, mark);
    exercise.querySelector(":scope > section")?.append(mark);
  }
  document.addEventListener("solved", ({ target }) => {
    const { id } = /** @type {Element} */ (target);
    update(localStorage, KEY, (all) => noteSolved(all, id));
    show();
  });
  addEventListener("storage", show);
  show();

  const next = kept(localStorage, KEY)?.next;
  const starts = document.querySelector(".starts > p");
  if (next && starts) {
    const link = { href: from(next.address), textContent: said.on + next.title };
    starts.prepend(make("a", { className: "go-on", ...link }), " ");
  }
};

/** Note what was done on the page before anything was kept. */
const noteEarlier = () =>
  update(localStorage, KEY, (all) => {
    /** @type {NodeListOf<HTMLElement>} */
    const tried = document.querySelectorAll(".question[data-tries]");
    for (const question of tried) {
      const { id, dataset } = question;
      answer(all, id, question.matches(RIGHT), today());
      all.answered[id].tries = Number(dataset.tries);
    }
    for (const { id } of document.querySelectorAll(SOLVED)) all.solved[id] = today();
    all.next = goesOn(all);
  });

const offer = () => {
  const done = document.querySelector(`${RIGHT}, ${SOLVED}`);
  if (!done || localStorage.getItem(KEY) !== null) return;
  localStorage.setItem(KEY, OFF); // nobody is asked twice
  style();
  const yes = button(said.yes, () => {
    localStorage.setItem(KEY, JSON.stringify(nothing()));
    noteEarlier();
    record();
    const link = make("a", { href: from(said.at), textContent: said.page });
    box.replaceChildren(make("p", {}, said.kept, link));
    link.focus();
  });
  const no = button(said.no, () => box.remove());
  const row = make("div", { className: "progress-row" }, yes, no);
  const box = make(
    "div",
    { className: "progress-offer" },
    make("p", {}, said.offer),
    row,
  );
  done.append(box);
};

if (kept(localStorage, KEY)) record();
else if (said.at && localStorage instanceof Storage) {
  document.addEventListener("answered", offer);
  document.addEventListener("solved", offer);
  offer();
}
