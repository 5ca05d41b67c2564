// What the figure of the threshold says.

import { written } from "../../engine/number_text.js";
import { means, ROWS, wrongRows } from "./model.js";

export const HELP = {
  cut:
    "Drag the cut, or move it with the arrow keys. The neuron fires for the rows on its " +
    "right side, whose sum reaches the threshold.",
  weight: "Drag it sideways, or use the arrow keys: the rows move to their new sums.",
  gate:
    "What the neuron should do. Angular orange rows should fire, round blue ones should " +
    "not; the triangles are the means of both. A thick outline marks a row on the wrong side.",
};

/**
 * Whether the neuron is the gate, and if not, what keeps it from being.
 * @param {string} gate
 * @param {number[]} w
 * @param {number} threshold
 */
export function verdict(gate, w, threshold) {
  const wrong = wrongRows(gate, w, threshold).length;
  const fired = `Threshold ${written(threshold, 1)}: `;
  if (!wrong)
    return `${fired}all ${ROWS.length} rows are right. This neuron is the gate.`;
  const said = `${fired}${wrong} of ${ROWS.length} rows ${wrong === 1 ? "is" : "are"} wrong.`;
  const [firing, resting] = means(gate, w);
  if (gate !== "xor") return said;
  return (
    `${said} The rows that should fire have the mean ${written(firing, 1)}, and so have ` +
    `the others: ${written(resting, 1)}. A cut between the rows would have these means on ` +
    "two sides, too; so there is none, whatever the weights."
  );
}
