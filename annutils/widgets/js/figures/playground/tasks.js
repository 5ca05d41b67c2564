// The task beside the playground, with feedback while it runs.

import { percent } from "../../engine/number_text.js";
import { TASKS } from "../../engine/tasks.js";
import { h } from "../../parts/dom.js";

/** @import { Playground } from "../../engine/playground.js" */

export class TaskText {
  text = h("p");
  feedback = h("p", { class: "feedback", role: "status" });
  element = h("div", { class: "stack", style: { gap: 0 } }, this.text, this.feedback);

  /**
   * Say how far the reader is; what is missing changes all the time while it runs.
   * @param {Playground} game
   * @param {boolean} running
   */
  show(game, running) {
    const task = TASKS[game.values.task];
    this.text.textContent = task ? `Task: ${task.text}` : "";
    const answer = task ? answerTo(task, game, running) : "";
    if (this.feedback.textContent !== answer) this.feedback.textContent = answer;
  }
}

/**
 * @param {import("../../engine/tasks.js").Task} task
 * @param {Playground} game
 * @param {boolean} running
 */
function answerTo(task, game, running) {
  if (running) return "Pause to be judged.";
  const { state } = game;
  const missing = task.hint(state);
  if (missing) return `Missing: ${missing}`;
  if (!task.short) return "Reached.";
  const sealed = game.sealedAccuracy();
  const found = `Of 5,000 sealed points, which nobody has seen, ${percent(sealed, 1)} are right.`;
  const short = task.short(sealed, state);
  return short ? `${found} ${short}` : `Reached. ${found}`;
}
