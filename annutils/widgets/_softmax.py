"""The figure of the softmax: three logits, and how descent pulls them."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["softmax"]

ALT = (
    "The logits of three classes as points, their probabilities below. An arrow from "
    "each point shows how descent pulls it: that of the true class up, the others down."
)
TARGETS = "0", "1", "2"
RATE = 2  # of the step that the arrows show


def softmax(z0=2.5, z1=-2.0, z2=-0.5, target="1"):
    """Show the logits of three classes to drag, and the gradient of their loss.

    Parameters
    ----------
    z0, z1, z2 : float
        The logits at first, from -4 to 4.
    target : str
        The true class at first: "0", "1" or "2".

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none.
    ValueError
        If a number is outside its range, or `target` is no such class.
    """
    numbers = {"z0": z0, "z1": z1, "z2": z2}
    for name, value in numbers.items():
        checked_between(name, value, -4, 4)
    settings = numbers | {"target": one_of("target", target, TARGETS)}
    draw = partial(_draw, z=(z0, z1, z2), target=int(target))
    return Figure("ann-softmax", settings, draw, ALT)


def _draw(ax, z, target):
    import numpy as np

    from annutils import activations, plot

    p = activations.softmax(np.array(z, float))
    error = p - np.eye(3)[target]
    arrow = {"arrowstyle": "->", "color": "0.1", "linewidth": 2, "shrinkA": 0}
    for k, color in enumerate((plot.BLUE, plot.ORANGE, plot.GREEN)):
        ax.plot(k, z[k], "o", color=color, markersize=9)
        tip = z[k] - RATE * error[k]
        ax.annotate("", (k + 0.25, tip), (k + 0.25, z[k]), arrowprops=arrow)
        word = "true" if k == target else ""
        ax.text(k, -4.6, f"{p[k]:.2f}\n{word}", ha="center", va="center")
    ax.text(-0.55, -4.45, r"$\hat{y}$", va="center")
    ax.set(xlim=(-0.6, 2.6), ylim=(-5.2, 4), xticks=range(3), xlabel="class")
    ax.set_ylabel("logit $z$")
