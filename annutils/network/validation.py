"""Checks of a network's settings; each returns what the network keeps."""

import math

import numpy as np

from annutils.activations import ACTIVATIONS
from annutils.checks import (
    checked_choice,
    checked_count,
    checked_nonnegative,
    checked_numbers,
)
from annutils.initializers import INITIALIZERS
from annutils.losses import LOSSES
from annutils.network.parameters import checked_sizes
from annutils.optimizers import OPTIMIZERS, Optimizer

__all__ = [
    "checked_activations",
    "checked_dtype",
    "checked_layer_sizes",
    "checked_loss",
    "checked_patience",
    "checked_rate",
    "new_optimizer",
    "new_weights",
]

DTYPES = {name: np.dtype(name) for name in ("float32", "float64")}


def checked_layer_sizes(layer_sizes, loss):
    """Return the sizes as tuple of int; the last one must suit the loss.

    Parameters
    ----------
    layer_sizes : sequence of int
    loss : Loss

    Returns
    -------
    tuple of int

    Raises
    ------
    ValueError
        If there are fewer than two sizes, one is below 1, or the output is of another
        size than the loss takes.
    TypeError
        If they are no sequence of integers.
    """
    sizes = checked_sizes(layer_sizes)
    if loss.name == "binary_crossentropy" and sizes[-1] != 1:
        raise ValueError(
            f"Expected 1 output unit for binary_crossentropy, got {sizes[-1]}."
        )
    if loss.name == "categorical_crossentropy" and sizes[-1] < 2:
        raise ValueError(
            "Expected an output unit per class, two or more, for "
            "categorical_crossentropy, got 1; for two classes and one unit use "
            "binary_crossentropy."
        )
    return sizes


def checked_loss(name):
    """Return the loss of a name.

    Parameters
    ----------
    name : str

    Returns
    -------
    Loss

    Raises
    ------
    ValueError
        If there is none of that name.
    """
    return checked_choice("loss", name, LOSSES)


def checked_activations(names, n_hidden, loss):
    """Return a list of `Activation`, hidden layers first, then the loss's output.

    Parameters
    ----------
    names : str, or list or tuple of str
        One for all hidden layers, or one for each.
    n_hidden : int
    loss : Loss

    Returns
    -------
    list of Activation

    Raises
    ------
    ValueError
        If a name is unknown or "softmax", or their number is wrong.
    """
    elementwise = {n: g for n, g in ACTIVATIONS.items() if n != "softmax"}
    if not isinstance(names, list | tuple):
        hidden = [checked_choice("activation", names, elementwise)] * n_hidden
    elif len(names) == n_hidden:
        hidden = [checked_choice("activation", name, elementwise) for name in names]
    else:
        raise ValueError(
            f"Expected {n_hidden} activations, one per hidden layer, got {names}."
        )
    return [*hidden, ACTIVATIONS[loss.output]]


def checked_rate(name, value, n_hidden, *, below=math.inf):
    """Return a rate that acts on hidden layers.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value : float
    n_hidden : int
    below : float

    Returns
    -------
    float
        In [0, below).

    Raises
    ------
    ValueError
        If it is outside, or positive where there is no hidden layer.
    TypeError
        If it is no number.
    """
    value = checked_nonnegative(name, value, below=below)
    if value and not n_hidden:
        raise ValueError(f"{name} acts on hidden layers, and this network has none.")
    return float(value)


def checked_dtype(dtype):
    """Return a floating type of NumPy.

    Parameters
    ----------
    dtype : str
        "float32" or "float64".

    Returns
    -------
    numpy dtype

    Raises
    ------
    ValueError
        If it is another.
    """
    return checked_choice("dtype", dtype, DTYPES)


def checked_patience(patience, validation_data):
    """Return the patience of early stopping.

    Parameters
    ----------
    patience : int or None
    validation_data : tuple (X, y) or None

    Returns
    -------
    int or None
        None: without early stopping.

    Raises
    ------
    ValueError
        If it is below 1, or there are no validation data to watch.
    TypeError
        If it is no integer.
    """
    if patience is None:
        return None
    if validation_data is None:
        raise ValueError("Early stopping watches val_loss: pass validation_data, too.")
    return checked_count("early_stopping (patience)", patience)


def new_optimizer(optimizer):
    """Return an optimizer of its own for a network, with nothing remembered.

    Parameters
    ----------
    optimizer : str or Optimizer
        A name, or an instance whose settings are copied.

    Returns
    -------
    Optimizer

    Raises
    ------
    TypeError
        If it is a class.
    ValueError
        If there is none of that name.
    """
    if isinstance(optimizer, Optimizer):
        return type(optimizer)(**optimizer.settings)
    if isinstance(optimizer, type):
        raise TypeError(
            f"Expected optimizer to be a name or an instance, got the class: pass "
            f"{optimizer.__name__}()."
        )
    return checked_choice("optimizer", optimizer, OPTIMIZERS)()


def new_weights(initializer, shape, rng):
    """Draw the weights of a layer and check what an initializer of one's own gives.

    Parameters
    ----------
    initializer : str or callable
    shape : tuple (n_in, n_out)
    rng : numpy.random.Generator

    Returns
    -------
    array of shape (n_in, n_out)

    Raises
    ------
    ValueError
        If the name is unknown, or the weights have another shape or are not finite.
    TypeError
        If the weights are no numbers.
    """
    draw = initializer
    if not callable(initializer):
        draw = checked_choice("initializer", initializer, INITIALIZERS)
    W = checked_numbers("initial weights", draw(*shape, rng))
    if W.shape != shape:
        raise ValueError(f"Expected initial weights of shape {shape}, got {W.shape}.")
    return W
