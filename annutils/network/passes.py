"""The two passes through a network: forward to its output, backward to the gradient.

Both are functions of arrays, without checks: the network checks what it is given. In
the comments, m is the number of samples of the batch and layer l has n_l units. Lists
count layers as the book does: ``A[l]`` is A^[l] and ``A[0]`` is X; what layer 0 does
not have is None.
"""

from typing import NamedTuple

import numpy as np

__all__ = ["Trace", "backward_pass", "dropout_mask", "forward_pass"]


class Trace(NamedTuple):
    """What a forward pass leaves for the backward pass.

    Attributes
    ----------
    Z : list of L + 1
        Pre-activations Z^[l], shape (m, n_l).
    A : list of L + 1
        Activations A^[l], shape (m, n_l), as the next layer sees them: after dropout.
    masks : list of L + 1
        Dropout factors of layer l, shape (m, n_l), or None.
    """

    Z: list
    A: list
    masks: list

    def __repr__(self):
        units = "-".join(str(a.shape[1]) for a in self.A)
        return f"<Trace of {self.A[0].shape[0]} samples through {units}>"


def forward_pass(theta, activations, X, masks=None):
    """Compute Z^[l] = A^[l-1] W^[l] + b^[l] and A^[l] = g(Z^[l]) for l = 1 .. L.

    Parameters
    ----------
    theta : ParameterVector
    activations : list of L Activation
        One per layer, the output layer's last.
    X : array or CSR matrix of shape (m, n_0)
    masks : list of L + 1, optional
        Dropout factors, see `Trace` and `dropout_mask`.

    Returns
    -------
    Trace
    """
    masks = masks or [None] * (len(activations) + 1)
    layers = zip(theta.weights, theta.biases, activations, masks[1:], strict=True)
    Z, A = [None], [X]
    for W, b, g, mask in layers:
        z = A[-1] @ W  # (m, n_{l-1}) @ (n_{l-1}, n_l) = (m, n_l)
        z += b  # (n_l,), the same for each sample
        a = g.value(z)  # (m, n_l)
        Z.append(z)
        A.append(a if mask is None else a * mask)
    return Trace(Z, A, masks)


def backward_pass(theta, activations, trace, delta, out=None):
    """Carry Delta^[l] = dL/dZ^[l] from l = L down to 1 and collect the gradient.

    Parameters
    ----------
    theta : ParameterVector
    activations : list of L Activation
    trace : Trace
        Of the forward pass with the same parameters.
    delta : array of shape (m, n_L)
        dL/dZ^[L], the gradient of the loss.
    out : ParameterVector, optional
        Where to write, instead of new memory.

    Returns
    -------
    ParameterVector
        dL/dW^[l] and dL/db^[l], in the shapes of ``theta``.
    """
    Z, A, masks = trace
    gradient = out or theta.like()
    per_layer = theta.weights, activations, gradient.weights, gradient.biases
    W, g, dW, db = ([None, *values] for values in per_layer)  # count from l = 1
    for l in range(len(activations), 0, -1):  # noqa: E741 - the book's index
        if l < len(activations):
            # np.dot: next to a layer of one unit "@" takes five times as long
            delta = np.dot(delta, W[l + 1].T)  # (m, n_{l+1}) @ (n_{l+1}, n_l)
            delta *= _derivative(g[l], Z[l], A[l], masks[l])  # (m, n_l)
        _product(A[l - 1].T, delta, out=dW[l])  # (n_{l-1}, m) @ (m, n_l)
        delta.sum(axis=0, out=db[l])  # (n_l,)
    return gradient


def dropout_mask(shape, rate, rng, dtype=np.float32):
    """Draw the factors of inverted dropout.

    Each is 0 with probability ``rate``, else 1 / (1 - rate): the expected value is 1,
    so that prediction needs no factor (Srivastava et al. 2014, section 10).

    Parameters
    ----------
    shape : tuple of int
    rate : float
        In [0, 1).
    rng : numpy.random.Generator
    dtype : numpy dtype

    Returns
    -------
    array of the shape and dtype
    """
    kept = rng.random(shape, dtype=np.float32) >= rate
    return kept * np.array(1 / (1 - rate), dtype)


def _derivative(g, z, a, mask):
    """Return da/dz of a layer; with dropout ``a`` is no longer g(z)."""
    return g.derivative(z, a) if mask is None else g.derivative(z) * mask


def _product(A, B, out):
    if isinstance(A, np.ndarray):
        np.matmul(A, B, out=out)  # no new memory: half the time for large layers
    else:
        out[...] = A @ B  # sparse
