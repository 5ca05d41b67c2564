// Help of the backpropagation's figure.

export const HELP = {
  values:
    "Drag it sideways, or use the arrow keys; in the table, write a number from −100 to " +
    "100. All others are computed from these.",
  difference:
    "The result with this value a little larger, less that with it a little smaller, " +
    "divided by the difference of the values. Near the kink of relu, and in the last " +
    "digits of huge values, it may differ from the gradient.",
  step: "Compute the next value, or pass the next gradient back.",
  back: "Take the last step back.",
  run: "Step after step by itself.",
  end: "All steps at once.",
  rewind: "Back to the beginning; the values that you edited stay.",
  graph: "What is computed.",
};
