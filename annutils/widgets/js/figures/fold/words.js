// What the figure of the folded plane says.

import { written } from "../../engine/number_text.js";
import { beyond, length, POINTS } from "./model.js";

/** The names of the four inputs, in both planes. */
const LETTERS = ["A", "B", "C", "D"];

export const HELP = {
  end:
    "Drag the end of a line, or move it with the arrow keys (Shift: faster): the line " +
    "turns about its other end. Its neuron fires on the side of the arrow.",
  inputs: "Point at an input, and its place among the outputs is marked.",
  sharpness:
    "Short weights make soft neurons, whose outputs change slowly from 0 to 1 across their " +
    "lines; long weights make hard ones, which jump.",
};

const MET = 0.03;
const NARROW = 0.05;

/** @param {number[][]} places of the four inputs */
export const met = ([, q, r]) => length([q, r]) < MET;

/** What the inputs are called among themselves. */
export const INPUTS = POINTS.map((point, k) => `${LETTERS[k]} (${point.join(", ")})`);

/**
 * What they are called where they were moved to; points that have met share a name.
 * @param {number[][]} places
 */
export const movedNames = (places) =>
  met(places) ? ["A", "B and C", "", "D"] : LETTERS;

/**
 * Whether one line is enough, and if not, what is missing.
 * @param {number[][]} places of the four inputs
 * @param {{ gap: number } | null} found
 * @param {number} widest gap so far
 */
export function verdict(places, found, widest) {
  const cross = beyond(places);
  if (cross)
    return (
      "The strings cross (ringed), so no line passes between them: the thick end at " +
      `${LETTERS[cross.end]} must come back over the blue string.`
    );
  const none = found && written(found.gap) === written(0); // as far as it can be read
  if (!found || none)
    return "One string touches the other, so no line passes between them.";
  const fits = found.gap < NARROW ? "A line just fits" : "One line is enough";
  const gaps = [found.gap, widest].map((gap) => written(gap));
  const record = gaps[0] === gaps[1] ? "your widest so far" : `your widest: ${gaps[1]}`;
  const more = met(places)
    ? "B and C have met."
    : "Among the inputs, it is where the colors meet.";
  return `${fits}, that of neuron 3: the gap is ${gaps[0]} wide (${record}). ${more}`;
}
