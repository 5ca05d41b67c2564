// What a cell shows, as elements of the page.
import { element } from "./elements.js";

const text = ({ text }) =>
  element("div", { className: "output" }, element("pre", {}, text));

const picture = ({ svg, png }, words) => {
  const src = svg
    ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
    : `data:image/png;base64,${png}`;
  const image = element("img", { src, alt: words.picture, className: "dark-light" });
  // Pixels are drawn twice as dense as the page's.
  if (png)
    image.addEventListener("load", () => {
      image.width = image.naturalWidth / 2;
    });
  return element("div", { className: "output live-picture" }, image);
};

const table = ({ rows }) => {
  const body = element("tbody");
  for (const row of rows) {
    const line = element("tr");
    for (const [text, isHead, colSpan, rowSpan] of row) {
      const cell = element(isHead && text.trim() ? "th" : "td", { colSpan, rowSpan });
      cell.textContent = text;
      line.append(cell);
    }
    body.append(line);
  }
  const made = element("table", { className: "dataframe" }, body);
  return element("div", { className: "output text_html" }, made);
};

// An interactive figure: one of those that this page knows, by its settings.
const figure = ({ tag, settings, carried }, words) => {
  if (!/^ann-[a-z-]+$/.test(tag) || !customElements.get(tag))
    return text({ text: words.elsewhere });
  const made = element(tag, { className: "interactive" });
  for (const [name, value] of Object.entries(settings)) {
    if (/^(?!on)[a-z][a-z-]*$/.test(name)) made.setAttribute(name, value);
  }
  if (carried)
    made.append(element("script", { type: "application/json", text: carried }));
  return element("div", { className: "output text_html" }, made);
};

const kinds = { text, picture, table, figure };

export const shown = (outputs, words) =>
  outputs
    .filter(({ kind }) => Object.hasOwn(kinds, kind))
    .map((output) => kinds[output.kind](output, words));
