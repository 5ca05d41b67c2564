// What the figure of the threshold says.

import { minus, written } from "../../engine/number_text.js";
import { DRAG } from "../../parts/scrub.js";
import { conflict, GATES, gateOf, ROWS, sum, wrongRows } from "./model.js";

export const HELP = {
  bar:
    "Drag the bar, or move it with the arrow keys. The neuron fires for the rows whose " +
    "sum reaches it.",
  deny: "Say that no bar and no weights make this gate; the figure answers.",
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
  if (!fired) return "never fires";
  if (fired === ROWS.length) return "always fires";
  const gate = gateOf(w, threshold);
  return gate ? `now: ${GATES[gate].name}` : "now: no named gate";
}

/**
 * Whether the neuron is the gate, and if not, what keeps it from being.
 * @param {string} gate
 * @param {number[]} w
 * @param {number} threshold
 * @param {boolean} told whether the reader has said that it cannot be
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
  if (!pair) return `${said} It can be done: there is a place for the bar.`;
  if (gate === "xor")
    return (
      "Right. With the bar at T, the blue pair together would be below 2T, and the " +
      "orange pair 2T or more. But with any weights, whole or not, both pairs add up to w₂ + w₃."
    );
  const [rests, fires] = [pair.rests, pair.fires].map(
    (x) => `${rowText(x)} (sum ${minus(sum(w, x))})`,
  );
  return (
    `${said} Not with these weights: ${rests} should be below the bar and ${fires} above, ` +
    `but ${rowText(pair.rests)} ${pair.by ? "is the higher one" : "is as high"}. Change a weight.`
  );
}
