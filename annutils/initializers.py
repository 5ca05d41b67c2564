"""Initial weights: functions of the sizes of two layers and a generator.

Each is called as ``initializer(n_in, n_out, rng)`` and returns float64 weights of
shape (n_in, n_out), as Keras's initializers of the same name do for the kernel of a
dense layer. The two that end in "_normal" cut the normal distribution off at two
standard deviations (values beyond are drawn again) and widen it so that the variance
is the stated one, like Keras; plain ``normal`` is not cut.
"""

import math

import numpy as np

from annutils.checks import checked_count, checked_nonnegative

__all__ = [
    "INITIALIZERS",
    "glorot_normal",
    "glorot_uniform",
    "he_normal",
    "he_uniform",
    "normal",
    "zeros",
]

# standard deviation of a standard normal variable cut off at -2 and 2
_STD_OF_TRUNCATED = 0.87962566103423978


def zeros(n_in, n_out, rng=None):
    """Return zeros: all units of a layer start, and stay, equal.

    Parameters
    ----------
    n_in, n_out : int
        Units of the layer before and of the layer itself, 1 or more.
    rng : object, optional
        Not used.

    Returns
    -------
    array of float64, shape (n_in, n_out)

    Raises
    ------
    TypeError
        If a size is no integer.
    ValueError
        If a size is below 1.
    """
    return np.zeros(_shape(n_in, n_out))


def normal(n_in, n_out, rng, *, stddev=0.05):
    """Draw from the normal distribution of mean 0 and the given deviation.

    Parameters
    ----------
    n_in, n_out : int
        Units of the layer before and of the layer itself, 1 or more.
    rng : numpy.random.Generator
    stddev : float
        0 or more.

    Returns
    -------
    array of float64, shape (n_in, n_out)

    Raises
    ------
    TypeError
        If a size is no integer, ``stddev`` no number, or ``rng`` no generator.
    ValueError
        If a size is below 1, or ``stddev`` negative or infinite.
    """
    stddev = checked_nonnegative("stddev", stddev)
    return _checked(rng).normal(0.0, stddev, _shape(n_in, n_out))


def glorot_uniform(n_in, n_out, rng):
    """Draw uniformly with variance 2 / (n_in + n_out).

    Keeps the variance of activations and of gradients where activations are close
    to linear, such as tanh near 0 (Glorot and Bengio 2010, equation 16).

    Parameters
    ----------
    n_in, n_out : int
        Units of the layer before and of the layer itself, 1 or more.
    rng : numpy.random.Generator

    Returns
    -------
    array of float64, shape (n_in, n_out)

    Raises
    ------
    TypeError
        If a size is no integer, or ``rng`` no generator.
    ValueError
        If a size is below 1.
    """
    return _uniform(_shape(n_in, n_out), rng, 2 / (n_in + n_out))


def glorot_normal(n_in, n_out, rng):
    """Draw from a truncated normal with variance 2 / (n_in + n_out).

    Parameters
    ----------
    n_in, n_out : int
        Units of the layer before and of the layer itself, 1 or more.
    rng : numpy.random.Generator

    Returns
    -------
    array of float64, shape (n_in, n_out)

    Raises
    ------
    TypeError
        If a size is no integer, or ``rng`` no generator.
    ValueError
        If a size is below 1.
    """
    return _truncated_normal(_shape(n_in, n_out), rng, 2 / (n_in + n_out))


def he_uniform(n_in, n_out, rng):
    """Draw uniformly with variance 2 / n_in.

    Makes up for ReLU, which sets one half of its inputs to zero (He et al. 2015,
    equation 10).

    Parameters
    ----------
    n_in, n_out : int
        Units of the layer before and of the layer itself, 1 or more.
    rng : numpy.random.Generator

    Returns
    -------
    array of float64, shape (n_in, n_out)

    Raises
    ------
    TypeError
        If a size is no integer, or ``rng`` no generator.
    ValueError
        If a size is below 1.
    """
    return _uniform(_shape(n_in, n_out), rng, 2 / n_in)


def he_normal(n_in, n_out, rng):
    """Draw from a truncated normal with variance 2 / n_in.

    Parameters
    ----------
    n_in, n_out : int
        Units of the layer before and of the layer itself, 1 or more.
    rng : numpy.random.Generator

    Returns
    -------
    array of float64, shape (n_in, n_out)

    Raises
    ------
    TypeError
        If a size is no integer, or ``rng`` no generator.
    ValueError
        If a size is below 1.
    """
    return _truncated_normal(_shape(n_in, n_out), rng, 2 / n_in)


def _shape(n_in, n_out):
    return checked_count("n_in", n_in), checked_count("n_out", n_out)


def _checked(rng):
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"Expected a generator as rng: np.random.default_rng(0), got {rng!r}."
        )
    return rng


def _uniform(shape, rng, variance):
    limit = math.sqrt(3 * variance)  # the variance of U(-c, c) is c^2 / 3
    return _checked(rng).uniform(-limit, limit, shape)


def _truncated_normal(shape, rng, variance):
    draws = _checked(rng).standard_normal(shape)
    while (outside := np.abs(draws) > 2).any():
        draws[outside] = rng.standard_normal(np.count_nonzero(outside))
    return draws * (math.sqrt(variance) / _STD_OF_TRUNCATED)


INITIALIZERS = {
    function.__name__: function
    for function in (
        zeros,
        normal,
        glorot_uniform,
        glorot_normal,
        he_uniform,
        he_normal,
    )
}
"""Every initializer by its name."""
