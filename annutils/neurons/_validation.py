"""Checks of what a neuron is given."""

import numpy as np

from annutils.checks import checked_numbers, checked_real

__all__ = ["check_positive", "checked_finite", "checked_samples"]


def checked_samples(X, n_features=None):
    """Return samples as floats.

    Parameters
    ----------
    X : array of shape (n_samples, n_features)
        Finite numbers, one sample or more.
    n_features : int, optional
        How many there must be; any number by default.

    Returns
    -------
    array of float64, shape (n_samples, n_features)

    Raises
    ------
    TypeError
        If X holds no numbers.
    ValueError
        If the shape is another, X is empty, or a number is NaN or infinite.
    """
    X = checked_numbers("X", X, np.float64)
    if X.ndim != 2 or X.size == 0 or n_features not in (None, X.shape[1]):
        wanted = "n_features" if n_features is None else n_features
        hint = "" if X.size else " X is empty."
        raise ValueError(
            f"Expected X of shape (n_samples, {wanted}), got {X.shape}.{hint}"
        )
    return X


def check_positive(name, number):
    """Refuse what is no positive, finite number.

    Parameters
    ----------
    name : str
        What it is, for the message.
    number : float

    Raises
    ------
    TypeError
        If it is no real number.
    ValueError
        If it is NaN, infinite, zero or negative.
    """
    if not 0 < checked_real(name, number) < np.inf:
        raise ValueError(f"Expected {name} > 0, got {number}.")


def checked_finite(name, number):
    """Return a number as float.

    Parameters
    ----------
    name : str
        What it is, for the message.
    number : float

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If it is no real number.
    ValueError
        If it is NaN or infinite.
    """
    if not np.isfinite(checked_real(name, number)):
        raise ValueError(f"Expected a finite number as {name}, got {number}.")
    return float(number)
