"""The figure of universal approximation."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of, whole

__all__ = ["approximator"]

ALT = (
    "A dashed wave that oscillates faster to the right, and a staircase of twelve "
    "levels that follows it, made of steep sigmoid steps."
)
TARGETS = "wave", "hill", "roof", "jump"
KINDS = "bumps", "steps"


def approximator(target="wave", *, kind="bumps", pieces=6, steepness=100):
    """Show steps and bumps to fit a curve with, by hand and by gradient descent.

    Parameters
    ----------
    target : str
        The curve at first: "wave", "hill", "roof" or "jump".
    kind : str
        "bumps", of equal width, or "steps", whose places can be moved.
    pieces : int
        From 2 to 16.
    steepness : float
        Weight of the input of each hidden unit, from 10 to 500.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none.
    ValueError
        If a number is outside its range, or a word is none of those above.
    """
    settings = {
        "target": one_of("target", target, TARGETS),
        "kind": one_of("kind", kind, KINDS),
        "pieces": whole("pieces", pieces, 2, 16),
        "steepness": checked_between("steepness", steepness, 10, 500),
    }
    return Figure("ann-approximator", settings, _draw, ALT, figsize=(5, 3.4))


def _draw(ax):
    import numpy as np

    from annutils import plot

    x = np.linspace(0, 1, 400)
    middles = (np.arange(12) + 0.5) / 12
    levels = np.sin(3 * np.pi * middles**2)
    ax.plot(x, np.sin(3 * np.pi * x**2), "--", color=plot.ORANGE)
    ax.plot(x, levels[np.minimum((12 * x).astype(int), 11)], color=plot.BLUE)
    ax.set(xlabel="$x$", ylabel="$y$")
