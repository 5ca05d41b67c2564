"""The multilayer perceptron in NumPy, and its parts."""

from annutils.network.mlp import MultilayerPerceptron

__all__ = ["MultilayerPerceptron"]
