"""The figure of one step of gradient descent."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure

__all__ = ["step"]

ALT = (
    "A parabola, and level steps from a point on its left arm. The step with the rate "
    "1/L ends above the minimum, that with 2/L at the mirror point, just as high; "
    "a longer one ends outside, and the parabola above it is higher than the start."
)


def step(rate=0.2, curvature=2.0, theta=-2.0):
    """Show one step down a parabola, and let readers choose how far it goes.

    Parameters
    ----------
    rate : float
        The learning rate at first, from 0.01 to 2.4.
    curvature : float
        The second derivative of the loss, from 1 to 4.
    theta : float
        Where the step starts, from -2.2 to -1; the minimum is at 0.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If one of them is no number.
    ValueError
        If one is outside its range.
    """
    settings = {
        "rate": checked_between("rate", rate, 0.01, 2.4),
        "curvature": checked_between("curvature", curvature, 1, 4),
        "theta": checked_between("theta", theta, -2.2, -1),
    }
    draw = partial(_draw, rate=rate, curvature=curvature, theta=theta)
    return Figure("ann-step", settings, draw, ALT)


def _draw(ax, rate, curvature, theta):
    import numpy as np

    from annutils import plot

    places = np.linspace(-4, 4, 161)
    ax.plot(places, curvature * places**2 / 2, color="0.1")
    level = curvature * theta**2 / 2
    ax.plot(theta, level, "o", color="white", markeredgecolor="0.1")
    for times, name in ((rate * curvature, ""), (1, "1/L"), (2, "2/L"), (2.4, "")):
        end = (1 - times) * theta
        arrow = {"arrowstyle": "->", "color": plot.ORANGE}
        ax.annotate("", (end, level), (theta, level), arrowprops=arrow)
        ax.plot([end, end], [level, curvature * end**2 / 2], ":", color=plot.BLUE)
        ax.plot(end, curvature * end**2 / 2, "o", color=plot.BLUE)
        ax.annotate(name, (end, level), (-5, 5), textcoords="offset points", ha="right")
    ax.set(xlabel=r"$\theta$", ylabel="Loss", ylim=(-0.3, 2.5 * level))
