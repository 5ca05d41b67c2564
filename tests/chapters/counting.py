"""Counts the multiplications of the library's two passes."""

import numpy as np

from annutils.activations import ACTIVATIONS
from annutils.network.passes import backward_pass, forward_pass
from chapters.networks import batch, network


class Counting(np.ndarray):
    """An array that counts the multiplications in matrix products."""

    count = 0

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        plain = [np.asarray(array) for array in inputs]
        if ufunc is np.matmul:
            Counting.count += plain[0].size * plain[1].shape[-1]
        if "out" in options:
            options["out"] = tuple(np.asarray(array) for array in options["out"])
        result = getattr(ufunc, method)(*plain, **options)
        return np.asarray(result).view(Counting)

    def __array_function__(self, function, types, inputs, options):
        plain = [np.asarray(array) for array in inputs]
        if function is np.dot:
            Counting.count += plain[0].size * plain[1].shape[-1]
        return np.asarray(function(*plain, **options)).view(Counting)


def counted_passes(sizes, m):
    """Return the multiplications of the forward and of the backward pass."""
    net, (X, _) = network(sizes), batch(m, sizes)
    g = [ACTIVATIONS["relu"]] * (len(sizes) - 1)
    Counting.count = 0
    trace = forward_pass(net.theta, g, X.view(Counting))
    forward = Counting.count
    backward_pass(net.theta, g, trace, np.ones((m, sizes[-1])).view(Counting))
    return forward, Counting.count - forward
