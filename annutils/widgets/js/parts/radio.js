// One of several, each as large as what it is pressed by.

import { h } from "./dom.js";

/**
 * @import { Child, Properties } from "./dom.js"
 */

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
  h("fieldset", { class: look }, h("legend", {}, name), radios);
