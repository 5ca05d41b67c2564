// What all figures share: they are built when they come into sight, rest out of it, read
// their settings from attributes and address, follow the theme, and speak.

import { readAddress, writeAddress } from "../engine/address.js";
import { readOptions } from "../engine/options.js";
import { button } from "./controls.js";
import { h } from "./dom.js";
import { dress } from "./style.js";
import { watchTheme } from "./theme.js";
import { showAddress } from "./address_bar.js";

const QUIET = 1500; // milliseconds between two announcements to screen readers

export class Figure extends HTMLElement {
  static options = {};
  static inAddress = false;

  connectedCallback() {
    if (!this.shadowRoot) {
      // JupyterLab and others move with the arrow keys; here they belong to the controls.
      const keep = (event) => event.key.startsWith("Arrow") && event.stopPropagation();
      this.stage = h("div", { class: "figure", onkeydown: keep });
      dress(this.attachShadow({ mode: "open" })).append(this.stage, h("slot"));
    }
    this.forgetTheme = watchTheme((dark) => this.stage.classList.toggle("dark", dark));
    const near = { rootMargin: "150px" };
    this.sight = new IntersectionObserver(([...all]) => this.see(all.pop().isIntersecting), near);
    this.sight.observe(this);
    if (this.addressed) this.scrollIntoView();
    this.revisit = () => this.addressed && this.rebuild();
    addEventListener("hashchange", this.revisit);
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.revisit);
    this.sight.disconnect();
    this.forgetTheme();
    this.ticker?.stop();
  }

  /** Come into sight, or leave it. */
  see(inSight) {
    if (inSight && !this.built) this.construct();
    this.ticker?.see(inSight);
  }

  /** The settings that the page's address holds for this figure, if it does. */
  get addressed() {
    const named = this.constructor.inAddress && this.id;
    return named ? readAddress(location.hash, this.id) : null;
  }

  /** A link to this page asks for other settings: begin anew with them. */
  rebuild() {
    this.ticker?.stop();
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
    this.stage.setAttribute("aria-label", this.constructor.title);
    this.attempt(() => {
      this.readSettings();
      const parts = this.build();
      const rest = [this.status, this.complaint].filter((part) => !parts.includes(part));
      this.stage.append(...parts, ...rest, help, this.live);
      this.stage.classList.add("built");
    });
    // Drawn in a task of its own, so that no task is long.
    setTimeout(() => this.stage.classList.contains("built") && this.attempt(() => this.update()));
  }

  attempt(work) {
    try {
      work();
    } catch (error) {
      this.stage.classList.remove("built");
      this.complain(`This figure could not be built: ${error.message}`);
      this.stage.replaceChildren(this.complaint);
      throw error;
    }
  }

  /** Read the page's attributes, once, then the address; nonsense falls back, with a message. */
  readSettings() {
    const { options } = this.constructor;
    const texts = this.addressed;
    this.given ??= readOptions(options, (name) => this.getAttribute(name));
    const found = readOptions(options, (name) => texts?.get(name) ?? null, this.given.values);
    this.values = found.values;
    this.complain([...this.given.complaints, ...found.complaints].join(" "));
  }

  /** Change a setting; attributes and address follow. */
  change(name, value) {
    const { options, inAddress } = this.constructor;
    this.values[name] = value;
    this.setAttribute(name, options[name].write(value));
    if (inAddress && this.id) {
      showAddress(writeAddress(this.id, options, this.values, this.given.values));
    }
  }

  /** Use what is closest in the figure's data; say so if another was asked for. */
  settle(name, value) {
    const given = this.hasAttribute(name) && value !== this.values[name];
    if (given) this.complaint.append(` No ${name}="${this.values[name]}" here; using "${value}".`);
    this.values[name] = value;
  }

  complain(text) {
    this.complaint.textContent = text;
  }

  /** Show a line of text; screen readers hear it now and then, not sixty times a second. */
  say(text) {
    if (this.status.textContent === text) return;
    this.status.textContent = text;
    this.unheard ??= setTimeout(() => {
      this.unheard = null;
      this.live.textContent = this.status.textContent;
    }, QUIET);
  }

  /** A button with its line in the help. */
  button(name, press, text, main = false) {
    return button({ name, press, main, help: this.help(name, text) });
  }

  /** Add a line to the help; return the attributes that connect a control with it. */
  help(name, text) {
    const id = `help-${this.helpList.children.length / 2}`;
    this.helpList.append(h("dt", {}, name), h("dd", { id }, text));
    return { "aria-describedby": id, title: text };
  }
}

/** Make an element known; notebooks may run this once for each figure. */
export function define(tag, element) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
