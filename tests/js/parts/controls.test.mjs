import assert from "node:assert/strict";
import test from "node:test";

import { written } from "../page.mjs";

const parts = "../../../annutils/widgets/js/parts";
const { button, select, slider } = await import(`${parts}/controls.js`);
const { h, s, set } = await import(`${parts}/dom.js`);

const made = (settings) => {
  const changes = [];
  const control = slider({
    name: "Rate",
    values: [0.1, 0.5, 1],
    value: 0.5,
    change: (value) => changes.push(value),
    ...settings,
  });
  return { ...control, changes };
};
const shown = (input) => input.attributes["aria-valuetext"];

test("a slider goes through its values", () => {
  const { changes, input } = made({});
  assert.deepEqual(
    [input.attributes.min, input.attributes.max, input.attributes.step],
    ["0", "2", "1"],
  );
  assert.deepEqual([input.value, shown(input)], ["1", "0.5"]);
  input.value = "2";
  input.fire("input");
  assert.deepEqual([changes, shown(input)], [[1], "1"]);
});

test("a slider shows a value that was chosen elsewhere, and does not tell it again", () => {
  const { changes, input, put } = made({});
  put(0.1);
  assert.deepEqual([changes, input.value, shown(input)], [[], "0", "0.1"]);
});

test("a value from elsewhere has its place among the usual ones", () => {
  const { element, input } = made({ value: 0.7, format: (value) => `${value}!` });
  assert.deepEqual(
    [input.attributes.max, input.value, shown(input)],
    ["3", "2", "0.7!"],
  );
  assert.equal(element.children[0].textContent, "Rate0.7!");
});

test("a list of words tells which was chosen", () => {
  const changes = [];
  const control = select({
    name: "Data",
    value: "b",
    choices: [
      ["a", "A"],
      ["b", "B"],
    ],
    change: (value) => changes.push(value),
  });
  assert.equal(control.value, "b");
  control.input.value = "a";
  control.input.fire("change");
  assert.deepEqual(changes, ["a"]);
  control.value = "b";
  assert.deepEqual([control.input.value, changes.length], ["b", 1]);
  assert.equal(
    written(control.input),
    "select (option value=a (A)) (option value=b (B))",
  );
});

test("a button is pressed; the main one looks so", () => {
  let pressed = 0;
  const press = () => {
    pressed += 1;
  };
  const main = button({ name: "Run", press, main: true, help: { title: "Go" } });
  main.fire("click");
  assert.equal(pressed, 1);
  assert.equal(written(main), "button type=button class=main title=Go (Run)");
  assert.equal(written(button({ name: "Step", press })), "button type=button (Step)");
});

test("elements are made with attributes, listeners, styles and children", () => {
  const list = [h("i"), null, "text", undefined];
  const element = h(
    "div",
    { hidden: true, title: false, id: 0, style: { top: 1 } },
    list,
    h("b"),
  );
  assert.equal(written(element), "div hidden= id=0 (i) (text) (b)");
  assert.deepEqual(element.style, { top: 1 });
  set(element, { hidden: null, id: undefined, title: "now" });
  assert.equal(written(element), "div title=now (i) (text) (b)");
  assert.equal(written(s("path", { d: "M0 0" })), "path d=M0 0");
});
