"""Checks of what a Keras model is trained on."""

import numpy as np

from annutils.checks import checked_numbers

__all__ = ["checked_training_data"]


def checked_training_data(model, X, y):
    """Return samples and targets that a Keras model can be trained on.

    Parameters
    ----------
    model : keras.Model
        Compiled.
    X : array or SciPy sparse matrix of shape (n_samples, ...)
        Finite numbers.
    y : array of shape (n_samples, ...)
        Finite numbers; integer labels must have an output unit each, and those for
        "binary_crossentropy" lie from 0 to 1.

    Returns
    -------
    X : ndarray or SciPy sparse matrix in CSR form
    y : ndarray

    Raises
    ------
    TypeError
        If the data are not numbers, or the model is not one of Keras.
    ValueError
        If they are empty, differ in length, hold NaN or infinity, or a label is out of
        range, or the model is not compiled.
    """
    if not hasattr(model, "compiled"):
        raise TypeError(f"Expected a keras.Model, got {model!r}.")
    if not model.compiled:
        raise ValueError("The model is not compiled: call model.compile(...) first.")
    X = X.tocsr() if hasattr(X, "tocsr") else np.asarray(X)
    y = np.asarray(y)
    if X.ndim < 2 or y.ndim < 1 or X.shape[0] != y.shape[0] or not len(y):
        raise ValueError(
            "Expected X (n_samples, ...) and y (n_samples, ...) with one sample or "
            f"more, got shapes {X.shape} and {y.shape}."
        )
    checked_numbers("X", X.data if hasattr(X, "tocsr") else X)
    checked_numbers("y", y)
    _check_label_range(model, y)
    return X, y


def _check_label_range(model, y):
    """Refuse labels that would train in silence: to NaN on a GPU, or to nonsense."""
    if model.loss == "binary_crossentropy" and not 0 <= y.min() <= y.max() <= 1:
        raise ValueError(
            "Expected labels from 0 to 1 for binary_crossentropy, "
            f"got values from {y.min()} to {y.max()}."
        )
    n_outputs = model.output_shape[-1] if model.built else 1
    is_labels = y.size == len(y) and y.dtype.kind in "iu"
    if n_outputs > 1 and is_labels and not 0 <= y.min() <= y.max() < n_outputs:
        raise ValueError(
            f"Expected labels from 0 to {n_outputs - 1} for {n_outputs} output units, "
            f"got values from {y.min()} to {y.max()}."
        )
