// What the figure of the threshold says.

import { minus, written } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import { conflict, GATES, gateOf, ROWS, sum, wrongRows } from "./model.js";

export const HELP = {
  bar:
    "Drag the bar, or move it with the arrow keys. The neuron fires for the rows whose " +
    "sum reaches it.",
  weight: `${DRAG}: the rows move to their new sums.`,
  gate:
    "What the neuron should do. Each row has the inputs x₁x₂x₃ and, behind the arrow, the " +
    "answer that the gate asks for; a cross marks a row on the wrong side of the bar.",
};

/** @param {number[]} x */
export const rowText = (x) => x.join("");

/**
 * Why no bar is right, in a few words; nothing if one is.
 * @param {string} gate
 * @param {number[]} w
 */
export function reason(gate, w) {
  const pair = conflict(gate, w);
  if (!pair) return "";
  if (gate === "xor") return ""; // its pairs stand under the neuron
  const stands = pair.by ? "stands above" : "is level with";
  return `no bar will do: ${rowText(pair.rests)}→0 ${stands} ${rowText(pair.fires)}→1`;
}

/**
 * What the neuron is, whatever it should be.
 * @param {number[]} w
 * @param {number} threshold
 */
export function nowText(w, threshold) {
  const fired = ROWS.filter((x) => sum(w, x) >= threshold).length;
  if (!fired) return "now: never";
  if (fired === ROWS.length) return "now: always";
  const gate = gateOf(w, threshold);
  return gate ? `now: ${GATES[gate].name}` : "";
}

/**
 * Whether the neuron is the gate, and if not, what keeps it from being.
 * @param {string} gate
 * @param {number[]} w
 * @param {number} threshold
 * @param {boolean} told whether the reader has tried enough to be told
 */
export function verdict(gate, w, threshold, told) {
  const wrong = wrongRows(gate, w, threshold).length;
  const { name } = GATES[gate];
  const at = `Threshold ${written(threshold, 1)}: `;
  if (!wrong)
    return `${at}all 8 rows are right. The neuron is the gate asked for: ${name}.`;
  const said = `${at}${wrong} of 8 rows ${wrong === 1 ? "is" : "are"} wrong.`;
  if (!told) return `${said} Is there a place for the bar where all 8 are right?`;
  const pair = conflict(gate, w);
  if (!pair) return `${said} There is a place for the bar where all 8 are right.`;
  if (gate === "xor")
    return (
      "No bar will do, with any weights, also fractions: 000 and 011 add up to w₂ + w₃, " +
      "and so do 001 and 010. Above the bar, these two would add up to more."
    );
  const [rests, fires] = [pair.rests, pair.fires].map(
    (x) => `${rowText(x)} (sum ${minus(sum(w, x))})`,
  );
  return (
    `${said} No bar will do: ${rests} should be below it and ${fires} above, but ` +
    `${rowText(pair.rests)} ${pair.by ? "is the higher one" : "is as high"}. Change a weight.`
  );
}
