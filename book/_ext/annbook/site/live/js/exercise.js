// An exercise whose code is written and tried on the page. The code runs in the page's
// worker alone; what comes of it enters the page as text.

import { editor } from "./editor.js";
import { button, dress, element, sheet } from "./elements.js";
import { completed, Kept, program, uploaded } from "./mynet.js";
import { Stopped, settings, start, stop } from "./python.js";
import { paragraph, told } from "./report.js";

// Beside what checks.js says of buttons, and live.css of the field.
const STYLE = `
.box { border: 1px solid var(--pst-color-border); border-radius: 0.3rem;
  background: var(--pst-color-background); }
.live-code { max-height: 70vh; overflow-y: auto; }
.button { box-sizing: border-box; min-height: 2rem; border-color: var(--card-edge);
  padding: 0.25rem 0.75rem; }
.button:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
.button input { position: absolute; width: 1px; height: 1px; opacity: 0; }
p { margin: 0.3rem 0; }
.kept { color: var(--pst-color-text-muted); font-size: 0.85em; }
.solved { font-weight: 600; }
pre { margin: 0.2rem 0 0.4rem; padding-left: 1.2rem; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 0.8rem/1.5 var(--pst-font-family-monospace); }
.help { padding-left: 1.2rem; }
.line { padding: 0 0.4rem; }
a { color: var(--pst-color-link); }
`;

/** An exercise that is open: its field, its buttons, what is said. */
class Exercise {
  /**
   * @param {HTMLElement} place
   * @param {Record<string, string>} words what is said
   */
  constructor(place, words) {
    Object.assign(
      this,
      { words, running: false, before: "" },
      JSON.parse(place.dataset.given),
    );
    this.exercise = place.closest(".exercise");
    this.label = this.exercise?.id ?? "";
    const site = new URL("../../", import.meta.url).pathname;
    this.kept = new Kept(localStorage, site, this.cases ? this.label : "");
    const label = this.cases ? words.own : words.file;
    this.field = editor({ text: this.text, label, onRun: () => this.press() });
    // The field tells of what it types itself, and that does not rise.
    this.field.element.addEventListener("input", () => this.keep(), true);
    this.check = button(words.check, () => this.press(), { className: "live-run" });
    this.back = button(words.back, () => this.undo(), { hidden: true });
    this.status = element("div", { role: "status" });
    const more = this.cases
      ? [button(words.again, () => this.replace(this.starter))]
      : [this.download(), this.upload()];
    const controls = [this.check, ...more, this.back];
    const row = element("div", { className: "live-controls" }, ...controls);
    const box = element("div", { className: "box" }, this.field.element, row);
    const note = this.cases ? [] : [paragraph("kept", words.kept)];
    this.parts = [box, ...note, this.status];
  }

  /** What is kept, with what it lacks. */
  get text() {
    return completed(this.kept.text, this.starter, this.names);
  }

  keep() {
    this.kept.text = this.field.value;
  }

  say(...children) {
    this.status.replaceChildren(...children);
  }

  show(text) {
    this.field.value = text;
    this.keep();
    this.say();
  }

  /** Puts another text into the field; what stood there can be had back. */
  replace(text) {
    this.before = this.field.value;
    this.back.hidden = false;
    this.show(completed(text, this.starter, this.names));
  }

  undo() {
    this.back.hidden = true;
    this.show(this.before);
    this.field.focus();
  }

  download() {
    return button(this.words.download, () => {
      const file = new Blob([this.field.value], { type: "text/x-python" });
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

  /** Tries the code; while that runs, stops it. */
  async press() {
    if (this.running) return stop();
    this.running = true;
    this.check.textContent = this.words.stop;
    try {
      this.say(paragraph("", this.words.starting));
      const onProgress = (bytes) => {
        const megabytes = Math.round(bytes / 1e6);
        this.say(paragraph("", this.words.comes.replace("{megabytes}", megabytes)));
      };
      const python = await start({ onProgress });
      this.say(paragraph("", this.words.running));
      const source = program(this.field.value, this.names, this.cases);
      this.tell(await python.run(source));
    } catch (error) {
      const stopped = error instanceof Stopped;
      const failed = this.words.failed.replace("{reason}", error.message);
      this.say(paragraph("", stopped ? this.words.ended : failed));
    }
    this.running = false;
    this.check.textContent = this.words.check;
  }

  tell({ outputs }) {
    const texts = outputs.filter(({ kind }) => kind === "text");
    const result = JSON.parse(texts.map(({ text }) => text).join(""));
    this.say(...told(result, this.words, (line) => this.field.select(line)));
    if (!result.passed) this.field.toLeft();
    this.status.scrollIntoView({ block: "nearest" });
    if (!result.passed || !this.exercise) return;
    this.exercise.dataset.solved = "";
    this.exercise.dispatchEvent(new Event("solved", { bubbles: true }));
  }
}

/**
 * Opens an exercise.
 *
 * @param {HTMLElement} place
 */
export const open = async (place) => {
  const { words } = await settings();
  const exercise = new Exercise(place, words);
  const own = new CSSStyleSheet();
  own.replaceSync(STYLE);
  const { shadowRoot } = place;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, own];
  dress();
  shadowRoot.replaceChildren(sheet(), ...exercise.parts);
  exercise.field.focus();
  // Another page of the book may change the file, too.
  addEventListener("storage", ({ key }) => {
    if (key === exercise.kept.key) exercise.field.value = exercise.text;
  });
};
