"""The figure of ten units in a row, and of what their slopes leave."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["chain"]

ALT = (
    "The product of the slopes of ten units in a row, by unit, on a logarithmic scale. "
    "With the sigmoid it falls below the dashed line at one quarter to the power of "
    "10, about one in a million; with tanh it falls slowly; with ReLU it stays at 1."
)
CURVES = "sigmoid", "tanh", "relu", "leaky_relu", "gelu"
UNITS = 10


def chain(x=2.5, curve="sigmoid"):
    """Show how much of a small change gets through ten units in a row.

    Each unit gets the output of the one before, with weight 1 and bias 0.

    Parameters
    ----------
    x : float
        The input of the first unit at first, from -4 to 4.
    curve : str
        The activation function of all units at first: "sigmoid", "tanh", "relu",
        "leaky_relu" or "gelu".

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `x` is no number.
    ValueError
        If it is outside its range, or `curve` is none of those above.
    """
    settings = {
        "x": checked_between("x", x, -4, 4),
        "curve": one_of("curve", curve, CURVES),
    }
    draw = partial(_draw, x=x, curve=curve)
    return Figure("ann-chain", settings, draw, ALT, figsize=(5, 3.4))


def _draw(ax, x, curve):
    import numpy as np

    from annutils import plot

    units = np.arange(UNITS + 1)
    for name in dict.fromkeys((curve, "sigmoid", "tanh", "relu")):
        *_, products = through(name, x)
        left = np.abs([1, *products])
        if not left.all():  # 0 is nowhere on this scale
            continue
        color = plot.ORANGE if name == curve else "0.4"
        ax.semilogy(units, left, "o-", color=color, markersize=4)
        ax.annotate(name, (UNITS, left[-1]), (8, -4), textcoords="offset points")
    ax.axhline(0.25**UNITS, color="0.1", linestyle="--")
    ax.annotate("$0.25^{10}$", (0, 0.25**UNITS), (0, -14), textcoords="offset points")
    ax.set(xlabel="unit", ylabel="slope of the row so far", xlim=(0, UNITS + 2))
    ax.set(ylim=(1e-9, 10), xticks=range(1, UNITS + 1))
    ax.set_title(f"Ten units in a row, with the input {x:g}")


def through(curve, x):
    """Return inputs and slopes of the ten units, and the products of the slopes."""
    import numpy as np

    from annutils.activations import ACTIVATIONS

    g, inputs = ACTIVATIONS[curve], [float(x)]
    while len(inputs) < UNITS:
        inputs.append(float(g.value(inputs[-1])))
    slopes = g.derivative(np.array(inputs))
    return inputs, slopes.tolist(), np.cumprod(slopes).tolist()
