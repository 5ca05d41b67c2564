"""L1 and L2 penalties on weights, as Keras's kernel regularizers compute them."""

import numpy as np

__all__ = ["add_penalty_gradient", "weight_penalty"]


def weight_penalty(weights, l1=0.0, l2=0.0):
    """Return l1 sum|w| + l2 sum w^2 over all matrices: no 1/m, no 1/2.

    Parameters
    ----------
    weights : sequence of arrays
    l1, l2 : float
        Regularization rates, 0 or more.

    Returns
    -------
    float
    """
    penalty = 0.0
    for W in weights:
        if l1:
            penalty += l1 * float(np.abs(W).sum())
        if l2:
            penalty += l2 * float(np.vdot(W, W))
    return penalty


def add_penalty_gradient(gradients, weights, l1=0.0, l2=0.0):
    """Add l1 sign(w) + 2 l2 w to each gradient in place; sign(0) is 0.

    Parameters
    ----------
    gradients, weights : sequences of arrays of equal shapes
    l1, l2 : float
        Regularization rates, 0 or more.
    """
    for dW, W in zip(gradients, weights, strict=True):
        if l1:
            dW += l1 * np.sign(W)
        if l2:
            dW += (2 * l2) * W
