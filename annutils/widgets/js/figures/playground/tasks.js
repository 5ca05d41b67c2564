// The task of the playground: a question to answer first, and what comes of it.

import { percent } from "../../engine/number_text.js";
import { ENOUGH, RUN, TASKS } from "../../engine/tasks.js";
import { optionRadios } from "../../parts/radio.js";
import { HELP } from "./words.js";

/**
 * @import { Playground } from "../../engine/playground.js"
 * @import { Figure } from "../../parts/figure.js"
 */

/**
 * The answers of the task that is chosen, if one is.
 * @param {Figure} figure
 */
export function guesses(figure) {
  const task = TASKS[figure.values.task];
  if (!task) return [];
  const radios = optionRadios(figure, "guess", {
    name: "Your guess",
    text: HELP.guess,
    legend: "Guess first:",
    labels: Object.fromEntries(task.answers.map((word, k) => [k + 1, word])),
  });
  const legend = /** @type {HTMLElement} */ (radios.firstChild);
  Object.assign(legend.style, { width: "auto", alignSelf: "center" });
  return [radios];
}

/**
 * Ask the question of the task, or of the figure.
 * @param {Figure} figure
 */
export function ask({ values, kind, stage }) {
  const { question, text } = TASKS[values.task] ?? {
    question: kind.title,
    text: kind.hint,
  };
  for (const [name, words] of Object.entries({ question, hint: text })) {
    const line = stage.querySelector(`.${name}`);
    if (line && line.textContent !== words) line.textContent = words;
  }
}

/**
 * How far the reader is with the task: what is missing, or the verdict.
 * @param {Playground} game
 */
export function verdict(game) {
  const { state } = game;
  const task = TASKS[state.task];
  const missing = task?.hint(state);
  if (!task || missing) return missing && missing !== RUN ? `\n${missing}` : "";
  const guessed = task.answers[Number(state.guess) - 1];
  const said = guessed ? `You guessed “${guessed}”. ` : "";
  const reply = `${said}${task.reply(state)}`;
  if (!task.judged) return `\n${reply}`;
  const sealed = game.sealedAccuracy();
  const found = `Of 5,000 sealed points, ${percent(sealed, 1)} are right.`;
  return sealed < ENOUGH
    ? `\n${found} Run on, or change more.`
    : `\nReached. ${found} ${reply}`;
}
