"""Small networks, samples and slopes for the equations of this part."""

import numpy as np

from annutils.network import MultilayerPerceptron


def network(layer_sizes, activation="identity", loss="mean_squared_error", seed=0):
    """Return a network in float64 whose biases are random numbers, too."""
    made = MultilayerPerceptron(
        layer_sizes, activation=activation, loss=loss, seed=seed, dtype="float64"
    )
    rng = np.random.default_rng(seed)
    made.theta.vector[...] = rng.normal(size=made.n_parameters)
    return made


def samples(m, n, seed=0):
    return np.random.default_rng(100 + seed).normal(size=(m, n))


def slope(f, x, h=1e-5):
    """Return the finite difference of f at x."""
    return (f(x + h) - f(x - h)) / (2 * h)
