// The settings of the playground.

import { FEATURES } from "../../engine/features.js";
import { check, select, slider, steps } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";

const percent = (share) => `${Math.round(100 * share)}%`;

/** name: [label, help, values, format] */
const SLIDERS = {
  rate: ["Learning rate", "How far each update goes.", [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]],
  batch: ["Batch size", "Points in an update.", [1, 2, 5, 10, 20, 50, 100, 200, 400]],
  l1: ["L1 penalty", "Price on the size of the hidden layers' weights; drives some to zero.", [0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1]],
  l2: ["L2 penalty", "Price on the squares of the hidden layers' weights; keeps them small.", [0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1]],
  dropout: ["Dropout", "Share of hidden units left out in each update.", steps(0, 0.8, 0.1), percent],
  noise: ["Noise", "How far the points are from where they belong.", steps(0, 1, 0.05)],
  share: ["Training share", "Share of the points to learn from; the small ones are for the test.", steps(0.1, 0.9, 0.1), percent],
  seed: ["Seed", "Chooses the points and the initial weights.", steps(0, 99, 1)],
};
const SELECTS = {
  data: ["Data", "The points to learn. Own points: put them yourself.", { blobs: "Blobs", circles: "Circles", xor: "XOR", spiral: "Spiral", moons: "Moons", own: "Own points" }],
  activation: ["Activation", "The function of the hidden units.", { tanh: "Tanh", relu: "ReLU", sigmoid: "Sigmoid", leaky_relu: "Leaky ReLU", linear: "Identity" }],
  optimizer: ["Optimizer", "The rule of the updates.", { sgd: "Gradient descent", momentum: "Momentum", rmsprop: "RMSprop", adam: "Adam" }],
};
const PACES = [1, 5, 20, 100, 1000];

export function settingControls(figure) {
  const selects = Object.entries(SELECTS).map(([key, [name, help, choices]]) =>
    select({
      ...{ name, value: figure.values[key], choices: Object.entries(choices) },
      help: figure.help(name, help),
      change: (value) => figure.chosen(key, value),
    }).element,
  );
  const sliders = Object.entries(SLIDERS).map(([key, [name, help, values, format]]) =>
    slider({
      ...{ name, values, format, value: figure.values[key], help: figure.help(name, help) },
      change: (value) => figure.chosen(key, value),
    }).element,
  );
  const pace = slider({
    ...{ name: "Pace", values: PACES, value: figure.pace },
    help: figure.help("Pace", "Updates between two pictures, as far as time allows."),
    change: (value) => (figure.pace = value),
  });
  return h("div", { class: "stack" }, [
    h("div", { class: "controls" }, selects, pace.element),
    layers(figure),
    inputs(figure),
    h("div", { class: "controls" }, sliders),
  ]);
}

/** How many hidden layers, and the units of each. */
function layers(figure) {
  const rows = h("div", { class: "controls" });
  const help = figure.help("Units", "Units of a hidden layer, 1 to 8.");
  const draw = () =>
    rows.replaceChildren(
      count.element,
      ...figure.values.layers.map((n, l) =>
        slider({
          ...{ name: `Units of layer ${l + 1}`, values: steps(1, 8, 1), value: n, help },
          change: (value) => figure.chosen("layers", figure.values.layers.with(l, value)),
        }).element,
      ),
    );
  const count = slider({
    ...{ name: "Hidden layers", values: steps(0, 6, 1), value: figure.values.layers.length },
    help: figure.help("Hidden layers", "From none to six."),
    change: (n) => {
      const { layers: before } = figure.values;
      figure.chosen("layers", Array.from({ length: n }, (_, l) => before[l] ?? 2));
      draw();
      count.input.focus(); // it was taken out and put back
    },
  });
  draw();
  return rows;
}

/** Which functions of the coordinates go in; at least one. */
function inputs(figure) {
  const help = figure.help("Inputs", "The functions of the coordinates that the network sees.");
  const boxes = Object.entries(FEATURES).map(([key, { text }]) => {
    const box = check({
      ...{ name: text, value: figure.values.inputs.includes(key), help },
      change(wanted) {
        const before = figure.values.inputs;
        const now = Object.keys(FEATURES).filter((other) => (other === key ? wanted : before.includes(other)));
        if (now.length) return figure.chosen("inputs", now);
        box.value = true;
        return figure.say("The network needs an input.");
      },
    });
    return box.element;
  });
  return h("fieldset", {}, h("legend", {}, "Inputs"), h("div", { class: "row" }, boxes));
}
