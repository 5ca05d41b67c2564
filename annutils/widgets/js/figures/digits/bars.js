// Bars with a name and a number each, such as activations.

import { h } from "../../parts/dom.js";

export class Bars {
  /**
   * @param {string} name of the whole
   * @param {string[]} names of the bars
   * @param {(value: number) => string} format
   */
  constructor(name, names, format) {
    this.format = format;
    this.rows = names.map((text) => {
      const [bar, value] = [h("i"), h("b")];
      const parts = [h("span", {}, text), h("s", {}, bar), value];
      return { bar, value, element: h("div", { class: "bar" }, parts) };
    });
    const rows = this.rows.map(({ element }) => element);
    this.element = h("div", { class: "bars" }, h("p", { class: "title" }, name), rows);
  }

  /**
   * Show numbers.
   * @param {ArrayLike<number>} values
   * @param {number} top of which a bar's length is the share
   */
  draw(values, top) {
    this.rows.forEach(({ bar, value }, k) => {
      bar.style.width = `${top > 0 ? (100 * values[k]) / top : 0}%`;
      value.textContent = this.format(values[k]);
    });
  }
}
