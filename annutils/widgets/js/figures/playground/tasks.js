// Guided tasks beside the playground, with feedback while it runs.

import { TASKS } from "../../engine/tasks.js";
import { select } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";
import { HELP } from "./words.js";

/**
 * @import { Playground, State } from "../../engine/playground.js"
 * @import { RunningFigure } from "../../parts/running_figure.js"
 */

const REACHED = "Reached. Well done.";

/** @param {RunningFigure & { game: Playground }} figure */
export function guidedTasks(figure) {
  const text = h("p");
  const feedback = h("p", { class: "feedback", role: "status" });
  const tasks = TASKS.map((_, index) => [String(index), `Task ${index + 1}`]);
  const chosen = select({
    name: "Task",
    value: "",
    help: figure.help("Task", HELP.task),
    choices: [["", "Free play"], ...tasks],
    change() {
      feedback.textContent = "";
      check(figure.game.state);
    },
  });

  /**
   * Say how far the reader is; what is missing changes all the time while it runs.
   * @param {State} state
   */
  function check(state) {
    const task = chosen.value === "" ? null : TASKS[Number(chosen.value)];
    text.textContent = task?.text ?? "";
    const answer = task ? answerOf(task.hint(state)) : "";
    const stays = figure.running && feedback.textContent === REACHED;
    if (!stays && feedback.textContent !== answer) feedback.textContent = answer;
  }

  /** @param {string} hint */
  function answerOf(hint) {
    if (!hint) return REACHED;
    return figure.running ? "Pause to see what is missing." : `Missing: ${hint}`;
  }

  const element = h("div", { class: "stack" }, chosen.element, text, feedback);
  return { element, check };
}
