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
 * @type {Record<string, { label: string, answer: (x: number[]) => boolean }>}
 */
export const GATES = {
  and: { label: "AND: all three", answer: (x) => ones(x) === 3 },
  majority: { label: "Majority: two or three", answer: (x) => ones(x) >= 2 },
  or: { label: "OR: at least one", answer: (x) => ones(x) >= 1 },
  nand: { label: "NAND: not all three", answer: (x) => ones(x) < 3 },
  veto: {
    label: "x₁ and x₂, unless x₃",
    answer: (x) => x[0] + x[1] === 2 && x[2] === 0,
  },
  xor: { label: "XOR: an odd number", answer: (x) => ones(x) % 2 === 1 },
};

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
 * The mean sum of the rows that should fire, and that of the others.
 * @param {string} gate
 * @param {number[]} w
 */
export function means(gate, w) {
  return [true, false].map((wanted) => {
    const rows = ROWS.filter((x) => GATES[gate].answer(x) === wanted);
    return rows.reduce((total, x) => total + sum(w, x), 0) / rows.length;
  });
}
