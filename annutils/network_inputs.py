"""Checks of what a network is given; each returns it in the form used for computing."""

import numpy as np

__all__ = ["checked_labels", "checked_samples", "checked_values"]


def checked_samples(X, n_features, dtype):
    """Return samples as array or CSR matrix of the dtype, rows one after another.

    Parameters
    ----------
    X : array or scipy.sparse matrix of shape (m, n_features)
        Finite numbers, m at least 1.
    n_features : int
    dtype : numpy dtype
        No copy is made of an array that has it.

    Raises
    ------
    ValueError
        If the shape is another, X is empty, or a value is NaN, infinite or no number.
    """
    sparse = hasattr(X, "tocsr")
    X = X.tocsr() if sparse else np.asarray(X)
    if X.ndim != 2 or X.shape[1] != n_features:
        hint = ""
        if X.size and X.size % n_features == 0:
            hint = f" Try X.reshape(-1, {n_features})."
        raise ValueError(
            f"Expected X of shape (n_samples, {n_features}), got {X.shape}.{hint}"
        )
    if X.shape[0] == 0:
        raise ValueError("Expected at least one sample, got X with no rows.")
    values = _checked_numbers(X.data if sparse else X, dtype, "X")
    if not sparse:
        return values
    return X.astype(dtype, copy=False)


def checked_labels(y, n_samples, n_classes):
    """Return labels as int64 array of shape (n_samples,).

    Parameters
    ----------
    y : array of shape (n_samples,)
        Whole numbers in 0 .. n_classes - 1.
    n_samples, n_classes : int

    Raises
    ------
    ValueError
        If the shape is another or a label is out of range or no whole number.
    """
    y = np.asarray(y)
    if y.shape != (n_samples,):
        raise ValueError(
            f"Expected labels of shape ({n_samples},), one per sample, got {y.shape}."
        )
    labels = _checked_numbers(y, np.float64, "y").astype(np.int64)
    if (labels != y).any() or labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError(
            f"Expected labels 0 .. {n_classes - 1}, got values from {y.min()} "
            f"to {y.max()}."
        )
    return labels


def checked_values(y, n_samples, n_outputs, dtype):
    """Return targets of a regression as array of shape (n_samples, n_outputs).

    Parameters
    ----------
    y : array of shape (n_samples, n_outputs), or (n_samples,) for one output
        Finite numbers.
    n_samples, n_outputs : int
    dtype : numpy dtype

    Raises
    ------
    ValueError
        If the shape is another or a value is NaN or infinite.
    """
    y = np.asarray(y)
    if y.ndim == 1 and n_outputs == 1:
        y = y[:, None]
    if y.shape != (n_samples, n_outputs):
        raise ValueError(
            f"Expected targets of shape ({n_samples}, {n_outputs}), got {y.shape}."
        )
    return _checked_numbers(y, dtype, "y")


def _checked_numbers(values, dtype, name):
    if values.dtype.kind not in "biuf":
        raise TypeError(f"Expected numbers in {name}, got values of {values.dtype}.")
    with np.errstate(over="ignore"):
        values = np.asarray(values, dtype=dtype, order="C")
    # minimum and maximum see NaN and infinity without a temporary array
    if values.size and not np.isfinite([values.min(), values.max()]).all():
        raise ValueError(f"Expected finite numbers in {name}, got NaN or infinity.")
    return values
