// <ann-playground>: train a small network and see everything that happens in it.

import { kerasProgram } from "../../engine/keras_code.js";
import { OPTIONS, Playground } from "../../engine/playground.js";
import { h } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { settingControls } from "./controls.js";
import { ownPoints } from "./own_points.js";
import { guidedTasks } from "./tasks.js";
import { PlaygroundView } from "./view.js";
import { HELP, progress } from "./words.js";

/** @import { Settings } from "../../engine/playground.js" */

const BUDGET = 8; // milliseconds of training in a picture
const REBUILD = ["layers", "inputs", "activation", "optimizer", "batch", "dropout"];
const TUNE = ["rate", "l1", "l2"];

class PlaygroundFigure extends RunningFigure {
  static title = "Playground: train a small network";
  static options = OPTIONS;

  game = later(Playground);
  view = later(PlaygroundView);
  /** @type {ReturnType<typeof guidedTasks>} */
  tasks = later();
  /** @type {ReturnType<typeof ownPoints>} */
  own = later();
  pace = 20; // updates in a picture
  program = h("pre", { tabindex: 0, role: "region", "aria-label": "Keras program" });
  programBox = later(HTMLDetailsElement);

  build() {
    this.game = new Playground(/** @type {Settings} */ (this.values));
    this.pace = 20;
    this.view = new PlaygroundView(this);
    this.tasks = guidedTasks(this);
    this.own = ownPoints(this, this.view.plane);
    this.layOut();
    const parts = [this.buttons(), this.status, this.view.element];
    const play = [this.tasks.element, this.own.element];
    return [...parts, ...play, settingControls(this), this.code()];
  }

  buttons() {
    return h("div", { class: "row" }, [
      this.makeRunButton("Run", HELP.run, true),
      this.button("Step", () => this.step(1), HELP.step),
      this.button("Rewind", () => this.rewind(), HELP.rewind),
    ]);
  }

  /** The program, written when the reader asks for it. */
  code() {
    const copy = this.button("Copy", () => this.copyProgram(), HELP.copy);
    this.programBox = h("details", { ontoggle: () => this.writeProgram() });
    const summary = h("summary", {}, "Show as Keras code");
    this.programBox.append(summary, this.program, copy);
    return this.programBox;
  }

  writeProgram() {
    if (!this.programBox.open) return;
    const { network, updates } = this.game.trainer;
    const settings = /** @type {Settings} */ (this.values);
    this.program.textContent = kerasProgram(settings, network, updates);
  }

  async copyProgram() {
    // Over plain http there is no clipboard; elsewhere the reader may refuse it.
    const copied = navigator.clipboard
      ?.writeText(this.program.textContent ?? "")
      .then(() => true)
      .catch(() => false);
    const done = (await copied) ?? false;
    this.showStatus(
      done ? "Copied." : "Nothing copied: select the program and copy it.",
    );
  }

  /**
   * A setting has a new value: change as little as it needs.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    this.change(name, value);
    if (TUNE.includes(name)) this.game.tune();
    else {
      this.ticker.stop();
      if (REBUILD.includes(name)) this.game.rewind();
      else this.game.makeData();
      this.layOut();
    }
    this.update();
  }

  /** The network or the data are others. */
  layOut() {
    this.view.layOut();
    this.own.offer(this.values.data === "own");
  }

  get ended() {
    return this.game.trainer.trouble !== "" || this.game.empty;
  }

  /** What diverged stays to be seen until the reader rewinds, as the status asks for. */
  prepareRun() {}

  step(updates = this.pace) {
    this.game.advance(updates, BUDGET);
    super.step();
  }

  rewind() {
    this.ticker.stop();
    this.game.rewind();
    this.update();
  }

  update() {
    super.update();
    this.view.draw();
    this.tasks.check(this.game.state);
    if (!this.running) this.writeProgram();
    this.status.classList.toggle("trouble", this.game.trainer.trouble !== "");
    this.showStatus(progress(this.game));
  }
}

define("ann-playground", PlaygroundFigure);
