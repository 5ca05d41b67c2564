// One of several, each as large as what it is pressed by.

import { h } from "./dom.js";

/**
 * @import { Child, Properties } from "./dom.js"
 * @import { Figure } from "./figure.js"
 */

/** @type {Record<string, number>} */
const ARROWS = { ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1 };

/**
 * @param {object} settings
 * @param {string} settings.group those of which one is chosen
 * @param {boolean} settings.checked
 * @param {() => void} settings.choose
 * @param {Properties} [settings.help] attributes that connect it with its help text
 * @param {string} [settings.look] further classes
 * @param {...(Child | Child[])} parts what it looks like
 */
export function radio({ group, checked, choose, help, look = "" }, ...parts) {
  const input = h("input", { type: "radio", name: group, ...help, onchange: choose });
  input.checked = checked;
  return h("label", { class: `pick ${look}`.trim() }, input, ...parts);
}

/**
 * @param {string} name what is chosen
 * @param {string} look
 * @param {HTMLElement[]} radios
 */
export const choices = (name, look, radios) =>
  h("fieldset", { class: look, onkeydown: walk }, h("legend", {}, name), radios);

/**
 * The words of a figure's option, one of which is chosen, with a line in the help.
 * @param {Figure} figure
 * @param {string} key of the option
 * @param {object} settings
 * @param {string} settings.name in the help
 * @param {string} settings.text
 * @param {string} settings.legend
 * @param {Record<string, string>} settings.labels of those values that are offered
 */
export function optionRadios(figure, key, { name, text, legend, labels }) {
  const help = figure.help(name, text);
  const radios = Object.entries(labels).map(([value, label]) =>
    radio(
      {
        group: key,
        checked: value === figure.values[key],
        choose: () => figure.chosen(key, value),
        help,
      },
      h("span", {}, label),
    ),
  );
  const set = choices(legend, "tools", radios);
  set.addEventListener("change", () => leave(figure, set));
  return set;
}

/**
 * Where nothing is chosen yet, an arrow key only moves on: the first choice may be a guess,
 * which the space bar makes.
 * @param {KeyboardEvent & { currentTarget: HTMLElement }} event
 */
function walk(event) {
  const step = ARROWS[event.key];
  const inputs = [...event.currentTarget.querySelectorAll("input")];
  if (!step || inputs.some(({ checked }) => checked)) return;
  event.preventDefault();
  const at = inputs.indexOf(/** @type {HTMLInputElement} */ (event.target));
  inputs[(at + step + inputs.length) % inputs.length].focus();
}

/**
 * A question may go once it is answered: then the keyboard is at the answer.
 * @param {Figure} figure
 * @param {HTMLElement} set
 */
function leave({ shadowRoot, status }, set) {
  if (set.checkVisibility() || !set.contains(shadowRoot?.activeElement ?? null)) return;
  status.tabIndex = -1;
  status.focus({ preventScroll: true });
}
