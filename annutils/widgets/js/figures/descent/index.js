// <ann-descent>: optimizers walk down a surface from the same start.

import { choice, number, several } from "../../engine/options.js";
import { SURFACES } from "../../engine/surfaces.js";
import { Walk, WALKERS } from "../../engine/walk.js";
import { select } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { handle } from "../../parts/handle.js";
import { Plane } from "../../parts/plane.js";
import { Ticker } from "../../parts/ticker.js";
import { drawWalk, paintLoss, STYLES } from "./view.js";
import { optimizerControls } from "./controls.js";
import { define, Figure } from "../../parts/figure.js";

const PAUSE = 100; // milliseconds between two steps
const LAST = 1000; // steps, then a run ends
const rate = (fallback) => number(fallback, 0.0001, 10);

class DescentFigure extends Figure {
  static title = "Gradient descent: optimizers walk down a surface";
  static options = {
    surface: choice("bowl", Object.keys(SURFACES)),
    show: several(["plain", "momentum"], WALKERS),
    ...{ plain: rate(0.02), momentum: rate(0.02), rmsprop: rate(0.3), adam: rate(0.3) },
    beta: number(0.9, 0, 0.99),
  };

  build() {
    this.plane = new Plane({
      ...{ x: [0, 1], y: [0, 1], name: "The loss of two parameters, and the paths down" },
      ...{ xName: "θ₁", yName: "θ₂" },
    });
    this.canvas = this.plane.addCanvas(160);
    this.start = handle(this.plane, {
      ...{ name: "Start", at: [0, 0] },
      shape: [s("circle", { r: 7, fill: "white", stroke: "#222", "stroke-width": 2.5 })],
      help: this.help("Start", "Drag the white point, or move it with the arrow keys (Shift: faster). All walks begin there."),
      move: (place) => {
        this.from = place;
        this.rewind();
      },
    });
    this.plane.content.append(this.start.element);
    this.ticker = new Ticker(() => this.frame(), PAUSE);
    this.choose();
    return [this.plane.element, this.buttons(), this.status, this.settings(), optimizerControls(this)];
  }

  buttons() {
    this.runButton = this.button("Run", () => this.toggle(), "Let all walk, step after step.", true);
    return h("div", { class: "row" }, [
      this.runButton,
      this.button("Step", () => this.step(), "One update of each."),
      this.button("Rewind", () => this.rewind(), "Back to the start."),
    ]);
  }

  settings() {
    const surface = select({
      ...{ name: "Surface", value: this.values.surface },
      choices: Object.entries(SURFACES).map(([key, { text }]) => [key, text]),
      help: this.help("Surface", "The loss. Blue is low; from shade to shade the root of the loss changes by the same amount. Crosses mark the lowest places."),
      change: (value) => {
        this.change("surface", value);
        this.choose();
        this.rewind();
      },
    });
    return surface.element;
  }

  /** Go to the surface that is chosen, and to its start. */
  choose() {
    this.surface = SURFACES[this.values.surface];
    this.from = [...this.surface.start];
    this.plane.zoom(this.surface.x, this.surface.y);
    paintLoss(this.canvas, this.surface);
    this.begin();
  }

  begin() {
    const { values, surface, from } = this;
    this.start.put(from);
    this.walks = values.show.map((name) => [
      name,
      new Walk(surface, from, name, values[name], values.beta),
    ]);
  }

  rewind() {
    this.ticker.stop();
    this.begin();
    this.update();
  }

  get steps() {
    return Math.max(...this.walks.map(([, { path }]) => path.length - 1));
  }

  get ended() {
    return this.steps >= LAST || this.walks.every(([, walk]) => walk.diverged);
  }

  toggle() {
    if (this.ticker.wanted) this.ticker.stop();
    else {
      if (this.ended) this.begin();
      this.ticker.start();
    }
    this.update();
  }

  frame() {
    for (const [, walk] of this.walks) walk.step();
    this.ticker.wanted = !this.ended;
    this.update();
    return this.ticker.wanted;
  }

  step() {
    for (const [, walk] of this.walks) walk.step();
    this.update();
  }

  update() {
    this.runButton.textContent = this.ticker.wanted ? "Pause" : "Run";
    this.plane.clipped.replaceChildren(
      ...this.surface.minima.map(([u, v]) => {
        const [x, y] = [this.plane.X(u), this.plane.Y(v)];
        return s("path", { d: `M${x - 6} ${y}h12M${x} ${y - 6}v12`, stroke: "#222", "stroke-width": 1.5 });
      }),
      ...this.walks.flatMap(([name, walk]) => drawWalk(this.plane, walk.path, STYLES[name])),
    );
    const parts = this.walks.map(([name, walk]) => {
      const steps = walk.path.length - 1;
      const state = walk.diverged ? `diverged after ${steps} steps, the rate is too large` : `loss ${walk.loss.toPrecision(3).replace("-", "−")}`;
      return `${STYLES[name].text}: ${state}`;
    });
    const end = this.steps < LAST ? "" : ` A run ends after ${LAST} steps.`;
    this.say(`Steps: ${this.steps}.${end} ${parts.join("; ")}.`);
  }
}

define("ann-descent", DescentFigure);
