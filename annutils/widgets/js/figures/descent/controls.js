// For each optimizer of the descent a box to tick and its own learning rate.

import { WALKERS } from "../../engine/walk.js";
import { checkbox } from "../../parts/checkbox.js";
import { h } from "../../parts/dom.js";
import { HELP } from "./words.js";

/** @import { Figure } from "../../parts/figure.js" */

/** @param {Figure} figure */
export function optimizerControls(figure) {
  const rows = Object.entries(WALKERS).map(([name, { label, symbol }]) => {
    const box = checkbox(figure, "show", name, {
      name: `${label} (${symbol})`,
      help: figure.help(label, `Whether ${label} walks, too.`),
      refusal: "One of them must walk.",
    });
    const help = `The learning rate of ${label}.`;
    return h("div", {}, box, figure.control(name, `Rate (${symbol})`, help));
  });
  const beta = figure.control("beta", "Momentum β", HELP.beta);
  return h("div", { class: "controls" }, rows, beta);
}
