"""The figure of gradient descent with momentum."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["descent"]

ALT = (
    "The loss after each of 60 steps down a bowl with the curvatures 1 and 10, on a "
    "logarithmic scale. At its best rate, plain descent comes ten times closer every "
    "11.5 steps; with the best pair, momentum does so every 3.5 steps."
)
SURFACES = "bowl", "valley", "saddle", "hollow", "plateau"
AGAINST = "plain", "rmsprop", "adam"


def descent(surface="bowl", against="plain", *, rate=0.05, beta=0.9, other=0.3):
    """Show descent with momentum, whose rate and share the reader chooses on a map.

    Parameters
    ----------
    surface : str
        "bowl", "valley", "saddle", "hollow" or "plateau", at first.
    against : str
        What it is compared with: "plain" (the same rate without momentum), "rmsprop" or
        "adam".
    rate : float
        The learning rate, from 0.001 to 4.
    beta : float
        The share of the last step that momentum keeps, from 0 to 0.99.
    other : float
        The learning rate of RMSprop or Adam, from 0.001 to 2.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `rate`, `beta` or `other` is no number.
    ValueError
        If one of them is outside its range, or a word is none of those above.
    """
    settings = {
        "surface": one_of("surface", surface, SURFACES),
        "against": one_of("against", against, AGAINST),
        "rate": checked_between("rate", rate, 0.001, 4),
        "beta": checked_between("beta", beta, 0, 0.99),
        "other": checked_between("other", other, 0.001, 2),
    }
    draw = partial(_draw, rate=rate, beta=beta)
    return Figure("ann-descent", settings, draw, ALT)


def _draw(ax, rate, beta):
    import numpy as np

    from annutils import plot
    from annutils.optimizers import SGD

    curvature = np.array([1.0, 10.0])
    root = np.sqrt(10)
    best = (2 / (root + 1)) ** 2, ((root - 1) / (root + 1)) ** 2
    own = (rate, beta), f"rate {rate:g}, share β = {beta:g}", {"color": plot.ORANGE}
    for (eta, share), name, look in (
        ((rate, 0.0), f"rate {rate:g}, without momentum", {"color": "0.6"}),
        *([own] if beta else []),
        ((2 / 11, 0.0), "best without: 2/11", {"color": "0.1", "ls": "--"}),
        (best, "best of all: 0.23, β = 0.27", {"color": plot.BLUE, "ls": "--"}),
    ):
        optimizer, theta = SGD(eta, momentum=share), np.array([-8.0, 1.5])
        losses = []
        for _ in range(61):
            losses.append(curvature @ theta**2 / 2)
            optimizer.update(theta, curvature * theta)
        ax.semilogy(losses, label=name, **look)
    ax.set(xlabel="Step", ylabel="Loss", ylim=(1e-5, 3e3))
    ax.legend()
