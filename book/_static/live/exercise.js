// An exercise whose code is written and tried on the page. The code runs in the page's
// worker alone; what comes of it enters the page as text.

import { completed, Kept, program, uploaded } from "./mynet.js";
import { start } from "./python.js";
import { element, paragraph, told } from "./report.js";

// Beside what checks.js says of buttons.
const STYLE = `
textarea { box-sizing: border-box; display: block; width: 100%; max-height: 70vh;
  padding: 0.6rem 0.8rem; border: 1px solid var(--pst-color-border);
  border-radius: 0.3rem; background: var(--pst-color-background); color: inherit;
  resize: vertical; tab-size: 4; white-space: pre; overflow: auto; }
textarea, pre { font: 0.875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
/* A phone would enlarge the page to show smaller letters. */
@media (pointer: coarse) { textarea { font-size: 1rem; } }
.button:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
.button input { position: absolute; width: 1px; height: 1px; opacity: 0; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.6rem 0; }
.row > :first-child { border-color: currentColor; font-weight: 600; }
p { margin: 0.3rem 0; }
.kept { color: var(--pst-color-text-muted); font-size: 0.85em; }
.solved { font-weight: 600; }
pre { margin: 0.2rem 0 0.4rem; padding-left: 1.2rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.help { padding-left: 1.2rem; }
.line { padding: 0 0.4rem; }
`;

/**
 * A field for code, as tall as its text. Tab indents; after Escape, it leaves.
 *
 * @param {string} ariaLabel
 * @param {string} value
 * @param {() => void} run called by Enter with Shift or Ctrl
 */
const field = (ariaLabel, value, run) => {
  const area = element("textarea", { ariaLabel, value, spellcheck: false });
  area.setAttribute("autocapitalize", "off");
  const grow = () => {
    area.rows = Math.max(6, area.value.split("\n").length + 1);
  };
  let leaves = false;
  area.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      run();
    } else if (key === "Tab" && !leaves && !event.shiftKey) {
      event.preventDefault();
      area.setRangeText("    ", area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input"));
    }
    leaves = key === "Escape";
  });
  area.addEventListener("input", grow);
  grow();
  return area;
};

/** Selects a line of a field, counted from 1. */
const select = (area, line) => {
  const lines = area.value.split("\n");
  const begin = lines.slice(0, line - 1).reduce((n, each) => n + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(begin, begin + (lines[line - 1]?.length ?? 0));
};

/** An exercise that is open: its field, its buttons, what is said. */
class Exercise {
  constructor(place, words) {
    const { names, starter, cases } = JSON.parse(place.dataset.given);
    Object.assign(this, {
      words,
      starter,
      cases,
      names,
      python: null,
    });
    this.label = place.closest(".exercise")?.id ?? "";
    this.kept = new Kept(localStorage, cases ? this.label : "");
    this.area = field(cases ? words.code : "mynet.py", this.text, () => this.press());
    this.area.addEventListener("input", () => this.keep());
    this.check = this.button(words.check, () => this.press());
    this.status = element("div", { role: "status" });
    const row = element("div", { className: "row" }, this.check);
    if (cases) row.append(this.button(words.again, () => this.replace(starter)));
    else row.append(this.download(), this.upload());
    const note = cases ? [] : [paragraph("kept", words.kept)];
    this.back = this.button(words.back, () => this.undo());
    this.back.hidden = true;
    row.append(this.back);
    this.parts = [this.area, row, ...note, this.status];
  }

  /** What is kept, with what it lacks. */
  get text() {
    return completed(this.kept.text, this.starter, this.names);
  }

  keep() {
    this.kept.text = this.area.value;
  }

  button(textContent, press) {
    const made = element("button", { type: "button", textContent });
    made.addEventListener("click", press);
    return made;
  }

  say(...children) {
    this.status.replaceChildren(...children);
  }

  /** Puts another text into the field; what stood there can be had back. */
  replace(text) {
    this.before = this.area.value;
    this.back.hidden = false;
    this.show(completed(text, this.starter, this.names));
  }

  undo() {
    this.back.hidden = true;
    this.show(this.before);
    this.area.focus();
  }

  show(text) {
    this.area.value = text;
    this.area.dispatchEvent(new Event("input"));
    this.say();
  }

  download() {
    return this.button(this.words.download, () => {
      const file = new Blob([this.area.value], { type: "text/x-python" });
      const href = URL.createObjectURL(file);
      element("a", { href, download: "mynet.py" }).click();
      setTimeout(() => URL.revokeObjectURL(href));
    });
  }

  upload() {
    const input = element("input", { type: "file", accept: ".py" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const { text, refused } = uploaded(new Uint8Array(await file.arrayBuffer()));
      input.value = "";
      if (!refused) this.replace(text);
      this.say(paragraph("", this.words[refused ?? "uploaded"]));
    });
    return element("label", { className: "button" }, this.words.upload, input);
  }

  /** Tries the code; while it runs, stops it. */
  async press() {
    if (this.python) {
      this.stopped = true;
      this.python.stop();
      return;
    }
    this.stopped = false;
    this.say(paragraph("", this.words.starts));
    this.check.textContent = this.words.stop;
    try {
      this.python = await start();
      this.say(paragraph("", this.words.runs));
      const source = program(this.area.value, this.names, this.cases);
      this.tell(await this.python.run(source));
    } catch {
      this.say(paragraph("", this.words[this.stopped ? "stopped" : "failed"]));
    }
    this.python = null;
    this.check.textContent = this.words.check;
  }

  tell({ outputs }) {
    const texts = outputs.filter(({ kind }) => kind === "text");
    const result = JSON.parse(texts.map(({ text }) => text).join(""));
    this.say(...told(result, this.words, (line) => select(this.area, line)));
    if (!result.passed) return;
    const detail = { id: this.label };
    document.dispatchEvent(new CustomEvent("solved", { detail }));
  }
}

/**
 * Opens an exercise.
 *
 * @param {HTMLElement} place
 * @param {Record<string, string>} words what is said: WORDS of annbook/site/checks.py
 */
export const open = (place, words) => {
  const exercise = new Exercise(place, words);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const { shadowRoot } = place;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  shadowRoot.replaceChildren(...exercise.parts);
  exercise.area.focus();
  // Another page of the book may change the file, too.
  addEventListener("storage", ({ key }) => {
    if (key === exercise.kept.key) exercise.area.value = exercise.text;
  });
};
