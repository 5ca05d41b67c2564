// Colors, marks and lines: what is drawn for given numbers.

import assert from "node:assert/strict";
import test from "node:test";

import { written as shown } from "../page.mjs";

const parts = "../../../annutils/widgets/js/parts";
const { marker } = await import(`${parts}/marker.js`);
const { BLUE, CLASSES, INK, ORANGE, PAPER, shade } = await import(
  `${parts}/palette.js`
);
const { Plane } = await import(`${parts}/plane.js`);
const { arrow, attention, line, sides } = await import(`${parts}/separation.js`);
const { grid, Surface } = await import(`${parts}/surface.js`);
const { close } = await import("../close.mjs");

const rgba = (color) => [0, 8, 16, 24].map((shift) => (color >>> shift) & 255);

test("shades go from blue through white to orange, at three quarters of their strength", () => {
  assert.deepEqual(rgba(shade(-1)), [64, 149, 197, 255]);
  assert.deepEqual(rgba(shade(1)), [224, 134, 64, 255]);
  assert.deepEqual(rgba(shade(0)), [255, 255, 254, 255]);
  assert.deepEqual(rgba(shade(0.5)), [239, 195, 160, 255]);
  assert.deepEqual(rgba(shade(-0.5)), [160, 202, 226, 255]);
  assert.equal(shade(-1.01), shade(-1));
  assert.equal(shade(2), shade(1));
  assert.equal(shade(-3), shade(-1));
  // 256 levels, each as wide as the others
  assert.notEqual(shade(-1 + 1.01 / 255), shade(-1));
  assert.equal(shade(-1 + 0.99 / 255), shade(-1));
  assert.notEqual(shade(1 - 1.01 / 255), shade(1));
});

test("class 0 is a blue circle, class 1 an orange square", () => {
  assert.deepEqual(CLASSES, [BLUE, ORANGE]);
  assert.equal(
    shown(marker(0, 10, 20, 8)),
    `circle cx=10 cy=20 r=8 fill=${BLUE} stroke=${PAPER} stroke-width=1.2`,
  );
  assert.equal(
    shown(marker(1)),
    `rect x=-4.5 y=-4.5 width=9 height=9 fill=${ORANGE} stroke=${PAPER} stroke-width=1.2`,
  );
  assert.equal(marker(1, 10, 20, 4).attributes["stroke-width"], "0.6");
  assert.equal(marker(1, 10, 20, 4).attributes.x, "6.4");
  assert.equal(marker(1, 10, 20, 4).attributes.y, "16.4");
});

test("an arrow has two wings at its head", () => {
  const numbers = arrow([0, 0], [30, 40])
    .match(/-?[\d.]+/g)
    .map(Number);
  const [u, v] = [30 / 50, 40 / 50];
  const [cos, sin] = [9 * Math.cos(0.45), 9 * Math.sin(0.45)];
  const left = [30 - cos * u + sin * v, 40 - cos * v - sin * u];
  const right = [30 - cos * u - sin * v, 40 - cos * v + sin * u];
  close(numbers, [0, 0, 30, 40, ...left, 30, 40, ...right], 1e-9);
  const short = arrow([0, 0], [10, 0], 2)
    .match(/-?[\d.]+/g)
    .map(Number);
  close([short[4]], [10 - 2 * Math.cos(0.45)], 1e-9);
});

const plane = new Plane({ x: [-1, 1], y: [-1, 1], name: "" });
const points = (element) =>
  element.attributes.d
    .match(/-?[\d.]+ -?[\d.]+/g)
    .map((pair) => pair.split(" ").map(Number));
const [left, right, top, bottom] = [34, 392, 8, 374];

test("a line parts the plane into the sides of class 1 and class 0", () => {
  const [one, zero] = sides(plane, [2, 0], 0);
  close(points(one).flat(), [213, bottom, right, bottom, right, top, 213, top], 1e-6);
  close(points(zero).flat(), [left, bottom, 213, bottom, 213, top, left, top], 1e-6);
  assert.equal(shown(one).endsWith(`Z fill=${ORANGE} opacity=0.2`), true);
  assert.equal(zero.attributes.fill, BLUE);
  const [all, none] = sides(plane, [0, 0], 0); // z = 0 is of class 1
  assert.equal(points(all).length, 4);
  assert.equal(none.attributes.d, "");
});

test("a line goes from edge to edge, and an arrow from its middle along w", () => {
  const [path, normal, ...more] = line(plane, [0.5, 1], 0.25);
  assert.deepEqual(more, []);
  close(
    points(path).flat(),
    [plane.X(1), plane.Y(-0.75), plane.X(-1), plane.Y(0.25)],
    1e-9,
  );
  assert.equal(path.attributes["stroke-width"], "2");
  assert.equal(normal.attributes["stroke-width"], "3");
  const scale = (0.14 * (plane.x[1] - plane.x[0])) / Math.hypot(0.5, 1);
  const tip = [plane.X(scale * 0.5), plane.Y(-0.25 + scale)];
  close(points(normal).slice(0, 2).flat(), [plane.X(0), plane.Y(-0.25), ...tip], 1e-9);
  assert.deepEqual(line(plane, [1, 0], 5), []);
  const [[, short], [, long, name]] = [
    line(plane, [0.3, 0.4], 0),
    line(plane, [3, 4], 0, "w"),
  ];
  close(points(long).flat(), points(short).flat(), 1e-9); // it says where w points, not how far
  assert.equal(name.textContent, "w");
});

test("a point that is looked at has a dashed ring", () => {
  assert.equal(
    shown(attention(plane, [0, 1])),
    `circle cx=213 cy=8 r=15 fill=none stroke=${INK} stroke-width=1.5 stroke-dasharray=4 3`,
  );
});

test("the places of a canvas are the middles of its pixels, from the upper left on", () => {
  assert.deepEqual([...grid(2, [0, 4], [10, 30])], [1, 25, 3, 25, 1, 15, 3, 15]);
});

test("a surface paints every value, or every so many", () => {
  const canvas = {
    width: 2,
    height: 2,
    getContext: document.createElement("canvas").getContext,
  };
  const surface = new Surface(canvas);
  surface.paint([-1, 1, 0, 0.5]);
  assert.deepEqual([...surface.pixels], [-1, 1, 0, 0.5].map(shade));
  assert.equal(surface.context.painted.length, 1);
  assert.deepEqual(surface.context.painted[0].slice(1), [0, 0]);
  surface.paint([9, 2, 9, 4, 9, 6, 9, 8], (value) => value / 8, 1, 2);
  assert.deepEqual([...surface.pixels], [0.25, 0.5, 0.75, 1].map(shade));
});
