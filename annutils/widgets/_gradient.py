"""The figure of the weights' gradient: columns of two arrays, multiplied and added."""

from functools import partial

from annutils.widgets._figure import Figure
from annutils.widgets._settings import whole

__all__ = ["gradient"]

ALT = (
    "Activations of four samples and three units, beside errors of the same samples "
    "and two units. One column of each is marked; their four products, one for each "
    "sample, add up to one entry of the gradient dW, which has a row for each column "
    "of the activations and a column for each column of the errors."
)
A = ((2, 1, 0), (1, 0, 3), (0, 2, 1), (1, 1, 0))
DELTA = ((0.5, -0.1), (-0.2, 0.3), (0.1, 0), (0, -0.4))


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
    products = a[:, j] * delta[:, k]
    arrays = [(a, 0, 0, plot.BLUE), (delta, 3.6, 0, plot.ORANGE)]
    arrays += [(dW, 3.6, 5.2, plot.ORANGE)]
    marked = ((slice(None), j), (slice(None), k), (j, k))
    for (array, left, top, color), chosen in zip(arrays, marked, strict=True):
        lit = np.zeros(array.shape, bool)
        lit[chosen] = True
        for (row, column), value in np.ndenumerate(array):
            look = {"boxstyle": "square,pad=0.3", "edgecolor": color}
            look["facecolor"] = "0.85" if lit[row, column] else "white"
            place = left + column, top + row
            ax.text(*place, _written(value), ha="center", va="center", bbox=look)
    for i, product in enumerate(products):
        ax.text(6.2, i, _written(product), ha="center", va="center")
        ax.text(-0.8, i, f"sample {i}", ha="right", va="center")
    total = f"sum {_written(products.sum())}"
    ax.text(6.2, 4, total, ha="center", va="center", weight="bold")
    names = {"A (4, 3)": (1, -1), r"$\Delta$ (4, 2)": (4.1, -1), "product": (6.2, -1)}
    for name, place in (names | {"dW (3, 2)": (4.1, 8.2)}).items():
        ax.text(*place, name, ha="center", va="center")
    ax.set(xlim=(-2.6, 7), ylim=(8.6, -1.4))
    ax.axis("off")


def _written(number):
    return f"{round(number, 2) + 0:g}".replace("-", "\N{MINUS SIGN}")
