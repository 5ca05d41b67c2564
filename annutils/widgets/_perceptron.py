"""The figure of the perceptron."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["perceptron"]

ALT = (
    "Points of two classes in the plane, blue dots and orange squares, and the "
    "straight line that a perceptron learned, its normal vector pointing to class 1."
)
DATA = "separable", "narrow", "and", "xor"


def perceptron(data="separable", rate=1.0):
    """Show points to move and relabel, and the perceptron's rule to step through.

    Parameters
    ----------
    data : str
        The points at first: "separable", "narrow", "and" or "xor".
    rate : float
        The learning rate, from 0.1 to 2.

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
        "data": one_of("data", data, DATA),
        "rate": checked_between("rate", rate, 0.1, 2),
    }
    return Figure("ann-perceptron", settings, _draw, ALT)


def _draw(ax):
    import numpy as np

    from annutils import plot
    from annutils.neurons import Perceptron

    above = [[0.8, 1.4], [1.5, 0.3], [0.2, 0.7], [1.3, -0.6]]
    below = [[-1.2, 0.6], [-0.6, -0.9], [-1.5, -0.7], [0.3, -1.5]]
    X = np.array([*above, *below])
    y = np.repeat([1, 0], 4)
    learned = Perceptron().fit(X, y)
    plot.decision_boundary(learned.predict, X, y, ax)
    w, b = learned.weights_, learned.bias_
    foot = -b * w / (w @ w)
    arrow = {"color": "0.1", "width": 1.5, "headwidth": 8, "shrink": 0}
    ax.annotate("", foot + 0.6 * w / np.linalg.norm(w), foot, arrowprops=arrow)
    ax.set_aspect("equal")
