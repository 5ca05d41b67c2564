"""All weights and biases of a network, stored as one vector theta."""

from itertools import pairwise

import numpy as np

__all__ = ["ParameterVector"]


class ParameterVector:
    """Weights and biases as views of one vector, or their gradient in the same form.

    An optimizer changes the vector in one step; the passes read the matrices. Both
    look at the same memory.

    Parameters
    ----------
    layer_sizes : sequence of int
        n_0, ..., n_L.
    dtype : numpy dtype

    Attributes
    ----------
    vector : array of shape (n_parameters,)
        W^[1] row by row, b^[1], W^[2], ...; zeros at first.
    weights : tuple of L arrays
        The l-th, counted from 1, has shape (n_{l-1}, n_l).
    biases : tuple of L arrays
        The l-th has shape (n_l,).
    """

    def __init__(self, layer_sizes, dtype=np.float32):
        shapes = [
            shape
            for n_in, n_out in pairwise(layer_sizes)
            for shape in ((n_in, n_out), (n_out,))
        ]
        ends = np.cumsum([np.prod(shape) for shape in shapes])
        self.vector = np.zeros(ends[-1], dtype)
        parts = np.split(self.vector, ends[:-1])
        views = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]
        self.weights, self.biases = tuple(views[::2]), tuple(views[1::2])

    def like(self):
        """Return zeros in the same form, for a gradient."""
        sizes = [len(self.weights[0]), *map(len, self.biases)]
        return ParameterVector(sizes, self.vector.dtype)
