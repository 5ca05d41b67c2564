// What all figures share: they ask a question, are built when they come into sight, read
// their settings from attributes and address, follow the theme, and speak.

import { readAddress, writeAddress } from "../engine/address.js";
import { readOptions } from "../engine/options.js";
import { showAddress } from "./address_bar.js";
import { button, select, slider } from "./controls.js";
import { loadData } from "./data_file.js";
import { h } from "./dom.js";
import { addStyle } from "./style.js";
import { watchTheme } from "./theme.js";

/**
 * @import { Options, Values } from "../engine/options.js"
 * @import { Child } from "./dom.js"
 */

const QUIET = 1500; // milliseconds between two announcements to screen readers
const REST = 300; // milliseconds without a change until the address says it
const NEAR = { rootMargin: "150px" };

/**
 * Declare a field that `build` will fill, before anything reads it.
 * @template T
 * @param {new (...rest: any[]) => T} [_kind] what it will hold, where that is a class
 * @returns {T}
 */
export const later = (_kind) => /** @type {any} */ (undefined);

/**
 * Call a function when what is observed comes into sight, or leaves it.
 * @param {(inSight: boolean) => void} change
 * @param {IntersectionObserverInit} [near]
 */
export const onSight = (change, near) =>
  new IntersectionObserver(
    (entries) => change(entries[entries.length - 1].isIntersecting),
    near,
  );

export class Figure extends HTMLElement {
  /** The question that it answers. */
  static title = "";
  /** What to do first, in one line. */
  static hint = "";
  /** What it adds to the look of all figures. */
  static style = "";
  /** @type {Options} */
  static options = {};

  built = false;
  stage = h("div", { class: "figure", onkeydown: keepArrows });
  status = later(HTMLElement);
  complaint = later(HTMLElement);
  live = later(HTMLElement);
  helpList = later(HTMLElement);
  folds = later(HTMLElement);
  /** What the site keeps for it in a file beside the page. @type {any} */
  data = null;
  /** @type {Values} */
  values = {};
  /** What the page's attributes say. @type {ReturnType<typeof readOptions> | null} */
  given = null;
  /** Pending announcement. @type {ReturnType<typeof setTimeout> | null} */
  unheard = null;
  /** Pending change of the address. @type {ReturnType<typeof setTimeout> | undefined} */
  unwritten = undefined;
  forgetTheme = () => {};
  sight = onSight((inSight) => this.cameIntoSight(inSight), NEAR);
  revisit = () => {
    if (this.addressed) this.rebuild();
  };
  /** A link to what the address says already changes no address, and yet leads here. */
  follow = (/** @type {Event} */ { target }) => {
    const link = /** @type {Element} */ (target).closest("a");
    if (link && link.hash === location.hash) this.revisit();
  };

  /** The parts of the figure, from top to bottom. @returns {HTMLElement[]} */
  build() {
    return [];
  }

  /** Show the state of the figure; `build` comes before. */
  update() {}

  connectedCallback() {
    if (!this.shadowRoot) {
      const shadow = this.attachShadow({ mode: "open" });
      addStyle(shadow, this.kind.style);
      shadow.append(this.stage, h("slot"));
    }
    this.forgetTheme = watchTheme((dark) => this.stage.classList.toggle("dark", dark));
    this.sight.observe(this);
    if (this.addressed) {
      this.unfold();
      this.scrollIntoView();
    }
    this.classList.toggle("projected", this.projected);
    addEventListener("hashchange", this.revisit);
    addEventListener("click", this.follow);
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.revisit);
    removeEventListener("click", this.follow);
    clearTimeout(this.unwritten);
    this.sight.disconnect();
    this.forgetTheme();
  }

  /**
   * It came into sight, or left it.
   * @param {boolean} inSight
   */
  cameIntoSight(inSight) {
    if (inSight && !this.built) this.construct();
  }

  /** The class of this figure, with its title and options. */
  get kind() {
    return /** @type {typeof Figure} */ (this.constructor);
  }

  /** Its name in the address: its own, or the label that the page gives it. */
  get name() {
    return this.id || this.closest("figure[id]")?.id;
  }

  /** The settings that the page's address holds for this figure, if it does. */
  get addressed() {
    return this.name ? readAddress(location.hash, this.name) : null;
  }

  /** Whether the address asks for this figure alone, and large. */
  get projected() {
    const asked = new URLSearchParams(location.search).has("projector");
    return asked && this.addressed !== null;
  }

  /**
   * A link asks for other settings: begin anew with them, in sight of who followed it; from
   * the top where it is taller than the window, as its picture would cover its buttons.
   */
  rebuild() {
    this.stage.replaceChildren();
    this.construct();
    this.unfold();
    const block = this.offsetHeight > innerHeight ? "start" : "nearest";
    this.scrollIntoView({ block });
  }

  /** What is in a folded section cannot come into sight. */
  unfold() {
    this.closest("details")?.setAttribute("open", "");
  }

  /** Build the figure, with its data; if that fails, leave the picture and say so. */
  construct() {
    this.built = true;
    const { file } = this.dataset;
    if (file && !this.data) {
      loadData(file).then(
        (data) => {
          this.data = data;
          this.construct();
        },
        (error) => this.giveUp(error),
      );
      return;
    }
    this.status = h("p", { class: "status" });
    this.live = h("div", { class: "hidden", role: "status" });
    this.complaint = h("p", { class: "complaint", role: "alert" });
    this.helpList = h("dl");
    this.folds = h("div", { class: "folds" });
    const { title, hint } = this.kind;
    const question = h("p", { class: "question", id: "question" }, title);
    this.stage.setAttribute("role", "group");
    this.stage.setAttribute("aria-labelledby", "question");
    this.attempt(() => {
      this.readSettings();
      const parts = this.build();
      const lines = [this.status, this.complaint].filter(
        (line) => !parts.includes(line) && !line.parentElement,
      );
      this.fold("Help", this.helpList, this.projector());
      const asked = [question, h("p", { class: "hint" }, hint)];
      this.stage.append(...asked, ...parts, ...lines, this.folds, this.live);
      this.stage.classList.add("built");
    });
    // Drawn in a task of its own, so that no task is long.
    setTimeout(() => {
      if (this.stage.classList.contains("built")) this.attempt(() => this.update());
    });
  }

  /** @param {() => void} work */
  attempt(work) {
    try {
      work();
    } catch (error) {
      this.giveUp(error);
      throw error;
    }
  }

  /** @param {unknown} error */
  giveUp(error) {
    this.stage.classList.remove("built");
    const reason = error instanceof Error ? error.message : error;
    this.complaint = h("p", { class: "complaint", role: "alert" });
    this.complain(`This figure could not be built: ${reason}`);
    this.stage.replaceChildren(this.complaint);
  }

  /**
   * Put what few readers need under a word.
   * @param {string} name
   * @param {...(Child | Child[])} parts
   */
  fold(name, ...parts) {
    const fold = h("details", {}, h("summary", {}, name), ...parts);
    this.folds.append(fold);
    return fold;
  }

  /** A link to this figure alone, in large type; from there, back to its page. */
  projector() {
    if (!this.name) return null;
    const page = location.href.replace(/[?#].*/, "");
    const [query, words] = this.projected
      ? ["", "Back to the page"]
      : ["?projector", "This figure alone, for a projector"];
    const link = h("a", {}, words);
    // Not before it is followed: the settings change.
    const aim = () => link.setAttribute("href", `${page}${query}${this.address}`);
    aim();
    for (const event of ["focus", "pointerenter"]) link.addEventListener(event, aim);
    return h("p", {}, link);
  }

  /** The part of the page's address that holds the settings. */
  get address() {
    const { values, given, name } = this;
    return writeAddress(name ?? "", this.kind.options, values, given?.values ?? values);
  }

  /** Settings that stay when a link names others; without them, as the page gave them. */
  get kept() {
    return {};
  }

  /** Read the page's attributes, once, then the address; nonsense falls back, with a message. */
  readSettings() {
    const { options } = this.kind;
    const texts = this.addressed;
    this.given ??= readOptions(options, (name) => this.getAttribute(name));
    const base = { ...this.given.values, ...this.kept };
    const found = readOptions(options, (name) => texts?.get(name), base);
    this.values = found.values;
    this.complain([...this.given.complaints, ...found.complaints].join(" "));
  }

  /**
   * The data that come with the element: beside the page, or in a notebook within it.
   * @param {string} missing what to say where there are none
   */
  carried(missing) {
    if (this.data) return this.data;
    const script = this.querySelector('script[type="application/json"]');
    if (!script) throw new Error(missing);
    return JSON.parse(script.textContent ?? "");
  }

  /**
   * Change a setting; attributes and address follow.
   * @param {string} name
   * @param {any} value
   */
  change(name, value) {
    this.values[name] = value;
    this.setAttribute(name, this.kind.options[name].write(value));
    if (!this.name) return;
    // Browsers refuse an address for each picture of a drag.
    clearTimeout(this.unwritten);
    this.unwritten = setTimeout(() => showAddress(this.address), REST);
  }

  /**
   * The reader has chosen a setting by a control.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    this.update();
  }

  /**
   * Use what is closest in the figure's data; say so if another was asked for.
   * @param {string} name
   * @param {number} value
   */
  useNearest(name, value) {
    const wanted = this.values[name];
    if (this.hasAttribute(name) && value !== wanted) {
      this.complaint.append(` No ${name}="${wanted}" here; using "${value}".`);
    }
    this.values[name] = value;
  }

  /** @param {string} text */
  complain(text) {
    this.complaint.textContent = text;
  }

  /**
   * Show a line of text; screen readers hear it now and then, not sixty times a second.
   * @param {string} text
   */
  showStatus(text) {
    if (this.status.textContent === text) return;
    this.status.textContent = text;
    this.unheard ??= setTimeout(() => {
      this.unheard = null;
      this.live.textContent = this.status.textContent;
    }, QUIET);
  }

  /**
   * A button with its line in the help.
   * @param {string} name
   * @param {() => void} press
   * @param {string} text
   * @param {boolean} [main] whether it is the first to press
   */
  button(name, press, text, main) {
    return button({ name, press, main, help: this.help(name, text) });
  }

  /**
   * A slider or a list for an option of one number or one word, with its line in the help.
   * @param {string} key
   * @param {string} name
   * @param {string} text
   * @param {{ format?: (value: number) => string, values?: number[] }} [look] `values`
   *   of a slider, where the figure's data decide
   */
  control(key, name, text, { format, values } = {}) {
    const option = this.kind.options[key];
    const settings = {
      name,
      value: this.values[key],
      help: this.help(name, text),
      change: (/** @type {string | number} */ value) => this.chosen(key, value),
    };
    const control = option.labels
      ? select({ ...settings, choices: Object.entries(option.labels) })
      : slider({ ...settings, values: values ?? option.values ?? [], format });
    return control.element;
  }

  /**
   * Add a line to the help; return the attributes that connect a control with it.
   * @param {string} name
   * @param {string} text
   */
  help(name, text) {
    const id = `help-${this.helpList.children.length / 2}`;
    this.helpList.append(h("dt", {}, name), h("dd", { id }, text));
    return { "aria-describedby": id, title: text };
  }
}

/**
 * JupyterLab and others move with the arrow keys; here they belong to the controls.
 * @param {KeyboardEvent} event
 */
function keepArrows(event) {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}

/**
 * Make an element known; notebooks may run this once for each figure.
 * @param {string} tag
 * @param {typeof Figure} element
 */
export function define(tag, element) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
