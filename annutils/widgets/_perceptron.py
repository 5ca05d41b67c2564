"""The figure of the perceptron."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["perceptron"]

ALT = (
    "Points of two classes in the plane, blue dots and orange squares, and the "
    "straight line that a perceptron learned, its normal vector pointing to class 1. "
    "For XOR, where it never settles, the last lines before it are drawn, too."
)
# Those of the figure: x1, x2 and label.
DATA = {
    "separable": [
        *((0.8, 1.4, 1), (-1.2, 0.6, 0), (1.5, 0.3, 1), (-0.6, -0.9, 0)),
        *((-0.5, 1.1, 1), (-1.5, -0.7, 0), (0.6, -0.6, 1), (0.3, -1.5, 0)),
    ],
    "narrow": [
        *((-1.4, -0.4, 1), (-1.2, -0.9, 0), (-0.3, 0.5, 1), (-0.1, 0.1, 0)),
        *((0.6, 1.1, 1), (0.8, 0.7, 0), (1.4, 1.8, 1), (1.5, 1.2, 0)),
    ],
    "and": [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)],
    "xor": [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)],
}
EPOCHS = 100
PAST = 4  # lines of before: a round


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
        "data": one_of("data", data, list(DATA)),
        "rate": checked_between("rate", rate, 0.1, 2),
    }
    draw = partial(_draw, data=data, rate=rate)
    return Figure("ann-perceptron", settings, draw, ALT)


def _draw(ax, data, rate):
    import numpy as np

    from annutils import plot
    from annutils.neurons import Perceptron

    X, y = np.array(DATA[data])[:, :2], np.array(DATA[data])[:, 2].astype(int)
    learned = Perceptron(rate, epochs=EPOCHS).fit(X, y)
    plot.decision_boundary(learned.predict, X, y, ax)
    ax.set(xlim=ax.get_xlim(), ylim=ax.get_ylim())  # other lines do not widen it
    if learned.mistakes_[-1]:
        for *w, b in learned.weights_history_[-PAST - 1 : -1]:
            foot = -b * np.array(w) / np.dot(w, w)
            end = foot + np.array([-w[1], w[0]])
            ax.axline(foot, end, color="0.1", lw=0.8, alpha=0.4)
    w, b = learned.weights_, learned.bias_
    foot = -b * w / (w @ w)
    arrow = {"color": "0.1", "width": 1.5, "headwidth": 8, "shrink": 0}
    ax.annotate("", foot + 0.6 * w / np.linalg.norm(w), foot, arrowprops=arrow)
    ax.set_aspect("equal")
