"""The figure of nine tries among networks that were trained once."""

import json

import numpy as np

from annutils.checks import checked_numbers
from annutils.widgets._figure import Figure

__all__ = ["trials"]

ALT = (
    "Dots: the luck of choosing the best of one to nine tries, in single searches, "
    "above and below zero. The line of the mean over many searches starts at zero and "
    "rises, to about one point."
)
TRIES = 9
SEARCHES = 200  # of the picture


def trials(rates, units, scores):
    """Show a covered map of trained networks, for readers to search in nine tries.

    Parameters
    ----------
    rates, units : array of shape (9,) and (7,)
        Of the columns and rows of the map.
    scores : int array of shape (63, n_sets)
        How many of 100 images each network has right, for several sets of images; the
        map row by row.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If one of them holds no numbers.
    ValueError
        If one is of another shape.
    """
    rates, units = checked_numbers("rates", rates), checked_numbers("units", units)
    scores = checked_numbers("scores", scores)
    shapes = {
        "rates": (rates.shape, (9,)),
        "units": (units.shape, (7,)),
        "scores": (scores.shape[:1], (63,)),
    }
    for name, (shape, expected) in shapes.items():
        if shape != expected:
            raise ValueError(f"Expected {name} of shape {expected}, got {shape}.")
    record = {
        "rates": [float(f"{rate:.3g}") for rate in rates],
        "units": [int(count) for count in units],
        "scores": scores.astype(int).tolist(),
    }
    text = json.dumps(record, separators=(",", ":"))
    return Figure("ann-trials", {}, lambda ax: _draw(ax, scores), ALT, carried=text)


def _draw(ax, scores):
    from annutils import plot

    rng, n_sets = np.random.default_rng(0), scores.shape[1]
    gaps = (scores - scores.mean(axis=1, keepdims=True)) * n_sets / (n_sets - 1)
    lucks = gaps - gaps.mean(axis=0)  # without what easy or hard images do to all
    found = []
    for _ in range(SEARCHES):
        tried = rng.permutation(len(scores))[:TRIES]
        best = [tried[scores[tried[:k]].argmax(axis=0)] for k in range(1, TRIES + 1)]
        found.append(lucks[best, np.arange(n_sets)])  # (9, n_sets)
    tries = np.arange(1, TRIES + 1)
    for k, one in enumerate(found[:n_sets]):  # each on another set
        beside = tries + rng.uniform(-0.3, 0.3)
        ax.plot(beside, one[:, k], ".", color="0.6", markersize=4)
    ax.axhline(0, color="0.2", linewidth=1)
    ax.plot(tries, np.mean(found, axis=(0, 2)), "o-", color=plot.BLUE)
    ax.set(xlabel="Tries", ylabel="Luck of choosing, points", xticks=tries)
