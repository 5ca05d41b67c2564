"""The training loop of the multilayer perceptron: epochs, batches, early stopping."""

import math

import numpy as np

from annutils.network.passes import backward_pass, dropout_mask, forward_pass
from annutils.regularizers import add_penalty_gradient, weight_penalty

__all__ = ["EarlyStopping", "batches", "measure", "run_epoch", "train"]


def train(network, data, validation_data, *, epochs, batch_size, patience=None):
    """Train a network; all arguments are checked, as its ``fit`` does.

    Parameters
    ----------
    network : MultilayerPerceptron
        Changed in place.
    data : tuple (X, y)
    validation_data : tuple (X, y) or None
    epochs, batch_size : int
    patience : int, optional
        Of early stopping.

    Returns
    -------
    dict of str to list of float
        The history.

    Raises
    ------
    FloatingPointError
        If the loss becomes infinite or NaN.
    """
    history, gradient = {}, network.theta.like()
    stopping = patience and EarlyStopping(patience)
    # overflow on the way to divergence is reported as an error of its own
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(epochs):
            results = run_epoch(network, *data, batch_size, gradient)
            if validation_data is not None:
                X, y = validation_data
                z = forward_pass(network.theta, network.activations, X).Z[-1]
                validation = measure(network, y, z)
                _refuse_divergence(validation["loss"], network.optimizer)
                results |= {f"val_{name}": v for name, v in validation.items()}
            for name, value in results.items():
                history.setdefault(name, []).append(value)
            if stopping and stopping.update(results["val_loss"], network.theta):
                break
        if stopping:
            stopping.restore(network.theta)
        # the last update is followed by no loss that would show it
        _refuse_divergence(float(network.theta.vector.sum()), network.optimizer)
    return history


def run_epoch(network, X, y, batch_size, gradient):
    """Train for one pass over the data; return the means over its samples.

    Loss and accuracy are those of each batch before its update, with dropout, and
    the loss contains the penalties: what Keras records while it trains.

    Parameters
    ----------
    network : MultilayerPerceptron
        Changed in place.
    X, y : arrays, checked
    batch_size : int
    gradient : ParameterVector
        Memory to work in.

    Returns
    -------
    dict of str to float

    Raises
    ------
    FloatingPointError
        If the loss becomes infinite or NaN.
    """
    theta, activations = network.theta, network.activations
    totals = {}
    for X_batch, y_batch in batches(X, y, batch_size, network.order_rng):
        m = len(y_batch)
        trace = forward_pass(theta, activations, X_batch, _masks(network, m))
        results = measure(network, y_batch, trace.Z[-1])
        _refuse_divergence(results["loss"], network.optimizer)
        delta = network.loss.slope(y_batch, trace.Z[-1], trace.A[-1])  # (m, n_L)
        backward_pass(theta, activations, trace, delta, out=gradient)
        add_penalty_gradient(
            gradient.weights[:-1], theta.weights[:-1], network.l1, network.l2
        )
        network.optimizer.update(theta.vector, gradient.vector)
        for name, value in results.items():
            totals[name] = totals.get(name, 0.0) + m * value
    return {name: total / len(y) for name, total in totals.items()}


def measure(network, y, z):
    """Return the loss with its penalties, and the accuracy where y are labels.

    Parameters
    ----------
    network : MultilayerPerceptron
    y : array of shape (m,) or (m, n_L), checked
    z : array of shape (m, n_L)
        Logits.

    Returns
    -------
    dict of str to float
    """
    results = {}
    if network.loss.decide:
        n_correct = int(np.count_nonzero(network.loss.decide(z) == y))
        results["accuracy"] = n_correct / len(y)
    penalty = weight_penalty(network.weights[:-1], network.l1, network.l2)
    results["loss"] = float(network.loss.mean(y, z)) + penalty
    return results


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


def _masks(network, m):
    """Draw the dropout factors of a batch, for the hidden layers only."""
    if network.dropout == 0:
        return None
    shapes = [(m, n) for n in network.layer_sizes[1:-1]]
    dtype = network.theta.vector.dtype
    rng = network.dropout_rng
    masks = [dropout_mask(shape, network.dropout, rng, dtype) for shape in shapes]
    return [None, *masks, None]


def _refuse_divergence(number, optimizer):
    """Raise unless the loss, or the sum of all parameters, is a number."""
    if not math.isfinite(number):
        raise FloatingPointError(
            f"Training diverged: {number} after {optimizer.iterations} updates. Make a "
            "new network with a smaller learning rate (it was "
            f"{optimizer.learning_rate}), and scale the inputs to about -1 .. 1."
        )
