// The network as a drawing: each unit shows its response over the plane, edges its weights.

import { h, s } from "../../parts/dom.js";
import { BLUE, ORANGE, shade } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { context2d } from "../../parts/surface.js";

/** @import { Network } from "../../engine/network.js" */

const [WIDTH, HEIGHT] = [560, 420];
const TILE = 42; // side of a unit
const EDGE = 58; // from the sides to the middle of the outer units
const PITCH = 60; // between two units of a layer, at most
const WIDEST = 7; // edge

/**
 * The frame of a unit.
 * @param {number[]} place
 */
const frame = ([x, y]) =>
  s("rect", {
    x: x - TILE / 2 - 1,
    y: y - TILE / 2 - 1,
    width: TILE + 2,
    height: TILE + 2,
    class: "axis",
  });

/**
 * A smooth line from the right side of a unit to the left side of another.
 * @param {number[]} from
 * @param {number[]} to
 */
function curve([x, y], [u, v]) {
  const [start, end] = [x + TILE / 2, u - TILE / 2];
  const middle = (start + end) / 2;
  const d = `M${start} ${y}C${middle} ${y} ${middle} ${v} ${end} ${v}`;
  return s("path", { d, fill: "none" });
}

export class Diagram {
  edges = s("g");
  frames = s("g");
  canvas = h("canvas", { width: WIDTH, height: HEIGHT, "aria-hidden": "true" });
  context = context2d(this.canvas);
  tile = this.context.createImageData(TILE, TILE);
  pixels = new Uint32Array(this.tile.data.buffer);
  /** By layer and unit. @type {number[][][]} */
  places = [];
  /** @type {SVGElement[][]} */
  boxes = [];
  /** By layer, unit and unit of the next layer. @type {SVGElement[][][]} */
  lines = [];

  /** @param {(layer: number, unit: number) => void} pick is called when one is pressed */
  constructor(pick) {
    this.pick = pick;
    const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" };
    const svg = s("svg", { ...size, style: { zIndex: 0 } }, this.edges, this.frames);
    const above = { inset: 0, width: "100%", height: "100%", zIndex: 1 };
    Object.assign(this.canvas.style, above);
    const onclick = (/** @type {MouseEvent} */ event) => this.press(event);
    this.element = h("div", { class: "plot wide", onclick }, svg, this.canvas);
  }

  /**
   * Put all units in their places.
   * @param {number[]} sizes of the layers
   * @param {string[]} names of the inputs
   */
  layOut(sizes, names) {
    const apart = (WIDTH - 2 * EDGE) / (sizes.length - 1);
    this.places = sizes.map((n, l) => {
      const pitch = Math.min(PITCH, (HEIGHT - 10) / n);
      return Array.from({ length: n }, (_, k) => [
        EDGE + l * apart,
        HEIGHT / 2 + (k - (n - 1) / 2) * pitch,
      ]);
    });
    this.lines = this.places
      .slice(1)
      .map((units, l) =>
        this.places[l].map((from) => units.map((to) => curve(from, to))),
      );
    this.edges.replaceChildren(...this.lines.flat(2));
    this.boxes = this.places.map((units) => units.map(frame));
    const labels = names.map((name, k) => {
      const [x, y] = this.places[0][k];
      return label(x - TILE / 2 - 6, y + 5, name, "end");
    });
    this.frames.replaceChildren(...this.boxes.flat(), ...labels);
    this.context.clearRect(0, 0, WIDTH, HEIGHT);
  }

  /**
   * Tell which unit was pressed, if one was.
   * @param {MouseEvent} event
   */
  press({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const pressedX = ((clientX - box.left) / box.width) * WIDTH;
    const pressedY = ((clientY - box.top) / box.height) * HEIGHT;
    const near = (/** @type {number[]} */ [x, y]) =>
      Math.max(Math.abs(x - pressedX), Math.abs(y - pressedY)) < 0.7 * TILE;
    this.places.forEach((units, l) => {
      const k = units.findIndex(near);
      if (k >= 0) this.pick(l, k);
    });
  }

  /**
   * Outline one unit.
   * @param {number} l
   * @param {number} k
   */
  outline(l, k) {
    for (const box of this.boxes.flat()) {
      box.style.strokeWidth = box === this.boxes[l][k] ? "7" : "1";
    }
  }

  /**
   * Color the edges by the weights: orange positive, blue negative, wide if large.
   * @param {Network} network
   */
  colorEdges({ sizes, parameters }) {
    this.lines.forEach((layer, l) => {
      const W = parameters.W[l + 1];
      layer.forEach((unit, j) => {
        unit.forEach((line, k) => {
          const w = W[j * sizes[l + 1] + k];
          line.setAttribute("stroke", w < 0 ? BLUE : ORANGE);
          const width = Math.min(WIDEST, 0.4 + 1.6 * Math.abs(w));
          line.setAttribute("stroke-width", String(width));
        });
      });
    });
  }

  /**
   * Paint the response of one unit.
   * @param {number} l
   * @param {number} k
   * @param {ArrayLike<number>} values over an n by n grid, `stride` apart from `start` on
   * @param {number} n
   * @param {(value: number) => number} level from -1 to 1
   * @param {number} start
   * @param {number} stride
   */
  paint(l, k, values, n, level, start, stride) {
    for (let row = 0, at = 0; row < TILE; row++) {
      const line = Math.floor((row * n) / TILE) * n;
      for (let column = 0; column < TILE; column++, at++) {
        const place = line + Math.floor((column * n) / TILE);
        this.pixels[at] = shade(level(values[start + place * stride]));
      }
    }
    const [left, top] = this.places[l][k].map((value) => Math.round(value - TILE / 2));
    this.context.putImageData(this.tile, left, top);
  }
}
