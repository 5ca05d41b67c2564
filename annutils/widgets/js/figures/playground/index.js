// <ann-playground>: train a small network and see everything that happens in it.

import { FEATURES } from "../../engine/features.js";
import { kerasProgram } from "../../engine/keras_code.js";
import { OPTIONS, Playground } from "../../engine/playground.js";
import { answered, TASKS } from "../../engine/tasks.js";
import { h } from "../../parts/dom.js";
import { define, later } from "../../parts/figure.js";
import { RunningFigure } from "../../parts/running_figure.js";
import { ownPoints } from "./own_points.js";
import { STYLE } from "./style.js";
import { ask, guesses, taskList, verdict } from "./tasks.js";
import { PlaygroundView } from "./view.js";
import { anew, back, HELP, MORE, progress } from "./words.js";

/**
 * @import { Settings } from "../../engine/playground.js"
 * @import { Unit } from "./diagram.js"
 */

const PACE = 20; // updates in a picture, to be watched
const LONG = 3000; // updates, after which five times as many are made
const CALM = 2; // where the two squares are all there is to see
const REBUILD = ["layers", "inputs", "activation", "optimizer", "batch", "dropout"];
const TUNE = ["rate", "l1", "l2"];

class PlaygroundFigure extends RunningFigure {
  static title = "What can this network learn?";
  static hint =
    "Press Run. Then press a unit to switch it off, or drag a line to change its weight.";
  static style = STYLE;
  static options = OPTIONS;

  game = later(Playground);
  view = later(PlaygroundView);
  guesses = h("div");
  /** @type {ReturnType<typeof ownPoints>} */
  own = later();
  /** What a task of the menu begins with. @type {Map<string, string> | null} */
  begun = null;
  gone = ""; // what the last change has cost
  program = h("pre", { tabindex: 0, role: "region", "aria-label": "Keras program" });

  build() {
    this.game = new Playground(/** @type {Settings} */ (this.values));
    this.gone = "";
    const controls = this.controls(); // first in the help
    this.guesses.replaceChildren(...guesses(this));
    this.view = new PlaygroundView(this, {
      toggle: (unit) => this.toggleUnit(unit),
      weigh: (unit, from, value) => this.weigh(unit, from, value),
      hold: () => {
        this.view.dropGhost();
        this.view.look(null);
      },
      build: (layers) => this.chosen("layers", layers),
    });
    this.own = ownPoints(this, this.view.plane);
    const below = [this.own.element, this.status];
    const scene = this.view.scene([this.guesses, controls], ...below);
    if (!this.few) {
      const more = Object.entries(MORE).map(([key, [name, text, format]]) =>
        this.control(key, name, text, { format }),
      );
      this.fold("More", h("div", { class: "controls" }, more));
      const program = this.fold("Keras program", this.program);
      program.addEventListener("toggle", () => this.writeProgram());
    }
    this.layOut();
    return [scene];
  }

  get addressed() {
    return this.begun ?? super.addressed;
  }

  /**
   * A task of the menu brings its data and its network, as a link of the text does.
   * @param {string} task
   */
  begin(task) {
    this.begun = new Map(
      new URLSearchParams(`tools=all&task=${task}&${TASKS[task].start}`),
    );
    this.rebuild();
    this.begun = null;
    this.change("task", task);
    taskList(this.stage)?.focus();
  }

  /** Whether the network and the data stay as the page has them. */
  get few() {
    return this.values.tools === "few";
  }

  controls() {
    const run = this.makeRunButton("Run", HELP.run, true);
    const rewind = this.button("Rewind", () => this.rewind(), HELP.rewind);
    if (this.few) return h("div", { class: "row" }, run, rewind);
    const buttons = { class: "row", role: "group", "aria-label": "Training" };
    return h("div", { class: "deck" }, [
      h("div", buttons, run, rewind),
      this.control("data", "Data", HELP.data),
      this.control("rate", "Learning rate", HELP.rate),
      this.control("task", "Task", HELP.task),
    ]);
  }

  /**
   * An input is given to the network or taken from it, a hidden unit switched.
   * @param {Unit} unit
   */
  toggleUnit([l, k]) {
    if (l === 0) return this.toggleInput(Object.keys(FEATURES)[k]);
    const { game } = this;
    const word = `${l}.${k + 1}`;
    const { off } = this.values;
    const [again] = game.trials ? off : [];
    const others = again ? [] : off.filter((/** @type {string} */ o) => o !== word);
    this.gone = again && game.trained && game.whole === null ? back(again) : "";
    // What was before is the whole network, also from one unit to another.
    if (off.length) this.chosen("off", []);
    this.view.dropGhost();
    const next = off.includes(word) ? others : [...others, word];
    if (next.length) this.view.keepGhost();
    this.chosen("off", next);
  }

  /** @param {string} key */
  toggleInput(key) {
    const { inputs } = this.values;
    const next = Object.keys(FEATURES).filter(
      (other) => inputs.includes(other) !== (other === key),
    );
    if (next.length) this.chosen("inputs", next);
    else this.showStatus("The network needs an input.");
  }

  /**
   * @param {Unit} unit
   * @param {number | null} from
   * @param {number} value
   */
  weigh([l, k], from, value) {
    this.gone = "";
    this.view.keepGhost();
    this.game.setWeight(l, from, k, value);
    this.update();
  }

  writeProgram() {
    if (!this.program.closest("[open]")) return;
    const { network, updates } = this.game.trainer;
    const settings = /** @type {Settings} */ (this.values);
    this.program.textContent = kerasProgram(settings, network, updates);
  }

  /**
   * A setting has a new value: change as little as it needs.
   * @param {string} name
   * @param {any} value
   */
  chosen(name, value) {
    if (name === "task" && TASKS[value]) return this.begin(value);
    this.change(name, value);
    if (TUNE.includes(name)) this.game.tune();
    else if (name === "off") this.game.switchUnits();
    else if (name === "task") this.layOut();
    else if (name !== "guess") {
      this.ticker.stop();
      this.gone = anew(this.game.trainer.updates) || this.gone;
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
    const { trainer, empty, over, eager, state } = this.game;
    const done = !eager && answered(TASKS[this.values.task], state);
    return trainer.trouble !== "" || empty || over || done;
  }

  /** What diverged stays to be seen until the reader rewinds, as the status asks for. */
  prepareRun() {
    if (this.ended) this.game.goOn();
  }

  step() {
    this.view.dropGhost();
    this.gone = "";
    const pace = this.few ? CALM : PACE;
    this.game.advance(this.game.trainer.updates < LONG ? pace : 5 * pace);
    super.step();
  }

  rewind() {
    this.ticker.stop();
    this.gone = "";
    if (this.game.trials) this.change("off", []); // a trial begins with all units
    this.game.rewind();
    this.layOut();
    this.update();
  }

  update() {
    super.update();
    this.view.draw();
    ask(this);
    if (!this.running) this.writeProgram();
    this.status.classList.toggle("trouble", this.game.trainer.trouble !== "");
    const said = this.running ? "" : verdict(this.game);
    this.showStatus(this.gone + progress(this.game, this.running, said));
  }
}

define("ann-playground", PlaygroundFigure);
