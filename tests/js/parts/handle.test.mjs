import assert from "node:assert/strict";
import test from "node:test";

import "../page.mjs";

const { ARROWS, handle } = await import("../../../annutils/widgets/js/parts/handle.js");
const { Plane } = await import("../../../annutils/widgets/js/parts/plane.js");
const { close } = await import("../close.mjs");

const plane = new Plane({ x: [-2, 2], y: [0, 10], name: "" });
plane.svg.box = { left: 0, top: 0, width: 400, height: 400 };

function made(settings = {}) {
  const moves = [];
  const presses = [];
  const { element, put } = handle(plane, {
    name: "A point",
    at: [0, 5],
    shape: [],
    move: (place) => moves.push(place),
    press: () => presses.push(1),
    ...settings,
  });
  return { element, put, moves, presses };
}

test("a handle says where it is", () => {
  const { attributes } = made({ at: [-1.23456, 5] }).element;
  assert.equal(attributes["aria-valuetext"], "−1.23, 5.00");
  assert.equal(attributes["aria-valuenow"], "-1.235");
  assert.deepEqual(
    [attributes["aria-valuemin"], attributes["aria-valuemax"]],
    ["-2", "2"],
  );
  assert.equal(made().element.attributes.transform, "translate(213 191)");
  const told = made({ text: ([x, y]) => `${x} and ${y}` });
  assert.equal(told.element.attributes["aria-valuetext"], "0 and 5");
  assert.equal(told.element.attributes.role, "slider");
  assert.deepEqual(
    told.element.children.map(({ attributes }) => attributes.class),
    ["reach", "ring"],
  );
  assert.equal(told.element.children[1].attributes.r, "13");
});

test("arrow keys move it by a step, with Shift by five", () => {
  const { element, moves } = made();
  for (const key of Object.keys(ARROWS)) element.fire("keydown", { key });
  close(moves.flat(), [-0.1, 5, 0, 5, 0, 5.1, 0, 5], 1e-12);
  element.fire("keydown", { key: "ArrowUp", shiftKey: true });
  close(moves.at(-1), [0, 5.5], 1e-12);
  const fine = made({ step: 0.01 });
  assert.equal(fine.element.fire("keydown", { key: "ArrowRight" }).prevented, true);
  close(fine.moves[0], [0.01, 5], 1e-12);
});

test("it stays within the plane", () => {
  const { element, moves } = made({ at: [1.95, 9.98] });
  element.fire("keydown", { key: "ArrowRight" });
  element.fire("keydown", { key: "ArrowUp" });
  assert.deepEqual(moves.at(-1), [2, 10]);
  const low = made({ at: [-1.95, 0.02] });
  low.element.fire("keydown", { key: "ArrowLeft" });
  low.element.fire("keydown", { key: "ArrowDown" });
  assert.deepEqual(low.moves.at(-1), [-2, 0]);
});

test("one that only goes up and down does so by any arrow key", () => {
  const { element, moves } = made({ vertical: true });
  const { attributes } = element;
  assert.equal(attributes["aria-orientation"], "vertical");
  assert.deepEqual(
    ["min", "now", "max"].map((each) => attributes[`aria-value${each}`]),
    ["0", "5", "10"],
  );
  for (const key of Object.keys(ARROWS)) element.fire("keydown", { key });
  element.fire("pointerdown", pointer(213, 191));
  element.fire("pointermove", pointer(300, 8));
  close(moves.flat(), [0, 4.9, 0, 5, 0, 5.1, 0, 5, 0, 10], 1e-12);
  assert.equal(made().element.attributes["aria-orientation"], undefined);
});

test("other keys are the figure's, or the page's", () => {
  const { element } = made({ key: ({ key }) => key === "Enter" });
  assert.equal(element.fire("keydown", { key: "Enter" }).prevented, true);
  assert.equal(element.fire("keydown", { key: "a" }).prevented, false);
  assert.equal(made().element.fire("keydown", { key: "Tab" }).prevented, false);
});

const pointer = (clientX, clientY) => ({ clientX, clientY, pointerId: 7 });

test("a pointer drags it, once it has moved by more than a tremor", () => {
  const { element, moves, presses } = made();
  element.fire("pointermove", pointer(300, 100));
  assert.equal(moves.length, 0); // not taken
  element.fire("pointerdown", pointer(213, 191));
  assert.equal(element.focused, 1);
  element.fire("pointermove", pointer(216, 191)); // 3 pixels
  assert.equal(moves.length, 0);
  assert.equal(element.fire("click").stopped, true);
  assert.equal(presses.length, 1);
  element.fire("pointermove", pointer(216.1, 191));
  assert.equal(moves.length, 1);
  element.fire("pointermove", pointer(213, 8)); // also back within the tremor's circle
  close(moves[1], [0, 10], 1e-12);
  element.fire("click");
  assert.equal(presses.length, 1);
});

test("a tremor goes in any direction, and a new touch begins anew", () => {
  const { element, moves, presses } = made();
  element.fire("pointerdown", pointer(100, 100));
  element.fire("pointermove", pointer(102, 102));
  assert.equal(moves.length, 0);
  element.fire("pointermove", pointer(102.2, 102.2));
  assert.equal(moves.length, 1);
  element.fire("pointerdown", pointer(100, 100));
  element.fire("click");
  assert.equal(presses.length, 1);
  element.fire("pointermove", pointer(101, 97.5));
  assert.equal(moves.length, 1);
});

test("under a finger it rises until it is seen, and never jumps", () => {
  const { element, moves } = made();
  const finger = { pointerId: 7, pointerType: "touch" };
  const down = { ...finger, clientX: 213, clientY: 191 };
  element.fire("pointerdown", down);
  const at = (clientY) => {
    element.fire("pointermove", { ...down, clientY });
    return plane.Y(moves.at(-1)[1]);
  };
  // Down: the finger uncovers it first. Then it stays 40 pixels above, back up, too.
  close([201, 231, 261, 241, 191].map(at), [191, 191, 221, 201, 151], 1e-9);
  element.fire("pointerdown", down);
  close(at(181), 171, 1e-9); // anew: 10 pixels up, and 10 above the finger
  element.fire("pointerdown", pointer(213, 191));
  element.fire("pointermove", pointer(213, 231));
  close(plane.Y(moves.at(-1)[1]), 231, 1e-9); // a mouse hides nothing
  const bar = made({ vertical: true }); // wider than a finger: goes with it
  bar.element.fire("pointerdown", down);
  bar.element.fire("pointermove", { ...down, clientY: 231 });
  bar.element.fire("pointermove", { ...down, clientY: 201 });
  close(plane.Y(bar.moves.at(-1)[1]), 201, 1e-9);
});

test("under a finger, a level one rises only as the finger goes up", () => {
  const { element, moves } = made({ level: true });
  const down = { pointerId: 7, pointerType: "touch", clientX: 213, clientY: 191 };
  element.fire("pointerdown", down);
  element.fire("pointermove", { ...down, clientX: 273 });
  close(plane.Y(moves.at(-1)[1]), 191, 1e-9);
  element.fire("pointermove", { ...down, clientY: 171 });
  close(plane.Y(moves.at(-1)[1]), 151, 1e-9);
});

test("under a finger, one that only goes up and down keeps its pace, wherever it is held", () => {
  const { element, moves } = made({ vertical: true });
  const finger = { pointerId: 7, pointerType: "touch", clientX: 213 };
  element.fire("pointerdown", { ...finger, clientY: 201 });
  const at = (clientY) => {
    element.fire("pointermove", { ...finger, clientY });
    return plane.Y(moves.at(-1)[1]);
  };
  close([211, 231, 191].map(at), [201, 221, 181], 1e-9);
});

test("it is put elsewhere without a word", () => {
  const { element, moves, put } = made();
  put([2, 0]);
  assert.equal(element.attributes.transform, "translate(392 374)");
  assert.equal(moves.length, 0);
  element.fire("keydown", { key: "ArrowLeft" });
  close(moves[0], [1.9, 0], 1e-12);
});
