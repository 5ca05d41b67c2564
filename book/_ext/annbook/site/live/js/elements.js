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
