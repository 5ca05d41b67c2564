"""The figure of the first page: a network that learns while somebody looks."""

from annutils.widgets._figure import Figure
from annutils.widgets._playground import draw_trained
from annutils.widgets._settings import whole

__all__ = ["learner"]

ALT = (
    "Points of two classes, blue dots and orange squares, on two spirals that wind "
    "into each other, and the two regions, blue and orange, into which a trained "
    "network divides the plane: their boundary follows both spirals."
)


def learner(seed=0):
    """Show a network that learns to tell two spirals apart, as soon as it is seen.

    Parameters
    ----------
    seed : int
        Chooses the first weights, from 0 to 19.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If the seed is no integer.
    ValueError
        If it is outside its range.
    """
    settings = {"seed": whole("seed", seed, 0, 19)}
    return Figure("ann-learner", settings, _draw, ALT)


def _draw(ax):
    draw_trained(ax, "spiral", [16, 16])
