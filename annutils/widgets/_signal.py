"""The figure of a signal's way through thirty layers of random weights."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["signal"]

ALT = (
    "The size of a signal by layer, on a logarithmic scale: a level line where each "
    "layer multiplies it by 1, a falling one below, a rising one above."
)
UNITS = "25", "100", "400"
LAYERS = 30


def signal(factor=0.9, units="100"):
    """Show how large a signal is after each of thirty layers.

    Parameters
    ----------
    factor : float
        By how much each layer multiplies the size at first, from 0.15 to 6.
    units : str
        How many units each layer has at first: "25", "100" or "400".

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `factor` is no number.
    ValueError
        If it is outside its range, or `units` is none of those above.
    """
    settings = {
        "factor": checked_between("factor", factor, 0.15, 6),
        "units": one_of("units", units, UNITS),
    }
    draw = partial(_draw, factor=factor, units=int(units))
    return Figure("ann-signal", settings, draw, ALT, figsize=(5, 3.2))


def _draw(ax, factor, units):
    from annutils import plot

    for one in sorted({factor, 0.9, 1, 1.1}):
        spread = one / units**0.5
        sizes = on_average(spread, units)
        color = plot.ORANGE if one == factor else "0.4"
        ax.semilogy(sizes, color=color)
        ax.text(LAYERS, sizes[-1], f"  {one:g} a layer: {sizes[-1]:.2g}", va="center")
    ax.set(xlabel="Layer", ylabel="Size", xlim=(0, LAYERS + 16), xticks=(0, 10, 20, 30))
    ax.set_title(f"The size of a signal, {units} units a layer")


def on_average(spread, units):
    """Return the sizes of the signal, from the input to the last layer.

    They are root mean squares over all networks whose weights have mean 0 and this
    standard deviation, as a share of what comes in.
    """
    import numpy as np

    kept = np.full(LAYERS, units * spread**2)  # of the mean square, by one layer
    return np.sqrt(np.cumprod([1.0, *kept]))
