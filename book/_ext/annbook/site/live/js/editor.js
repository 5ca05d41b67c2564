// A field for code: it grows with its text, Tab indents, and Escape, then Tab leaves it.
// Its own letters are transparent: below them lies the same text in colors.
import { colored } from "./colors.js";
import { element } from "./elements.js";

const INDENT = "    ";

export const editor = ({ text, label, onRun }) => {
  const area = element("textarea", {
    className: "live-code",
    spellcheck: false,
    autocapitalize: "off",
    autocomplete: "off",
    wrap: "off",
  });
  area.setAttribute("aria-label", label);
  const marked = element("div", { className: "live-mark", hidden: true });
  const colors = element("code");
  const below = element("pre", { className: "live-colors" }, colors);
  below.ariaHidden = "true";
  const box = element("div", { className: "live-editor" }, marked, below, area);

  const show = () => {
    marked.hidden = true;
    area.rows = area.value.split("\n").length;
    colors.replaceChildren(...colored(area.value));
  };
  area.addEventListener("scroll", () => {
    colors.style.translate = `${-area.scrollLeft}px ${-area.scrollTop}px`;
  });
  // As if typed, so that it can be undone; not all browsers do this in a text area.
  const type = (typed) => {
    if (!document.execCommand("insertText", false, typed)) {
      area.setRangeText(typed, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input"));
    }
  };

  // Where a long line was written, the beginnings of all are out of sight.
  const toLeft = () => {
    area.scrollLeft = 0;
  };

  let leaves = false;
  area.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const line = area.value.slice(0, area.selectionStart).split("\n").at(-1);
    if (key === "Enter" && (shiftKey || ctrlKey || metaKey)) {
      event.preventDefault();
      onRun();
    } else if (key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const [blank] = line.match(/^ */);
      type(`\n${blank}${line.trimEnd().endsWith(":") ? INDENT : ""}`);
    } else if (
      key === "Tab" &&
      !leaves &&
      !(shiftKey || ctrlKey || metaKey || altKey)
    ) {
      event.preventDefault();
      type(INDENT.slice(line.length % INDENT.length));
    }
    if (key !== "Shift") leaves = key === "Escape";
  });
  area.addEventListener("blur", () => {
    leaves = false;
  });
  area.addEventListener("input", show);
  area.value = text;
  show();

  return {
    element: box,
    focus: () => area.focus(),
    toLeft,
    get value() {
      return area.value;
    },
    set value(text) {
      area.value = text;
      show();
    },
    // Shows where an error came from.
    mark(line) {
      marked.style.setProperty("--line", line - 1);
      marked.hidden = false;
      toLeft();
    },
    select(line) {
      const lines = area.value.split("\n");
      const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(from, from + lines[line - 1].length);
      toLeft();
    },
  };
};
