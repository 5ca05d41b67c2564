"""The runs that the figure of regularization shows, computed once."""

import itertools

from annutils.checks import checked_sequence
from annutils.experiments import Spread

__all__ = ["SETTINGS", "regularization_runs"]

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
