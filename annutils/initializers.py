"""Initial weights: functions of the sizes of two layers and a generator.

Each is called as ``initializer(n_in, n_out, rng)`` and returns float64 weights of
shape (n_in, n_out), as Keras's initializers of the same name do for the kernel of a
dense layer. The two that end in "_normal" cut the normal distribution off at two
standard deviations (values beyond are drawn again) and widen it so that the variance
is the stated one, like Keras; plain ``normal`` is not cut.
"""

import math

import numpy as np

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
    """Return zeros: all units of a layer start, and stay, equal."""
    return np.zeros((n_in, n_out))


def normal(n_in, n_out, rng, *, stddev=0.05):
    """Draw from the normal distribution of mean 0 and the given deviation."""
    return rng.normal(0.0, stddev, (n_in, n_out))


def glorot_uniform(n_in, n_out, rng):
    """Draw uniformly with variance 2 / (n_in + n_out).

    Keeps the variance of activations and of gradients where activations are close
    to linear, such as tanh near 0 (Glorot and Bengio 2010, equation 16).
    """
    return _uniform(n_in, n_out, rng, 2 / (n_in + n_out))


def glorot_normal(n_in, n_out, rng):
    """Draw from a truncated normal with variance 2 / (n_in + n_out)."""
    return _truncated_normal(n_in, n_out, rng, 2 / (n_in + n_out))


def he_uniform(n_in, n_out, rng):
    """Draw uniformly with variance 2 / n_in.

    Makes up for ReLU, which sets one half of its inputs to zero (He et al. 2015,
    equation 10).
    """
    return _uniform(n_in, n_out, rng, 2 / n_in)


def he_normal(n_in, n_out, rng):
    """Draw from a truncated normal with variance 2 / n_in."""
    return _truncated_normal(n_in, n_out, rng, 2 / n_in)


def _uniform(n_in, n_out, rng, variance):
    limit = math.sqrt(3 * variance)  # the variance of U(-c, c) is c^2 / 3
    return rng.uniform(-limit, limit, (n_in, n_out))


def _truncated_normal(n_in, n_out, rng, variance):
    draws = rng.standard_normal((n_in, n_out))
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
