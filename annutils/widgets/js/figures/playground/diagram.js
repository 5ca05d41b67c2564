// The network as a drawing in which everything is changed where it stands: units are
// switched, weights are numbers on the edges, layers and units come and go.

import { Network } from "../../engine/network.js";
import { written } from "../../engine/number_text.js";
import { steps } from "../../engine/options.js";
import { h, s, set } from "../../parts/dom.js";
import { later } from "../../parts/figure.js";
import { ARROWS } from "../../parts/handle.js";
import { BLUE, ORANGE, shade, tone } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { scrub } from "../../parts/scrub.js";
import { context2d } from "../../parts/surface.js";
import { growth } from "./growth.js";
import { curve, layout } from "./layout.js";
import { onPress, unitShape } from "./push.js";
import { unitName } from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @typedef {[number, number]} Unit layer, from 0 for the inputs on, and place in it
 */

/**
 * @typedef {object} Acts
 * @property {(unit: Unit) => void} toggle
 * @property {(unit: Unit | null) => void} preview show a unit in the plane, or the output
 * @property {() => void} redraw
 * @property {() => void} hold a weight is about to be changed
 * @property {(unit: Unit, from: number | null, value: number) => void} weigh
 * @property {(layers: number[]) => void} build
 */

const [NARROW, WIDE] = [336, 600]; // in which letters have their size
const WIDEST = 7; // edge
const WEIGHTS = steps(-10, 10, 0.1);

export class Diagram {
  edges = s("g", { "aria-hidden": "true", fill: "none" });
  words = s("g", { "aria-hidden": "true" });
  units = s("g");
  numbers = s("g");
  buttons = s("g");
  svg = s("svg", { role: "group", "aria-label": "The network" });
  canvas = h("canvas", { "aria-hidden": "true" });
  context = context2d(this.canvas);
  width = WIDE;
  few = false; // whether network and inputs stay as they are
  tallest = 0; // that it may be
  /** @type {ReturnType<typeof layout>} */
  plan = later();
  tile = later(ImageData);
  pixels = later(Uint32Array);
  /** By layer and unit. @type {SVGElement[][]} */
  boxes = [];
  /** By layer, unit and unit of the next layer. @type {SVGElement[][][]} */
  lines = [];
  /** Whose weights stand on the edges. @type {Unit} */
  open = [1, 0];
  /** Which unit Tab reaches. @type {Unit | undefined} */
  current;
  /** Its numbers, the bias last. @type {ReturnType<typeof scrub>[]} */
  scrubs = [];
  network = later(Network);
  /** Where each input of the network stands among those on offer. @type {number[]} */
  chosen = [];
  /** @type {string[]} */
  offered = [];

  /**
   * @param {Acts} acts
   * @param {Record<string, Properties>} help
   */
  constructor(acts, help) {
    this.acts = acts;
    this.help = help;
    const parts = [this.edges, this.words, this.units, this.buttons, this.numbers];
    this.svg.append(...parts);
    Object.assign(this.canvas.style, { inset: 0, width: "100%", height: "100%" });
    const ruler = h("div"); // as wide as the drawing, whose height follows from it
    this.element = h("div", { class: "plot wide" }, this.canvas, ruler, this.svg);
    new ResizeObserver(() => this.fit()).observe(ruler);
  }

  /** Letters keep their size: a narrow drawing moves its layers together. */
  fit() {
    const { clientWidth } = this.element;
    const width = Math.min(WIDE, Math.max(NARROW, clientWidth));
    if (!clientWidth || width === this.width) return;
    this.width = width;
    if (this.network) this.layOut(this.network, this.offered, this.chosen);
    this.acts.redraw();
  }

  /**
   * Put everything in its place.
   * @param {Network} network
   * @param {string[]} offered names of the inputs that there are
   * @param {number[]} chosen places of those that the network has
   */
  layOut(network, offered, chosen) {
    /** @type {SVGElement | null} */
    const active = this.svg.querySelector(":focus");
    Object.assign(this, { network, offered, chosen });
    const { sizes, depth } = network;
    const layers = sizes.slice(1, -1);
    const { few } = this;
    const title = `${layers.length || "no"} hidden layer${layers.length === 1 ? "" : "s"}`;
    const counts = [offered.length, ...sizes.slice(1)];
    this.plan = layout(this.width, counts, this.tallest, few);
    const { places, tile, height } = this.plan;
    set(this.svg, { viewBox: `0 0 ${this.width} ${height}` });
    set(this.canvas, { width: this.width, height });
    this.tile = this.context.createImageData(tile, tile);
    this.pixels = new Uint32Array(this.tile.data.buffer);
    this.boxes = places.map((units, l) => units.map((_, k) => this.unit([l, k])));
    this.units.replaceChildren(...this.boxes.flat());
    this.drawEdges();
    this.buttons.replaceChildren(
      ...(few ? [] : growth(layers, this.plan, this.help, this.acts.build)),
    );
    this.words.replaceChildren(
      label(places[0][0][0], 20, "inputs", "middle"),
      label(this.width - 6, 20, "output", "end"),
      label(this.plan.center, 20, title, "middle"),
      ...(layers.length && !few
        ? [label(places[1][0][0] - 32, 50, "units", "end")]
        : []),
      ...offered.map((name, k) => {
        const [x, y] = places[0][k];
        return label(x - tile / 2 - 5, y + 5, name, "end");
      }),
      label(6, height - 9, "Purple: high. Weights: orange +, blue −.", "start"),
    );
    this.rove(this.current ?? [depth, 0]);
    this.open = [0, 0]; // none
    this.show(depth, 0);
    /** @type {SVGElement | null} */
    const again = this.svg.querySelector(`[data-key="${active?.dataset.key}"]`);
    again?.focus();
  }

  /** Lines for the eye, and wider ones for the hand. */
  drawEdges() {
    const { places, tile } = this.plan;
    const hands = s("g", { "stroke-width": 13, stroke: "transparent" });
    this.lines = places.slice(1).map((units, at) => {
      const from = at ? places[at] : this.chosen.map((k) => places[0][k]);
      return from.map((start, j) =>
        units.map((end, k) => {
          const d = curve(start, end, tile);
          const onpointerdown = (/** @type {PointerEvent} */ event) =>
            this.take(event, [at + 1, k], j);
          hands.append(s("path", { d, onpointerdown, style: { cursor: "ew-resize" } }));
          return s("path", { d });
        }),
      );
    });
    this.edges.replaceChildren(...this.lines.flat(2), hands);
  }

  /**
   * An edge is pressed: its number appears, and follows the hand at once.
   * @param {PointerEvent} event
   * @param {Unit} unit where it leads
   * @param {number} from
   */
  take(event, [l, k], from) {
    this.show(l, k);
    const { pointerId, clientX } = event;
    const again = new PointerEvent("pointerdown", { pointerId, clientX });
    this.scrubs[from].element.dispatchEvent(again);
  }

  /**
   * A unit: a switch that is looked at and pressed. A pointer looks by coming near, a finger
   * as long as it stays.
   * @param {Unit} unit
   */
  unit(unit) {
    const [l, k] = unit;
    const { places, tile } = this.plan;
    const isOutput = l === places.length - 1;
    const fixed = this.isFixed(l);
    const look = () => {
      if (l) this.show(l, k);
      this.acts.preview(unit);
    };
    const leave = () => this.acts.preview(null);
    const press = () => {
      leave();
      this.show(this.boxes.length - 1, 0);
      if (!fixed) this.acts.toggle(unit);
    };
    const box = s(
      "g",
      {
        class: "handle",
        style: { cursor: "pointer" },
        transform: `translate(${places[l][k].join(" ")})`,
        tabindex: -1,
        role: fixed ? "button" : "switch",
        "aria-label": unitName(l, k, this.offered, isOutput),
        "data-key": `${l}-${k}`,
        ...this.help[isOutput ? "output" : l ? "unit" : "input"],
        onpointerenter: look,
        onpointerleave: leave,
        onclick: press,
        onfocus: () => {
          this.rove(unit);
          if (box.matches(":focus-visible")) look();
        },
        onblur: leave,
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          onPress(event, press);
          const way = ARROWS[event.key];
          if (!way) return;
          event.preventDefault();
          this.go(unit, way);
        },
      },
      ...unitShape(tile / 2 + 1),
    );
    return box;
  }

  /**
   * Whether the units of a layer cannot be switched.
   * @param {number} l
   */
  isFixed(l) {
    return l === this.plan.places.length - 1 || (!l && this.few);
  }

  /**
   * Only one unit can be reached by Tab; from there, arrow keys lead on.
   * @param {Unit} unit
   */
  rove([l, k]) {
    const layer = Math.min(l, this.boxes.length - 1);
    const place = Math.min(k, this.boxes[layer].length - 1);
    this.current = [layer, place];
    for (const box of this.boxes.flat()) set(box, { tabindex: -1 });
    set(this.boxes[layer][place], { tabindex: 0 });
  }

  /**
   * @param {Unit} unit
   * @param {number[]} way
   */
  go([l, k], [across, up]) {
    const layer = this.boxes[l + across];
    const next = across
      ? layer?.[Math.min(k, layer.length - 1)]
      : this.boxes[l][k - up];
    next?.focus();
  }

  /**
   * Write the weights that lead to a unit on their edges, each beside where it comes from.
   * @param {number} l
   * @param {number} k
   */
  show(l, k) {
    const { network } = this;
    if (`${this.open}` === `${l},${k}`) return;
    this.open = [l, k];
    const { places, tile } = this.plan;
    const from = l > 1 ? places[l - 1] : this.chosen.map((at) => places[0][at]);
    const isOutput = l === network.depth;
    const name = unitName(l, k, this.offered, isOutput).toLowerCase();
    const room = places[l][k][0] - from[0][0] - tile; // between the layers
    const narrow = room < 58; // numbers with a digit less cover no unit
    const ends = from.map(([u, v]) => [u + tile / 2 + (narrow ? room / 2 : 29), v]);
    const bias = this.biasPlace([l, k], room);
    const { hold, weigh } = this.acts;
    // Where they would cover units, only those that are asked for.
    const shown = room < 40 && isOutput ? [] : [...ends, bias];
    this.scrubs = shown.map((at, j) => {
      const isBias = j === from.length;
      const source = unitName(l - 1, l > 1 ? j : this.chosen[j], this.offered, false);
      return scrub({
        name: isBias
          ? `Bias of ${name}`
          : `Weight from ${source.toLowerCase()} to ${name}`,
        values: WEIGHTS,
        value: 0,
        at,
        width: (narrow ? 40 : 50) + (isBias ? 14 : 0),
        format: (value) => {
          const decimals = (Math.abs(value) < 9.995 ? 2 : 1) - (narrow ? 1 : 0);
          return `${isBias ? "b " : ""}${written(value, decimals)}`;
        },
        change: (value) => weigh([l, k], isBias ? null : j, value),
        help: this.help.weight,
      });
    });
    for (const { element } of this.scrubs) element.addEventListener("focus", hold);
    this.numbers.replaceChildren(...this.scrubs.map(({ element }) => element));
    this.mark();
  }

  /**
   * Before the unit, or where there is no room, behind it; below the output, or above.
   * @param {Unit} unit
   * @param {number} room between the layers
   */
  biasPlace([l, k], room) {
    const { places, tile } = this.plan;
    const [x, y] = places[l][k];
    const half = tile / 2;
    if (room > 125) return [x - half - 38, y];
    if (l < this.lines.length) return [x + half + room / 2, y];
    return [Math.min(x, this.width - 36), this.few ? y + half + 34 : 45];
  }

  writeWeights() {
    const { sizes, parameters } = this.network;
    const [l, k] = this.open;
    const W = parameters.W[l];
    this.scrubs.forEach(({ put }, j) => {
      put(j < sizes[l - 1] ? W[j * sizes[l] + k] : parameters.b[l][k]);
    });
  }

  /**
   * The edges: wide for a large weight, orange above 0 and blue below; pale where they are
   * cut, or lead to another unit than that whose numbers are shown. And the units: framed
   * or crossed out.
   */
  mark() {
    const { sizes, parameters, off, depth } = this.network;
    const [l, k] = this.open;
    this.lines.forEach((layer, at) => {
      const W = parameters.W[at + 1];
      layer.forEach((unit, j) => {
        unit.forEach((line, to) => {
          const w = W[j * sizes[at + 1] + to];
          const dead = (at && off[at]?.includes(j)) || off[at + 1]?.includes(to);
          const shown = l === depth || (at === l - 1 && to === k);
          const width = Math.min(WIDEST, 0.5 + 1.5 * Math.abs(w));
          line.setAttribute("stroke-width", width.toFixed(1));
          line.setAttribute("stroke", w < 0 ? BLUE : ORANGE);
          line.setAttribute("opacity", `${(dead ? 0.2 : 1) * (shown ? 1 : 0.3)}`);
        });
      });
    });
    this.boxes.forEach((units, at) => {
      units.forEach((box, to) => {
        const fixed = this.isFixed(at);
        const on = fixed || (at ? !off[at]?.includes(to) : this.chosen.includes(to));
        set(box, { "aria-checked": fixed ? null : String(on) });
        const [, frame, cross] = /** @type {any} */ (box.children);
        cross.style.display = on || !at ? "none" : "";
        set(frame, {
          "stroke-opacity": on ? 1 : 0.5,
          "stroke-width": at === l && to === k ? 3 : 1,
        });
      });
    });
    this.writeWeights();
  }

  /**
   * Paint the response of one unit: of the output in the colors of the classes.
   * @param {Unit} unit
   * @param {ArrayLike<number>} values over an n by n grid, `stride` apart from `start` on
   * @param {number} n
   * @param {(value: number) => number} level from -1 to 1
   * @param {number} start
   * @param {number} stride
   */
  paint([l, k], values, n, level, start, stride) {
    const side = this.tile.width;
    const color = l === this.boxes.length - 1 ? shade : tone;
    for (let row = 0, at = 0; row < side; row++) {
      const line = Math.floor(((row + 0.5) * n) / side) * n;
      for (let column = 0; column < side; column++, at++) {
        const place = line + Math.floor(((column + 0.5) * n) / side);
        this.pixels[at] = color(level(values[start + place * stride]));
      }
    }
    const [left, top] = this.plan.places[l][k].map((at) => Math.round(at - side / 2));
    this.context.putImageData(this.tile, left, top);
  }

  /** As if all units were off. */
  clear() {
    this.context.clearRect(0, 0, this.width, this.plan.height);
  }
}
