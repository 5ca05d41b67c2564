// Controls with a name and a help text. Each is {element, value}: setting `value` moves the
// control and does not call `change`.

import { h } from "./dom.js";

const named = (name, ...rest) => h("span", { class: "name" }, h("span", {}, name), ...rest);

/** A slider over a list of values. `format` turns a value into the text that is shown. */
export function slider({ name, values: usual, value, change, format = String, help }) {
  // A value from the page's address may lie between the usual ones.
  const values = usual.includes(value) ? usual : [...usual, value].sort((a, b) => a - b);
  const shown = h("b", { "aria-hidden": "true" });
  const input = h("input", {
    ...{ type: "range", min: 0, max: values.length - 1, step: 1 },
    ...help,
    oninput: () => {
      show();
      change(values[input.value]);
    },
  });
  const show = () => {
    shown.textContent = format(values[input.value]);
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  const control = {
    element: h("label", {}, named(name, shown), input),
    input,
    get value() {
      return values[input.value];
    },
    set value(next) {
      input.value = nearest(values, next);
      show();
    },
  };
  control.value = value;
  return control;
}

/** The index of the entry that is closest to a number. */
function nearest(values, number) {
  let best = 0;
  values.forEach((value, i) => {
    if (Math.abs(value - number) < Math.abs(values[best] - number)) best = i;
  });
  return best;
}

/** Equally spaced values, the ends included, free of rounding errors. */
export function steps(least, most, step) {
  const count = Math.round((most - least) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((least + i * step).toFixed(6)));
}

/** A choice between words; `choices` are pairs of value and text. */
export function select({ name, choices, value, change, help }) {
  const input = h(
    "select",
    { ...help, onchange: () => change(input.value) },
    choices.map(([key, text]) => h("option", { value: key }, text)),
  );
  input.value = value;
  return {
    element: h("label", {}, named(name), input),
    input,
    get value() {
      return input.value;
    },
    set value(next) {
      input.value = next;
    },
  };
}

/** A box to tick. */
export function check({ name, value, change, help }) {
  const input = h("input", {
    ...{ type: "checkbox", ...help },
    onchange: () => change(input.checked),
  });
  input.checked = value;
  return {
    element: h("label", { class: "check" }, input, h("span", {}, name)),
    input,
    get value() {
      return input.checked;
    },
    set value(next) {
      input.checked = next;
    },
  };
}

/** A button. */
export function button({ name, press, main, help }) {
  return h(
    "button",
    { type: "button", class: main && "main", ...help, onclick: press },
    name,
  );
}
