"""Losses and their gradients, computed from the logits z, not from probabilities.

A logit is the pre-activation of the output layer, z^[L]. Computing a cross-entropy
from it never takes the logarithm of a probability that was rounded to 0 or 1, so the
loss stays right where the naive formula gives infinity.

Each loss is the mean over the m samples of a batch, a float.

>>> float(LOSSES["binary_crossentropy"].value([1, 0], [[1000.0], [1000.0]]))
500.0
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from annutils.activations import as_floats, sigmoid, softmax
from annutils.checks import (
    checked_choice,
    checked_labels,
    checked_numbers,
    label_hint,
)

__all__ = [
    "LOSSES",
    "Loss",
    "binary_crossentropy",
    "categorical_crossentropy",
    "loss_of_output",
    "mean_squared_error",
]


def categorical_crossentropy(y, z):
    """Return the mean of -log softmax(z)_y.

    Keras calls it sparse, and takes one-hot rows under the name that it has here.

    Parameters
    ----------
    y : int array of shape (m,)
        Labels in 0 .. K-1.
    z : float array of shape (m, K)
        Logits; K is 2 or more.

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If an argument holds no numbers.
    ValueError
        If shapes do not fit, a label is out of range, or a logit is NaN or infinite.
    """
    return LOSSES["categorical_crossentropy"].value(y, z)


def _categorical_value(y, z):
    z = z - z.max(axis=1, keepdims=True)  # no exponential overflows
    log_sums = np.log(np.exp(z).sum(axis=1))  # (m,)
    return (log_sums - z[np.arange(len(z)), y]).sum() / len(z)


def _categorical_gradient(y, z, a=None):
    gradient = softmax(z) if a is None else a.copy()  # (m, K)
    gradient[np.arange(len(gradient)), y] -= 1
    gradient /= len(gradient)
    return gradient


def _checked_classes(y, z):
    z = _checked_logits(z)
    if z.shape[1] < 2:
        raise ValueError(f"Expected logits z of shape (m, K), K > 1, got {z.shape}.")
    return checked_labels(y, *z.shape), z


def binary_crossentropy(y, z):
    """Return the mean of -y log sigmoid(z) - (1 - y) log(1 - sigmoid(z)).

    Computed as ``log(1 + exp(-|z|)) + max(z, 0) - y z``, which is the same and exact
    far from zero, too.

    Parameters
    ----------
    y : array of shape (m,) or (m, 1)
        Labels 0 or 1, or probabilities of class 1 in between.
    z : float array of shape (m, 1)
        Logits.

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If an argument holds no numbers.
    ValueError
        If shapes do not fit, a label is not in [0, 1], or a logit is NaN or infinite.
    """
    return LOSSES["binary_crossentropy"].value(y, z)


def _binary_value(y, z):
    y = y.reshape(z.shape)
    excess = np.maximum(z, 0) - y * z  # 0 or |z| for labels
    return (np.logaddexp(0, -np.abs(z)) + excess).sum() / len(z)


def _binary_gradient(y, z, a=None):
    a = sigmoid(z) if a is None else a
    gradient = np.subtract(a, y.reshape(a.shape), dtype=a.dtype)  # (m, 1)
    gradient /= len(gradient)
    return gradient


def _checked_probabilities(y, z):
    y, z = _checked_values(y, z)
    if z.shape[1] != 1:
        raise ValueError(f"Expected logits z of shape (m, 1), got {z.shape}.")
    if y.min() < 0 or y.max() > 1:
        raise ValueError(
            f"Expected y in [0, 1], got values from {y.min()} to {y.max()}."
            f"{label_hint('y', y.ravel(), 2)}"
        )
    return y, z


def mean_squared_error(y, z):
    """Return the mean of (z - y)^2 over samples and outputs, as Keras does.

    Parameters
    ----------
    y : float array of shape (m, n_L), or (m,) when n_L = 1
    z : float array of shape (m, n_L)
        Predictions: the output layer's activation is the identity.

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If an argument holds no numbers.
    ValueError
        If shapes do not fit, or a number is NaN or infinite.
    """
    return LOSSES["mean_squared_error"].value(y, z)


def _squared_value(y, z):
    error = z - y.reshape(z.shape)
    return np.vdot(error, error) / error.size


def _squared_gradient(y, z, a=None):
    return (2 / z.size) * (z - y.reshape(z.shape))


def _checked_values(y, z):
    z = _checked_logits(z)
    y = checked_numbers("y", y, z.dtype)
    if y.shape != z.shape and (y.shape, z.shape[1]) != ((len(z),), 1):
        raise ValueError(f"Expected y of shape {z.shape}, as z has, got {y.shape}.")
    return y, z


def _checked_logits(z):
    z = as_floats(checked_numbers("z", z))
    if z.ndim != 2 or not z.size:
        raise ValueError(
            f"Expected z of shape (m, n_L), one sample or more, got {z.shape}."
        )
    return z


def _most_probable(z):
    return np.argmax(z, axis=1)


def _above_one_half(z):
    return (np.asarray(z)[:, 0] > 0).astype(np.int64)


@dataclass(frozen=True, repr=False)
class Loss:
    """A loss as a function of targets and logits.

    Attributes
    ----------
    name : str
        The key in ``LOSSES``.
    output : str
        The activation of the output layer that belongs to it.
    in_keras : str
        Its name in Keras.
    n_outputs : range
        How many output units it takes.
    checked : callable
        ``checked(y, z)`` returns both as arrays, z of floats, or refuses them.
    mean : callable
        ``mean(y, z)`` is `value` without checks, for arrays that are checked already.
    derivative : callable
        ``derivative(y, z, a=None)`` is `gradient` without checks.
    decide : callable or None
        ``decide(z)`` returns the predicted labels, int64 of shape (m,); None where
        the targets are values.
    """

    name: str
    output: str
    in_keras: str
    n_outputs: range
    checked: Callable
    mean: Callable
    derivative: Callable
    decide: Callable | None = None

    def value(self, y, z):
        """Return the mean loss of the batch.

        Parameters
        ----------
        y : array of shape (m,), or (m, n_L) for values
        z : float array of shape (m, n_L)
            Logits.

        Returns
        -------
        float

        Raises
        ------
        TypeError, ValueError
            As the function of that name.
        """
        return float(self.mean(*self.checked(y, z)))

    def gradient(self, y, z, a=None):
        """Return dL/dz of `value`.

        (a - y) / m for both cross-entropies, y being one-hot for the categorical one,
        and 2 (z - y) / (m n_L) for the squared error.

        Parameters
        ----------
        y : array of shape (m,), or (m, n_L) for values
        z : float array of shape (m, n_L)
            Logits.
        a : float array of shape (m, n_L), optional
            The output g(z), when it is known already.

        Returns
        -------
        float array of shape (m, n_L)

        Raises
        ------
        TypeError, ValueError
            As the function of that name, or if ``a`` has another shape than ``z``.
        """
        y, z = self.checked(y, z)
        if a is not None:
            a = as_floats(checked_numbers("a", a))
            if a.shape != z.shape:
                raise ValueError(f"Expected a of shape {z.shape}, got {a.shape}.")
        return self.derivative(y, z, a)

    def __repr__(self):
        return f"LOSSES[{self.name!r}]"


LOSSES = {
    loss.name: loss
    for loss in (
        Loss(
            "categorical_crossentropy",
            "softmax",
            "sparse_categorical_crossentropy",  # of integer labels
            range(2, sys.maxsize),
            _checked_classes,
            _categorical_value,
            _categorical_gradient,
            _most_probable,
        ),
        Loss(
            "binary_crossentropy",
            "sigmoid",
            "binary_crossentropy",
            range(1, 2),
            _checked_probabilities,
            _binary_value,
            _binary_gradient,
            _above_one_half,
        ),
        Loss(
            "mean_squared_error",
            "identity",
            "mean_squared_error",
            range(1, sys.maxsize),
            _checked_values,
            _squared_value,
            _squared_gradient,
        ),
    )
}
"""Every loss by its name."""


def loss_of_output(activation):
    """Return the loss that belongs to the activation of an output layer.

    Parameters
    ----------
    activation : str

    Returns
    -------
    Loss

    Raises
    ------
    ValueError
        If there is none.
    """
    losses = {loss.output: loss for loss in LOSSES.values()}
    return checked_choice("the last activation", activation, losses)
