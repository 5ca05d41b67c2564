// Help and status of the approximator's figure.

export const HELP = {
  pieces:
    "How many pieces of equal width. Each number that you try leaves its mark on the right.",
  kind: "What a hidden unit adds: a step, or a hinge at which the line takes another slope.",
  target: "The dashed curve, which the network is to follow.",
  bend: "Drag it up and down, or use the arrow keys (Shift: faster): the curve bends there.",
};

/**
 * @param {string} kind
 * @param {number} pieces
 * @param {number} units
 * @param {number} error
 */
export function state(kind, pieces, units, error) {
  const what = kind === "steps" ? "level pieces" : "straight pieces";
  return (
    `${pieces} ${pieces === 1 ? what.slice(0, -1) : what}, made by ${units} hidden ` +
    `${units === 1 ? "unit" : "units"}: largest error ${error.toPrecision(2)}. ` +
    "Nothing is trained: the weights are set by hand."
  );
}
