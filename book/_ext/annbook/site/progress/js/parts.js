// What both scripts need of a page.

const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/**
 * @type {Record<string, string> & {aside: string[]}} What is said, in the language of
 *   the book.
 */
export const said = /** @type {any} */ (globalThis).progressSays;

/** @param {string} address from the top of the site */
export const from = (address) => new URL(`../../${address}`, here).href;

/** Where progress is kept: each of several books at one address has a place of its own. */
export const KEY = `progress ${new URL(from("")).pathname}`;

/** The address of the page, from the top of the site. */
export const page = () => {
  const path = location.href.split(/[?#]/)[0].slice(from("").length);
  return path.replace(/(?:\.html)?$/, ".html");
};

/**
 * Return an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * @param {string} textContent
 * @param {() => void} press
 */
export const button = (textContent, press) => {
  const made = make("button", { type: "button", textContent });
  made.addEventListener("click", press);
  return made;
};

/** Ask for the style of what the scripts add. */
export const style = () => {
  const rel = "stylesheet";
  document.head.append(
    make("link", { rel, href: from("_static/progress/progress.css") }),
  );
};
