// Help and status of the figure of regularization.

import { percent } from "../../engine/number_text.js";

/** @import { Run } from "../../engine/runs.js" */

/** Name and help of each setting. */
export const HELP = {
  size: ["Hidden units", "Units of the hidden layer."],
  l1: ["L1 penalty λ", "Price on the size of the hidden layer's weights."],
  l2: ["L2 penalty λ", "Price on their squares."],
  dropout: ["Dropout", "Share of hidden units left out in each update."],
};

/** @param {number[]} error mean and half interval */
const interval = ([mean, half]) => `${percent(mean, 1)} ± ${percent(half, 1)}`;

/** @param {Run | undefined} run */
export function errorsOf(run) {
  if (!run) return "This combination was not computed.";
  return (
    `Error on training data ${interval(run.train)}, on test data ${interval(run.test)} ` +
    "(mean and 95% interval over the seeds; boundary and weights are those of the first)."
  );
}
