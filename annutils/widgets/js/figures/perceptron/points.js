// Labeled points that the reader may move, relabel, add and remove.

import { s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { marker } from "../../parts/marker.js";

const MOST = 40;
const written = (value) => value.toFixed(2).replace("-", "−");

export class Points {
  /**
   * @param {Plane} plane where they are drawn; a click there adds one
   * @param {object} help attributes that connect a point with its help text
   * @param {(text: string) => void} changed is told what the reader did
   * @param {(text: string) => void} refused is told what the reader cannot do
   */
  constructor(plane, help, changed, refused) {
    Object.assign(this, { plane, help, changed, refused, list: [], label: 1, layer: s("g") });
    plane.clicked((place) => this.add(place));
  }

  /** Show other points: [x, y, label] each. */
  load(points) {
    this.list = points.map((point) => [...point]);
    this.draw();
  }

  draw() {
    this.layer.replaceChildren(...this.list.map((point, index) => this.dot(point, index)));
  }

  add([x, y]) {
    if (this.list.length >= MOST) return this.refused(`No more than ${MOST} points.`);
    this.list.push([x, y, this.label]);
    this.after(`Added a point of class ${this.label}.`, this.list.length - 1);
  }

  remove(index) {
    if (this.list.length === 1) return this.refused("One point must stay.");
    this.list.splice(index, 1);
    this.after("Removed a point.", Math.min(index, this.list.length - 1));
  }

  relabel(index) {
    const point = this.list[index];
    point[2] = 1 - point[2];
    this.after(`Point ${index + 1} is now of class ${point[2]}.`, index);
  }

  after(text, index) {
    this.draw();
    this.changed(text);
    this.layer.children[index].focus({ preventScroll: true });
  }

  dot([x, y, label], index) {
    const relabel = () => this.relabel(index);
    const remove = () => this.remove(index);
    const keys = { Enter: relabel, " ": relabel, Delete: remove, Backspace: remove };
    return handle(this.plane, {
      ...{ name: `Point ${index + 1}`, at: [x, y], help: this.help },
      shape: [marker(label, 0, 0, 8)],
      text: ([u, v]) => `class ${this.list[index][2]}, at ${written(u)}, ${written(v)}`,
      move: ([u, v]) => {
        this.list[index].splice(0, 2, Number(u.toFixed(3)), Number(v.toFixed(3)));
        this.changed("");
      },
      press: relabel,
      key: (event) => keys[event.key] && (keys[event.key](), true),
    }).element;
  }

  /** Outline the points for which this holds. */
  outline(holds) {
    this.list.forEach((point, index) => {
      const shape = this.layer.children[index].lastChild;
      shape.setAttribute("stroke", holds(point) ? "black" : "white");
      shape.setAttribute("stroke-width", holds(point) ? 3 : 1.2);
    });
  }
}
