// Elements, made one by one: what Python says is never read as markup.

export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

export const button = (words, press, properties = {}) => {
  const made = element("button", { type: "button", textContent: words, ...properties });
  made.addEventListener("click", press);
  return made;
};

/** A link to the style of what is edited. */
export const sheet = () =>
  element("link", {
    rel: "stylesheet",
    href: new URL("live.css", import.meta.url).href,
  });

let dressed = false;

/** Gives the page this style, once; what stands in a shadow asks for it, too. */
export const dress = () => {
  if (!dressed) document.head.append(sheet());
  dressed = true;
};
