"""All weights and biases of a network, stored as one vector theta."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from annutils.checks import checked_array, checked_count

__all__ = ["ParameterVector", "checked_sizes"]


class ParameterVector:
    """Weights and biases as views of one vector, or their gradient in the same form.

    An optimizer changes the vector in one step; the passes read the matrices. Both
    look at the same memory, in copies and after pickling, too: memory of their own.

    Parameters
    ----------
    layer_sizes : sequence of int
        n_0, ..., n_L: two or more.
    dtype : numpy dtype

    Attributes
    ----------
    vector : array of shape (n_parameters,)
        W^[1] row by row, b^[1], W^[2], ...; zeros at first. Numbers that are assigned
        to it are written into its memory.
    weights : tuple of L arrays
        The l-th, counted from 1, has shape (n_{l-1}, n_l).
    biases : tuple of L arrays
        The l-th has shape (n_l,).

    Raises
    ------
    TypeError
        If the sizes are no sequence of integers, or the dtype is not one of floats.
    ValueError
        If there are fewer than two, or one is below 1.
    """

    def __init__(self, layer_sizes, dtype=np.float32):
        sizes = checked_sizes(layer_sizes)
        if np.dtype(dtype).kind != "f":
            raise TypeError(f"Expected a dtype of floats, got {dtype}.")
        n_parameters = sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))
        self._hold(sizes, np.zeros(n_parameters, dtype))

    @property
    def vector(self):
        """All parameters, shape (n_parameters,)."""
        return self._vector

    @vector.setter
    def vector(self, values):
        values = checked_array("vector", values)
        if values.dtype.kind not in "biuf":
            raise TypeError(f"Expected numbers in vector, got {values.dtype}.")
        if values.shape != self._vector.shape:
            raise ValueError(
                f"Expected a vector of shape {self._vector.shape}, got {values.shape}."
            )
        self._vector[...] = values

    @property
    def weights(self):
        """W^[l], l = 1 .. L, as views of the vector."""
        return self._weights

    @property
    def biases(self):
        """b^[l], l = 1 .. L, as views of the vector."""
        return self._biases

    def like(self):
        """Return zeros in the same form, for a gradient.

        Returns
        -------
        ParameterVector
        """
        return ParameterVector(self._sizes, self._vector.dtype)

    def __repr__(self):
        return f"ParameterVector({list(self._sizes)}, {self._vector.dtype.name!r})"

    def __getstate__(self):
        return {"layer_sizes": self._sizes, "vector": self._vector}

    def __setstate__(self, state):
        # a copy: the vector may be the original's, or lie in a file open for reading
        self._hold(state["layer_sizes"], np.array(state["vector"]))

    def _hold(self, sizes, vector):
        """Keep a vector and make the views of it."""
        shapes = [
            shape
            for n_in, n_out in pairwise(sizes)
            for shape in ((n_in, n_out), (n_out,))
        ]
        ends = np.cumsum([np.prod(shape) for shape in shapes])
        parts = np.split(vector, ends[:-1])
        views = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]
        self._sizes, self._vector = sizes, vector
        self._weights, self._biases = tuple(views[::2]), tuple(views[1::2])


def checked_sizes(layer_sizes):
    """Return layer sizes as tuple of int.

    Parameters
    ----------
    layer_sizes : sequence of int
        List, tuple, range or array of shape (L + 1,); each 1 or more.

    Returns
    -------
    tuple of int

    Raises
    ------
    TypeError
        If they are no sequence, as a set or a generator, or no integers.
    ValueError
        If there are fewer than two, or one is below 1.
    """
    if not isinstance(layer_sizes, Sequence | np.ndarray) or np.ndim(layer_sizes) != 1:
        raise TypeError(
            "Expected a sequence of layer sizes, such as [784, 15, 10], "
            f"got {layer_sizes!r}."
        )
    sizes = tuple(checked_count("layer size", size) for size in layer_sizes)
    if len(sizes) < 2:
        raise ValueError(f"Expected two layer sizes or more, got {list(sizes)}.")
    return sizes
