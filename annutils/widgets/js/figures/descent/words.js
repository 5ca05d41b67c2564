// Names, help and status of the descent's figure.

import { written } from "../../engine/number_text.js";
import { BEST, bestNear, factorOf, stepsToTenth, swings } from "./model.js";

/** @import { Pair } from "./model.js" */

export const HELP = {
  pair:
    "Drag the orange point, or move it with the arrow keys (Shift: faster): to the right " +
    "the learning rate grows, upward the share β of the last step that is kept. " +
    "The lower edge is plain descent. Colors appear where the point has been.",
  start:
    "Drag the white point, or move it with the arrow keys (Shift: faster): descent begins there.",
  surface:
    "Another loss of two parameters. The bluer, the lower; crosses mark the lowest places.",
  against:
    "What the dashed path is: the same rate without momentum (at the best pair, the best rate without), or another optimizer.",
  other: "The learning rate of RMSprop or Adam.",
  guess:
    "Asked when the best rate without momentum is found: the share that you choose is tried at this rate.",
  open: "Uncovers all colors. They also appear when both best places are found.",
};

/** What the path of the reader can be compared with. */
export const AGAINST = {
  plain: { label: "the same rate without momentum", name: "without momentum" },
  rmsprop: { label: "RMSprop", name: "RMSprop" },
  adam: { label: "Adam", name: "Adam" },
};

/** Shares of which one may be the best. */
export const GUESSES = ["0.3", "0.6", "0.9"];
export const LEGEND = "Best share β?";

/** @param {number} steps */
function count(steps) {
  if (steps < 10) return written(steps, 1);
  return (
    steps < 100 ? Math.round(steps) : Number(steps.toPrecision(2))
  ).toLocaleString("en");
}

/**
 * How fast a pair is on the bowl, in two or three words.
 * @param {Pair} pair
 */
export function speed(pair) {
  const factor = factorOf(pair);
  return factor < 1 ? `${count(stepsToTenth(factor))} steps` : "diverges";
}

/** Steps until a best pair is ten times closer. @param {keyof typeof BEST} name */
export const stepsOf = (name) => written(stepsToTenth(factorOf(BEST[name])), 1);

/** @param {Pair} pair */
const every = (pair) => `every ${speed(pair)}`;

/**
 * What momentum buys in the long run at the rate of the handle, and whether a best was
 * found.
 * @param {Pair} pair
 */
export function verdict(pair) {
  const best = bestNear(pair);
  if (best === "plain") {
    return (
      "Found: without momentum, no rate is faster than 2/11: ten times closer every " +
      `${stepsOf("plain")} steps.\nNow lift the point: how large a share β is best?`
    );
  }
  if (best === "pair") {
    return (
      `Found, the fastest of all: ten times closer every ${stepsOf("pair")} steps; ` +
      `without momentum, at best every ${stepsOf("plain")}.\n` +
      "A larger share swings longer, as a step leaves √β of the distance, here " +
      `${left(pair)}; with a smaller one, no rate suits both directions.`
    );
  }
  const isWild = speed({ ...pair, beta: 0 }) === "diverges";
  if (speed(pair) === "diverges") {
    return pair.beta
      ? "At this rate descent diverges, with this share and without momentum."
      : "Without momentum, this rate is too large: descent diverges.";
  }
  if (!pair.beta) {
    return `Without momentum, descent comes ten times closer ${every(pair)} in the long run.`;
  }
  const stripe = swings(pair) ? ", and just as fast a little to the left or right" : "";
  const plain = isWild ? "it diverges" : every({ ...pair, beta: 0 });
  return (
    `Share ${written(pair.beta)}: in the long run, ten times closer ${every(pair)}` +
    `${stripe}; without momentum, at the same rate, ${plain}.`
  );
}

/** What a step leaves of the distance where both directions swing. @param {Pair} pair */
const left = ({ beta }) => written(Math.sqrt(beta));

/**
 * What becomes of a guess at the best rate without momentum, and where to go on.
 * @param {Pair} pair
 */
export function tried(pair) {
  const isFaster = factorOf(pair) < factorOf(BEST.plain);
  const onward = swings(pair)
    ? `Both directions swing, and a step leaves √β = ${left(pair)} of the distance. Does a smaller share leave less?`
    : "The flat direction still creeps. Does a larger rate help?";
  return (
    `Share ${written(pair.beta)}, tried: ten times closer ${every(pair)}, ` +
    `${isFaster ? "faster" : "slower"} than without momentum, ${stepsOf("plain")}.\n${onward}`
  );
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
