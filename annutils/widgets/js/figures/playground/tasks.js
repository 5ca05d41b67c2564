// Guided tasks beside the playground, with feedback while it runs.

import { TASKS } from "../../engine/tasks.js";
import { select } from "../../parts/controls.js";
import { h } from "../../parts/dom.js";

const REACHED = "Reached. Well done.";

export function guidedTasks(figure) {
  const text = h("p");
  const feedback = h("p", { class: "feedback", role: "status" });
  const chosen = select({
    ...{ name: "Task", value: "", help: figure.help("Task", "Something to try. The line below says what is missing.") },
    choices: [["", "Free play"], ...TASKS.map((_, index) => [String(index), `Task ${index + 1}`])],
    change() {
      feedback.textContent = "";
      look(figure.game.state);
    },
  });

  /** Say how far the reader is; accuracies are left out while they change all the time. */
  function look(state) {
    const task = TASKS[chosen.value];
    text.textContent = task?.text ?? "";
    const hint = task?.hint(state);
    const running = figure.ticker?.wanted;
    const missing = running ? "Pause to see what is missing." : `Missing: ${hint}`;
    const answer = !task ? "" : hint ? missing : REACHED;
    const settled = !running || feedback.textContent !== REACHED;
    if (settled && feedback.textContent !== answer) feedback.textContent = answer;
  }

  return { element: h("div", { class: "stack" }, chosen.element, text, feedback), look };
}
