import assert from "node:assert/strict";
import test from "node:test";

import "../page.mjs";

const { scrub } = await import("../../../annutils/widgets/js/parts/scrub.js");

function made(settings = {}) {
  const changes = [];
  const { element, put } = scrub({
    name: "A weight",
    values: [-1, -0.5, 0, 0.5, 1],
    value: 0,
    at: [10, 20],
    change: (value) => changes.push(value),
    ...settings,
  });
  const press = (key, shiftKey = false) => element.fire("keydown", { key, shiftKey });
  const drag = (...places) => pull("mouse", ...places.map((x) => [x, 0]));
  const pull = (pointerType, ...places) => {
    const [start, ...rest] = places.map(([clientX, clientY]) => ({
      ...{ clientX, clientY },
      ...{ pointerType, pointerId: 7 },
    }));
    element.fire("pointerdown", start);
    for (const event of rest) element.fire("pointermove", event);
  };
  return { element, put, press, drag, pull, changes };
}

test("a number says what it is, within which bounds", () => {
  const { attributes } = made({ value: -0.5 }).element;
  assert.deepEqual(
    ["role", "aria-label", "aria-valuemin", "aria-valuemax", "aria-valuenow"].map(
      (name) => attributes[name],
    ),
    ["slider", "A weight", "-1", "1", "-0.5"],
  );
  assert.equal(attributes["aria-valuetext"], "−0.5");
  assert.equal(attributes.transform, "translate(10 20)");
});

test("keys go from value to value, and not beyond the last", () => {
  const { press, changes } = made();
  for (const key of ["ArrowRight", "ArrowUp", "ArrowUp"]) press(key);
  assert.deepEqual(changes, [0.5, 1]);
  for (const key of ["Home", "ArrowLeft", "ArrowDown", "End", "PageDown", "PageUp"]) {
    press(key);
  }
  assert.deepEqual(changes.slice(2), [-1, 1, -1, 1]);
  const { press: pressed, changes: fast } = made({ value: -1 });
  pressed("ArrowRight", true);
  assert.deepEqual(fast, [1]);
});

test("keys that are not its own are the page's", () => {
  const { press } = made();
  assert.equal(press("ArrowLeft").prevented, true);
  assert.equal(press("Tab").prevented, false);
});

test("a pointer that has taken it drags it sideways, a value each four pixels", () => {
  const { element, drag, changes } = made();
  element.fire("pointermove", { clientX: 300, pointerId: 7 });
  assert.deepEqual(changes, []);
  drag(100, 101, 104, 105, 108, 140, 92);
  assert.deepEqual(changes, [0.5, 1, -1]);
  assert.equal(element.focused, 1);
});

test("up is more as well as right with a mouse; a finger's ups and downs are the page's", () => {
  const { pull, changes } = made();
  pull("mouse", [0, 0], [0, -4], [0, 4], [4, -4]);
  assert.deepEqual(changes, [0.5, -0.5, 1]);
  const { pull: touched, changes: byFinger } = made();
  touched("touch", [0, 0], [0, -40], [4, -40]);
  assert.deepEqual(byFinger, [0.5]);
});

test("a value between the usual ones moves on to their neighbors", () => {
  const { press, changes } = made({ value: 0.4 });
  press("ArrowRight");
  assert.deepEqual(changes, [1]);
});

test("another value is put without a word", () => {
  const { element, put, changes } = made({ format: (value) => `${value}!` });
  put(1);
  assert.equal(element.attributes["aria-valuetext"], "1!");
  assert.deepEqual(changes, []);
});
