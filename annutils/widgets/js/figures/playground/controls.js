// The settings of the playground that few readers change.

import { h } from "../../parts/dom.js";
import { LISTS, SLIDERS } from "./words.js";

/** @import { Figure } from "../../parts/figure.js" */

/** @param {Figure} figure */
export function moreControls(figure) {
  const lists = Object.entries(LISTS).map(([key, [name, text]]) =>
    figure.control(key, name, text),
  );
  const sliders = Object.entries(SLIDERS).map(([key, [name, text, format]]) =>
    figure.control(key, name, text, { format }),
  );
  return h("div", { class: "controls" }, lists, sliders);
}
