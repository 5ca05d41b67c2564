// The task of the playground: a question to answer first, and what comes of it.

import { percent } from "../../engine/number_text.js";
import { ENOUGH, OTHER, RUN, TASKS } from "../../engine/tasks.js";
import { optionRadios } from "../../parts/radio.js";
import { HELP } from "./words.js";

/**
 * @import { Playground } from "../../engine/playground.js"
 * @import { Figure } from "../../parts/figure.js"
 */

/**
 * The menu of tasks, where there is one.
 * @param {HTMLElement} stage
 * @returns {HTMLSelectElement | null}
 */
export const taskList = (stage) => stage.querySelector(".deck > :last-child select");

/**
 * The answers of the task that is chosen, if one is.
 * @param {Figure} figure
 */
export function guesses(figure) {
  const task = TASKS[figure.values.task];
  if (!task) return [];
  const radios = optionRadios(figure, "guess", {
    name: "Guess",
    text: HELP.guess,
    legend: "Guess:",
    labels: Object.fromEntries(task.answers.map((word, k) => [k + 1, word])),
  });
  return [radios];
}

/**
 * Ask the question of the task, or of the figure, where the network is another.
 * @param {Figure & { game: Playground, guesses: HTMLElement }} figure
 */
export function ask({ game, guesses, kind, stage }) {
  const { state } = game;
  const task = TASKS[state.task];
  const missing = task?.hint(state);
  const fits = task && missing !== OTHER;
  const { title, hint: usual } = kind;
  const { question, text, next = "" } = fits ? task : { question: title, text: usual };
  const then = missing ? next : HELP.drawing.weight[1];
  const hint = next && state.tried ? then : text;
  guesses.hidden = !fits;
  const list = taskList(stage);
  if (list) list.value = fits ? state.task : "free";
  for (const [name, words] of Object.entries({ question, hint })) {
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
  if (!task || missing === RUN || missing === OTHER) return "";
  if (missing) return `\n${missing}`;
  const [right, reason] = task.reply(state);
  const guess = Number(state.guess);
  const wrong = `✗ Not “${task.answers[guess - 1]}”. `;
  const judged = guess === right ? "✓ Right. " : wrong;
  const reply = (guess && right ? judged : "") + reason;
  if (!task.judged) return `\n${reply}`;
  const sealed = game.sealedAccuracy();
  const found = `Of 5,000 sealed points, ${percent(sealed, 1)} are right.`;
  return sealed < ENOUGH
    ? `\n${found} Run on, or change more.`
    : `\nReached. ${found} ${reply}`;
}
