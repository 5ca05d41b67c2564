"""What repeated runs gave: each run, their mean, and how sure it is."""

from annutils.experiments import Spread
from annutils.plot._axes import checked_axes
from annutils.plot.colors import BLUE


def intervals(spreads, ax=None):
    """Draw a row for each result: its runs, their mean and its 95% interval.

    Parameters
    ----------
    spreads : dict of str to annutils.experiments.Spread
        One or more, by the names that the rows get, from top to bottom.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.

    Returns
    -------
    matplotlib.axes.Axes
        With a dotted line at zero.

    Raises
    ------
    TypeError
        If they are no such results, or `ax` is something else.
    """
    if not (
        isinstance(spreads, dict)
        and spreads
        and all(isinstance(spread, Spread) for spread in spreads.values())
    ):
        raise TypeError(f"Expected a dict of Spreads by name, got {spreads!r}.")
    ax = checked_axes(ax)
    for row, spread in enumerate(spreads.values()):
        runs = [row - 0.25] * len(spread.values)
        ax.plot(spread.values, runs, ".", color="0.6", markersize=4)
        ax.plot(spread.interval, [row, row], color=BLUE)
        ax.plot(spread.mean, row, "o", color=BLUE)
    ax.axvline(0, color="0.4", linestyle=":", linewidth=1)
    ax.set_yticks(range(len(spreads)), list(spreads))
    ax.set_ylim(len(spreads) - 0.5, -0.7)  # from top to bottom
    return ax
