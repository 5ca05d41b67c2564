// Bars with a name and a number each, such as probabilities.

import { h } from "../../parts/dom.js";
import { BLUE, ORANGE } from "../../parts/palette.js";

export class Bars {
  /**
   * @param {string} name of the whole
   * @param {string[]} names of the bars
   * @param {(value: number) => string} format
   */
  constructor(name, names, format) {
    this.format = format;
    this.rows = names.map((text) => {
      const bar = h("i");
      const value = h("b");
      return { bar, value, element: h("div", { class: "bar" }, h("span", {}, text), h("s", {}, bar), value) };
    });
    const list = this.rows.map(({ element }) => element);
    this.element = h("div", { class: "bars" }, h("p", { class: "title" }, name), list);
  }

  /** Show numbers; bars are as long as the share of `top`. */
  draw(values, top, strongest = -1) {
    this.rows.forEach(({ bar, value }, k) => {
      bar.style.width = `${top > 0 ? (100 * values[k]) / top : 0}%`;
      bar.style.background = k === strongest ? ORANGE : BLUE;
      value.textContent = this.format(values[k]);
    });
  }
}
