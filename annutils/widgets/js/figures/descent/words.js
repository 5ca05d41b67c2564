// Names, help and status of the descent's figure.

import { written } from "../../engine/number_text.js";
import { BEST, bestNear, creeps, factorOf, stepsToTenth, swings } from "./model.js";

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
    "The share that you choose is tried at the rate of the point, or at the best without momentum once you have found it.",
  open: "Uncovers all colors, after your guess. They also appear when both best places are found.",
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
  if (steps < 20) return written(steps, 1);
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
      "Found: without momentum, 2/11 is the fastest rate: ten times closer every " +
      `${stepsOf("plain")} steps.\nNow lift the point: how large a share β is best?`
    );
  }
  if (best === "pair") {
    return (
      `Found, the fastest of all: ten times closer every ${stepsOf("pair")} steps, not ` +
      `${stepsOf("plain")}.\n` +
      "A larger share swings longer; with a smaller one, no rate suits both directions."
    );
  }
  const isWild = speed({ ...pair, beta: 0 }) === "diverges";
  if (speed(pair) === "diverges") {
    return pair.beta
      ? "At this rate descent diverges, with this share and without momentum."
      : "Without momentum, this rate is too large: descent diverges.";
  }
  if (!pair.beta) {
    return `Without momentum, descent comes ten times closer ${every(pair)}.`;
  }
  const plain = isWild ? "this rate diverges" : every({ ...pair, beta: 0 });
  return `β = ${written(pair.beta)}: ten times closer ${every(pair)}; without momentum, ${plain}.`;
}

/**
 * What becomes of a guess at the best rate without momentum, and where to go on.
 * @param {Pair} pair
 */
export function tried(pair) {
  if (factorOf(pair) >= 1) return verdict(pair);
  const reason = swings(pair)
    ? "too large here: both directions swing, the longer, the larger β is"
    : creeps(pair)
      ? "not yet fast: the flat direction still creeps. A larger rate helps"
      : "not yet fast: the steep direction goes to and fro. A smaller rate helps";
  const rest = GUESSES.map((beta) => factorOf({ ...pair, beta: Number(beta) }));
  const nearest =
    factorOf(pair) <= Math.min(...rest) ? "the best of the three, but " : "";
  return `${verdict(pair)}\nYour guess is ${nearest}${reason}.`;
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
