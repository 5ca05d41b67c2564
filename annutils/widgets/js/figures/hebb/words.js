// What the figure of Hebb's rule says.

import { counted, written } from "../../engine/number_text.js";

export const RULES = { hebb: "Hebb", oja: "Oja" };
export const GUESSES = {
  straight: "no, only grow",
  grow: "yes, and grow",
  stop: "yes, then stop",
};
export const QUESTION = "Will Hebb's arrow turn to the cloud's long axis?";

/** What to do next. */
export const HINTS = {
  asked: "Guess, or just press Run.",
  met: "Watch how the points pull the tip.",
  hebb: "Now choose Oja's rule.",
  both: "Drag the cloud by ↔, or the ring where the arrow begins.",
};

export const HELP = {
  guess: "Say where the points will bring the arrow, and watch them do it.",
  rule: "Hebb adds η a x for each point x, where a = w·x. Oja also takes away η a² w.",
  run: "The arrow meets the points one after another, from its start; pause, and go on.",
  start:
    "Drag the ring, or use the arrow keys: the arrow begins there. The path follows.",
  cloud:
    "Drag it around, or use the arrow keys: the cloud turns. The dotted line is where its points vary most.",
};

const SCALE = 2; // centimeters for a length of 1, about as drawn

/**
 * Beside both parts of the arrow, by how much a point multiplies them.
 * @param {number[]} factors along the cloud and across
 */
export const means = ([along, across]) => [
  `along: × ${written(along)}`,
  `across: × ${written(across, 3)}`,
];

/** Beside the arrow. @param {number} length */
export const named = (length) => `length ${counted(length)}`;

/**
 * How far a long arrow would reach, were all of it drawn; of the length that is written.
 * @param {number} length
 */
function reach(length) {
  const meters = (SCALE * Number(length.toPrecision(2))) / 100;
  const far = meters < 1000 ? `${counted(meters)} m` : `${counted(meters / 1000)} km`;
  return `at ${SCALE} cm for a length of 1, that is ${far}`;
}

/** @param {number} count of points */
export const before = (count) =>
  `Each of ${count} points x pulls the tip of w along x if a = w·x > 0, against x if a < 0: the farther ahead or behind, the harder.`;

export const LARGER = 20; // times as long as it is, a single step is drawn

/**
 * What a single point does.
 * @param {number} met how many points
 * @param {number} a its output
 */
export const pull = (met, a) =>
  `Point ${met} lies ${a < 0 ? "behind" : "ahead"}: a = w·x = ${written(a)}. It pulls the tip of w ` +
  `${a < 0 ? "against" : "along"} x, by η a x (black, drawn ${LARGER} times as long).`;

/**
 * On the way.
 * @param {number} met how many points
 * @param {number} length
 */
export const underway = (met, length) =>
  `After ${met} point${met === 1 ? "" : "s"}, the arrow's length is ${counted(length)}.`;

/**
 * By the guess, what is said of Hebb's arrow.
 * @type {Record<string, (why: string) => string>}
 */
const ANSWERS = {
  grow: (why) => `Right: ${why}.`,
  stop: (why) => `It turns, but nothing stops it: ${why}.`,
  straight: (why) => `It grows, but it turns, too: ${why}.`,
};

/**
 * What became of the guess.
 * @param {string} guess
 * @param {number} length
 * @param {number[]} growth along the cloud and across
 */
export function verdict(guess, length, growth) {
  const [along, across] = [written(growth[0]), written(growth[1], 3)];
  const why = `a point multiplies the part along the cloud by about ${along}, across by ${across}`;
  return `${ANSWERS[guess](why)} Length now: ${counted(length)}. Does Oja stop it?`;
}

/**
 * Where the arrow ends.
 * @param {string} rule
 * @param {number} length
 * @param {number} degrees off the dotted line
 * @param {boolean} isTurned whether the cloud lies otherwise than at first
 */
export function end(rule, length, degrees, isTurned) {
  const where = `${written(degrees, 1)}° off the dotted line`;
  const size = counted(length);
  if (rule === "hebb") {
    return `Hebb's arrow turned along the cloud, ${where}. Its length is ${size}: ${reach(length)}.`;
  }
  if (isTurned) {
    return `Oja's arrow ends along the turned cloud, too: ${where}, with length ${size}.`;
  }
  return `Oja's arrow turns, too (${where}), but what Oja takes away grows faster with the length: it settles at length ${size}.`;
}
