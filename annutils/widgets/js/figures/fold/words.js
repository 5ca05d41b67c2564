// What the figure of the folded plane says.

import { written } from "../../engine/number_text.js";
import { crossing, length } from "./model.js";

export const HELP = {
  end:
    "Drag the end of a line, or move it with the arrow keys (Shift: faster): the line " +
    "turns about its other end. Its neuron fires on the side of the arrow.",
  sharpness:
    "Short weights make soft neurons, whose outputs change slowly from 0 to 1 across their " +
    "lines; long weights make hard ones, which jump.",
};

const MET = 0.03;
const NARROW = 0.05;

/** @param {number[][]} places of the four inputs */
export const met = ([, q, r]) => length([q, r]) < MET;

/**
 * Whether one line is enough, and why not.
 * @param {number[][]} places of the four inputs
 * @param {{ gap: number } | null} found
 */
export function verdict(places, found) {
  const [p, q, r, s] = places;
  if (!found && !crossing([p, s], [q, r]))
    return "Among the outputs one string touches the other; no line can pass between them.";
  if (!found)
    return (
      "Among the outputs the two strings cross, as they do among the inputs. A line that has " +
      "both points of a class on one side has their string there, too; so no line is right about all four."
    );
  const fits = found.gap < NARROW ? "A line just fits" : "One line is enough";
  const meeting = met(places) ? " (0, 1) and (1, 0) have met." : "";
  return (
    `${fits} among the outputs: it runs in the middle of the gap between the strings, which ` +
    `is ${written(found.gap)} wide.${meeting} The colors of the input plane say what it means there.`
  );
}
