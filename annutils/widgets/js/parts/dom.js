// Elements made in one expression.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, any>} Properties */
/** @typedef {Node | string | null | undefined} Child */

/**
 * Make an HTML element; a property that begins with "on" is a listener.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 */
export const h = (tag, properties, ...children) =>
  filled(document.createElement(tag), properties, children);

/**
 * Make an SVG element.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 */
export const s = (tag, properties, ...children) =>
  filled(document.createElementNS(SVG, tag), properties, children);

/**
 * Set attributes, leaving out those that are null, undefined or false; a style is an
 * object.
 * @template {HTMLElement | SVGElement} E
 * @param {E} element
 * @param {Properties} [properties]
 */
export function set(element, properties = {}) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    // Not as an attribute, which a strict policy of the page refuses.
    else if (name === "style") Object.assign(element.style, value);
    else if (value === null || value === undefined || value === false) {
      element.removeAttribute(name);
    } else element.setAttribute(name, value === true ? "" : value);
  }
  return element;
}

/**
 * @template {HTMLElement | SVGElement} E
 * @param {E} element
 * @param {Properties | undefined} properties
 * @param {(Child | Child[])[]} children
 */
function filled(element, properties, children) {
  set(element, properties);
  for (const child of children.flat()) if (child != null) element.append(child);
  return element;
}
