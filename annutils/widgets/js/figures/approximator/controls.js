// The settings of the approximator.

import { TARGETS } from "../../engine/staircase.js";
import { select, slider, steps } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";

export const KINDS = { bumps: "Equal bumps", steps: "Free steps" };
const STARTS = { hand: "my steps", random: "random steps" };
const STEEPNESS = [10, 20, 30, 50, 100, 200, 500];

export function curveControls(figure) {
  const common = (key, name, text) => ({
    ...{ name, value: figure.values[key], help: figure.help(name, text) },
    change: (value) => figure.chosen(key, value),
  });
  const curves = Object.entries(TARGETS).map(([key, { text }]) => [key, text]);
  const [kinds, starts] = [Object.entries(KINDS), Object.entries(STARTS)];
  const target = common("target", "Curve", "The dashed curve, which the network is to follow.");
  const kind = common("kind", "Kind", "Bumps of equal width, or steps that you can move sideways, too.");
  const start = common("start", "Descent starts from", "Your steps, or random ones.");
  const pieces = common("pieces", "Pieces", "One step, that is one hidden unit, between each two.");
  const steepness = common("steepness", "Steepness k", "The weight of the input: how steep each step is.");
  const controls = [
    select({ ...target, choices: curves }),
    select({ ...kind, choices: kinds }),
    select({ ...start, choices: starts }),
    slider({ ...pieces, values: steps(2, 16, 1) }),
    slider({ ...steepness, values: STEEPNESS }),
  ];
  return h("div", { class: "controls" }, controls.map(({ element }) => element));
}
