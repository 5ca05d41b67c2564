// Inputs that the playground offers: functions of the two coordinates.

/** @import { Samples } from "./datasets.js" */

/**
 * @typedef {object} Feature
 * @property {string} label what readers see
 * @property {string} code the same in NumPy
 * @property {(x1: number, x2: number) => number} value
 */

/** @type {Record<string, Feature>} */
export const FEATURES = {
  x1: { label: "x₁", code: "x1", value: (x1) => x1 },
  x2: { label: "x₂", code: "x2", value: (_, x2) => x2 },
  x1x1: { label: "x₁²", code: "x1**2", value: (x1) => x1 * x1 },
  x2x2: { label: "x₂²", code: "x2**2", value: (_, x2) => x2 * x2 },
  x1x2: { label: "x₁x₂", code: "x1 * x2", value: (x1, x2) => x1 * x2 },
  sin1: { label: "sin x₁", code: "np.sin(x1)", value: (x1) => Math.sin(x1) },
  sin2: { label: "sin x₂", code: "np.sin(x2)", value: (_, x2) => Math.sin(x2) },
};

/**
 * Turn points (m, 2) into inputs (m, number of names).
 * @param {Samples} samples
 * @param {string[]} names
 * @returns {Samples}
 */
export function featurize({ X, y, m }, names) {
  const inputs = new Float64Array(m * names.length);
  names.forEach((name, j) => {
    const { value } = FEATURES[name];
    for (let i = 0; i < m; i++) {
      inputs[i * names.length + j] = value(X[2 * i], X[2 * i + 1]);
    }
  });
  return { X: inputs, y, m };
}
