"""The figure of regularization: runs computed once, to look at with sliders."""

import itertools
import json

from annutils.checks import checked_labels, checked_numbers, checked_sequence
from annutils.experiments import Spread
from annutils.network.compact import packed
from annutils.widgets._figure import Figure

__all__ = ["regularization", "regularization_runs"]

ALT = (
    "Points of two overlapping classes, and the regions that a network of 50 hidden "
    "units assigns to them under the strongest regularization."
)
SETTINGS = "size", "l1", "l2", "dropout"


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
        Two or more. The network of the first is the one that is shown.

    Returns
    -------
    list of dict
        One for each combination, with the settings, "train" and "test" as mean and half
        the 95% interval of the mean, and the network.

    Raises
    ------
    TypeError
        If `grid` is no dict, its values or the seeds are no sequence, or what `train`
        returns is no triple.
    ValueError
        If the grid has other names or no values, or there are fewer than two seeds.
    """
    grid, seeds = _checked_grid(grid), checked_sequence("seeds", seeds)
    if len(seeds) < 2:
        raise ValueError(f"Expected two seeds or more, got {seeds}.")
    runs = []
    for values in itertools.product(*grid.values()):
        settings = dict(zip(grid, values, strict=True))
        results = [_checked_result(train(seed, **settings)) for seed in seeds]
        networks, *errors = zip(*results, strict=True)
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

    Raises
    ------
    TypeError
        If the runs are no list of dict, or X or y no numbers.
    ValueError
        If there is no run, or one lacks something; or X or y is of another shape.
    """
    runs = [_checked_run(run) for run in checked_sequence("runs", runs)]
    X = checked_numbers("X", X)
    if X.ndim != 2 or X.shape[1] != 2 or not runs:
        raise ValueError(
            f"Expected one run or more and X of shape (n_samples, 2), got {len(runs)} "
            f"runs and {X.shape}."
        )
    y = checked_labels(y, len(X), 2)
    points = [
        [round(float(u), 3), round(float(v), 3), int(k)]
        for (u, v), k in zip(X, y, strict=True)
    ]
    records = [run | {"network": packed(run["network"].theta.vector)} for run in runs]
    text = json.dumps({"points": points, "runs": records}, separators=(",", ":"))

    def draw(ax):
        from annutils import plot

        plot.decision_boundary(runs[-1]["network"].predict_proba, X, y, ax)

    return Figure("ann-regularization", {}, draw, ALT, carried=text)


def _checked_grid(grid):
    """Return the values of each setting as a list."""
    if not isinstance(grid, dict):
        raise TypeError(f"Expected grid to be a dict, got {grid!r}.")
    if set(grid) != set(SETTINGS):
        raise ValueError(f"Expected a grid of {list(SETTINGS)}, got {list(grid)}.")
    lists = {name: checked_sequence(name, values) for name, values in grid.items()}
    if not all(lists.values()):
        raise ValueError(f"Expected one value or more of each setting, got {grid}.")
    return lists


def _checked_result(result):
    if not isinstance(result, tuple | list) or len(result) != 3:
        raise TypeError(
            f"Expected train to return a network and two errors, got {result!r}."
        )
    return result


def _checked_run(run):
    """Return a run that `regularization_runs` may have made."""
    if not isinstance(run, dict):
        raise TypeError(f"Expected each run to be a dict, got {run!r}.")
    if missing := {*SETTINGS, "train", "test", "network"} - set(run):
        raise ValueError(f"Expected each run to have {sorted(missing)}, too.")
    return run
