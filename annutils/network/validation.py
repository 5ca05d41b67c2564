"""What a network and its data may be; each check returns the form to compute with."""

import math

import numpy as np

from annutils.activations import ACTIVATIONS
from annutils.checks import (
    checked_choice,
    checked_labels,
    checked_nonnegative,
    checked_numbers,
)
from annutils.initializers import INITIALIZERS
from annutils.network.parameters import checked_sizes
from annutils.network.passes import Trace
from annutils.optimizers import OPTIMIZERS, Optimizer

__all__ = [
    "checked_activations",
    "checked_layer_sizes",
    "checked_rate",
    "checked_samples",
    "checked_targets",
    "checked_trace",
    "new_optimizer",
    "new_weights",
]


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
    if sizes[-1] not in loss.n_outputs:
        fewest = loss.n_outputs.start
        wanted = "1 output unit" if fewest == 1 else f"{fewest} output units or more"
        cure = "; for two classes and one unit use binary_crossentropy"
        raise ValueError(
            f"Expected {wanted} for {loss.name}, got {sizes[-1]}"
            f"{cure if sizes[-1] == 1 else ''}."
        )
    return sizes


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


def checked_samples(X, n_features, dtype):
    """Return samples as array or CSR matrix of the dtype, rows one after another.

    Parameters
    ----------
    X : array or scipy.sparse matrix of shape (m, n_features)
        Finite numbers, m at least 1.
    n_features : int
    dtype : numpy dtype
        No copy is made of an array that has it.

    Returns
    -------
    array or scipy.sparse matrix of shape (m, n_features)

    Raises
    ------
    ValueError
        If the shape is another, X is empty, or a value is NaN or infinite.
    TypeError
        If X holds no numbers.
    """
    sparse = hasattr(X, "tocsr")
    if sparse:
        X = X.tocsr()
        checked_numbers("X", X.data, dtype)
        X = X.astype(dtype, copy=False)
    else:
        X = checked_numbers("X", X, dtype)
    if X.ndim != 2 or X.shape[1] != n_features:
        size = math.prod(X.shape)  # of a sparse X, X.size is another number
        hint = "" if size else " X is empty."
        if size and size % n_features == 0:
            hint = f" Try X.reshape(-1, {n_features})."
        raise ValueError(
            f"Expected X of shape (n_samples, {n_features}), got {X.shape}.{hint}"
        )
    if X.shape[0] == 0:
        raise ValueError(f"Expected one sample or more, got {X.shape}: X is empty.")
    return X if sparse else np.ascontiguousarray(X)


def checked_targets(y, n_samples, n_outputs, loss, dtype):
    """Return the targets that a loss takes.

    Parameters
    ----------
    y : array
        Labels of shape (n_samples,), whole numbers in 0 .. n_outputs - 1 (0 and 1 for
        a single output), or values of shape (n_samples, n_outputs), for a single
        output also (n_samples,).
    n_samples, n_outputs : int
    loss : Loss
    dtype : numpy dtype

    Returns
    -------
    array
        int64 of shape (n_samples,) for the categorical cross-entropy; else of the
        dtype, (n_samples,) for labels 0 and 1, (n_samples, n_outputs) for values.

    Raises
    ------
    ValueError
        If the shape is another, a label is out of range or no whole number, or a
        value is NaN or infinite.
    TypeError
        If they are no numbers.
    """
    if loss.decide is None:
        return _checked_values(y, (n_samples, n_outputs), dtype)
    labels = checked_labels(y, n_samples, max(n_outputs, 2))
    return labels if n_outputs > 1 else labels.astype(dtype)


def checked_trace(trace, layer_sizes):
    """Return the trace of a forward pass through layers of these sizes.

    Parameters
    ----------
    trace : Trace
    layer_sizes : tuple of int

    Returns
    -------
    Trace

    Raises
    ------
    TypeError
        If it is no `Trace`.
    ValueError
        If it is that of a network of other sizes.
    """
    if not isinstance(trace, Trace):
        raise TypeError(f"Expected the Trace of forward(X), got {trace!r}.")
    shapes = [getattr(part, "shape", None) for part in (*trace.A, *trace.Z[1:])]
    m = np.shape(trace.Z[-1])[:1]
    if shapes != [(*m, n) for n in (*layer_sizes, *layer_sizes[1:])]:
        raise ValueError(
            f"Expected the trace of a network {list(layer_sizes)}, got one of arrays "
            f"of shapes {shapes[: len(trace.A)]}."
        )
    return trace


def _checked_values(y, shape, dtype):
    y = checked_numbers("y", y, dtype)
    wanted = f"{shape}, got {y.shape}"
    if y.ndim == 1 and shape[1] == 1:
        y = y[:, None]
    if y.shape != shape:
        hint = "" if y.size else " y is empty."
        raise ValueError(f"Expected targets y of shape {wanted}.{hint}")
    return np.ascontiguousarray(y)
