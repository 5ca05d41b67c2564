"""Parts of the training loop: shuffled batches, and when to stop."""

import math

import numpy as np

__all__ = ["EarlyStopping", "batches"]


def batches(X, y, batch_size, rng):
    """Yield the samples in shuffled batches, the last one with what remains.

    With one batch for all, order has no effect and nothing is moved.

    Parameters
    ----------
    X : array or CSR matrix of shape (m, n_0)
    y : array of shape (m,) or (m, n_L)
    batch_size : int
    rng : numpy.random.Generator

    Yields
    ------
    X_batch, y_batch
        ``X_batch`` is valid until the next batch is drawn: memory is used again.
    """
    m = len(y)
    if batch_size >= m:
        yield X, y
        return
    order = rng.permutation(m)
    y = y[order]
    dense = isinstance(X, np.ndarray)
    memory = np.empty((batch_size, X.shape[1]), X.dtype) if dense else None
    for start in range(0, m, batch_size):
        chosen = order[start : start + batch_size]
        if dense:  # mode: the indices are valid, and "raise" would buffer the output
            X_batch = np.take(X, chosen, 0, out=memory[: len(chosen)], mode="clip")
        else:
            X_batch = X[chosen]
        yield X_batch, y[start : start + batch_size]


class EarlyStopping:
    """Remember the parameters of the lowest validation loss, and when to give up.

    Parameters
    ----------
    patience : int
        Epochs without a new lowest loss after which training stops.
    """

    def __init__(self, patience):
        self.patience = patience
        self.lowest = math.inf
        self.best = None
        self.waited = 0

    def update(self, loss, theta):
        """Take note of an epoch's validation loss.

        Parameters
        ----------
        loss : float
        theta : ParameterVector

        Returns
        -------
        bool
            Whether to stop.
        """
        self.waited += 1
        if loss < self.lowest:
            self.lowest, self.best, self.waited = loss, theta.vector.copy(), 0
        return self.waited >= self.patience

    def restore(self, theta):
        """Put the best parameters back in place.

        Parameters
        ----------
        theta : ParameterVector
        """
        if self.best is not None:
            theta.vector[...] = self.best
