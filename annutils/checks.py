"""Checks of arguments: each returns the value in one form, or says what is wrong."""

import operator

import numpy as np


def checked_count(name, value):
    """Return a number of things as int.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value : int
        1 or more.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is no integer.
    ValueError
        If it is below 1.
    """
    count = _integer(name, value)
    if count < 1:
        raise ValueError(f"Expected {name} of 1 or more, got {count}.")
    return count


def checked_seed(seed):
    """Return a seed as int.

    Parameters
    ----------
    seed : int
        0 <= seed < 2**32, the range that every random generator of the book takes.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is no integer.
    ValueError
        If it is out of range.
    """
    seed = _integer("seed", seed)
    if not 0 <= seed < 2**32:
        raise ValueError(f"Expected a seed from 0 to 2**32 - 1, got {seed}.")
    return seed


def checked_training_data(model, X, y):
    """Return samples and targets that a Keras model can be trained on.

    Parameters
    ----------
    model : keras.Model
        Compiled.
    X : array or SciPy sparse matrix of shape (n_samples, ...)
        Finite numbers.
    y : array of shape (n_samples, ...)
        Finite numbers; integer labels must have an output unit each.

    Returns
    -------
    X : ndarray or SciPy sparse matrix in CSR form
    y : ndarray

    Raises
    ------
    TypeError
        If the data are not numbers.
    ValueError
        If they are empty, differ in length, hold NaN or infinity, or a label is out of
        range, or the model is not compiled.
    """
    if not model.compiled:
        raise ValueError("The model is not compiled: call model.compile(...) first.")
    X = X.tocsr() if hasattr(X, "tocsr") else np.asarray(X)
    y = np.asarray(y)
    if X.ndim < 2 or y.ndim < 1 or X.shape[0] != y.shape[0] or not len(y):
        raise ValueError(
            "Expected X (n_samples, ...) and y (n_samples, ...) with one sample or "
            f"more, got shapes {X.shape} and {y.shape}."
        )
    _check_numbers("X", X.data if hasattr(X, "tocsr") else X)
    _check_numbers("y", y)
    _check_labels(model, y)
    return X, y


def _integer(name, value):
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"Expected an integer {name}, got {value!r}.")
    return operator.index(value)


def _check_numbers(name, values):
    if values.dtype.kind not in "biuf":
        raise TypeError(f"Expected numbers in {name}, got values of {values.dtype}.")
    if not np.isfinite(values).all():
        raise ValueError(f"Expected finite numbers in {name}, got NaN or infinity.")


def _check_labels(model, y):
    """Refuse class numbers without an output unit: on a GPU they would give NaN."""
    n_outputs = model.output_shape[-1] if model.built else 1
    is_labels = y.size == len(y) and y.dtype.kind in "iu"
    if n_outputs > 1 and is_labels and not 0 <= y.min() <= y.max() < n_outputs:
        raise ValueError(
            f"Expected labels from 0 to {n_outputs - 1} for {n_outputs} output units, "
            f"got labels from {y.min()} to {y.max()}."
        )
