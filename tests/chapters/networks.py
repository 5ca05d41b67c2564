"""Random networks and batches, and the derivatives that are measured on them."""

import numpy as np
from hypothesis import strategies as st

from annutils.network import MultilayerPerceptron

SEEDS = range(5)
SIZES = st.lists(st.integers(1, 5), min_size=2, max_size=5)
HIDDEN = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "gelu"]


def network(layer_sizes, activation="tanh", loss="mean_squared_error", seed=0, **more):
    """Return a network in float64 whose biases are random numbers, too."""
    more = {"dtype": "float64"} | more
    made = MultilayerPerceptron(
        layer_sizes, activation=activation, loss=loss, seed=seed, **more
    )
    rng = np.random.default_rng(seed)
    made.theta.vector[...] = rng.normal(size=made.n_parameters)
    return made


def batch(m, sizes, loss="mean_squared_error", seed=0):
    """Return m samples and targets that suit the loss."""
    rng = np.random.default_rng(100 + seed)
    X, values = rng.normal(size=(m, sizes[0])), rng.normal(size=(m, sizes[-1]))
    if loss == "mean_squared_error":
        return X, values
    n_classes = max(sizes[-1], 2)
    return X, rng.integers(n_classes, size=m)


def slopes(f, x, h=1e-5):
    """Return the central differences of f() for each element of x, in its shape."""
    found = np.empty_like(x)
    for place in np.ndindex(*x.shape):
        kept, values = x[place], []
        for step in (h, -h):
            x[place] = kept + step
            values.append(f())
        x[place] = kept
        found[place] = (values[0] - values[1]) / (2 * h)
    return found


def layers_of(net):
    """Return pairs of the number of a layer, from 1 on, and its parameters."""
    return enumerate(zip(net.weights, net.biases, strict=True), start=1)


def loss_of(net, X, y):
    """Return the mean loss of the network on a batch."""
    return net.loss.value(y, net.forward(X).Z[-1])
