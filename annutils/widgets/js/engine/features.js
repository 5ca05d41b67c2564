// Inputs that the playground offers: functions of the two coordinates.

export const FEATURES = {
  x1: { text: "x₁", code: "x1", of: (x) => x },
  x2: { text: "x₂", code: "x2", of: (x, y) => y },
  x1x1: { text: "x₁²", code: "x1**2", of: (x) => x * x },
  x2x2: { text: "x₂²", code: "x2**2", of: (x, y) => y * y },
  x1x2: { text: "x₁x₂", code: "x1 * x2", of: (x, y) => x * y },
  sin1: { text: "sin x₁", code: "np.sin(x1)", of: (x) => Math.sin(x) },
  sin2: { text: "sin x₂", code: "np.sin(x2)", of: (x, y) => Math.sin(y) },
};

/** Turn points (m, 2) into inputs (m, number of names). */
export function featurize({ X, y, m }, names) {
  const inputs = new Float64Array(m * names.length);
  names.forEach((name, j) => {
    const { of } = FEATURES[name];
    for (let i = 0; i < m; i++) {
      inputs[i * names.length + j] = of(X[2 * i], X[2 * i + 1]);
    }
  });
  return { X: inputs, y, m };
}
