"""The figure of regularization: runs computed once, to look at with sliders."""

import base64
import itertools
import json

import numpy as np

from annutils.spread import Spread
from annutils.widgets.figure import Figure, still

__all__ = ["regularization", "regularization_runs"]

ALT = (
    "Points of two overlapping classes, and the regions that a network of 50 hidden "
    "units assigns to them under the strongest regularization."
)
LARGEST = 2**15 - 1


def regularization_runs(train, grid, seeds):
    """Train a network for every combination of settings, with several seeds.

    Parameters
    ----------
    train : callable
        ``train(seed, size, l1, l2, dropout)`` returns a `MultilayerPerceptron` of two
        inputs, one hidden layer of tanh units and one output, and its errors on
        training data and on new data, shares from 0 to 1.
    grid : dict of str to sequence of numbers
        The values of "size", "l1", "l2" and "dropout".
    seeds : sequence of int
        The network of the first is the one that is shown.

    Returns
    -------
    list of dict
        One for each combination, with the settings, "train" and "test" as mean and half
        the 95% interval of the mean, and the network.
    """
    runs = []
    for values in itertools.product(*grid.values()):
        settings = dict(zip(grid, values, strict=True))
        networks, *errors = zip(*(train(s, **settings) for s in seeds), strict=True)
        for name, shares in zip(("train", "test"), errors, strict=True):
            spread = Spread(tuple(map(float, shares)))
            low, high = spread.interval
            settings[name] = [round(spread.mean, 5), round((high - low) / 2, 5)]
        runs.append(settings | {"network": networks[0]})
    return runs


def regularization(runs, X, y):
    """Show boundary, weights and errors of networks, which follow four sliders.

    Parameters
    ----------
    runs : list of dict
        What `regularization_runs` returns.
    X : array of shape (n_samples, 2)
        The training data of the first seed.
    y : array of shape (n_samples,)
        Their classes, 0 or 1.

    Returns
    -------
    Figure
    """
    points = [
        [round(float(u), 3), round(float(v), 3), int(k)]
        for (u, v), k in zip(X, y, strict=True)
    ]
    records = [run | {"network": _packed(run["network"])} for run in runs]
    text = json.dumps({"points": points, "runs": records}, separators=(",", ":"))

    def draw(ax):
        from annutils import plot

        plot.decision_boundary(runs[-1]["network"].predict_proba, X, y, ax)

    return Figure("ann-regularization", {}, still(draw), ALT, carried=text)


def _packed(network):
    """Return all parameters, W and b of each layer in turn, in 16 bits each."""
    parts = zip(network.weights, network.biases, strict=True)
    theta = np.concatenate([np.ravel(part) for pair in parts for part in pair])
    scale = float(np.abs(theta).max()) / LARGEST or 1.0
    numbers = np.rint(theta / scale).astype("<i2")
    return {"scale": scale, "int16": base64.b64encode(numbers.tobytes()).decode()}
