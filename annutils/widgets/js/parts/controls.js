// Controls with a name and a help text.

import { minus } from "../engine/number_text.js";
import { h } from "./dom.js";

/** @import { Child, Properties } from "./dom.js" */

/**
 * @template V
 * @typedef {object} Settings
 * @property {string} name
 * @property {V} value
 * @property {(value: V) => void} change
 * @property {Properties} [help] attributes that connect it with its help text
 */

/**
 * @param {string} name
 * @param {...Child} more
 */
const caption = (name, ...more) =>
  h("span", { class: "name" }, h("span", {}, name), ...more);

/**
 * A slider over a list of values; `put` shows another of them and does not call `change`.
 * @param {Settings<number> & { values: number[], format?: (value: number) => string }}
 *   settings `format` makes the text that is shown
 */
export function slider({ name, values: usual, value, change, format = minus, help }) {
  // A value from the page's address may lie between the usual ones.
  const values = usual.includes(value)
    ? usual
    : [...usual, value].sort((a, b) => a - b);
  const shown = h("b", { "aria-hidden": "true" });
  const current = () => values[Number(input.value)];
  const input = h("input", {
    type: "range",
    min: 0,
    max: values.length - 1,
    step: 1,
    ...help,
    oninput: () => {
      show();
      change(current());
    },
  });
  const show = () => {
    shown.textContent = format(current());
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  input.value = String(values.indexOf(value));
  show();
  const put = (/** @type {number} */ next) => {
    input.value = String(values.indexOf(next));
    show();
  };
  return { element: h("label", {}, caption(name, shown), input), input, put };
}

/**
 * A choice between words. Setting its `value` shows it and does not call `change`.
 * @param {Settings<string> & { choices: string[][] }} settings `choices` are pairs of
 *   value and text
 */
export function select({ name, choices, value, change, help }) {
  const input = h(
    "select",
    { ...help, onchange: () => change(input.value) },
    choices.map(([key, text]) => h("option", { value: key }, text)),
  );
  input.value = value;
  return {
    element: h("label", {}, caption(name), input),
    input,
    get value() {
      return input.value;
    },
    set value(next) {
      input.value = next;
    },
  };
}

/**
 * A button.
 * @param {{ name: string, press: () => void, main?: boolean, help?: Properties }} settings
 */
export function button({ name, press, main = false, help }) {
  const look = main ? "main" : null;
  return h("button", { type: "button", class: look, ...help, onclick: press }, name);
}
