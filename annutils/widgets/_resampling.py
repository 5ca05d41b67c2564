"""The figure of other training sets: what bias and variance look like."""

import json

from annutils.checks import checked_numbers, checked_sequence
from annutils.network.compact import packed
from annutils.widgets._figure import Figure

__all__ = ["resampling"]

ALT = (
    "Two panels with the boundaries of ten networks that learned ten training sets, "
    "their mean and the true boundary, which is bent. With one unit the ten are "
    "straight lines close together, and their mean misses the bend; with twenty units "
    "they scatter, and their mean is close to the truth."
)
COUNT = 10
UNITS = 1, 5, 20
SIZES = 25, 200, 800
SHOWN = 200  # points of a training set, at most


def resampling(networks, training_sets, parts, truth, *, noise=0.4):
    """Let readers draw ten training sets, one by one, and see ten networks learn.

    Parameters
    ----------
    networks : dict of (int, int) to list of MultilayerPerceptron
        For each number of units of 1, 5 and 20, and each size of the training set of
        25, 200 and 800: ten networks of two inputs, one hidden layer of tanh units and
        one output.
    training_sets : dict of int to list of (array, array)
        For each size the ten sets of moons that they learned, X and y.
    parts : dict of (int, int) to (float, float)
        Squared bias and variance of the ten, means over new samples.
    truth : callable
        The true probability of class 1 at places of shape (m, 2), for the picture.
    noise : float
        Standard deviation of the moons' noise.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError, ValueError
        If networks, sets or parts are missing, or are not ten.
    """
    pairs = [(units, size) for size in SIZES for units in UNITS]
    for name, given, keys in (
        ("networks", networks, pairs),
        ("training_sets", training_sets, SIZES),
        ("parts", parts, pairs),
    ):
        if not isinstance(given, dict) or set(given) != set(keys):
            raise ValueError(f"Expected {name} of {list(keys)}, got {given!r}.")
        for key in keys if name != "parts" else ():
            if len(checked_sequence(name, given[key])) != COUNT:
                raise ValueError(
                    f"Expected ten {name}, got {len(given[key])} of {key}."
                )
    tens = [
        {
            "units": units,
            "samples": size,
            "bias2": round(float(parts[units, size][0]), 5),
            "variance": round(float(parts[units, size][1]), 5),
            "networks": [packed(net.theta.vector) for net in networks[units, size]],
        }
        for units, size in pairs
    ]
    sets = {size: [_points(*one) for one in training_sets[size]] for size in SIZES}
    carried = {"noise": noise, "tens": tens, "sets": sets}
    text = json.dumps(carried, separators=(",", ":"))

    def draw(ax):
        _draw(ax, networks, truth)

    return Figure("ann-resampling", {}, draw, ALT, figsize=(5, 2.9), carried=text)


def _points(X, y):
    """Return what is carried of a training set: points of class 0 first."""
    import numpy as np

    X, y = checked_numbers("X", X)[:SHOWN], np.asarray(y)[:SHOWN]
    order = np.argsort(y, kind="stable")
    return {"xy": packed(X[order]), "zeros": int(np.sum(y == 0))}


def _draw(ax, networks, truth):
    import numpy as np

    ax.set_axis_off()
    across, up = np.meshgrid(np.linspace(-2, 3, 81), np.linspace(-1.9, 2.4, 81))
    places = np.column_stack([across.ravel(), up.ravel()])
    titles = {1: "1 unit: offset, bias", 20: "20 units: spread, variance"}
    for k, (units, title) in enumerate(titles.items()):
        panel = ax.inset_axes([0.51 * k, 0.03, 0.47, 0.85])
        said = [net.predict_proba(places)[:, 1] for net in networks[units, 200]]
        looks = [({"colors": "0.5", "linewidths": 0.8}, p) for p in said]
        looks.append(({"colors": "0.1", "linewidths": 2.5}, np.mean(said, axis=0)))
        dashed = {"colors": "0.1", "linewidths": 2, "linestyles": "--"}
        looks.append((dashed, truth(places)))
        for look, p in looks:
            panel.contour(across, up, p.reshape(across.shape), [0.5], **look)
        panel.set(title=title, xticks=[], yticks=[])
