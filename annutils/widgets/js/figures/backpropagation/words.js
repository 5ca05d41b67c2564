// Help and sentences of the backpropagation's figure.

import { plain, rounded, short } from "../../engine/number_text.js";

/** @import { Computed, Graph } from "../../engine/graph.js" */

const NUDGE = 0.1;

export const HELP = {
  values:
    "Drag it sideways, or use the arrow keys; in the table, write a number from −100 to " +
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
};

/**
 * The leaf with the largest gradient in size, when all are known; none if all are 0. A
 * target is given, and never to blame.
 * @param {Graph} graph
 * @returns {Computed | null}
 */
export function blamed({ nodes, done, last }) {
  if (done < last) return null;
  const leaves = nodes.filter(({ operation, target }) => !operation && !target);
  const size = (/** @type {Computed} */ { grad }) => Math.abs(Number(grad));
  const [most] = leaves.sort((one, other) => size(other) - size(one));
  return size(most) > 0 ? most : null;
}

/**
 * The answer, when all gradients are known.
 * @param {Graph} graph
 */
export function answer(graph) {
  if (graph.done < graph.last) return "";
  const { name } = graph.result;
  const most = blamed(graph);
  if (!most) return `No value is to blame: here ${name} has no slope.`;
  const change = rounded(NUDGE * Number(most.grad), 6);
  const way = change < 0 ? "lower" : "raise";
  return (
    `Most to blame: ${most.name}. Raised by ${NUDGE}, it would ${way} ${name} by about ` +
    `${short(Math.abs(change))}, more than any other would.`
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
  return (
    `${leaf.name} goes from ${plain(leaf.from)} to ${plain(leaf.to)}, and ${result.name} ` +
    `from ${short(result.from)} to ${short(result.to)}: ` +
    `${short(Math.abs(times))} times as far${way}.`
  );
}
