// What the figure of regularization says.

import { minus } from "../../engine/number_text.js";
import { above, lowest, verdict } from "./model.js";

/** @import { Try } from "./model.js" */

/** By what a strength is: too little, enough, too much. @type {Record<string, string>} */
export const VERDICTS = { "-1": "too little", 0: "enough", 1: "too much" };

export const HELP = {
  remedy:
    "The network is trained with this remedy alone. At the left end there is no remedy, to the right it grows stronger.",
  marker:
    "Drag it sideways, or use the arrow keys: each place is a network that was trained with this strength.",
  uncover:
    "Shows the mean error on new samples, over twelve training sets (thick, dashed), each of the twelve (thin), and that of the true boundary, the least there is (dotted). Enough: within one point of the lowest mean. Perhaps by luck: the 95% interval of the difference, taken set by set, includes 0.",
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
  return remedy === "l2" ? `L2 with λ = ${text}` : `Dropout of ${text}`;
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
    `${named(remedy, tries, k)}: over twelve sets, ${percent(seen)} of the training samples ` +
    `are misclassified, ${percent(mean)} of new ones. ${reason(tries, k)}`
  );
}

/**
 * @param {Try[]} tries
 * @param {number} k
 */
function reason(tries, k) {
  const sign = verdict(tries, k);
  if (k === lowest(tries)) return "That is the lowest.";
  if (!sign) return "Enough: within one point of the lowest.";
  const luck = tries[k].open ? " (perhaps by luck)" : "";
  const gap = `${above(tries, k).toFixed(1)} points above the lowest${luck}`;
  if (sign < 0) return `Too little, as it still learns accidents: ${gap}.`;
  if (k === tries.length - 1)
    return `Too much: ${gap}, and in the worst set ${percent(Math.max(...tries[k].each))}.`;
  return verdict(tries, k - 1)
    ? `Too much, as it learns no accident, but no bend either: ${gap}.`
    : `Too much, as it straightens the bend: ${gap}.`;
}

/**
 * While the error on new samples is covered.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} k
 */
export const covered = (remedy, tries, k) =>
  `${named(remedy, tries, k)}: over twelve sets, ${percent(tries[k].seen)} of the training ` +
  "samples are misclassified. How many new ones?";

/**
 * How far the guess is from the best.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} guess
 */
export function answer(remedy, tries, guess) {
  const best = lowest(tries);
  const [here, there] = [guess, best].map((k) =>
    strengthText(remedy, tries[k].strength),
  );
  const [error, least] = [guess, best].map((k) => percent(tries[k].new[0]));
  const found = `You stopped at ${here}: ${error} of new samples are misclassified.`;
  if (guess === best) return `${found} That is the lowest.`;
  return `${found} ${reason(tries, guess)} The lowest: ${least}, at ${there}.`;
}
