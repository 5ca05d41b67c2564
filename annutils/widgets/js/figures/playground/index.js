// <ann-playground>: train a small network and see everything that happens in it.

import { kerasProgram } from "../../engine/keras_code.js";
import { OPTIONS, Playground } from "../../engine/playground.js";
import { h } from "../../parts/dom.js";
import { Ticker } from "../../parts/ticker.js";
import { define, Figure } from "../../parts/figure.js";
import { settingControls } from "./controls.js";
import { ownPoints } from "./own_points.js";
import { guidedTasks } from "./tasks.js";
import { PlaygroundView } from "./view.js";

const BUDGET = 8; // milliseconds of training in a frame
const REBUILD = ["layers", "inputs", "activation", "optimizer", "batch", "dropout"];
const TUNE = ["rate", "l1", "l2"];

class PlaygroundFigure extends Figure {
  static title = "Playground: train a small network";
  static options = OPTIONS;
  static inAddress = true;

  build() {
    this.game = new Playground(this.values);
    this.pace = 20; // updates in a frame
    this.view = new PlaygroundView(this);
    this.tasks = guidedTasks(this);
    this.own = ownPoints(this);
    this.ticker = new Ticker(() => this.frame());
    this.structured();
    const parts = [this.buttons(), this.status, this.view.element, this.tasks.element, this.own.element];
    return [...parts, settingControls(this), this.code()];
  }

  buttons() {
    this.runButton = this.button("Run", () => this.toggle(), "Train, and stop again.", true);
    return h("div", { class: "row" }, [
      this.runButton,
      this.button("Step", () => this.advance(1), "One update, with one batch."),
      this.button("Rewind", () => this.rewind(), "Back to the same initial weights; the seed chooses them."),
    ]);
  }

  /** The program, written when the reader asks for it. */
  code() {
    const text = h("pre", { tabindex: 0, role: "region", "aria-label": "Keras program" });
    const write = () => {
      const { network, updates } = this.game.trainer;
      text.textContent = kerasProgram(this.values, network, updates);
    };
    const copy = this.button("Copy", async () => {
      // Over plain http there is no clipboard; elsewhere the reader may refuse it.
      const done = navigator.clipboard?.writeText(text.textContent).then(() => true, () => false);
      this.say((await done) ? "Copied." : "Nothing copied: select the program and copy it.");
    }, "Copy the program.");
    const details = h("details", { ontoggle: () => details.open && write() });
    details.append(h("summary", {}, "Show as Keras code"), text, copy);
    this.writeCode = () => details.open && write();
    return details;
  }

  /** A setting has a new value: change as little as it needs. */
  chosen(name, value) {
    this.change(name, value);
    if (TUNE.includes(name)) this.game.tune();
    else {
      this.ticker.stop();
      if (REBUILD.includes(name)) this.game.build();
      else this.game.makeData();
      this.structured();
    }
    this.update();
  }

  /** The network or the data are others: lay them out. */
  structured() {
    this.view.lay();
    this.own.offer(this.values.data === "own");
  }

  toggle() {
    if (this.ticker.wanted) this.ticker.stop();
    else if (!this.game.trainer.trouble && !this.game.empty) this.ticker.start();
    this.update();
  }

  frame() {
    this.advance(this.pace);
    return !this.game.trainer.trouble;
  }

  advance(updates) {
    this.game.advance(updates, BUDGET);
    if (this.game.trainer.trouble) this.ticker.stop();
    this.update();
  }

  rewind() {
    this.ticker.stop();
    this.game.rewind();
    this.update();
  }

  update() {
    const { trainer, onTrain, onTest, empty } = this.game;
    const running = this.ticker.wanted;
    this.runButton.textContent = running ? "Pause" : "Run";
    this.view.draw();
    this.tasks.look(this.game.state);
    if (!running) this.writeCode();
    const result = ({ loss, accuracy }) => `loss ${loss.toFixed(3)}, accuracy ${(100 * accuracy).toFixed(1)}%`;
    const test = onTest ? `Test: ${result(onTest)}.` : "";
    const text = `Epoch ${trainer.epoch}, update ${trainer.updates}. Training: ${result(onTrain)}. ${test}`;
    this.status.classList.toggle("trouble", Boolean(trainer.trouble));
    if (empty) this.say("There are no points yet: add some of both classes.");
    else this.say(trainer.trouble ? `${trainer.trouble} Lower it, then rewind.` : text);
  }
}

define("ann-playground", PlaygroundFigure);
