"""Checks of what is drawn: each returns an array in one form, or says what is wrong."""

import numpy as np

from annutils.plot.colors import COLORS

MAX_CLASSES = len(COLORS)


def checked_points(X):
    """Return points of the plane.

    Parameters
    ----------
    X : array of shape (n_samples, 2)
        Finite numbers, one point or more.

    Returns
    -------
    array of float, shape (n_samples, 2)

    Raises
    ------
    ValueError
        If X is something else.
    """
    X = checked_numbers("coordinates", X)
    if X.ndim != 2 or X.shape[1] != 2 or not len(X):
        raise ValueError(f"Expected points of shape (n_samples, 2), got {X.shape}.")
    return X.astype(float)


def checked_labels(y, n_samples=None, n_classes=MAX_CLASSES):
    """Return labels as integers.

    Parameters
    ----------
    y : array of shape (n_samples,)
        Whole numbers from 0 to n_classes - 1.
    n_samples : int, optional
        How many there must be; one or more by default.
    n_classes : int
        Number of classes.

    Returns
    -------
    array of int, shape (n_samples,)

    Raises
    ------
    ValueError
        If y is something else.
    """
    y = checked_numbers("labels", y)
    if y.ndim != 1 or not len(y) or n_samples not in (None, len(y)):
        wanted = "n_samples" if n_samples is None else n_samples
        raise ValueError(f"Expected labels of shape ({wanted},), got {y.shape}.")
    labels = y.astype(int)
    if (labels != y).any() or labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError(
            f"Expected whole numbers from 0 to {n_classes - 1} as labels, "
            f"got values from {y.min()} to {y.max()}."
        )
    return labels


def checked_numbers(name, values):
    """Return finite numbers.

    Parameters
    ----------
    name : str
        What they are, for the message.
    values : array
        Of any shape; tensors of Keras's backends are converted.

    Returns
    -------
    array

    Raises
    ------
    ValueError
        If there is something that is no number, NaN or infinity.
    """
    values = np.asarray(values)
    if values.dtype.kind not in "biuf":
        raise ValueError(f"Expected numbers as {name}, got values of {values.dtype}.")
    if not np.isfinite(values).all():
        raise ValueError(f"Expected finite {name}, got NaN or infinity.")
    return values
