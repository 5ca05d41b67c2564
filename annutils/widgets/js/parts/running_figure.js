// A figure that moves by itself: run, pause, go on, and an end; it stops out of sight.

import { Figure, later } from "./figure.js";
import { Ticker } from "./ticker.js";

export class RunningFigure extends Figure {
  static pause = 0; // milliseconds between two pictures, at least

  ticker = new Ticker(
    () => this.step(),
    /** @type {typeof RunningFigure} */ (this.constructor).pause,
  );
  runButton = later(HTMLButtonElement);
  runName = "Run";

  /** Make the steps of one picture. */
  advance() {}

  /** Whether there is nothing left to run. */
  get ended() {
    return false;
  }

  /** Go back to the beginning. */
  rewind() {}

  /** Make ready for a run, which may follow one that has ended. */
  prepareRun() {
    if (this.ended) this.rewind();
  }

  get running() {
    return this.ticker.wanted;
  }

  /**
   * The button that runs and pauses.
   * @param {string} name
   * @param {string} text its line in the help
   * @param {boolean} [main]
   */
  makeRunButton(name, text, main) {
    this.runName = name;
    this.runButton = this.button(name, () => this.toggle(), text, main);
    return this.runButton;
  }

  toggle() {
    if (this.running) this.ticker.stop();
    else {
      this.prepareRun();
      if (!this.ended) this.ticker.start();
    }
    this.update();
  }

  /** Show one picture more. */
  step() {
    this.advance();
    if (this.ended) this.ticker.stop();
    this.update();
  }

  update() {
    this.runButton.textContent = this.running ? "Pause" : this.runName;
  }

  /** @param {boolean} inSight */
  cameIntoSight(inSight) {
    super.cameIntoSight(inSight);
    this.ticker.setInSight(inSight);
  }

  rebuild() {
    this.ticker.stop();
    super.rebuild();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.ticker.stop();
  }
}
