// Graphs to work through; `at` is the column and row of each node in the drawing.

export const EXAMPLES = {
  neuron: {
    text: "One neuron with a squared error",
    nodes: [
      { name: "w", value: 2, at: [0, 0] },
      { name: "x", value: 3, at: [0, 2] },
      { name: "y", value: 9, at: [2, 2] },
      { name: "z", op: "product", from: ["w", "x"], at: [1, 1] },
      { name: "a", op: "relu", from: ["z"], at: [2, 1] },
      { name: "e", op: "difference", from: ["a", "y"], at: [3, 1] },
      { name: "ℓ", op: "square", from: ["e"], at: [4, 1] },
    ],
  },
  shared: {
    text: "A value that is used twice",
    nodes: [
      { name: "w₁", value: 1, at: [0, 0] },
      { name: "a", value: 2, at: [0, 1] },
      { name: "w₂", value: -3, at: [0, 2] },
      { name: "v₁", op: "product", from: ["a", "w₁"], at: [1, 0] },
      { name: "v₂", op: "product", from: ["a", "w₂"], at: [1, 2] },
      { name: "q₁", op: "square", from: ["v₁"], at: [2, 0] },
      { name: "q₂", op: "square", from: ["v₂"], at: [2, 2] },
      { name: "ℓ", op: "sum", from: ["q₁", "q₂"], at: [3, 1] },
    ],
  },
  network: {
    text: "A network: 2 inputs, 2 hidden, 1 output",
    nodes: [
      { name: "w₁₁", value: 0.5, at: [0, 0] },
      { name: "w₂₁", value: -1, at: [0, 1] },
      { name: "b₁", value: 0.2, at: [0, 2] },
      { name: "x₁", value: 1, at: [0, 3] },
      { name: "x₂", value: 2, at: [0, 4] },
      { name: "b₂", value: -0.4, at: [0, 5] },
      { name: "w₁₂", value: 1.5, at: [0, 6] },
      { name: "w₂₂", value: 0.3, at: [0, 7] },
      { name: "v₁", value: -1.2, at: [2, 0] },
      { name: "c", value: 0.1, at: [2, 3.5] },
      { name: "v₂", value: 0.8, at: [2, 7] },
      { name: "y", value: 1, at: [4, 5] },
      { name: "z₁", op: "affine", from: ["w₁₁", "x₁", "w₂₁", "x₂", "b₁"], at: [1, 1.5] },
      { name: "a₁", op: "tanh", from: ["z₁"], at: [2, 1.5] },
      { name: "z₂", op: "affine", from: ["w₁₂", "x₁", "w₂₂", "x₂", "b₂"], at: [1, 5.5] },
      { name: "a₂", op: "tanh", from: ["z₂"], at: [2, 5.5] },
      { name: "z", op: "affine", from: ["v₁", "a₁", "v₂", "a₂", "c"], at: [3, 3.5] },
      { name: "ŷ", op: "sigmoid", from: ["z"], at: [4, 3.5] },
      { name: "ℓ", op: "error", from: ["ŷ", "y"], at: [5, 4.25] },
    ],
  },
};
