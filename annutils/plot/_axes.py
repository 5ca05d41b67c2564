"""Where a function draws."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import FigureBase


def checked_axes(ax):
    """Return the Axes to draw into.

    Parameters
    ----------
    ax : matplotlib.axes.Axes or None
        None: the current Axes, made if there are none.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        If it is something else, such as the array that `plt.subplots` returns.
    """
    if ax is None:
        return plt.gca()
    if isinstance(ax, Axes):
        return ax
    wanted = "Expected ax to be one matplotlib.axes.Axes, got"
    if isinstance(ax, FigureBase):
        raise TypeError(f"{wanted} a {type(ax).__name__}: pass fig.gca(), say.")
    if isinstance(ax, np.ndarray | list | tuple) and np.size(ax):
        first = ", ".join("0" * np.ndim(ax))
        kind = "an array" if isinstance(ax, np.ndarray) else f"a {type(ax).__name__}"
        raise TypeError(f"{wanted} {kind} of {np.size(ax)}: pass axes[{first}], say.")
    raise TypeError(f"{wanted} {ax!r}.")
