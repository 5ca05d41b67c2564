// A rectangle of the plane: an SVG with axes, and a canvas behind it where one is wanted.

import { minus } from "../engine/number_text.js";
import { h, s } from "./dom.js";
import { PAPER } from "./palette.js";

let planes = 0; // made so far, for names that differ

/** Around a text that lines do not disturb. */
export const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
export const LETTER = 7.4; // width of a letter of a label, about
const MARGIN = { left: 34, right: 8, top: 8, bottom: 26 };

/**
 * The next of 1, 2, 5, 10, 20, 50, and so on.
 * @param {number} value
 */
export function roundAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((factor) => factor * power >= value) ?? 10);
}

/**
 * Round numbers within an interval, `count` of them or so.
 * @param {number} low
 * @param {number} high
 */
export function ticks(low, high, count = 5) {
  const step = roundAbove((high - low) / count);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
    found.push(Number((k * step).toPrecision(6)));
  }
  return found;
}

/**
 * @param {number} part
 * @param {number} whole
 */
const inPercent = (part, whole) => `${(100 * part) / whole}%`;

export class Plane {
  /**
   * @param {object} settings
   * @param {number[]} settings.x low and high
   * @param {number[]} settings.y
   * @param {string} settings.name what it shows, for those who do not see it
   * @param {number} [settings.width] in units of the drawing
   * @param {number} [settings.height]
   * @param {string} [settings.xName] of the axis
   * @param {string} [settings.yName]
   * @param {typeof MARGIN} [settings.margin] around the axes
   */
  constructor({
    x,
    y,
    width = 400,
    height = 400,
    name,
    xName = "",
    yName = "",
    margin = MARGIN,
  }) {
    this.margin = margin;
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.xName = xName;
    this.yName = yName;
    planes += 1;
    const clip = `inside-${planes}`;
    this.frame = s("g", { "aria-hidden": "true" });
    this.content = s("g");
    this.clipped = s("g", { "clip-path": `url(#${clip})` });
    this.svg = s(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": name },
      s("clipPath", { id: clip }, s("rect", this.inside())),
      this.frame,
      this.clipped,
      this.content,
    );
    this.element = h("div", { class: "plot" }, this.svg);
    this.zoom(x, y);
  }

  /**
   * Show another part of the plane.
   * @param {number[]} x
   * @param {number[]} y
   */
  zoom(x, y) {
    this.x = x;
    this.y = y;
    this.frame.replaceChildren(...this.axes());
  }

  /** The rectangle within the axes. */
  inside() {
    const { left, right, top, bottom } = this.margin;
    const [width, height] = [this.width - left - right, this.height - top - bottom];
    return { x: left, y: top, width, height };
  }

  /**
   * From coordinates to the drawing.
   * @param {number} x
   */
  X(x) {
    const { left, right } = this.margin;
    const inner = this.width - left - right;
    return left + ((x - this.x[0]) / (this.x[1] - this.x[0])) * inner;
  }

  /** @param {number} y */
  Y(y) {
    const { top, bottom } = this.margin;
    const inner = this.height - top - bottom;
    const up = ((y - this.y[0]) / (this.y[1] - this.y[0])) * inner;
    return this.height - bottom - up;
  }

  /**
   * The path of a line through points of the plane.
   * @param {number[][]} points
   */
  path(points) {
    if (!points.length) return "";
    return `M${points.map(([x, y]) => `${this.X(x)} ${this.Y(y)}`).join("L")}`;
  }

  /**
   * How far to the right and up an event is: from 0 to 1 within the axes.
   * @param {Pick<MouseEvent, "clientX" | "clientY">} event
   */
  share(event) {
    const box = this.svg.getBoundingClientRect();
    const across = ((event.clientX - box.left) / box.width) * this.width;
    const down = ((event.clientY - box.top) / box.height) * this.height;
    const inside = this.inside();
    return [(across - inside.x) / inside.width, 1 - (down - inside.y) / inside.height];
  }

  /**
   * The coordinates of an event, kept within the axes.
   * @param {Pick<MouseEvent, "clientX" | "clientY">} event
   */
  at(event) {
    const [right, up] = this.share(event).map((part) => Math.min(1, Math.max(0, part)));
    const { x, y } = this;
    return [x[0] + right * (x[1] - x[0]), y[0] + up * (y[1] - y[0])];
  }

  /**
   * Have the coordinates of each click within the axes.
   * @param {(place: number[], event: MouseEvent) => void} take
   */
  clicked(take) {
    this.svg.addEventListener("click", (event) => {
      const inside = this.share(event).every((part) => part >= 0 && part <= 1);
      if (inside) take(this.at(event), event);
    });
  }

  /**
   * Put a canvas of n by n pixels behind the axes.
   * @param {number} n
   */
  addCanvas(n) {
    const { x, y, width, height } = this.inside();
    const canvas = h("canvas", { width: n, height: n, "aria-hidden": "true" });
    Object.assign(canvas.style, {
      left: inPercent(x, this.width),
      top: inPercent(y, this.height),
      width: inPercent(width, this.width),
      height: inPercent(height, this.height),
    });
    this.element.prepend(canvas);
    return canvas;
  }

  axes() {
    const [left, right] = this.x.map((x) => this.X(x));
    const [low, high] = this.y.map((y) => this.Y(y));
    const [across, up] = [ticks(this.x[0], this.x[1]), ticks(this.y[0], this.y[1])];
    return [
      s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
      ...across.map((x) => label(this.X(x), low + 17, minus(x), "middle")),
      ...up.map((y) => label(left - 5, this.Y(y) + 5, minus(y), "end")),
      label(right - 2, low - 6, this.xName, "end"),
      label(left + 6, high + 14, this.yName, "start"),
    ];
  }
}

/**
 * A text at a place of a drawing, which it begins at, is around, or ends at.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {"start" | "middle" | "end"} anchor
 */
export const label = (x, y, text, anchor) =>
  s("text", { x, y, "text-anchor": anchor }, text);
