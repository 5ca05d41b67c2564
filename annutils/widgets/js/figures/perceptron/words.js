// What the perceptron's figure says.

import { minus, rounded } from "../../engine/number_text.js";

/** @import { Perceptron, Step } from "../../engine/perceptron.js" */

export const HELP = {
  point:
    "Drag it, or move it with the arrow keys (Shift: faster). A click or Enter changes " +
    "its class, Delete removes it.",
  run: "Take point after point, until all are right or it is clear that they never will be.",
  moves:
    "Take the point in the dashed ring. You expect it on the wrong side, so that the weights are corrected.",
  stays: "Take the point in the dashed ring. You expect it on the right side.",
  rewind: "Go back to the first line; the points stay.",
  add: "Put a new point near the middle. A click into the plane puts one there.",
  data: "Four sets to begin with.",
  rate: "How much of a point is added to the weights: small steps keep more of the first line. A new rate begins again.",
  label: "The class of the points that you add.",
};

/** @param {number} value */
export const number = (value) => minus(rounded(value, 3));

/** @param {number[]} values */
const coordinates = (values) => `(${values.map(number).join(", ")})`;

/**
 * What a mistake does with the point: "+ x"; nothing without a mistake.
 * @param {number} error
 * @param {number} rate
 */
export const change = (error, rate) =>
  error ? `${error > 0 ? "+" : "−"} ${rate === 1 ? "" : `${rate} `}x` : "";

/** What a class looks like. */
const COLORS = ["blue", "orange"];

/** Weights and bias of now. @param {Perceptron} model */
const numbers = ({ w, b }) => `w = ${coordinates(w)}, b = ${number(b)}`;

/** Beside the plane of the weights. @param {Perceptron} model */
export const ways = (model) =>
  `${numbers(model).replaceAll(" = ", "\u00a0=\u00a0")}: a wrong orange point is added to w, a wrong blue one taken away.`;

/**
 * What the last step did.
 * @param {Step | null} last
 * @param {Perceptron} model
 * @param {number} now z of the same point after it
 * @param {number} spoiled how many points were right before and are wrong now
 * @param {boolean | null} [guess] whether the reader expected the line to move
 */
export function sentence(last, model, now, spoiled, guess = null) {
  if (!last) return `The first line is arbitrary: ${numbers(model)}.`;
  const { w, learningRate } = model;
  const side = last.z >= 0 ? 1 : 0;
  const label = side + last.error;
  const moved = !!last.error;
  const point = `${guess === null ? "Point" : "point"} ${last.index + 1}`;
  const where =
    `${point} is ${COLORS[label]} on the ${COLORS[side]} side ` +
    `(${last.z ? `z = ${number(last.z)}` : `z = 0 counts as ${COLORS[1]}`}).`;
  const said = `${reply(guess, moved)}${where}`;
  if (!moved) return guess ? `${said} Only a mistake moves the line.` : said;
  const share = learningRate === 1 ? "Its x" : `${learningRate} times its x`;
  const way = last.error > 0 ? "added to" : "taken away from";
  const isEnough = now >= 0 === label > 0;
  const none = w.some((value) => value !== 0) ? "" : " With w = 0 there is no line.";
  return (
    `${said} ${share} is ${way} w: now z = ${number(now)}` +
    `${isEnough ? "" : ", not enough"}${harm(spoiled)}.${none}`
  );
}

/**
 * @param {boolean | null} guess
 * @param {boolean} moved
 */
function reply(guess, moved) {
  if (guess === null) return "";
  return guess === moved ? "Yes: " : `No, it ${moved ? "moves" : "stays"}: `;
}

/** @param {number} spoiled */
function harm(spoiled) {
  if (!spoiled) return "";
  return `, but ${spoiled === 1 ? "another point is" : `${spoiled} other points are`} wrong`;
}

/**
 * What happened, or at the end of an epoch what became clear.
 * @param {string} said what happened
 * @param {Perceptron} model
 * @param {number[][]} points
 * @param {number[][][] | null | undefined} knot points that no line separates, if there
 *   are; undefined as long as nobody has looked
 * @param {boolean} [dared] whether the reader was asked for such points
 */
export function verdict(said, model, points, knot, dared = false) {
  if (!model.mistakes(points)) {
    return `${said} All ${points.length} points are right: the line rests. Now move one point so that no line will do.`;
  }
  if (knot === null) {
    return dared
      ? `${said} Some line still separates them.`
      : `${said} Some line separates these points, so this will end.`;
  }
  if (!knot || model.next) return said;
  const { w, b, cycle } = model;
  const again =
    `w = ${coordinates(w)} and b = ${number(b)}, as ${cycle * points.length} steps ago: ` +
    "from here everything repeats. ";
  const none =
    dared && !cycle ? "Now no line will do" : "No line is right about all points";
  return `${cycle ? again : ""}${none}: it would have to pass between ${TIED[sizes(knot)]}.`;
}

/** What a line cannot pass between, by the numbers of points. @type {Record<string, string>} */
const TIED = {
  "1,1": "two points at the same place",
  "1,2": "a point and the dashed string that it is on",
  "2,2": "the dashed strings, which meet",
  "1,3": "a point and the triangle around it",
};

/** @param {number[][][]} knot */
const sizes = (knot) =>
  knot
    .map(({ length }) => length)
    .sort()
    .join();

/**
 * @param {number} wrong
 * @param {number} all
 * @param {number} updates
 * @param {{ right: number, all: number }} score of the reader's guesses
 */
export const counts = (wrong, all, updates, score) =>
  `Wrong: ${wrong} of ${all}. Updates: ${updates}.` +
  (score.all ? ` You were right: ${score.right} of ${score.all}.` : "");
