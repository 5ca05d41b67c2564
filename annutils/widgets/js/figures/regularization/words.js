// What the figure of regularization says.

import { minus } from "../../engine/number_text.js";
import { lowest, verdict } from "./model.js";

/** @import { Try } from "./model.js" */

/** By what a strength is: too little, enough, too much. @type {Record<string, string>} */
export const VERDICTS = { "-1": "too little", 0: "enough", 1: "too much" };

export const HELP = {
  remedy:
    "The network is trained with this remedy alone. At the left end there is no remedy, to the right it grows stronger.",
  marker:
    "Drag it sideways, or use the arrow keys: each place is a network that was trained with this strength.",
  uncover:
    "Shows the mean error on new samples, over twelve training sets (thick, dashed), and each of the twelve (thin). The strengths that these runs cannot tell from the lowest mean are called enough.",
};

/**
 * @param {string} remedy
 * @param {number} strength
 */
export function strengthText(remedy, strength) {
  if (remedy === "stop") return strength.toLocaleString("en");
  return minus(strength);
}

/**
 * A remedy in the strength that is shown.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} k
 */
export function named(remedy, tries, k) {
  const text = strengthText(remedy, tries[k].strength);
  if (remedy === "stop")
    return k ? `Stopped after ${text} updates` : `All ${text} updates`;
  if (!k) return "No remedy";
  return remedy === "l2" ? `L2 with the rate ${text}` : `Dropout of ${text}`;
}

/** @param {number} error */
const percent = (error) => `${error.toFixed(1)}%`;

/**
 * What the errors say of a strength.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} k
 */
export function told(remedy, tries, k) {
  const {
    seen,
    new: [mean],
  } = tries[k];
  return (
    `${named(remedy, tries, k)}: ${percent(seen)} of the training samples are read ` +
    `wrong, ${percent(mean)} of new ones. ${reason(verdict(tries, k))}`
  );
}

/** @param {number} sign */
function reason(sign) {
  if (sign < 0) return "Too little: the network still learns accidents.";
  if (sign > 0) return "Too much: the curve that both classes share goes as well.";
  return "Enough: no strength does clearly better.";
}

/**
 * While the error on new samples is covered.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} k
 */
export const covered = (remedy, tries, k) =>
  `${named(remedy, tries, k)}: ${percent(tries[k].seen)} of the training samples are ` +
  "read wrong. How many new ones?";

/**
 * How the guess was.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} guess
 */
export function answer(remedy, tries, guess) {
  const [best, sign] = [lowest(tries), verdict(tries, guess)];
  const there = strengthText(remedy, tries[best].strength);
  const found = `The lowest mean error is ${percent(tries[best].new[0])}, at ${there}.`;
  const yours = `You stopped at ${percent(tries[guess].new[0])}: ${VERDICTS[sign]}.`;
  return guess === best ? "You stopped at the lowest mean error." : `${yours} ${found}`;
}
