"""Checks of what a network is given; each returns it in the form used for computing."""

import math

import numpy as np

from annutils.checks import checked_labels, checked_numbers
from annutils.network.passes import Trace

__all__ = ["checked_samples", "checked_targets", "checked_trace"]


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
