"""Activation functions and their derivatives, elementwise except softmax.

Each function takes an array of pre-activations ``z`` (any shape) and returns an
array of the same shape, in the same floating dtype, float32 or float64. Whole numbers
become float64 where the result is none. ``ACTIVATIONS`` maps a name to the pair of
value and derivative that the network uses:

>>> float(ACTIVATIONS["tanh"].derivative(0.0))
1.0
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from annutils.checks import checked_array

__all__ = [
    "ACTIVATIONS",
    "NEGATIVE_SLOPE",
    "Activation",
    "gelu",
    "identity",
    "leaky_relu",
    "relu",
    "sigmoid",
    "softmax",
    "tanh",
]

NEGATIVE_SLOPE = 0.2
"""Slope of the leaky ReLU left of zero: the default of Keras's ``leaky_relu``."""


def identity(z):
    """Return ``z`` itself: the output of a network that predicts values.

    Parameters
    ----------
    z : array of any shape

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    """
    return _as_numbers(z)


def sigmoid(z):
    """Return 1 / (1 + exp(-z)), in [0, 1].

    Parameters
    ----------
    z : array of any shape

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    """
    # where the exponential overflows to infinity, the quotient is 0, as it should be
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-as_floats(z)))


def tanh(z):
    """Return the hyperbolic tangent, in [-1, 1].

    Parameters
    ----------
    z : array of any shape

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    """
    return np.tanh(as_floats(z))


def relu(z):
    """Return max(z, 0) (Nair and Hinton 2010).

    Parameters
    ----------
    z : array of any shape

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    """
    return np.maximum(_as_numbers(z), 0)


def leaky_relu(z):
    """Return z where positive, else ``NEGATIVE_SLOPE`` z (Maas et al. 2013).

    Parameters
    ----------
    z : array of any shape

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    """
    z = _as_numbers(z)
    return np.maximum(z, NEGATIVE_SLOPE * z)


def gelu(z):
    """Return z Phi(z), Phi the normal distribution function; needs scipy.

    The exact form of Hendrycks and Gimpel (2016), as Keras's default
    ``approximate=False``; not the approximation by a tanh.

    Parameters
    ----------
    z : array of any shape

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    """
    z = _as_numbers(z)
    return z * _normal_cdf(z)


def softmax(z):
    """Return exp(z_k) / sum_j exp(z_j) along the last axis; each row sums to 1.

    The largest entry of each row is subtracted first: it cancels in the ratio, and
    no exponential overflows.

    Parameters
    ----------
    z : array of shape (..., K)

    Returns
    -------
    array of the shape of ``z``

    Raises
    ------
    TypeError
        If it holds no numbers.
    ValueError
        If there is no last axis, or it is empty.
    """
    z = as_floats(z)
    if not z.shape or not z.shape[-1]:
        raise ValueError(f"Expected z of shape (..., K), got {z.shape}.")
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def as_floats(z):
    """Return the array, whole numbers as float64: of unsigned ones, -z is wrong."""
    z = np.asarray(_as_numbers(z))
    return z if z.dtype.kind == "f" else z.astype(np.float64)


def _as_numbers(z):
    if not isinstance(z, np.ndarray) or isinstance(z, np.ma.MaskedArray):
        z = checked_array("z", z)
    if z.dtype.kind not in "biuf":
        raise TypeError(f"Expected numbers in z, got values of {z.dtype}.")
    return z


def _normal_cdf(z):
    from scipy.special import erfc

    # erfc keeps its digits far left of zero, where 1 + erf has lost them all
    return 0.5 * erfc(z * -math.sqrt(0.5))


def _identity_derivative(z, a=None):
    return np.ones_like(_as_numbers(z))


def _sigmoid_derivative(z, a=None):
    a = sigmoid(z) if a is None else a
    return a * (1 - a)


def _tanh_derivative(z, a=None):
    a = tanh(z) if a is None else a
    return 1 - a * a


def _relu_derivative(z, a=None):
    z = _as_numbers(z)
    return (z > 0).astype(z.dtype)


def _leaky_relu_derivative(z, a=None):
    z = _as_numbers(z)
    slopes = np.array([NEGATIVE_SLOPE, 1], dtype=np.result_type(z, np.float32))
    return slopes[(z > 0).astype(np.intp)]


def _gelu_derivative(z, a=None):
    z = _as_numbers(z)
    density = np.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)
    return _normal_cdf(z) + z * density


def _softmax_derivative(z, a=None):
    p = softmax(z) if a is None else a
    return p[..., :, None] * (np.eye(p.shape[-1], dtype=p.dtype) - p[..., None, :])


@dataclass(frozen=True, repr=False)
class Activation:
    """An activation function g and its derivative.

    Attributes
    ----------
    name : str
        The key in ``ACTIVATIONS``, the name in Keras (but Keras's "linear" is our
        "identity").
    value : callable
        ``value(z)`` returns g(z), with the shape and dtype of ``z``.
    derivative : callable
        ``derivative(z, a=None)`` returns g'(z) with the shape of ``z``; ``a``, the
        value g(z) when it is known already, saves computing it again. ReLU and
        leaky ReLU have a kink at 0: there the slope is that of the left side
        (0 and ``NEGATIVE_SLOPE``), as in TensorFlow. For softmax, whose outputs
        depend on all inputs of a row, it is the Jacobian: ``z`` (..., n) gives
        (..., n, n) with entries p_i (1[i = j] - p_j).
    """

    name: str
    value: Callable
    derivative: Callable

    def __repr__(self):
        return f"ACTIVATIONS[{self.name!r}]"


ACTIVATIONS = {
    activation.name: activation
    for activation in (
        Activation("identity", identity, _identity_derivative),
        Activation("sigmoid", sigmoid, _sigmoid_derivative),
        Activation("tanh", tanh, _tanh_derivative),
        Activation("relu", relu, _relu_derivative),
        Activation("leaky_relu", leaky_relu, _leaky_relu_derivative),
        Activation("gelu", gelu, _gelu_derivative),
        Activation("softmax", softmax, _softmax_derivative),
    )
}
"""Every activation by its name."""
