// For each optimizer of the descent a box to tick and its own learning rate.

import { WALKERS } from "../../engine/walk.js";
import { check } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { HELP } from "./words.js";

/** @import { Figure } from "../../parts/figure.js" */

/** @param {Figure} figure */
export function optimizerControls(figure) {
  const rows = Object.entries(WALKERS).map(([name, { label, symbol }]) => {
    const box = check({
      name: `${label} (${symbol})`,
      value: figure.values.show.includes(name),
      help: figure.help(label, `Whether ${label} walks, too.`),
      change(wanted) {
        if (!show(figure, name, wanted)) box.value = true;
      },
    });
    const rate = figure.control(
      name,
      `Rate (${symbol})`,
      `The learning rate of ${label}.`,
    );
    return h("div", {}, box.element, rate);
  });
  const beta = figure.control("beta", "Momentum β", HELP.beta);
  return h("div", { class: "controls" }, rows, beta);
}

/**
 * Let an optimizer walk or not; the last one must stay.
 * @param {Figure} figure
 * @param {string} name
 * @param {boolean} wanted
 */
function show(figure, name, wanted) {
  const before = figure.values.show;
  const shown = Object.keys(WALKERS).filter((other) =>
    other === name ? wanted : before.includes(other),
  );
  if (shown.length) figure.chosen("show", shown);
  else figure.showStatus("One of them must walk.");
  return shown.length > 0;
}
