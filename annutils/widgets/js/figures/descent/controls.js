// For each optimizer of the descent a box to tick and its own learning rate.

import { WALKERS } from "../../engine/walk.js";
import { check, slider } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { STYLES } from "./view.js";

const RATES = [
  ...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.17, 0.19, 0.2, 0.21, 0.25],
  ...[0.3, 0.5, 1, 2],
];
const BETAS = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

export function optimizerControls(figure) {
  const rows = WALKERS.map((name) => {
    const { text, symbol } = STYLES[name];
    const box = check({
      ...{ name: `${text} (${symbol})`, value: figure.values.show.includes(name) },
      help: figure.help(text, `Whether ${text} walks, too.`),
      change: (wanted) => show(figure, name, wanted, box),
    });
    const help = `The learning rate of ${text}.`;
    return h("div", {}, box.element, setting(figure, name, `Rate (${symbol})`, RATES, help));
  });
  const help = "How much of its last step momentum keeps.";
  return h("div", { class: "controls" }, rows, setting(figure, "beta", "Momentum β", BETAS, help));
}

function setting(figure, name, text, values, help) {
  return slider({
    ...{ name: text, values, value: figure.values[name], help: figure.help(text, help) },
    change: (value) => {
      figure.change(name, value);
      figure.rewind();
    },
  }).element;
}

/** Let an optimizer walk or not; the last one must stay. */
function show(figure, name, wanted, box) {
  const before = figure.values.show;
  const shown = WALKERS.filter((other) => (other === name ? wanted : before.includes(other)));
  if (shown.length) {
    figure.change("show", shown);
    figure.rewind();
  } else {
    box.value = true;
    figure.say("One of them must walk.");
  }
}
