// Help and sentences of the backpropagation's figure.

import { plain, rounded, short } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";

/** @import { Computed, Graph } from "../../engine/graph.js" */

const NUDGE = 0.1;
const ROUNDING = 1e-9; // by which equal gradients may differ

export const HELP = {
  values:
    `${DRAG}; in the table, write a number from −100 to ` +
    "100. All others are computed from these.",
  difference:
    "The result with this value a little larger, less that with it a little smaller, " +
    "divided by the difference of the values. Near the kink of relu, and in the last " +
    "digits of huge values, it may differ from the gradient.",
  step: "Compute the next value, or pass the next gradient back.",
  back: "Take the last step back.",
  run: "Step after step by itself.",
  end: "All steps at once.",
  rewind: "Back to the beginning; the values that you edited stay.",
  graph: "What is computed.",
  bet: "Say which weight you expect to move the loss most, before its slopes are known.",
};

/** The parameters of the graph on which readers bet. @type {Record<string, string>} */
export const BETS = { w1: "w₁", w2: "w₂" };

/**
 * What to do before the first step.
 * @param {Graph} graph
 */
export const first = ({ operations, result }) =>
  `Step 0 of ${operations.length}. Press Step: forward, from left to right, to ${result.name}.`;

/**
 * What to do when the values are known.
 * @param {Graph} graph
 */
export function ready({ nodes, result }) {
  const names = nodes.filter(({ parameter }) => parameter).map(({ name }) => name);
  const are = names.length > 1 ? "parameters are" : "parameter is";
  return (
    `All values are known, and ${result.name} = ${short(Number(result.value))}. ` +
    `Green: the ${are} ${names.join(", ")}. Gray: what is given. ` +
    "Press Step: the gradients come from right to left."
  );
}

/**
 * Which step it was, of those that go its way.
 * @param {Graph} graph
 */
export function counted({ done, last, operations: { length } }) {
  return done > length
    ? `Step ${done - length} of ${last - length}.`
    : `Step ${done} of ${length}.`;
}

/**
 * The parameters with the largest gradient in size, when all are known; several in a tie,
 * none if all are 0. What is given, an input or a target, is not learned, and no parameter.
 * @param {Graph} graph
 * @returns {Computed[]}
 */
export function strongest({ nodes, done, last }) {
  if (done < last) return [];
  const parameters = nodes.filter(({ parameter }) => parameter);
  const size = (/** @type {Computed} */ { grad }) => Math.abs(Number(grad));
  const most = Math.max(...parameters.map(size));
  return most > 0
    ? parameters.filter((each) => size(each) > most * (1 - ROUNDING))
    : [];
}

/**
 * A leaf that is given, and has a larger slope than all parameters.
 * @param {Graph} graph
 * @param {Computed} most of the parameters
 */
const given = ({ nodes }, most) =>
  nodes.find(
    ({ operation, parameter, grad }) =>
      !operation && !parameter && Math.abs(Number(grad)) > Math.abs(Number(most.grad)),
  );

/**
 * The answer, when all gradients are known.
 * @param {Graph} graph
 * @param {string} [bet] one of BETS, or "none"
 */
export function answer(graph, bet = "none") {
  if (graph.done < graph.last) return "";
  const { name } = graph.result;
  const [most, ...others] = strongest(graph);
  if (!most) return `No parameter moves ${name}: here all its slopes are 0.`;
  const isOne = graph.nodes.filter(({ parameter }) => parameter).length === 1;
  const among = isOne
    ? `The only parameter is ${most.name}`
    : `Of the parameters, ${name} is most sensitive to ${most.name}`;
  const judged =
    bet === "none" ? "" : `${BETS[bet] === most.name ? "Right" : "Not so"}. `;
  if (others.length) {
    const names = [most, ...others].map((each) => each.name).join(" and ");
    return `A tie: here the slopes for ${names} are of the same size.`;
  }
  const larger = given(graph, most);
  const aside = larger
    ? ` ${larger.name} has a steeper slope, ${short(Number(larger.grad))}, but is given, not learned.`
    : "";
  const change = rounded(NUDGE * Number(most.grad), 6);
  const way = change < 0 ? "lower" : "raise";
  return (
    `${judged}${among}: raised by ${NUDGE}, it ` +
    `would ${way} ${name} by about ${short(Math.abs(change))}.${aside}`
  );
}

/**
 * What became of the result when a leaf was changed.
 * @param {{ name: string, from: number, to: number }} leaf
 * @param {{ name: string, from: number, to: number }} result
 */
export function followed(leaf, result) {
  const times = (result.to - result.from) / (leaf.to - leaf.from);
  const way = times < 0 ? ", the other way" : "";
  const two = Number(times.toPrecision(2));
  const about = Math.abs(two - times) < 1e-9 ? "" : "about ";
  return (
    `${leaf.name} goes from ${plain(leaf.from)} to ${plain(leaf.to)}, and ${result.name} ` +
    `from ${plain(result.from)} to ${plain(result.to)}: ` +
    `${about}${plain(Math.abs(two))} times as far${way}.`
  );
}
