// The task beside the playground: a question to answer first, and feedback.

import { percent } from "../../engine/number_text.js";
import { ENOUGH, RUN, TASKS } from "../../engine/tasks.js";
import { h } from "../../parts/dom.js";
import { optionRadios } from "../../parts/radio.js";
import { HELP } from "./words.js";

/**
 * @import { Playground } from "../../engine/playground.js"
 * @import { Figure } from "../../parts/figure.js"
 */

export class TaskText {
  element = h("p", { class: "feedback", role: "status" });
  guesses = h("div");

  /** @param {Figure & { game: Playground }} figure */
  constructor(figure) {
    this.figure = figure;
    this.ask();
  }

  /** Offer the answers of the task that is chosen. */
  ask() {
    const task = TASKS[this.figure.values.task];
    this.guesses.hidden = !task;
    if (!task) return;
    const labels = Object.fromEntries(task.answers.map((word, k) => [k + 1, word]));
    const radios = optionRadios(this.figure, "guess", {
      name: "Your guess",
      text: HELP.guess,
      legend: "Guess first:",
      labels,
    });
    const legend = /** @type {HTMLElement} */ (radios.firstChild);
    Object.assign(legend.style, { width: "auto", alignSelf: "center" });
    this.guesses.replaceChildren(radios);
  }

  /**
   * Say how far the reader is; what is missing changes all the time while it runs.
   * @param {boolean} running
   */
  show(running) {
    const { figure } = this;
    const task = TASKS[figure.values.task];
    write(figure.stage.querySelector(".question"), task?.question ?? figure.kind.title);
    write(figure.stage.querySelector(".hint"), task?.text ?? figure.kind.hint);
    write(this.element, task ? answerTo(task, figure.game, running) : "");
  }
}

/**
 * @param {Element | null} line
 * @param {string} text
 */
function write(line, text) {
  if (line && line.textContent !== text) line.textContent = text;
}

/**
 * @param {import("../../engine/tasks.js").Task} task
 * @param {Playground} game
 * @param {boolean} running
 */
function answerTo(task, game, running) {
  if (running) return "";
  const { state } = game;
  const missing = task.hint(state);
  if (missing) return missing === RUN ? "" : missing;
  const guessed = task.answers[Number(state.guess) - 1];
  const said = guessed ? `You guessed “${guessed}”. ` : "";
  const reply = `${said}${task.reply(state)}`;
  if (!task.judged) return reply;
  const sealed = game.sealedAccuracy();
  const found = `Of 5,000 sealed points, ${percent(sealed, 1)} are right.`;
  return sealed < ENOUGH
    ? `${found} Train on, or change more.`
    : `Reached. ${found} ${reply}`;
}
