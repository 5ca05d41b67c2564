// Opens the search: on its page in place, elsewhere in a dialog over the page.

import { Engine } from "./engine.js";
import { make, panel } from "./view.js";

const IN_DIALOG = 12; // results
const ON_PAGE = 40;

const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
const root = new URL("../../", here).href;
const { searchSays: said } = /** @type {any} */ (globalThis);

const sheet = make("link", {
  rel: "stylesheet",
  href: new URL("search.css", here).href,
});
document.head.append(sheet);

/** @type {Promise<import("./view.js").Search> | undefined} */
let brought;
const bring = () =>
  new Promise((resolve, reject) => {
    const documents = make("script", { src: new URL("documents.js", here).href });
    documents.addEventListener("load", () => {
      const engine = new Engine(/** @type {any} */ (globalThis).searched);
      resolve(engine.search.bind(engine));
    });
    documents.addEventListener("error", () => {
      brought = undefined;
      reject(new Error(documents.src));
    });
    document.head.append(documents);
  });
const ready = () => {
  brought ??= bring();
  return brought;
};

const page = document.querySelector("section#search");
if (page) {
  const { all, field, show } = panel(said, root, ready, ON_PAGE);
  page.append(all);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  const start = () => field.focus();
  document.addEventListener("search", start);
  start();
  show();
} else {
  const { all, form, list, field, show } = panel(said, root, ready, IN_DIALOG);
  const dialog = make("dialog", { className: "search", ariaLabel: said.search }, all);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("click", ({ target }) => {
    // beside the panel, or on a result, which may stand on this page
    const link = target instanceof Element && target.closest("a");
    if (target === dialog || link) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // the field would be emptied first
    dialog.close();
  });
  document.body.append(dialog);
  const open = () => {
    dialog.showModal();
    field.select();
  };
  document.addEventListener("search", open);
  open();
  show();
}
