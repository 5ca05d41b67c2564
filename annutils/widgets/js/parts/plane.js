// A rectangle of the plane: an SVG with axes, and a canvas behind it where one is wanted.

import { h, s } from "./dom.js";

let count = 0; // of planes, for names that differ

const MARGIN = { left: 34, right: 8, top: 8, bottom: 26 };

/** Round numbers within an interval, `count` of them or so. */
export function ticks(low, high, count = 5) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
    found.push(Number((k * step).toPrecision(6)));
  }
  return found;
}

export class Plane {
  /**
   * @param {object} settings x and y: [low, high]; width and height in units of the drawing;
   *   name: what it shows, for those who do not see it; names of the axes
   */
  constructor({ x, y, width = 400, height = 400, name, xName = "", yName = "" }) {
    Object.assign(this, { width, height, xName, yName });
    this.frame = s("g", { "aria-hidden": "true" });
    this.content = s("g");
    this.clipped = s("g", { "clip-path": `url(#inside-${(count += 1)})` });
    this.svg = s(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": name },
      s("clipPath", { id: `inside-${count}` }, s("rect", this.inside())),
      this.frame,
      this.clipped,
      this.content,
    );
    this.element = h("div", { class: "plot" }, this.svg);
    this.zoom(x, y);
  }

  /** Show another part of the plane. */
  zoom(x, y) {
    Object.assign(this, { x, y });
    this.frame.replaceChildren(...this.axes());
  }

  /** The rectangle within the axes. */
  inside() {
    const { left, right, top, bottom } = MARGIN;
    const [width, height] = [this.width - left - right, this.height - top - bottom];
    return { x: left, y: top, width, height };
  }

  /** From coordinates to the drawing. */
  X(x) {
    const inner = this.width - MARGIN.left - MARGIN.right;
    return MARGIN.left + ((x - this.x[0]) / (this.x[1] - this.x[0])) * inner;
  }

  Y(y) {
    const inner = this.height - MARGIN.top - MARGIN.bottom;
    return this.height - MARGIN.bottom - ((y - this.y[0]) / (this.y[1] - this.y[0])) * inner;
  }

  /** The path of a line through points of the plane. */
  path(points) {
    return points.length ? `M${points.map(([x, y]) => `${this.X(x)} ${this.Y(y)}`).join("L")}` : "";
  }

  /** How far to the right and up an event is: from 0 to 1 within the axes. */
  share(event) {
    const box = this.svg.getBoundingClientRect();
    const across = ((event.clientX - box.left) / box.width) * this.width;
    const down = ((event.clientY - box.top) / box.height) * this.height;
    const inside = this.inside();
    return [(across - inside.x) / inside.width, 1 - (down - inside.y) / inside.height];
  }

  /** The coordinates of an event, kept within the axes. */
  at(event) {
    const [u, v] = this.share(event).map((part) => Math.min(1, Math.max(0, part)));
    return [this.x[0] + u * (this.x[1] - this.x[0]), this.y[0] + v * (this.y[1] - this.y[0])];
  }

  /** Have the coordinates of each click within the axes. */
  clicked(take) {
    this.svg.addEventListener("click", (event) => {
      if (this.share(event).every((part) => part >= 0 && part <= 1)) take(this.at(event));
    });
  }

  /** Put a canvas of n by n pixels behind the axes. */
  addCanvas(n) {
    const percent = (part, whole) => `${(100 * part) / whole}%`;
    const { x, y, width, height } = this.inside();
    const canvas = h("canvas", { width: n, height: n, "aria-hidden": "true" });
    Object.assign(canvas.style, {
      left: percent(x, this.width),
      top: percent(y, this.height),
      width: percent(width, this.width),
      height: percent(height, this.height),
    });
    this.element.prepend(canvas);
    return canvas;
  }

  axes() {
    const [left, right] = [this.X(this.x[0]), this.X(this.x[1])];
    const [low, high] = [this.Y(this.y[0]), this.Y(this.y[1])];
    const text = (x, y, content, anchor) => s("text", { x, y, "text-anchor": anchor }, content);
    const sign = (value) => String(value).replace("-", "−");
    return [
      s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
      ...ticks(...this.x).map((x) => text(this.X(x), low + 17, sign(x), "middle")),
      ...ticks(...this.y).map((y) => text(left - 5, this.Y(y) + 5, sign(y), "end")),
      text(right - 2, low - 6, this.xName, "end"),
      text(left + 6, high + 14, this.yName, "start"),
    ];
  }
}
