// A choice between few words that are all in sight: a row of buttons, one of them pressed.

import { h, set } from "./dom.js";

/** @import { Figure } from "./figure.js" */

/**
 * @param {Figure} figure
 * @param {string} key of the option
 * @param {string} name
 * @param {string} text of the help
 */
export function toggles(figure, key, name, text) {
  const help = figure.help(name, text);
  const words = Object.entries(figure.kind.options[key].labels ?? {});
  const buttons = words.map(([word, label]) => {
    const onclick = () => {
      show(word);
      figure.chosen(key, word);
    };
    return h("button", { type: "button", ...help, onclick }, label);
  });

  /** @param {string} chosen */
  function show(chosen) {
    words.forEach(([word], k) => {
      const on = word === chosen;
      set(buttons[k], { class: on ? "main" : null, "aria-pressed": String(on) });
    });
  }

  show(figure.values[key]);
  return h("div", { class: "row", role: "group", "aria-label": name }, buttons);
}
