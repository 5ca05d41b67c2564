"""The figure of nine tries among networks that were trained once."""

import json

import numpy as np

from annutils.checks import checked_numbers
from annutils.widgets._figure import Figure

__all__ = ["trials"]

ALT = (
    "A map of learning rates and numbers of units, shaded by how many of 100 images a "
    "network reads right: pale at small rates, dark near 0.6, pale at the largest. "
    "Squares mark a grid of nine places with three rates, circles nine random places "
    "with nine rates."
)
SPACE = (0.001, 3), (8, 64)  # rates and units


def trials(rates, units, random, scores, truth):
    """Show a covered map of trained networks, for readers to search in nine tries.

    Parameters
    ----------
    rates, units : array of shape (13,) and (9,)
        Of the columns and rows of the map.
    random : array of shape (9, 2)
        Rates and numbers of units that a random search drew.
    scores : int array of shape (126, n_sets)
        How many of 100 images each network has right, for several sets of images; the
        map row by row, then the random search.
    truth : array of shape (126,)
        The share of right answers of each on other images.

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
    random = checked_numbers("random", random)
    scores, truth = checked_numbers("scores", scores), checked_numbers("truth", truth)
    shapes = {
        "rates": (rates.shape, (13,)),
        "units": (units.shape, (9,)),
        "random": (random.shape, (9, 2)),
        "scores": (scores.shape[:1], (126,)),
        "truth": (truth.shape, (126,)),
    }
    for name, (shape, expected) in shapes.items():
        if shape != expected:
            raise ValueError(f"Expected {name} of shape {expected}, got {shape}.")
    record = {
        "rates": [float(f"{rate:.3g}") for rate in rates],
        "units": [int(count) for count in units],
        "random": [[float(f"{rate:.3g}"), int(count)] for rate, count in random],
        "scores": scores.astype(int).tolist(),
        "truth": truth.round(4).tolist(),
    }

    def draw(ax):
        _draw(ax, rates, units, random, scores[:, 0])

    text = json.dumps(record, separators=(",", ":"))
    return Figure("ann-trials", {}, draw, ALT, carried=text)


def _draw(ax, rates, units, random, scores):
    from annutils import plot

    map_ = scores[: len(rates) * len(units)].reshape(len(units), len(rates))
    (left, right), (low, high) = np.log10(SPACE)
    ax.imshow(
        map_,
        origin="lower",
        extent=(left, right, low, high),
        aspect="auto",
        cmap="Blues",
        alpha=0.7,
    )
    rows, columns = ((np.arange(3) + 0.5) * n // 3 for n in map_.shape)
    across = np.log10(rates)[columns.astype(int)]
    up = np.log10(units)[rows.astype(int)]
    grid = [axis.ravel() for axis in np.meshgrid(across, up)]
    ax.plot(*grid, "s", color="0.1", markerfacecolor="none", label="grid")
    ax.plot(*np.log10(random).T, "o", color=plot.ORANGE, label="random")
    ax.set(xlabel="Learning rate", ylabel="Hidden units")
    ax.set_xticks([-3, -2, -1, 0], ["0.001", "0.01", "0.1", "1"])
    ax.set_yticks(np.log10([8, 16, 32, 64]), ["8", "16", "32", "64"])
    ax.legend(loc="upper left")
