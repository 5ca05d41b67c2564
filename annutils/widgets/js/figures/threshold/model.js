// A formal neuron with three inputs: its sums, and the gates that it may be asked to be.

/** The rows of a truth table. */
export const ROWS = Array.from({ length: 8 }, (_, row) => [
  row >> 2,
  (row >> 1) & 1,
  row & 1,
]);

const ones = (/** @type {number[]} */ x) => x[0] + x[1] + x[2];

/**
 * What a gate answers to a row.
 * @type {Record<string, { label: string, name: string, answer: (x: number[]) => boolean }>}
 */
export const GATES = {
  and: { label: "AND: all three", name: "AND", answer: (x) => ones(x) === 3 },
  majority: {
    label: "Majority: two or three",
    name: "majority",
    answer: (x) => ones(x) >= 2,
  },
  or: { label: "OR: at least one", name: "OR", answer: (x) => ones(x) >= 1 },
  nand: { label: "NAND: not all three", name: "NAND", answer: (x) => ones(x) < 3 },
  veto: {
    label: "x₁ and x₂, unless x₃",
    name: "x₁ and x₂, unless x₃",
    answer: (x) => x[0] + x[1] === 2 && x[2] === 0,
  },
  xor: { label: "XOR: an odd number", name: "XOR", answer: (x) => ones(x) % 2 === 1 },
};

/**
 * Two rows for which XOR is 0 and two for which it is 1. With any weights, both pairs have
 * the same sum together, w₂ + w₃, so no threshold is between them.
 */
export const XOR_PAIRS = [
  [
    [0, 0, 0],
    [0, 1, 1],
  ],
  [
    [0, 0, 1],
    [0, 1, 0],
  ],
];

/**
 * The weighted sum of a row.
 * @param {number[]} w
 * @param {number[]} x
 */
export const sum = (w, x) => w[0] * x[0] + w[1] * x[1] + w[2] * x[2];

/**
 * Rows that the neuron answers otherwise than the gate.
 * @param {string} gate
 * @param {number[]} w
 * @param {number} threshold
 */
export const wrongRows = (gate, w, threshold) =>
  ROWS.filter((x) => GATES[gate].answer(x) !== sum(w, x) >= threshold);

/**
 * The gate that the neuron is, if it is one of those above.
 * @param {number[]} w
 * @param {number} threshold
 */
export const gateOf = (w, threshold) =>
  Object.keys(GATES).find((gate) => !wrongRows(gate, w, threshold).length);

/**
 * Two rows that no threshold has on the right sides: one that should rest, and one that
 * should fire and whose sum is no higher. Null if some threshold is right for all rows.
 * @param {string} gate
 * @param {number[]} w
 */
export function conflict(gate, w) {
  const { answer } = GATES[gate];
  const pairs = ROWS.filter((x) => !answer(x)).flatMap((rests) =>
    ROWS.filter((x) => answer(x) && sum(w, x) <= sum(w, rests)).map((fires) => ({
      rests,
      fires,
      by: sum(w, rests) - sum(w, fires),
    })),
  );
  if (!pairs.length) return null;
  return pairs.reduce((best, pair) => (pair.by < best.by ? pair : best));
}
