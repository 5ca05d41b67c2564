// The settings of the playground that few readers change.

import { slider } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { HELP, LISTS, SLIDERS } from "./words.js";

/** @import { Figure } from "../../parts/figure.js" */

const PACES = [1, 5, 20, 100, 1000];

/** @param {Figure & { pace: number }} figure */
export function moreControls(figure) {
  const lists = Object.entries(LISTS).map(([key, [name, text]]) =>
    figure.control(key, name, text),
  );
  const sliders = Object.entries(SLIDERS).map(([key, [name, text, format]]) =>
    figure.control(key, name, text, { format }),
  );
  const pace = slider({
    name: "Pace",
    values: PACES,
    value: figure.pace,
    help: figure.help("Pace", HELP.pace),
    change: (value) => {
      figure.pace = value;
    },
  });
  return h("div", { class: "controls" }, lists, sliders, pace.element);
}
