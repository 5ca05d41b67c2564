// Graphs to work through; `at` is the column and row of each node in the drawing.

/** @import { GraphNode } from "./graph.js" */

/** @type {Record<string, { label: string, nodes: GraphNode[] }>} */
export const EXAMPLES = {
  neuron: {
    label: "One neuron with a squared error",
    nodes: [
      { name: "w", value: 2, parameter: true, at: [0, 0] },
      { name: "x", value: 3, at: [0, 2] },
      { name: "y", value: 9, at: [2, 2] },
      { name: "z", operation: "product", inputs: ["w", "x"], at: [1, 1] },
      { name: "a", operation: "relu", inputs: ["z"], at: [2, 1] },
      { name: "e", operation: "difference", inputs: ["a", "y"], at: [3, 1] },
      { name: "ℓ", operation: "square", inputs: ["e"], at: [4, 1] },
    ],
  },
  shared: {
    label: "A value that is used twice",
    nodes: [
      { name: "w₁", value: 1, parameter: true, at: [0, 0] },
      { name: "a", value: 2, at: [0, 1] },
      { name: "w₂", value: -3, parameter: true, at: [0, 2] },
      { name: "v₁", operation: "product", inputs: ["a", "w₁"], at: [1, 0] },
      { name: "v₂", operation: "product", inputs: ["a", "w₂"], at: [1, 2] },
      { name: "q₁", operation: "square", inputs: ["v₁"], at: [2, 0] },
      { name: "q₂", operation: "square", inputs: ["v₂"], at: [2, 2] },
      { name: "ℓ", operation: "sum", inputs: ["q₁", "q₂"], at: [3, 1] },
    ],
  },
  network: {
    label: "A network: 2 inputs, 2 hidden, 1 output",
    nodes: [
      { name: "w₁₁", value: 0.5, parameter: true, at: [0, 0] },
      { name: "w₂₁", value: -1, parameter: true, at: [0, 1] },
      { name: "b₁", value: 0.2, parameter: true, at: [0, 2] },
      { name: "x₁", value: 1, at: [0, 3] },
      { name: "x₂", value: 2, at: [0, 4] },
      { name: "b₂", value: -0.4, parameter: true, at: [0, 5] },
      { name: "w₁₂", value: 1.5, parameter: true, at: [0, 6] },
      { name: "w₂₂", value: 0.3, parameter: true, at: [0, 7] },
      { name: "v₁", value: -1.2, parameter: true, at: [2, 0] },
      { name: "c", value: 0.1, parameter: true, at: [2, 3.5] },
      { name: "v₂", value: 0.8, parameter: true, at: [2, 7] },
      { name: "y", value: 1, at: [4, 5] },
      {
        name: "z₁",
        operation: "affine",
        inputs: ["w₁₁", "x₁", "w₂₁", "x₂", "b₁"],
        at: [1, 1.5],
      },
      { name: "a₁", operation: "tanh", inputs: ["z₁"], at: [2, 1.5] },
      {
        name: "z₂",
        operation: "affine",
        inputs: ["w₁₂", "x₁", "w₂₂", "x₂", "b₂"],
        at: [1, 5.5],
      },
      { name: "a₂", operation: "tanh", inputs: ["z₂"], at: [2, 5.5] },
      {
        name: "z",
        operation: "affine",
        inputs: ["v₁", "a₁", "v₂", "a₂", "c"],
        at: [3, 3.5],
      },
      { name: "ŷ", operation: "sigmoid", inputs: ["z"], at: [4, 3.5] },
      { name: "ℓ", operation: "error", inputs: ["ŷ", "y"], at: [5, 4.25] },
    ],
  },
};
