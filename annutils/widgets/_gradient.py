"""The figure of the weights' gradient: columns of two arrays, multiplied and added."""

from functools import partial

from annutils.palette import PURPLE
from annutils.widgets._figure import Figure
from annutils.widgets._settings import whole

__all__ = ["gradient"]

ALT = (
    "Activations of four samples and three units, beside errors of the same samples "
    "and two units. Below, the activations transposed, so that samples run to the "
    "right, and the gradient dW. A column of the activations, which is a row of the "
    "transposed ones, and a column of the errors are marked: their four products add "
    "up to the entry of dW where row and column meet."
)
A = ((2, 1, 0), (1, 0, 3), (0, 2, 1), (1, 1, 0))
DELTA = ((0.5, -0.1), (-0.2, 0.3), (0.1, 0.2), (-0.3, -0.4))
WIDE = 1.8  # columns of numbers with decimals lie so far apart
BELOW = 5.6  # where the transposed activations and dW begin


def gradient(j=1, k=0):
    """Show which activations and errors an entry of the gradient dW is made of.

    Parameters
    ----------
    j, k : int
        Row and column of the entry at first, from 0 to 2 and from 0 to 1.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If one is no integer.
    ValueError
        If one is outside its range.
    """
    settings = {"j": whole("j", j, 0, 2), "k": whole("k", k, 0, 1)}
    return Figure("ann-gradient", settings, partial(_draw, **settings), ALT)


def _draw(ax, j, k):
    import numpy as np

    from annutils import plot

    a, delta = np.array(A), np.array(DELTA)
    dW = a.T @ delta
    arrays = [(a, 0, 0, 1, plot.BLUE), (delta, 5, 0, WIDE, plot.ORANGE)]
    arrays += [(a.T, 0, BELOW, 1, plot.BLUE), (dW, 5, BELOW, WIDE, PURPLE)]
    marked = (slice(None), j), (slice(None), k), (j, slice(None)), (j, k)
    for (array, left, top, wide, color), chosen in zip(arrays, marked, strict=True):
        lit = np.zeros(array.shape, bool)
        lit[chosen] = True
        for (row, column), value in np.ndenumerate(array):
            look = {"boxstyle": "square,pad=0.3", "edgecolor": color}
            look["facecolor"] = "0.85" if lit[row, column] else "white"
            place = left + wide * column, top + row
            ax.text(*place, _written(value), ha="center", va="center", bbox=look)
    for i in range(len(a)):
        ax.text(-0.8, i, f"sample {i}", ha="right", va="center")
    names = {"A (4, 3)": (1, -1), r"$\Delta$ (4, 2)": (5.9, -1)}
    names |= {"A.T (3, 4)": (1.5, BELOW - 1), "dW (3, 2)": (5.9, BELOW - 1)}
    for name, place in names.items():
        ax.text(*place, name, ha="center", va="center")
    products = zip(a[:, j], delta[:, k], strict=True)
    terms = " + ".join(_product(*pair) for pair in products)
    total = f"dW[{j}, {k}] = {terms} = {_written(dW[j, k])}"
    ax.text(2.7, BELOW + 3.4, total, ha="center", va="center")
    ax.set(xlim=(-2.6, 8), ylim=(BELOW + 3.8, -1.4))
    ax.axis("off")


def _product(activation, error):
    written = _written(error)
    return f"{_written(activation)}·{written if error >= 0 else f'({written})'}"


def _written(number):
    return f"{round(number, 2) + 0:g}".replace("-", "\N{MINUS SIGN}")
