// <ann-perceptron>: points to move and relabel, and the learning rule to step through.

import { choice, number } from "../../engine/options.js";
import { Perceptron, PRESETS } from "../../engine/perceptron.js";
import { select, slider } from "../../parts/controls.js";
import { h, s } from "../../parts/dom.js";
import { Plane } from "../../parts/plane.js";
import { Points } from "./points.js";
import { attention, separation } from "../../parts/separation.js";
import { Ticker } from "../../parts/ticker.js";
import { define, Figure } from "../../parts/figure.js";
import { outcome, sentence } from "./words.js";

const RANGE = [-2.2, 2.2];
const PAUSE = 200; // milliseconds between two samples while it runs
const NAMES = { separable: "Separable", narrow: "Narrow gap", and: "AND", xor: "XOR" };

class PerceptronFigure extends Figure {
  static title = "Perceptron: move the points and watch the rule";
  static options = {
    data: choice("separable", Object.keys(PRESETS)),
    rate: number(1, 0.1, 2),
  };

  build() {
    this.model = new Perceptron(this.values.rate);
    this.plane = new Plane({
      ...{ x: RANGE, y: RANGE, name: "Points of two classes", xName: "x₁", yName: "x₂" },
    });
    const help = this.help("A point", "Drag it, or move it with the arrow keys (Shift: faster). A click or Enter changes its class, Delete removes it.");
    this.points = new Points(this.plane, help, (text) => this.moved(text), (text) => this.update(text));
    this.back = s("g", { "aria-hidden": "true" });
    this.plane.content.append(this.back, this.points.layer);
    this.ticker = new Ticker(() => this.frame(), PAUSE);
    this.points.load(PRESETS[this.values.data]);
    return [this.plane.element, this.buttons(), this.settings()];
  }

  buttons() {
    this.runButton = this.button("Run", () => this.toggle(), "Take sample after sample until there is no mistake.", true);
    return h("div", { class: "row" }, [
      this.runButton,
      this.button("Step", () => this.step(), "Take the sample in the dashed ring; correct the weights if it is wrong."),
      this.button("Rewind", () => this.rewind(), "Set all weights to zero again; the points stay."),
      this.button("Add a point", () => this.add(), "Put a new point near the middle. A click into the plane puts one there."),
    ]);
  }

  settings() {
    const data = select({
      ...{ name: "Points", value: this.values.data, choices: Object.entries(NAMES) },
      help: this.help("Points", "Four sets to begin with. For XOR no line is right."),
      change: (value) => {
        this.change("data", value);
        this.points.load(PRESETS[value]);
        this.rewind();
      },
    });
    const rate = slider({
      ...{ name: "Learning rate", value: this.values.rate, values: [0.1, 0.2, 0.5, 1, 2] },
      help: this.help("Learning rate", "How much of a sample is added to the weights. A new one begins again."),
      change: (value) => {
        this.change("rate", value);
        this.rewind();
      },
    });
    const label = select({
      ...{ name: "New points are", value: "1", choices: [["1", "class 1, orange"], ["0", "class 0, blue"]] },
      help: this.help("New points are", "The class of the points that you add."),
      change: (value) => (this.points.label = Number(value)),
    });
    return h("div", { class: "controls" }, data.element, rate.element, label.element);
  }

  /** Put a point where no other one added so is likely to be: on a circle, by the golden angle. */
  add() {
    const angle = 2.4 * this.points.list.length;
    this.points.add([Math.cos(angle), Math.sin(angle)]);
  }

  /** The points are others now: whether a line is right is open again. */
  moved(text) {
    this.model.forget();
    this.last = null;
    this.update(text);
  }

  get done() {
    return this.model.solved || this.model.cycle > 0;
  }

  toggle() {
    if (this.ticker.wanted) this.ticker.stop();
    else {
      if (this.done) this.rewind();
      this.ticker.start();
    }
    this.update();
  }

  frame() {
    this.last = this.model.step(this.points.list);
    this.ticker.wanted = !this.done;
    this.update();
    return !this.done;
  }

  step() {
    this.last = this.model.step(this.points.list);
    this.update();
  }

  rewind() {
    this.ticker.stop();
    this.model = new Perceptron(this.values.rate);
    this.last = null;
    this.update();
  }

  /** Draw the line and say what happened. */
  update(text) {
    const { model, plane, last } = this;
    const { list } = this.points;
    this.runButton.textContent = this.ticker.wanted ? "Pause" : "Run";
    this.back.replaceChildren(
      ...separation(plane, model.w, model.b),
      ...(this.done ? [] : [attention(plane, list[model.next])]),
    );
    this.points.outline((point) => model.predict(point) !== point[2]);
    this.say(`${text ?? sentence(last, model)} ${outcome(model, list)}`.trim());
  }
}

define("ann-perceptron", PerceptronFigure);
