// What all figures share: they are built when they come into sight, read their settings
// from attributes and address, follow the theme, and speak.

import { readAddress, writeAddress } from "../engine/address.js";
import { readOptions } from "../engine/options.js";
import { showAddress } from "./address_bar.js";
import { button, select, slider } from "./controls.js";
import { h } from "./dom.js";
import { addStyle } from "./style.js";
import { watchTheme } from "./theme.js";

/** @import { Options, Values } from "../engine/options.js" */

const QUIET = 1500; // milliseconds between two announcements to screen readers
const NEAR = { rootMargin: "150px" };

/**
 * Declare a field that `build` will fill, before anything reads it.
 * @template T
 * @param {new (...rest: any[]) => T} [_kind] what it will hold, where that is a class
 * @returns {T}
 */
export const later = (_kind) => /** @type {any} */ (undefined);

export class Figure extends HTMLElement {
  static title = "";
  /** @type {Options} */
  static options = {};
  static inAddress = false;

  built = false;
  stage = h("div", { class: "figure", onkeydown: keepArrows });
  status = later(HTMLElement);
  complaint = later(HTMLElement);
  live = later(HTMLElement);
  helpList = later(HTMLElement);
  /** @type {Values} */
  values = {};
  /** What the page's attributes say. @type {ReturnType<typeof readOptions> | null} */
  given = null;
  /** Pending announcement. @type {ReturnType<typeof setTimeout> | null} */
  unheard = null;
  forgetTheme = () => {};
  sight = new IntersectionObserver(
    (entries) => this.cameIntoSight(entries[entries.length - 1].isIntersecting),
    NEAR,
  );
  revisit = () => {
    if (this.addressed) this.rebuild();
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
      addStyle(shadow);
      shadow.append(this.stage, h("slot"));
    }
    this.forgetTheme = watchTheme((dark) => this.stage.classList.toggle("dark", dark));
    this.sight.observe(this);
    if (this.addressed) this.scrollIntoView();
    addEventListener("hashchange", this.revisit);
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.revisit);
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

  /** The settings that the page's address holds for this figure, if it does. */
  get addressed() {
    const named = this.kind.inAddress && this.id;
    return named ? readAddress(location.hash, this.id) : null;
  }

  /** A link to this page asks for other settings: begin anew with them. */
  rebuild() {
    this.stage.replaceChildren();
    this.construct();
    this.scrollIntoView();
  }

  /** Build the figure; if that fails, leave the picture and say so. */
  construct() {
    this.built = true;
    this.status = h("p", { class: "status" });
    this.live = h("div", { class: "hidden", role: "status" });
    this.complaint = h("p", { class: "complaint", role: "alert" });
    this.helpList = h("dl");
    const help = h("details", {}, h("summary", {}, "Help"), this.helpList);
    this.stage.setAttribute("role", "group");
    this.stage.setAttribute("aria-label", this.kind.title);
    this.attempt(() => {
      this.readSettings();
      const parts = this.build();
      const lines = [this.status, this.complaint].filter(
        (line) => !parts.includes(line),
      );
      this.stage.append(...parts, ...lines, help, this.live);
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
      this.stage.classList.remove("built");
      const reason = error instanceof Error ? error.message : error;
      this.complain(`This figure could not be built: ${reason}`);
      this.stage.replaceChildren(this.complaint);
      throw error;
    }
  }

  /** Read the page's attributes, once, then the address; nonsense falls back, with a message. */
  readSettings() {
    const { options } = this.kind;
    const texts = this.addressed;
    this.given ??= readOptions(options, (name) => this.getAttribute(name));
    const found = readOptions(options, (name) => texts?.get(name), this.given.values);
    this.values = found.values;
    this.complain([...this.given.complaints, ...found.complaints].join(" "));
  }

  /**
   * The data that the page carries within the element.
   * @param {string} missing what to say where there are none
   */
  carried(missing) {
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
    const { options, inAddress } = this.kind;
    this.values[name] = value;
    this.setAttribute(name, options[name].write(value));
    if (inAddress && this.id && this.given) {
      showAddress(writeAddress(this.id, options, this.values, this.given.values));
    }
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
