// A box to tick for each word of an option of several, of which one must stay.

import { h } from "./dom.js";

/**
 * @import { Properties } from "./dom.js"
 * @import { Figure } from "./figure.js"
 */

/**
 * @param {Figure} figure
 * @param {string} key of the option
 * @param {string} word
 * @param {object} look
 * @param {string} look.name
 * @param {Properties} look.help attributes that connect it with its help text
 * @param {string} look.refusal what to say when the last word is taken away
 */
export function checkbox(figure, key, word, { name, help, refusal }) {
  const words = Object.keys(figure.kind.options[key].labels ?? {});
  const input = h("input", {
    type: "checkbox",
    ...help,
    onchange: () => {
      const chosen = words.filter((other) =>
        other === word ? input.checked : figure.values[key].includes(other),
      );
      if (chosen.length) figure.chosen(key, chosen);
      else {
        input.checked = true;
        figure.showStatus(refusal);
      }
    },
  });
  input.checked = figure.values[key].includes(word);
  return h("label", { class: "check" }, input, h("span", {}, name));
}
