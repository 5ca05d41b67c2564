import assert from "node:assert/strict";
import test from "node:test";

import "../page.mjs";

const { Plane, ticks } = await import("../../../annutils/widgets/js/parts/plane.js");
const { close } = await import("../close.mjs");

const plane = new Plane({
  x: [-2, 2],
  y: [0, 10],
  name: "A plane",
  xName: "u",
  yName: "v",
});
/** An event at these pixels of a drawing that is shown at half its size. */
const at = (clientX, clientY) => ({ clientX, clientY });
plane.svg.box = { left: 100, top: 50, width: 200, height: 200 };

test("ticks are round numbers within the interval, the ends included", () => {
  assert.deepEqual(ticks(0, 10), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticks(-2.2, 2.2), [-2, -1, 0, 1, 2]);
  assert.deepEqual(ticks(0, 1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(ticks(0, 0.1), [0, 0.02, 0.04, 0.06, 0.08, 0.1]);
  assert.deepEqual(ticks(-6, 6, 3), [-5, 0, 5]);
  assert.deepEqual(ticks(0, 45), [0, 10, 20, 30, 40]);
  assert.deepEqual(ticks(0, 0.3), [0, 0.1, 0.2, 0.3]);
});

test("the axes stand 34, 8, 8 and 26 from the sides", () => {
  assert.deepEqual(plane.inside(), { x: 34, y: 8, width: 358, height: 366 });
  close([plane.X(-2), plane.X(0), plane.X(2)], [34, 213, 392], 1e-12);
  close([plane.Y(0), plane.Y(5), plane.Y(10)], [374, 191, 8], 1e-12);
  const flat = new Plane({ x: [0, 1], y: [0, 1], width: 100, height: 60, name: "" });
  assert.deepEqual(flat.inside(), { x: 34, y: 8, width: 58, height: 26 });
  assert.equal(flat.svg.attributes.viewBox, "0 0 100 60");
});

test("axes have their numbers and names in place", () => {
  const texts = plane
    .axes()
    .slice(1)
    .map(
      ({ attributes, textContent }) =>
        `${textContent} ${attributes["text-anchor"]} ${Number(attributes.x).toFixed(1)} ${Number(attributes.y).toFixed(1)}`,
    );
  assert.deepEqual(texts, [
    "−2 middle 34.0 391.0",
    "−1 middle 123.5 391.0",
    "0 middle 213.0 391.0",
    "1 middle 302.5 391.0",
    "2 middle 392.0 391.0",
    "0 end 29.0 379.0",
    "2 end 29.0 305.8",
    "4 end 29.0 232.6",
    "6 end 29.0 159.4",
    "8 end 29.0 86.2",
    "10 end 29.0 13.0",
    "u end 390.0 368.0",
    "v start 40.0 22.0",
  ]);
  assert.equal(plane.axes()[0].attributes.d, "M34 8V374H392");
});

test("a path goes through its points, and none through no points", () => {
  assert.equal(
    plane.path([
      [-2, 0],
      [2, 10],
    ]),
    "M34 374L392 8",
  );
  assert.equal(plane.path([]), "");
});

test("an event has its place within the axes, also beside them", () => {
  close(plane.share(at(117, 237)), [0, 0], 1e-12);
  close(plane.share(at(296, 54)), [1, 1], 1e-12);
  close(plane.at(at(206.5, 145.5)), [0, 5], 1e-12);
  close(plane.at(at(0, 0)), [-2, 10], 1e-12);
  close(plane.at(at(999, 999)), [2, 0], 1e-12);
});

test("a click counts within the axes only", () => {
  const clicks = [];
  plane.clicked((place) => clicks.push(place));
  for (const event of [
    at(206.5, 145.5),
    at(116, 145.5),
    at(206.5, 53),
    at(297, 145.5),
    at(206.5, 238),
  ]) {
    plane.svg.fire("click", event);
  }
  assert.equal(clicks.length, 1);
  close(clicks[0], [0, 5], 1e-12);
  plane.svg.fire("click", at(117, 237)); // in the corner
  plane.svg.fire("click", at(296, 54));
  assert.equal(clicks.length, 3);
});

test("a canvas lies behind the axes, within them", () => {
  const canvas = plane.addCanvas(52);
  assert.deepEqual([canvas.width, canvas.height], [52, 52]);
  assert.deepEqual(canvas.style, {
    left: "8.5%",
    top: "2%",
    width: "89.5%",
    height: "91.5%",
  });
  assert.equal(plane.element.children[0], canvas);
});

test("planes clip what they show by rectangles of different names", () => {
  const [one, other] = [1, 2].map(() => new Plane({ x: [0, 1], y: [0, 1], name: "" }));
  const name = ({ svg }) => svg.children[0].attributes.id;
  assert.notEqual(name(one), name(other));
  assert.equal(one.clipped.attributes["clip-path"], `url(#${name(one)})`);
  const [, first] = name(one).split("-");
  assert.equal(name(other), `inside-${Number(first) + 1}`);
});

test("another part of the plane is shown", () => {
  const moved = new Plane({ x: [0, 1], y: [0, 1], name: "" });
  moved.zoom([0, 4], [2, 4]);
  close([moved.X(2), moved.Y(3)], [213, 191], 1e-12);
  assert.equal(moved.frame.children[1].textContent, "0");
  assert.equal(moved.frame.children[2].textContent, "1");
});
