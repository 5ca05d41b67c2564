"""The figure of gradient descent."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import joined, one_of

__all__ = ["descent"]

ALT = (
    "Elliptic contours of a bowl that is steeper along the second parameter, and two "
    "paths from the same start: plain descent creeps, momentum swings to the minimum."
)
SURFACES = "bowl", "valley", "saddle", "hollow", "plateau"
WALKERS = "plain", "momentum", "rmsprop", "adam"


def descent(surface="bowl", show=("plain", "momentum"), *, beta=0.9):
    """Show optimizers that walk down a surface from a start that the reader chooses.

    Parameters
    ----------
    surface : str
        "bowl", "valley", "saddle", "hollow" or "plateau", at first.
    show : sequence of str
        One or more of "plain", "momentum", "rmsprop", "adam": who walks.
    beta : float
        The momentum, from 0 to 0.99.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `show` is no sequence, or `beta` no number.
    ValueError
        If `beta` is outside its range, or a word is none of those above.
    """
    settings = {
        "surface": one_of("surface", surface, SURFACES),
        "show": joined("show", show, WALKERS),
        "beta": checked_between("beta", beta, 0, 0.99),
    }
    return Figure("ann-descent", settings, _draw, ALT)


def _draw(ax):
    import numpy as np

    from annutils import plot
    from annutils.optimizers import SGD

    curvature = np.array([1.0, 10.0])
    x, y = np.meshgrid(np.linspace(-9, 4, 100), np.linspace(-4, 4, 100))
    levels = [1, 5, 15, 30, 60]
    ax.contour(x, y, (x**2 + 10 * y**2) / 2, levels, colors="0.8", linewidths=1)
    walks = {"plain": (plot.ORANGE, 0.0, "-"), "momentum": ("0.1", 0.9, "--")}
    for name, (color, beta, style) in walks.items():
        optimizer, theta = SGD(0.02, momentum=beta), np.array([-8.0, 1.5])
        path = [theta.copy()]
        for _ in range(60):
            optimizer.update(theta, curvature * theta)
            path.append(theta.copy())
        ax.plot(*np.transpose(path), style, color=color, label=name)
    ax.set(xlabel=r"$\theta_1$", ylabel=r"$\theta_2$")
    ax.legend()
