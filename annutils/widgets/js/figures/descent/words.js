// Names, help and status of the descent's figure.

import { written } from "../../engine/number_text.js";
import { BEST, bestNear, factorOf, stepsToTenth } from "./model.js";

/** @import { Pair } from "./model.js" */

export const HELP = {
  pair:
    "Drag the orange point, or move it with the arrow keys (Shift: faster): to the right " +
    "the learning rate grows, upward the momentum, the share of the last step that is kept. " +
    "The lower edge is plain descent.",
  start:
    "Drag the white point, or move it with the arrow keys (Shift: faster): descent begins there.",
  surface:
    "Another loss of two parameters. What is darker is lower; crosses mark the lowest places.",
  against:
    "What the dashed path is: the same rate without momentum, or another optimizer.",
  other: "The learning rate of RMSprop or Adam.",
};

/** What the path of the reader can be compared with. */
export const AGAINST = {
  plain: { label: "the same rate without momentum", name: "without momentum" },
  rmsprop: { label: "RMSprop", name: "RMSprop" },
  adam: { label: "Adam", name: "Adam" },
};

/** @param {number} steps */
const count = (steps) => (steps < 10 ? written(steps, 1) : String(Math.round(steps)));

/**
 * How fast a pair is on the bowl, in two or three words.
 * @param {Pair} pair
 */
export function speed(pair) {
  const factor = factorOf(pair);
  return factor < 1 ? `${count(stepsToTenth(factor))} steps` : "diverges";
}

/** @param {Pair} pair */
function pace(pair) {
  const factor = factorOf(pair);
  return factor < 1
    ? `comes ten times closer in about ${count(stepsToTenth(factor))} steps`
    : "diverges";
}

/**
 * What momentum buys at the rate of the handle, and whether a best was found.
 * @param {Pair} pair
 */
export function verdict(pair) {
  const best = bestNear(pair);
  const own = pace(best ? BEST[best] : pair);
  if (best === "plain") {
    return `Found: without momentum, no rate is faster than 2/11. Descent ${own}.`;
  }
  if (pair.beta === 0) return `Without momentum, descent ${own}.`;
  const who =
    best === "pair"
      ? "Found: no rate and momentum are faster together. Descent"
      : `With momentum ${written(pair.beta)}, descent`;
  const plain = pace({ rate: pair.rate, beta: 0 });
  return `${who} ${own}; without momentum, at the same rate, it ${plain}.`;
}

/**
 * Where both walks are on a surface for which no formula says how fast they go.
 * @param {Record<string, { loss: number, diverged: boolean }>} walks by name
 * @param {number} steps
 */
export function ends(walks, steps) {
  const each = Object.entries(walks).map(([name, { loss, diverged }]) =>
    diverged ? `${name}: diverges` : `${name}: loss ${amount(loss)}`,
  );
  return `After ${steps} steps, ${each.join("; ")}.`;
}

/** @param {number} loss */
const amount = (loss) =>
  loss < 0.001
    ? "below 0.001"
    : loss > 1000
      ? "above 1,000"
      : String(Number(loss.toPrecision(2)));
