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
    "Shows the mean error on new samples, over twelve training sets (thick), each of the twelve (thin), and that of the true boundary, the least there is (dashed). Enough: within one point of the lowest mean. A gap may be chance where its 95% interval, taken set by set, includes 0.",
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

/**
 * The same in few letters, where the axis beside it says of what.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} k
 */
function briefly(remedy, tries, k) {
  const text = strengthText(remedy, tries[k].strength);
  if (remedy === "stop") return `Update ${text}`;
  if (!k) return "No remedy";
  return `${remedy === "l2" ? "λ" : "p"} = ${text}`;
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
  const { seen, new: errors, each } = tries[k];
  const gap = `${above(tries, k).toFixed(1)} points above the lowest`;
  const more =
    k === tries.length - 1
      ? `, in the worst set ${percent(Math.max(...each))}`
      : chance(tries, k);
  return (
    `${briefly(remedy, tries, k)}, twelve sets: training ${percent(seen)}, ` +
    `new ${percent(errors[0])} wrong.\n` +
    `${reason(tries, k)}${verdict(tries, k) ? `: ${gap}${more}` : ""}.`
  );
}

/**
 * Whether the twelve sets can tell an error from the lowest.
 * @param {Try[]} tries
 * @param {number} k
 */
const chance = (tries, k) => (tries[k].open ? " (may be chance)" : "");

/**
 * @param {Try[]} tries
 * @param {number} k
 */
function reason(tries, k) {
  const sign = verdict(tries, k);
  if (k === lowest(tries)) return "The lowest of all on new samples";
  if (!sign) return "Enough: within one point of the lowest";
  if (sign < 0) return "Too little, accidents are learned";
  return verdict(tries, k - 1)
    ? "Too much, the bend is gone"
    : "Too much, the bend straightens";
}

/**
 * While the error on new samples is covered.
 * @param {string} remedy
 * @param {Try[]} tries
 * @param {number} k
 */
export const covered = (remedy, tries, k) =>
  `${briefly(remedy, tries, k)}, twelve sets: training ${percent(tries[k].seen)} wrong. And new samples?`;

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
  const found = `You stopped at ${here}: ${error} of new ones wrong`;
  if (guess === best) return `${found}.\n${reason(tries, guess)}.`;
  const more = verdict(tries, guess) ? chance(tries, guess) : "";
  return `${found}; the lowest, ${least}, is at ${there}.\n${reason(tries, guess)}${more}.`;
}
