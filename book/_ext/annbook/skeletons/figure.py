"""The figure of the skeleton: a line whose slope readers choose."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure

__all__ = ["skeleton"]

ALT = (
    "The straight line y = x in the plane, blue, through the origin; each step to the "
    "right is a step of the same length upwards."
)


def skeleton(slope=1.0):
    """Show a line through the origin, and let readers choose its slope.

    Parameters
    ----------
    slope : float
        The slope at first, from -2 to 2.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If the slope is no number.
    ValueError
        If it is outside its range.
    """
    settings = {"slope": checked_between("slope", slope, -2, 2)}
    return Figure("ann-skeleton", settings, _draw, ALT)


def _draw(ax):
    from annutils import plot

    ax.axline((0, 0), slope=1, color=plot.BLUE)
    ax.set(xlim=(-1, 1), ylim=(-2, 2), xlabel="$x$", ylabel="$y$")
