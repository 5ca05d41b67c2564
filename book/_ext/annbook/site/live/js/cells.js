// Cells that are edited and run where they stand.
import { editor } from "./editor.js";
import { button, dress, element } from "./elements.js";
import { shown } from "./outputs.js";
import { Stopped, settings, start, stop } from "./python.js";

const lives = new Map(); // the cells that were opened, by number
const ran = new WeakMap(); // for each Python, the numbers of the cells that ran in it
let chapter;
let libraries; // by the names of their modules
let busy = false;

// Opens the editor of a cell, and runs it at once: nothing is edited yet.
export const open = async (cell, number, name) => {
  const { words, dark, modules } = await settings();
  if (!chapter) {
    libraries = modules;
    const answer = await fetch(new URL(`chapters/${name}.json`, import.meta.url));
    chapter = await answer.json();
    prepare(dark);
  }
  const live = lives.get(number) ?? new Live(cell, number, words);
  lives.set(number, live);
  live.open();
  live.run();
};

// The style, and how colors of drawings become those of the dark theme.
const prepare = (dark) => {
  dress();
  const make = (tag, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes))
      made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const space = { id: "live-dark", "color-interpolation-filters": "sRGB" };
  const matrix = make("feColorMatrix", { values: dark });
  const hidden = { width: 0, height: 0, "aria-hidden": "true", class: "live-filter" };
  document.body.append(make("svg", hidden, make("filter", space, matrix)));
};

const cellAt = (number) => document.querySelectorAll("div.cell")[number];

// What compares times runs in no page (live.js), and no cell below needs it.
const isTimed = (number) => cellAt(number).matches(".tag_times");

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

class Live {
  constructor(cell, number, words) {
    Object.assign(this, { cell, number, words });
    this.input = cell.querySelector(".cell_input");
    this.code = this.input.firstElementChild;
    this.editor = editor({
      text: chapter.cells[number],
      label: words.code,
      onRun: () => this.run(),
    });
    this.runs = button(words.run, () => this.run(), { className: "live-run" });
    this.stops = button(words.stop, stop, { hidden: true });
    this.resets = button(words.reset, () => this.close());
    this.bar = element("progress", { hidden: true });
    this.status = element("span", { className: "live-status" });
    this.status.setAttribute("role", "status");
    const row = [this.runs, this.stops, this.resets, this.bar, this.status];
    if (chapter.notebook) {
      const href = new URL(`../../${chapter.notebook}`, import.meta.url).href;
      row.push(element("a", { href, textContent: words.lab, className: "live-lab" }));
    }
    this.controls = element("div", { className: "live-controls" }, ...row);
    this.output = element("div", { className: "cell_output live-output" });
  }

  open() {
    this.code.hidden = true;
    this.code.after(this.editor.element, this.controls);
    // On a phone, a keyboard would cover what the cell shows.
    if (matchMedia("(hover: hover)").matches) this.editor.focus();
  }

  // The page is again as the book has it; so is the cell, when it runs the next time.
  close() {
    if (!this.stops.hidden) stop();
    this.editor.value = chapter.cells[this.number];
    this.editor.element.remove();
    this.controls.remove();
    this.output.remove();
    for (const part of this.replaced ?? []) part.hidden = false;
    this.code.hidden = false;
    this.changed = true;
    const again = button(this.words.edit, () => {
      again.remove();
      this.open();
      this.run();
    });
    again.className = "edit-and-run";
    this.input.append(again);
    again.focus();
  }

  async run() {
    if (busy) return;
    busy = true;
    this.state(true);
    try {
      await this.through();
    } catch (error) {
      const words = error instanceof Stopped ? this.words.stopped : this.words.failed;
      this.say(fill(words, { reason: error.message }));
    }
    this.state(false);
    busy = false;
  }

  async through() {
    const { words, number } = this;
    const megabytes = Math.round(chapter.bytes / 1e6);
    const onProgress = (bytes) =>
      this.say(fill(words.loading, { megabytes }), bytes, chapter.bytes);
    this.say(words.starting);
    const { packages } = chapter;
    const python = await start({ onProgress, packages });
    if (!ran.has(python)) ran.set(python, new Set());
    const done = ran.get(python);
    let broken; // the first claim above that does not hold, and its cell
    for (let above = 0; above < number; above += 1) {
      const live = lives.get(above);
      if (isTimed(above) || (done.has(above) && !live?.changed)) continue;
      this.say(words.above, above, number);
      const source = live?.editor.value ?? chapter.cells[above];
      const result = await python.run(source, { cell: above });
      if (live?.isOpen) live.show(result);
      if (isLacking(result, python)) return this.through();
      // What is asserted is true of the book's run. On this device, or of code that was
      // edited, it may not be: the reader is told, and goes on.
      if (result.error?.kind === "AssertionError") broken ??= [result.error, above];
      else if (result.error) return this.failAbove(result.error, above);
      done.add(above);
      if (live) live.changed = false;
    }
    this.say(words.running);
    const began = performance.now();
    const result = await python.run(this.editor.value, { cell: number });
    if (isLacking(result, python)) return this.through();
    const seconds = ((performance.now() - began) / 1000).toPrecision(2);
    this.show(result);
    if (broken) this.output.append(...this.unheld(...broken));
    this.say(result.error ? "" : fill(words.done, { seconds }));
    this.changed = Boolean(result.error);
    if (!result.error) done.add(number);
  }

  get isOpen() {
    return this.controls.isConnected;
  }

  failAbove(error, above) {
    this.place([problem(error, this.words), this.there(above)]);
    this.say(this.words.broken);
  }

  // Says below the output which claim of a cell above does not hold.
  unheld({ message }, above) {
    const words = message ? `${this.words.unheld}: ${message}` : this.words.unheld;
    return [element("p", {}, words), this.there(above)];
  }

  // A button that leads to a cell.
  there(above) {
    const first = cellAt(above);
    return button(this.words.there, () => {
      for (let part = first; part; part = part.parentElement)
        if (part.localName === "details") part.open = true;
      first.scrollIntoView({ block: "center" });
      first.querySelector("textarea, button")?.focus();
    });
  }

  show({ outputs, error }) {
    const parts = shown(outputs, this.words);
    if (error) {
      parts.push(problem(error, this.words, () => this.editor.select(error.line)));
      if (error.line) this.editor.mark(error.line);
    }
    this.place(parts);
  }

  // Puts outputs where those of the book stand; a figure keeps its caption.
  place(parts) {
    this.output.replaceChildren(...parts);
    const old = this.cell.querySelector(":scope > .cell_output:not(.live-output)");
    const figure = old?.querySelector(":scope > figure");
    this.replaced = figure
      ? [...figure.children].filter((part) => part.localName !== "figcaption")
      : old
        ? [old]
        : [];
    this.replaced = this.replaced.filter((part) => part !== this.output);
    for (const part of this.replaced) part.hidden = true;
    this.output.classList.toggle("cell_output", !figure);
    if (figure) figure.prepend(this.output);
    else this.cell.append(this.output);
  }

  state(runs) {
    const had = this.controls.contains(document.activeElement);
    for (const live of lives.values()) live.runs.disabled = runs;
    this.stops.hidden = !runs;
    if (!runs) this.bar.hidden = true;
    if (had && !runs) this.runs.focus();
  }

  say(words, done, all) {
    // Screen readers say it once; the bar shows how far it is.
    if (this.status.textContent !== words) this.status.textContent = words;
    this.bar.hidden = words === "" || !busy;
    if (all) Object.assign(this.bar, { max: all, value: done });
    else this.bar.removeAttribute("value");
  }
}

// A library that few cells need comes when one asks for it. Half a cell has run then:
// Python starts anew, so that all see what they would have seen.
const isLacking = ({ error }, python) => {
  if (error?.kind !== "ModuleNotFoundError") return false;
  const [, module] = error.message.match(/'(\w+)/) ?? [];
  const name = Object.hasOwn(libraries, module) && libraries[module];
  if (!name || chapter.packages.includes(name)) return false;
  chapter.packages.push(name);
  python.stop();
  return true;
};

const problem = ({ line, kind, message }, words, press) => {
  const parts = [element("strong", {}, kind), message ? `: ${message}` : ""];
  if (line) {
    const where = fill(words.line, { line });
    parts.unshift(press ? button(where, press) : element("span", {}, where), " ");
  }
  const made = element("div", { className: "live-error" }, ...parts);
  made.setAttribute("role", "alert");
  return made;
};
