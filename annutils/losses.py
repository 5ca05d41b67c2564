"""Losses and their gradients, computed from the logits z, not from probabilities.

A logit is the pre-activation of the output layer, z^[L]. Computing a cross-entropy
from it never takes the logarithm of a probability that was rounded to 0 or 1, so the
loss stays right where the naive formula gives infinity.

Each loss is the mean over the m samples of a batch, a float. Nothing is checked here:
a label out of range may go unnoticed. `annutils.network` checks what it is given.

>>> float(LOSSES["binary_crossentropy"].value([1, 0], [[1000.0], [1000.0]]))
500.0
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from annutils.activations import as_floats, sigmoid, softmax

__all__ = [
    "LOSSES",
    "Loss",
    "binary_crossentropy",
    "categorical_crossentropy",
    "mean_squared_error",
]


def categorical_crossentropy(y, z):
    """Return the mean of -log softmax(z)_y.

    Parameters
    ----------
    y : int array of shape (m,)
        Labels in 0 .. K-1.
    z : float array of shape (m, K)
        Logits.
    """
    z = as_floats(z)
    z = z - z.max(axis=1, keepdims=True)  # no exponential overflows
    log_sums = np.log(np.exp(z).sum(axis=1))  # (m,)
    return (log_sums - z[np.arange(len(z)), y]).sum() / len(z)


def _categorical_gradient(y, z, a=None):
    gradient = softmax(z) if a is None else a.copy()  # (m, K)
    gradient[np.arange(len(gradient)), y] -= 1
    gradient /= len(gradient)
    return gradient


def binary_crossentropy(y, z):
    """Return the mean of -y log sigmoid(z) - (1 - y) log(1 - sigmoid(z)).

    Both terms are one function, log(1 + exp(z)) with the sign of z turned where
    y = 1.

    Parameters
    ----------
    y : array of shape (m,)
        Labels 0 or 1.
    z : float array of shape (m, 1)
        Logits.
    """
    z = as_floats(z)
    y = np.asarray(y).reshape(z.shape)
    return np.logaddexp(0, np.where(y, -z, z)).sum() / len(z)


def _binary_gradient(y, z, a=None):
    a = sigmoid(z) if a is None else a
    gradient = np.subtract(a, np.asarray(y).reshape(a.shape), dtype=a.dtype)  # (m, 1)
    gradient /= len(gradient)
    return gradient


def mean_squared_error(y, z):
    """Return the mean of (z - y)^2 over samples and outputs, as Keras does.

    Parameters
    ----------
    y : float array of shape (m, n_L), or (m,) when n_L = 1
    z : float array of shape (m, n_L)
        Predictions: the output layer's activation is the identity.
    """
    error = as_floats(z) - np.reshape(y, np.shape(z))
    return np.vdot(error, error) / error.size


def _squared_gradient(y, z, a=None):
    return (2 / np.size(z)) * (as_floats(z) - np.reshape(y, np.shape(z)))


def _most_probable(z):
    return np.argmax(z, axis=1)


def _above_one_half(z):
    return (np.asarray(z)[:, 0] > 0).astype(np.int64)


@dataclass(frozen=True)
class Loss:
    """A loss as a function of targets and logits.

    Attributes
    ----------
    name : str
        The key in ``LOSSES``.
    output : str
        The activation of the output layer that belongs to it.
    value : callable
        ``value(y, z)`` returns the mean loss of the batch, a float.
    gradient : callable
        ``gradient(y, z, a=None)`` returns dL/dz, of the shape of ``z`` (m, n_L):
        (a - y) / m for both cross-entropies, y being one-hot for the categorical
        one, and 2 (z - y) / (m n_L) for the squared error. ``a`` is the output
        g(z) when it is known already.
    decide : callable or None
        ``decide(z)`` returns the predicted labels, int64 of shape (m,); None where
        the targets are values.
    """

    name: str
    output: str
    value: Callable
    gradient: Callable
    decide: Callable | None = None


LOSSES = {
    loss.name: loss
    for loss in (
        Loss(
            "categorical_crossentropy",
            "softmax",
            categorical_crossentropy,
            _categorical_gradient,
            _most_probable,
        ),
        Loss(
            "binary_crossentropy",
            "sigmoid",
            binary_crossentropy,
            _binary_gradient,
            _above_one_half,
        ),
        Loss("mean_squared_error", "identity", mean_squared_error, _squared_gradient),
    )
}
"""Every loss by its name."""
