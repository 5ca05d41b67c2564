// The settings of the playground.

import { FEATURES } from "../../engine/features.js";
import { steps } from "../../engine/options.js";
import { LARGEST } from "../../engine/playground.js";
import { checkbox } from "../../parts/checkbox.js";
import { slider } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { HELP, LISTS, SLIDERS } from "./words.js";

/** @import { Figure } from "../../parts/figure.js" */

const PACES = [1, 5, 20, 100, 1000];

/** @param {Figure & { pace: number }} figure */
export function settingControls(figure) {
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
  return h("div", { class: "stack" }, [
    h("div", { class: "controls" }, lists, pace.element),
    layers(figure),
    inputs(figure),
    h("div", { class: "controls" }, sliders),
  ]);
}

/**
 * How many hidden layers, and the units of each.
 * @param {Figure} figure
 */
function layers(figure) {
  const rows = h("div", { class: "controls" });
  const help = figure.help("Units", HELP.units);
  const units = (/** @type {number} */ n, /** @type {number} */ l) =>
    slider({
      name: `Units of layer ${l + 1}`,
      values: steps(1, LARGEST.units, 1),
      value: n,
      help,
      change: (value) => figure.chosen("layers", figure.values.layers.with(l, value)),
    }).element;
  const draw = () =>
    rows.replaceChildren(count.element, ...figure.values.layers.map(units));
  const count = slider({
    name: "Hidden layers",
    values: steps(0, LARGEST.layers, 1),
    value: figure.values.layers.length,
    help: figure.help("Hidden layers", HELP.layers),
    change: (n) => {
      const { layers: before } = figure.values;
      figure.chosen(
        "layers",
        Array.from({ length: n }, (_, l) => before[l] ?? 2),
      );
      draw();
      count.input.focus(); // it was taken out and put back
    },
  });
  draw();
  return rows;
}

/**
 * Which functions of the coordinates go in; at least one.
 * @param {Figure} figure
 */
function inputs(figure) {
  const help = figure.help("Inputs", HELP.inputs);
  const refusal = "The network needs an input.";
  const boxes = Object.entries(FEATURES).map(([key, { label: name }]) =>
    checkbox(figure, "inputs", key, { name, help, refusal }),
  );
  const row = h("div", { class: "row" }, boxes);
  return h("fieldset", {}, h("legend", {}, "Inputs"), row);
}
