// Elements made in one expression.

const SVG = "http://www.w3.org/2000/svg";

/** Make an HTML element; a property that begins with "on" is a listener. */
export const h = (tag, properties, ...children) =>
  filled(document.createElement(tag), properties, children);

/** Make an SVG element. */
export const s = (tag, properties, ...children) =>
  filled(document.createElementNS(SVG, tag), properties, children);

/** Set attributes, leaving out those that are null, undefined or false; a style is an object. */
export function set(element, properties) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    // Not as an attribute, which a strict policy of the page refuses.
    else if (name === "style") Object.assign(element.style, value);
    else if (value === null || value === undefined || value === false) {
      element.removeAttribute(name);
    } else element.setAttribute(name, value === true ? "" : value);
  }
  return element;
}

function filled(element, properties, children) {
  set(element, properties);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}
