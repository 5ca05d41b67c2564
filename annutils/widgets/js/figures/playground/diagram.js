// The network as a drawing: each unit shows its response over the plane, edges its weights.

import { h, s } from "../../parts/dom.js";
import { BLUE, ORANGE, shade } from "../../parts/palette.js";

const [WIDTH, HEIGHT] = [560, 420];
const TILE = 42; // side of a unit
const EDGE = 58; // from the sides to the middle of the outer units

export class Diagram {
  /** @param {(layer: number, unit: number) => void} pick is called when one is pressed */
  constructor(pick) {
    this.pick = pick;
    this.edges = s("g");
    this.frames = s("g");
    this.svg = s(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      ...[this.edges, this.frames],
    );
    this.canvas = h("canvas", { width: WIDTH, height: HEIGHT, "aria-hidden": "true" });
    Object.assign(this.canvas.style, { inset: 0, width: "100%", height: "100%", zIndex: 1 });
    this.svg.style.zIndex = 0;
    this.element = h("div", { class: "plot wide", onclick: (event) => this.press(event) }, this.svg, this.canvas);
    this.context = this.canvas.getContext("2d");
    this.tile = this.context.createImageData(TILE, TILE);
    this.pixels = new Uint32Array(this.tile.data.buffer);
  }

  /**
   * Lay the units out.
   * @param {number[]} sizes of the layers
   * @param {string[]} names of the inputs
   */
  lay(sizes, names) {
    const apart = (WIDTH - 2 * EDGE) / (sizes.length - 1);
    this.places = sizes.map((n, l) => {
      const pitch = Math.min(60, (HEIGHT - 10) / n);
      return Array.from({ length: n }, (_, k) => [
        EDGE + l * apart,
        HEIGHT / 2 + (k - (n - 1) / 2) * pitch,
      ]);
    });
    const half = TILE / 2;
    const frame = ([x, y]) =>
      s("rect", { x: x - half - 1, y: y - half - 1, width: TILE + 2, height: TILE + 2, class: "axis" });
    const label = ([x, y], text) => s("text", { x: x - half - 6, y: y + 5, "text-anchor": "end" }, text);
    this.lines = sizes.slice(1).map((n, l) =>
      this.places[l].map(([x, y]) =>
        this.places[l + 1].map(([u, v]) => s("path", { d: curve(x + half, y, u - half, v), fill: "none" })),
      ),
    );
    this.edges.replaceChildren(...this.lines.flat(2));
    this.boxes = this.places.map((units) => units.map(frame));
    this.frames.replaceChildren(
      ...this.boxes.flat(),
      ...names.map((name, k) => label(this.places[0][k], name)),
    );
    this.context.clearRect(0, 0, WIDTH, HEIGHT);
  }

  /** Tell which unit was pressed, if one was. */
  press({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const at = [(clientX - box.left) / box.width * WIDTH, (clientY - box.top) / box.height * HEIGHT];
    const near = ([x, y]) => Math.max(Math.abs(x - at[0]), Math.abs(y - at[1])) < 0.7 * TILE;
    this.places.forEach((units, l) => {
      const k = units.findIndex(near);
      if (k >= 0) this.pick(l, k);
    });
  }

  /** Outline one unit. */
  outline(l, k) {
    for (const box of this.boxes.flat()) box.style.strokeWidth = box === this.boxes[l][k] ? 7 : 1;
  }

  /** Color the edges by the weights: orange positive, blue negative, wide if large. */
  weigh({ sizes, parameters }) {
    this.lines.forEach((layer, l) => {
      const W = parameters.W[l + 1];
      layer.forEach((unit, j) =>
        unit.forEach((line, k) => {
          const w = W[j * sizes[l + 1] + k];
          line.setAttribute("stroke", w < 0 ? BLUE : ORANGE);
          line.setAttribute("stroke-width", Math.min(7, 0.4 + 1.6 * Math.abs(w)));
        }),
      );
    });
  }

  /**
   * Paint the response of one unit.
   * @param {ArrayLike<number>} values over an n by n grid, `stride` apart from `start` on
   */
  paint(l, k, values, n, level, start, stride) {
    for (let row = 0, at = 0; row < TILE; row++) {
      const line = Math.floor((row * n) / TILE) * n;
      for (let column = 0; column < TILE; column++, at++) {
        const place = line + Math.floor((column * n) / TILE);
        this.pixels[at] = shade(level(values[start + place * stride]));
      }
    }
    const [x, y] = this.places[l][k];
    this.context.putImageData(this.tile, Math.round(x - TILE / 2), Math.round(y - TILE / 2));
  }
}

/** A smooth way from left to right. */
const curve = (x, y, u, v) => `M${x} ${y}C${(x + u) / 2} ${y} ${(x + u) / 2} ${v} ${u} ${v}`;
